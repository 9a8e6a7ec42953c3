"""What a process that was killed left half done, cleared away before the next one takes files in.

Whoever opens the store is its only user, so nothing that lies here can still be on its way.
"""

import logging
import shutil
from pathlib import Path, PurePosixPath
from typing import Final

from engine.errors import MatchbookError
from engine.store import Store
from engine.store.filing.spooling import sha256_of

log = logging.getLogger(__name__)

CONTENT: Final = "content"
"""Name of an arriving file inside its own folder of the spool."""


def clear_leftovers(spool_dir: Path, store: Store) -> None:
    """Empty the spool, and remove files that were stored just before their row could be.

    Only what lay in the spool is looked for among the stored files: any other file without a row
    is a person's to judge.
    """
    arrived = _hashes(spool_dir)
    try:
        _forget_unclaimed(arrived, store)
        store.files.clear_unfinished()
    except MatchbookError as error:  # the storage of files does not answer: the next start asks
        log.warning("files that were stored without their row are left there: %s", error)
        return
    for left in spool_dir.iterdir() if spool_dir.is_dir() else ():
        shutil.rmtree(left, ignore_errors=True)


def _hashes(spool_dir: Path) -> set[str]:
    """SHA-256 of every file that had arrived in the spool."""
    return {sha256_of(content) for content in spool_dir.glob(f"*/{CONTENT}")}


def _forget_unclaimed(arrived: set[str], store: Store) -> None:
    if not arrived:
        return
    for name in store.files.names():
        if PurePosixPath(name).stem in arrived and not store.documents.list(file_path=name):
            log.info("%s was stored without its row: removed", name)
            store.files.remove(name)
