"""Removes for good what was deleted long enough ago, and notes it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from engine.errors import MatchbookError
from engine.processing.page_cache import PageCache
from engine.processing.removal import forget_file, remove_upload
from engine.store import PurgeItem, Store


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays though it was due, and why."""

    item: PurgeItem
    reason: str


@dataclass(frozen=True, slots=True)
class PurgeResult:
    """What was deleted before ``before`` (UTC) and went, or would go, for good."""

    before: dt.datetime
    is_dry_run: bool
    items: tuple[PurgeItem, ...]
    kept: tuple[Kept, ...] = ()


def purge(
    store: Store, caches: Iterable[PageCache], before: dt.datetime, *, by: str, is_dry_run: bool
) -> PurgeResult:
    """Remove everything that was deleted before an instant; a dry run only tells what.

    Each document is a step of its own: one that cannot go stays and is told.
    """
    due = store.purging.due(before)
    if is_dry_run:
        return PurgeResult(before, True, due)
    caches = tuple(caches)
    gone, kept = [], []
    for item in due:
        try:
            _remove(store, caches, item)
        except MatchbookError as error:
            kept.append(Kept(item, str(error)))
            continue
        store.access_log.add("purged", f"{item.document_id} {item.file_name}", by=by)
        gone.append(item)
    return PurgeResult(before, False, tuple(gone), tuple(kept))


def _remove(store: Store, caches: Iterable[PageCache], item: PurgeItem) -> None:
    if item.kind == "upload":
        remove_upload(store, caches, item.document_id)
        return
    store.purging.remove_paper(item.document_id)
    forget_file(store, caches, item.file_path, item.file_hash)
