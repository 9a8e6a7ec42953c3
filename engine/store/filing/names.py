"""Names of files: what one is stored under, and the one that it came with.

A stored name is ``<doc-type>/<day>/<sha256>.<ext>``. It tells what the bytes must be and never
holds anything that a person typed.
"""

import datetime as dt
import re
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from engine.errors import FileMissingError, InvalidInputError

_NAME_LIMIT: Final = 200
_STORED: Final = re.compile(
    r"[a-z0-9]+(-[a-z0-9]+)*/\d{4}-\d\d-\d\d/([0-9a-f]{64})(\.[a-z0-9]{1,8})?"
)
_MAGIC: Final = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)


def stored_name(doc_type: str, day: dt.date, file_hash: str, *, head: bytes, file_name: str) -> str:
    """Under what a file is kept; ``head`` are its first bytes, ``file_name`` its own name.

    The extension tells what the bytes are, or else follows the name.
    """
    folder = PurePosixPath(_slug(doc_type), day.isoformat())
    return str(folder / f"{file_hash}{_extension(head, file_name)}")


def hash_in(file_path: str) -> str:
    """The SHA-256 that the bytes stored under this name must have.

    Raises:
        FileMissingError: nothing was ever stored under such a name.
    """
    match = _STORED.fullmatch(file_path)
    if match is None:
        raise FileMissingError(file_path)
    return match[2]


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


def _extension(head: bytes, file_name: str) -> str:
    for magic, extension in _MAGIC:
        if head.startswith(magic):
            return extension
    if b"%PDF-" in head:  # some programs put lines of their own before
        return ".pdf"
    suffix = PurePosixPath(file_name).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""


def _slug(doc_type: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", doc_type.lower())) or "other"
