"""The way back from a backup into an empty installation; every byte is held against a checksum."""

import contextlib
import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from engine.errors import BackupUnusableError, NotEmptyError
from engine.keeping.backup import BACKUPS, FILES
from engine.keeping.manifest import NAME, Manifest, Part, read_manifest
from engine.store import CheckResult, Store, folder_explained
from engine.store.file_check import FileFinding
from engine.store.filing import Files
from engine.store.filing.spooling import sha256_of


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """What came back, and what the checks of the restored installation found."""

    manifest: Manifest
    checks: tuple[CheckResult, ...]
    files: tuple[FileFinding, ...]


def backups_in(folder: Path) -> list[Path]:
    """The folders of the whole backups, the oldest first."""
    return sorted(path.parent for path in (folder / BACKUPS).glob(f"*Z/{NAME}"))


def restore(
    folder: Path, database_path: Path, files: Files, *, name: str | None = None
) -> RestoreReport:
    """Bring the newest backup of ``folder`` back, or the one called ``name``.

    Raises:
        BackupUnusableError: there is none, or it is not whole.
        NotEmptyError: there are a database or files already.
        DiskFullError, FolderUnusableError: there is no room, or a folder cannot be written.
    """
    chosen = [one for one in backups_in(folder) if name in (None, one.name)]
    if not chosen:
        raise BackupUnusableError(str(folder), "there is none" if name is None else f"no “{name}”")
    _refuse_full(database_path, files)
    backup = chosen[-1]
    manifest = read_manifest(backup)
    _verify(backup / manifest.database.name, manifest.database, folder)
    for part in manifest.files:
        _verify(folder / FILES / part.name, part, folder)
    for part in manifest.files:
        _put_back(folder / FILES / part.name, part, files)
    with folder_explained(database_path.parent):
        database_path.parent.mkdir(parents=True, exist_ok=True)
        arriving = database_path.with_name(f"{database_path.name}.restoring")
        shutil.copyfile(backup / manifest.database.name, arriving)
        arriving.replace(database_path)
    with contextlib.closing(Store(database_path, files)) as store:
        return RestoreReport(manifest, tuple(store.analytics.checks()), store.check_files())


def _refuse_full(database_path: Path, files: Files) -> None:
    if database_path.exists():
        raise NotEmptyError(str(database_path))
    if next(iter(files.names()), None) is not None:
        raise NotEmptyError(files.where)


def _verify(path: Path, part: Part, folder: Path) -> None:
    if not path.is_file():
        raise BackupUnusableError(str(folder), f"{part.name} is missing")
    if sha256_of(path) != part.sha256:
        raise BackupUnusableError(str(folder), f"{part.name} was changed")


def _put_back(path: Path, part: Part, files: Files) -> None:
    doc_type, day, file_name = PurePosixPath(part.name).parts
    stored = files.save(path, doc_type, day=dt.date.fromisoformat(day), file_name=file_name)
    if stored.path_relative != part.name:
        raise BackupUnusableError(str(path.parent), f"{part.name} would get another name")
