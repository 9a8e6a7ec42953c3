"""When and where the last backup was made: a note beside the database."""

import datetime as dt
import logging
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from engine.errors import DatabaseDamagedError

log = logging.getLogger(__name__)

_NAME: Final = "last-backup.json"


class LastBackup(Struct, frozen=True, kw_only=True):
    """A backup that was finished: when (UTC), where, how many files and bytes it has."""

    made_at: dt.datetime
    folder: str
    files: int
    bytes: int


def note_backup(data_dir: Path, backup: LastBackup) -> None:
    """Remember a backup."""
    (data_dir / _NAME).write_bytes(msgspec.json.encode(backup))


def last_backup(data_dir: Path) -> LastBackup | None:
    """The last backup of the installation in ``data_dir``; None when there was none."""
    try:
        return msgspec.json.decode((data_dir / _NAME).read_bytes(), type=LastBackup)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        log.warning("the note of the last backup cannot be read: %s", error)
        return None


def with_way_back(error: DatabaseDamagedError, database_path: Path) -> DatabaseDamagedError:
    """The error with what to do: move the file aside, and restore which backup."""
    backup = last_backup(database_path.parent)
    if backup is not None:
        error.hint = (
            f"Move {database_path.name} and uploads aside, then restore the backup of "
            f"{backup.made_at:%Y-%m-%d %H:%M} UTC: python -m engine restore {backup.folder}"
        )
    return error
