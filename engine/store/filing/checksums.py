"""Whether files of this machine still hold the bytes that they were stored with.

A file is read whole once; as long as the system says that nobody touched it since, it is not read
again. Every change of a file's bytes changes the time that the system keeps of it (ctime), which
programs cannot set.
"""

import threading
from collections import OrderedDict
from pathlib import Path
from typing import Final, TypeAlias

from engine.store.filing.spooling import sha256_of

_Mark: TypeAlias = tuple[int, int, int, int]

_MOST: Final = 100_000


class Checksums:
    """Files whose bytes are known, by their place. Thread-safe."""

    def __init__(self) -> None:
        self._known: OrderedDict[Path, tuple[str, _Mark]] = OrderedDict()
        self._lock = threading.Lock()

    def holds(self, path: Path, file_hash: str) -> bool:
        """Whether the file has this SHA-256.

        Raises:
            OSError: it cannot be read.
        """
        mark = _mark_of(path)
        with self._lock:
            if self._known.get(path) == (file_hash, mark):
                return True
        if sha256_of(path) != file_hash:
            return False
        self._note(path, file_hash, mark)
        return True

    def note(self, path: Path, file_hash: str) -> None:
        """Say that the file was just written with these bytes."""
        self._note(path, file_hash, _mark_of(path))

    def _note(self, path: Path, file_hash: str, mark: _Mark) -> None:
        with self._lock:
            self._known[path] = (file_hash, mark)
            self._known.move_to_end(path)
            if len(self._known) > _MOST:
                self._known.popitem(last=False)


def _mark_of(path: Path) -> _Mark:
    state = path.stat()
    return state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns
