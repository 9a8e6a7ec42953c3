"""Copies bytes to a file of this machine that is complete or not there, hashing on the way."""

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

_CHUNK_BYTES: Final = 1 << 20
_HEAD_BYTES: Final = 1024
_UNFINISHED: Final = ".incoming-"


@dataclass(frozen=True, slots=True)
class Spooled:
    """Bytes in a temporary file: its place, their SHA-256, their number and the first of them."""

    path: Path
    file_hash: str
    file_size: int
    head: bytes


@contextmanager
def spooled(source: Path | BinaryIO | bytes, folder: Path) -> Iterator[Spooled]:
    """A copy of ``source`` in ``folder``, safe on the disk; gone afterwards unless it was moved."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=_UNFINISHED, dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as target:
            digest, size, head = _copy(source, target)
        yield Spooled(path, digest, size, head)
    finally:
        path.unlink(missing_ok=True)


def clear_unfinished(folder: Path) -> None:
    """Remove what a killed process was about to copy; nobody else may be copying now."""
    for left in folder.glob(f"{_UNFINISHED}*"):
        left.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _copy(source: Path | BinaryIO | bytes, target: BinaryIO) -> tuple[str, int, bytes]:
    if isinstance(source, Path):
        with source.open("rb") as opened:
            return _copy(opened, target)
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    digest, size, head = hashlib.sha256(), 0, b""
    while chunk := stream.read(_CHUNK_BYTES):
        head = head or chunk[:_HEAD_BYTES]
        digest.update(chunk)
        size += target.write(chunk)
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest(), size, head
