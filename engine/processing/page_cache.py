"""Pages that were read, kept by content so that no page is ever read twice.

An entry's name is made of everything that its content depends on: the file's hash, the page, the
reading engine's version and the options. So entries never go stale, and the folder can be deleted
at any time. A broken entry counts as no entry.
"""

import hashlib
import logging
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

log = logging.getLogger(__name__)

_DIGEST_BYTES: Final = 32


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
        engine = hashlib.sha256(f"{self.engine_version}\n{self.options}".encode()).hexdigest()[:16]
        return f"{self.file_hash}-{self.page_number}-{engine}"


class PageCache:
    """Entries under one folder; safe for several threads and processes at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

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

    def _path_of(self, key: PageKey) -> Path:
        return self._folder / key.file_hash[:2] / key.name
