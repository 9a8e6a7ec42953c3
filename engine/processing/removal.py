"""Removes an upload with its file and everything that was read from it."""

from collections.abc import Iterable

from engine.processing.page_cache import PageCache
from engine.processing.rows import table_of
from engine.processing.workflow import next_status
from engine.store import Store


def remove_upload(store: Store, caches: Iterable[PageCache], upload_id: str) -> None:
    """Delete the row, then what it referred to.

    Raises:
        NotFoundError: there is no such upload.
        WrongStateError: it is being read, or confirmed.
        UploadInUseError: a reconciliation draws on it.
    """
    table, _ = table_of(store, upload_id)
    next_status("delete", table.state(upload_id).status)
    file = store.documents.get(upload_id)
    table.delete(upload_id)
    for cache in caches:
        cache.forget(file.file_hash)
    if not store.documents.list(file_path=file.file_path):
        store.files.remove(file.file_path)
