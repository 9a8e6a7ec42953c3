"""Uploaded files on disk, named by their content: one file per content, kind and day.

A path that leaves this module is relative to the upload folder and never holds anything that
a person typed; the original name is metadata of the row.
"""

import datetime as dt
import errno
import hashlib
import io
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from engine.errors import (
    DiskFullError,
    FileMissingError,
    FolderUnusableError,
    InvalidInputError,
)

_CHUNK_BYTES = 1 << 20
_DENIALS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST})
_NAME_LIMIT = 200
_STORED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/\d{4}-\d\d-\d\d/[0-9a-f]{64}(\.[a-z0-9]{1,8})?")
_MAGIC = (
    (b"%PDF-", ".pdf"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where a file was put (relative to the upload folder), its SHA-256 and its size in bytes."""

    path_relative: str
    file_hash: str
    file_size: int


class FileStore:
    """The upload folder. Thread-safe; several processes may share it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def save(
        self, source: Path | BinaryIO | bytes, doc_type: str, *, day: dt.date, file_name: str = ""
    ) -> StoredFile:
        """Copy ``source`` to ``<doc-type>/<day>/<sha256>.<ext>``; the same content is kept once.

        The extension tells what the bytes are, or else follows ``file_name``. The file is
        complete on the disk, or not there at all.

        Raises:
            DiskFullError: there is no room for it.
            FolderUnusableError: the folder cannot be made or written.
        """
        with folder_explained(self.root):
            self.root.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".incoming-", dir=self.root)
            temporary = Path(name)
            try:
                with os.fdopen(handle, "wb") as target:
                    digest, size, head = _copy(source, target)
                folder = PurePosixPath(_slug(doc_type), day.isoformat())
                relative = str(folder / f"{digest}{_extension(head, file_name)}")
                final = self._inside(relative)
                final.parent.mkdir(parents=True, exist_ok=True)
                temporary.replace(final)
                _sync_folder(final.parent)
            finally:
                temporary.unlink(missing_ok=True)
        return StoredFile(relative, digest, size)

    def open_path(self, file_path: str) -> Path:
        """The file's place on this machine.

        Raises:
            FileMissingError: it is not there, or the path is none that ``save`` gave.
        """
        path = self._inside(file_path)
        if not path.is_file():
            raise FileMissingError(file_path)
        return path

    def verify(self, file_path: str, file_hash: str) -> None:
        """Read the file and compare it with its hash.

        Raises:
            FileMissingError: it is not there, or holds other bytes.
        """
        with self.open_path(file_path).open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != file_hash:
                raise FileMissingError(file_path)

    def remove(self, file_path: str) -> None:
        """Delete the file; it is no error when it is not there."""
        self._inside(file_path).unlink(missing_ok=True)

    def _inside(self, relative: str) -> Path:
        if not _STORED.fullmatch(relative):
            raise FileMissingError(relative)
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
        if error.errno == errno.ENOSPC:
            raise DiskFullError(str(folder)) from error
        if error.errno in _DENIALS:
            raise FolderUnusableError(str(folder), os.strerror(error.errno)) from error
        raise


def clean_file_name(name: str) -> str:
    """An original name as it is kept: its last part, without control characters, shortened.

    Raises:
        InvalidInputError: nothing is left.
    """
    base = re.split(r"[/\\]", name)[-1]
    spaced = "".join(" " if c.isspace() else c for c in base)
    kept = " ".join("".join(c for c in spaced if unicodedata.category(c)[0] != "C").split())
    if kept.strip(".") == "":
        raise InvalidInputError("The file has no name.", "Give the file a name and try again.")
    stem, dot, extension = kept.rpartition(".")
    if len(kept) <= _NAME_LIMIT:
        return kept
    if stem and len(extension) <= 8:
        return stem[: _NAME_LIMIT - len(extension) - 1] + dot + extension
    return kept[:_NAME_LIMIT]


def _copy(source: Path | BinaryIO | bytes, target: BinaryIO) -> tuple[str, int, bytes]:
    if isinstance(source, Path):
        with source.open("rb") as opened:
            return _copy(opened, target)
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    digest, size, head = hashlib.sha256(), 0, b""
    while chunk := stream.read(_CHUNK_BYTES):
        head = head or chunk[:1024]
        digest.update(chunk)
        size += target.write(chunk)
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest(), size, head


def _extension(head: bytes, file_name: str) -> str:
    for magic, extension in _MAGIC:
        if head.startswith(magic):
            return extension
    suffix = PurePosixPath(file_name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""


def _slug(doc_type: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", doc_type.lower())) or "other"


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
