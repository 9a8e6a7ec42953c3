"""Backups: the database as it is at one moment, and every file that its rows speak of.

A folder holds many: each has a database and a manifest of its own under ``backups``, and they share
``files``, where a file is copied once, since its name tells its content. A backup has its name
only when it is whole.
"""

import contextlib
import datetime as dt
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from engine import __version__
from engine.errors import FileMissingError
from engine.keeping.copying import copy_database
from engine.keeping.last_backup import LastBackup, note_backup
from engine.keeping.manifest import Manifest, Part, write_manifest
from engine.store import Store, folder_explained
from engine.store.filing import Files
from engine.store.filing.spooling import sha256_of, spooled

BACKUPS: Final = "backups"
FILES: Final = "files"
DATABASE: Final = "matchbook.duckdb"
_UNFINISHED: Final = ".partial"


@dataclass(frozen=True, slots=True)
class BackupReport:
    """A finished backup: its folder, what is in it, and how many of the files were new."""

    folder: Path
    manifest: Manifest
    new_files: int


def back_up(
    database_path: Path, files: Files, target: Path, clock: Callable[[], dt.datetime]
) -> BackupReport:
    """Make a backup in the folder ``target``, while the app runs or not.

    Raises:
        NotFoundError: there is no database.
        DatabaseBusyError: another program has it open and does not let it be copied.
        DiskFullError, FolderUnusableError: there is no room, or the folder cannot be written.
    """
    made_at = clock()
    with folder_explained(target):
        (target / FILES).mkdir(parents=True, exist_ok=True)
        for left in (target / BACKUPS).glob(f"*{_UNFINISHED}"):
            shutil.rmtree(left)
        folder = target / BACKUPS / made_at.strftime("%Y-%m-%dT%H-%M-%S-%fZ")
        partial = folder.with_name(folder.name + _UNFINISHED)
        partial.mkdir(parents=True)
        copy_database(database_path, partial / DATABASE)
        manifest, new_files = _with_files(partial, target / FILES, files, made_at)
        write_manifest(partial, manifest)
        partial.replace(folder)
        _sync(folder.parent)
    size = manifest.database.bytes + sum(part.bytes for part in manifest.files)
    note_backup(
        database_path.parent,
        LastBackup(
            made_at=made_at, folder=str(target.absolute()), files=len(manifest.files), bytes=size
        ),
    )
    return BackupReport(folder, manifest, new_files)


def _with_files(
    partial: Path, kept: Path, files: Files, made_at: dt.datetime
) -> tuple[Manifest, int]:
    """The manifest of the database in ``partial``, once all its files are in ``kept``."""
    database = partial / DATABASE
    with contextlib.closing(Store(database, files)) as store:
        rows, schema = store.counts(), store.schema_version
        named = {one.file_path: one for one in store.documents.list()}
    parts, missing, new_files = [], [], 0
    for name, document in sorted(named.items()):
        copy = kept / name
        if not copy.is_file() or copy.stat().st_size != document.file_size:
            try:
                _copy(files.open_path(name), copy)
            except FileMissingError:  # told, and no reason to keep less of what is there
                missing.append(name)
                continue
            new_files += 1
        parts.append(Part(name=name, bytes=document.file_size, sha256=document.file_hash))
    manifest = Manifest(
        made_at=made_at,
        matchbook_version=__version__,
        database_schema=schema,
        rows=rows,
        database=Part(name=DATABASE, bytes=database.stat().st_size, sha256=sha256_of(database)),
        files=tuple(parts),
        missing=tuple(missing),
    )
    return manifest, new_files


def _copy(source: Path, target: Path) -> None:
    with spooled(source, target.parent) as copy:
        copy.path.replace(target)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
