"""The one door to stored files, whoever keeps them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where a file was put (inside the place of files), its SHA-256 and its size in bytes."""

    path_relative: str
    file_hash: str
    file_size: int


class Files(Protocol):
    """The stored files of one installation, named by their content. Thread-safe."""

    @property
    def where(self) -> str:
        """The place in words: a folder, or a bucket's address."""

    def save(
        self, source: Path | BinaryIO | bytes, doc_type: str, *, day: dt.date, file_name: str = ""
    ) -> StoredFile:
        """Keep ``source`` as ``<doc-type>/<day>/<sha256>.<ext>``; the same content is kept once.

        The file is complete afterwards, or not there at all.

        Raises:
            DiskFullError: there is no room for it.
            FolderUnusableError: the folder cannot be made or written.
            FilesAwayError: the storage does not answer.
        """

    def open_path(self, file_path: str) -> Path:
        """Where on this machine the file can be read, its bytes being those that were stored.

        Raises:
            FileMissingError: it is not there or holds other bytes, or ``save`` gave no such path.
            FilesAwayError: the storage does not answer.
        """

    def verify(self, file_path: str, file_hash: str) -> None:
        """Read the file where it is kept, whole, and compare it with its hash.

        Raises:
            FileMissingError, FileChangedError: it is not there, or holds other bytes.
            FilesAwayError: the storage does not answer.
        """

    def remove(self, file_path: str) -> None:
        """Delete the file; it is no error when it is not there."""

    def names(self) -> Iterator[str]:
        """The name of everything that is kept there, in order, strays too."""

    def clear_unfinished(self) -> None:
        """Remove what a killed process was about to store; nobody else may be storing now."""
