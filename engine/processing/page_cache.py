"""Pages that were read, kept by content so that no page is ever read twice.

An entry's name is made of everything that its content depends on: the file's hash, the page, the
reading engine's version and the options. So entries never go stale, and the folder can be deleted
at any time. A broken entry counts as no entry. Above its limit the entries unused longest go.
"""

import contextlib
import hashlib
import logging
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

_DIGEST_BYTES: Final = 32
_ROOM_KEPT: Final = 0.1
"""Share of the limit that is free after entries were dropped: so long nobody looks again."""
_IN_USE_SECONDS: Final = 3600
"""An entry used so lately is not dropped: whoever put it may be about to ask for it."""
_NOTED_SECONDS: Final = 600
"""How late the last use of an entry is noted at most."""


@dataclass(frozen=True, slots=True)
class PageKey:
    """What the content of one page, once read, depends on."""

    file_hash: str
    page_number: int
    engine_version: str
    options: str

    @property
    def name(self) -> str:
        """A file name that is equal only for equal keys."""
        return (
            f"{self.file_hash}-{self.page_number}-{_engine_name(self.engine_version, self.options)}"
        )


@lru_cache(maxsize=64)
def _engine_name(version: str, options: str) -> str:
    return hashlib.sha256(f"{version}\n{options}".encode()).hexdigest()[:16]


class PageCache:
    """Entries under one folder; safe for several threads and processes at once.

    Args:
        folder: where they are.
        max_bytes: about how many bytes are kept; None: all.
    """

    def __init__(self, folder: Path, max_bytes: int | None = None) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._lock = threading.Lock()
        self._bytes_until_look = 0.0

    def get(self, key: PageKey) -> bytes | None:
        """What was put under ``key``; None when there is nothing, or it was damaged."""
        path = self._path_of(key)
        try:
            stored = path.read_bytes()
        except OSError:
            return None
        digest, content = stored[:_DIGEST_BYTES], stored[_DIGEST_BYTES:]
        if hashlib.sha256(content).digest() != digest:
            path.unlink(missing_ok=True)
            return None
        _note_use(path)
        return content

    def has(self, key: PageKey) -> bool:
        """Whether ``get`` would find something, without reading it."""
        return self._path_of(key).exists()

    def put(self, key: PageKey, content: bytes) -> bool:
        """Keep ``content``; readers see the whole entry or none. False when it cannot be kept."""
        try:
            self._write(self._path_of(key), content)
        except OSError as error:
            log.warning("the page cache cannot be written: %s", error)
            return False
        self._make_room(len(content))
        return True

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".page-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest())
                file.write(content)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def forget(self, file_hash: str) -> None:
        """Drop every entry of a file."""
        for path in (self._folder / file_hash[:2]).glob(f"{file_hash}-*"):
            path.unlink(missing_ok=True)

    def _make_room(self, added: int) -> None:
        if self._max_bytes is None:
            return
        with self._lock:
            self._bytes_until_look -= added
            if self._bytes_until_look > 0:
                return
            self._bytes_until_look = self._max_bytes * _ROOM_KEPT
        _drop_unused(self._folder, self._max_bytes)

    def _path_of(self, key: PageKey) -> Path:
        return self._folder / key.file_hash[:2] / key.name


def _note_use(path: Path) -> None:
    with contextlib.suppress(OSError):  # it may be gone by now
        if time.time() - path.stat().st_mtime > _NOTED_SECONDS:
            path.touch()


def _drop_unused(folder: Path, max_bytes: int) -> None:
    """Delete the entries of ``folder`` that were unused longest until there is room again."""
    entries = sorted(_entries(folder))
    left = sum(size for _, size, _ in entries)
    if left <= max_bytes:
        return
    before, wanted, dropped = time.time() - _IN_USE_SECONDS, max_bytes * (1 - _ROOM_KEPT), 0
    for used_at, size, path in entries:
        if left <= wanted or used_at > before:
            break
        with contextlib.suppress(OSError):
            path.unlink()
            left -= size
            dropped += 1
    log.info("%d entries of %s were dropped to keep %d bytes", dropped, folder.name, left)


def _entries(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """When each was last used, in seconds, its size and its place."""
    for path in folder.glob("*/*"):
        with contextlib.suppress(OSError):
            state = path.stat()
            yield state.st_mtime, state.st_size, path
