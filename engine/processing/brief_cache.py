"""The pages of a batch, kept until their file is done: in memory, or in a folder if many."""

import threading
from pathlib import Path
from typing import Final

from engine.processing.page_cache import PageCache, PageKey

_MOST_BYTES: Final = 64 * 1024 * 1024


class BriefPageCache(PageCache):
    """A page cache for one batch, whose pages are hardly ever written to disk.

    Args:
        folder: where those go for which there is no room in memory.
        most_bytes: what is kept in memory at most.
    """

    def __init__(self, folder: Path, most_bytes: int = _MOST_BYTES) -> None:
        super().__init__(folder)
        self._room = most_bytes
        self._kept: dict[PageKey, bytes] = {}
        self._has_files = False
        self._kept_lock = threading.Lock()

    def get(self, key: PageKey) -> bytes | None:
        """What was put under ``key``; None when there is nothing, or it was damaged."""
        content = self._kept.get(key)
        return super().get(key) if content is None and self._has_files else content

    def has(self, key: PageKey) -> bool:
        """Whether ``get`` would find something, without reading it."""
        return key in self._kept or (self._has_files and super().has(key))

    def put(self, key: PageKey, content: bytes) -> bool:
        """Keep ``content``; False when it cannot be kept."""
        with self._kept_lock:
            room = self._room + len(self._kept.get(key, b"")) - len(content)
            if room >= 0:
                self._kept[key], self._room = content, room
                return True
            self._has_files = True
        return super().put(key, content)

    def forget(self, file_hash: str) -> None:
        """Drop every entry of a file."""
        with self._kept_lock:
            for key in [key for key in self._kept if key.file_hash == file_hash]:
                self._room += len(self._kept.pop(key))
        if self._has_files:
            super().forget(file_hash)
