"""Copies of remote files on this machine: a folder that stays about as large as allowed."""

import contextlib
import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

_IN_USE_SECONDS: Final = 3600.0
_ROOM_KEPT: Final = 0.1


class Copies:
    """Files named by their SHA-256. What was used within the last hour is always kept.

    Args:
        folder: where they are.
        max_bytes: about how many bytes are kept; those unused longest go first.
    """

    def __init__(self, folder: Path, max_bytes: int) -> None:
        self.folder = folder
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._used: dict[Path, float] = {}
        self._bytes_until_look = 0.0

    def place_of(self, file_hash: str) -> Path:
        """Where the copy of a file is, if there is one."""
        return self.folder / file_hash[:2] / file_hash

    def take(self, path: Path, file_hash: str) -> Path:
        """Make the file at ``path`` the copy, and room for it."""
        kept = self.place_of(file_hash)
        kept.parent.mkdir(parents=True, exist_ok=True)
        path.replace(kept)
        with self._lock:
            self._used[kept] = time.time()
            self._bytes_until_look -= kept.stat().st_size
            if self._bytes_until_look < 0:
                self._bytes_until_look = self._max_bytes * _ROOM_KEPT
                self._make_room()
        return kept

    def note_use(self, path: Path) -> None:
        """Say that a copy is wanted just now."""
        with self._lock:
            self._used[path] = time.time()

    def _make_room(self) -> None:
        entries = sorted(self._entries())
        left = sum(size for _, size, _ in entries)
        if left <= self._max_bytes:
            return
        before, wanted = time.time() - _IN_USE_SECONDS, self._max_bytes * (1 - _ROOM_KEPT)
        for used_at, size, path in entries:
            if left <= wanted or used_at > before:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                self._used.pop(path, None)
                left -= size
        log.info("copies of files in the bucket were dropped to keep %d bytes", left)

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each was last used, in seconds, its size and its place."""
        for path in self.folder.glob("*/*"):
            with contextlib.suppress(OSError):
                state = path.stat()
                yield self._used.get(path, state.st_mtime), state.st_size, path
