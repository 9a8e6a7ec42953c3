"""Stored files in a folder of this machine."""

import datetime as dt
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from engine.errors import (
    DiskFullError,
    FileChangedError,
    FileMissingError,
    FolderUnusableError,
)
from engine.store.filing.checksums import Checksums
from engine.store.filing.door import StoredFile
from engine.store.filing.names import hash_in, stored_name
from engine.store.filing.spooling import clear_unfinished, sha256_of, spooled

_DENIALS: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class FolderFiles:
    """The ``Files`` of an upload folder. Thread-safe; several processes may share it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._checksums = Checksums()

    @property
    def where(self) -> str:
        """The folder."""
        return str(self.root)

    def save(
        self, source: Path | BinaryIO | bytes, doc_type: str, *, day: dt.date, file_name: str = ""
    ) -> StoredFile:
        """See ``Files.save``."""
        with folder_explained(self.root), spooled(source, self.root) as copy:
            relative = stored_name(
                doc_type, day, copy.file_hash, head=copy.head, file_name=file_name
            )
            final = self._inside(relative)
            final.parent.mkdir(parents=True, exist_ok=True)
            copy.path.replace(final)
            _sync_folder(final.parent)
            self._checksums.note(final, copy.file_hash)
        return StoredFile(relative, copy.file_hash, copy.file_size)

    def open_path(self, file_path: str) -> Path:
        """See ``Files.open_path``; it is the file itself."""
        path = self._there(file_path)
        if not self._checksums.holds(path, hash_in(file_path)):
            raise FileChangedError(file_path)
        return path

    def verify(self, file_path: str, file_hash: str) -> None:
        """See ``Files.verify``."""
        if sha256_of(self._there(file_path)) != file_hash:
            raise FileChangedError(file_path)

    def remove(self, file_path: str) -> None:
        """See ``Files.remove``."""
        self._inside(file_path).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """See ``Files.names``."""
        for path in sorted(self.root.rglob("*")) if self.root.is_dir() else ():
            if path.is_file():
                yield path.relative_to(self.root).as_posix()

    def clear_unfinished(self) -> None:
        """See ``Files.clear_unfinished``."""
        clear_unfinished(self.root)

    def _there(self, file_path: str) -> Path:
        path = self._inside(file_path)
        if not path.is_file():
            raise FileMissingError(file_path)
        return path

    def _inside(self, relative: str) -> Path:
        hash_in(relative)
        path = self.root / relative
        if not path.resolve().is_relative_to(self.root.resolve()):
            raise FileMissingError(relative)
        return path


@contextmanager
def folder_explained(folder: Path) -> Iterator[None]:
    """Turns what the system says of a folder that cannot be written into one of our errors."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(str(folder)) from error
        if error.errno in _DENIALS:
            raise FolderUnusableError(str(folder), os.strerror(error.errno)) from error
        raise


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
