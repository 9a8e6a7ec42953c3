"""Deletes uploads: into the bin, and from there for good, with everything that was read."""

from collections.abc import Iterable

from engine.errors import NotFoundError
from engine.processing.page_cache import PageCache
from engine.processing.rows import table_of
from engine.processing.workflow import sources_of
from engine.store import Store


def delete_upload(store: Store, upload_id: str, *, by: str) -> None:
    """Put an upload into the bin, from which it can be restored as it is.

    Raises:
        NotFoundError: there is no such upload.
        WrongStateError: it is being read, or confirmed.
        UploadInUseError: a reconciliation draws on it.
    """
    table, _ = table_of(store, upload_id)
    table.set_aside(upload_id, expected=sources_of("delete"), by=by)


def remove_upload(store: Store, caches: Iterable[PageCache], upload_id: str) -> None:
    """Remove an upload of the bin for good: the row, then what it referred to.

    Raises:
        NotFoundError: it is not in the bin.
    """
    if not store.deletions.holds(upload_id):
        raise NotFoundError("deleted upload", upload_id)
    file = store.documents.get(upload_id)
    store.uploads("bank" if file.related_module == "bank" else "invoice").delete(upload_id)
    forget_file(store, caches, file.file_path, file.file_hash)


def forget_file(store: Store, caches: Iterable[PageCache], file_path: str, file_hash: str) -> None:
    """Remove a stored file, and what was read from it, unless a row still refers to it."""
    if store.documents.list(file_path=file_path):
        return
    for cache in caches:
        cache.forget(file_hash)
    store.files.remove(file_path)
