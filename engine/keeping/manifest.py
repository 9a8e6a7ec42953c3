"""What a backup consists of, with a checksum for each part and one for the list itself."""

import datetime as dt
import hashlib
from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

from engine.errors import BackupUnusableError

NAME: Final = "manifest.json"


class Part(Struct, frozen=True, kw_only=True):
    """One file of a backup: its name inside the backup's folder, its size and its SHA-256."""

    name: str
    bytes: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True):
    """One backup. Files that rows speak of and that were not there are ``missing``."""

    format: Literal[1] = 1
    made_at: dt.datetime
    matchbook_version: str
    database_schema: int
    rows: dict[str, int]
    database: Part
    files: tuple[Part, ...]
    missing: tuple[str, ...] = ()
    sha256: str = ""


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put it into a backup's folder, signed with its own checksum."""
    signed = msgspec.structs.replace(manifest, sha256=_digest(manifest))
    text = msgspec.json.format(msgspec.json.encode(signed), indent=1)
    (folder / NAME).write_bytes(text + b"\n")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a backup.

    Raises:
        BackupUnusableError: there is none, or somebody changed it.
    """
    try:
        manifest = msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError) as error:
        raise BackupUnusableError(str(folder), "its manifest cannot be read") from error
    if manifest.sha256 != _digest(manifest):
        raise BackupUnusableError(str(folder), "its manifest was changed")
    return manifest


def _digest(manifest: Manifest) -> str:
    unsigned = msgspec.structs.replace(manifest, sha256="")
    return hashlib.sha256(msgspec.json.encode(unsigned, order="deterministic")).hexdigest()
