"""A copy of the database as it is at one moment, whether the app runs or not."""

import contextlib
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.errors import DiskFullError, FolderUnusableError, NotFoundError
from engine.keeping.side_door import held
from engine.store import Store


def copy_database(database_path: Path, target: Path) -> None:
    """Copy the database to ``target``, whole and brought to the newest schema.

    Raises:
        NotFoundError: there is none.
        DatabaseBusyError: another program has it open and does not let it be copied.
        DiskFullError, FolderUnusableError: there is no room for the copy.
    """
    if not database_path.is_file():
        raise NotFoundError("database", str(database_path))
    target.parent.mkdir(parents=True, exist_ok=True)
    with held(database_path) as is_running:
        if is_running:
            _copy_files(database_path, target)
        else:
            own = Store(database_path, database_path.parent)
            with contextlib.closing(own), own.held():
                _copy_files(database_path, target)
    Store(target, target.parent).close()  # what the log held is in the file now


@contextmanager
def opened_copy(database_path: Path, upload_dir: Path) -> Iterator[Store]:
    """The store of a copy, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="matchbook-", dir=database_path.parent) as folder:
        copy = Path(folder) / database_path.name
        copy_database(database_path, copy)
        with contextlib.closing(Store(copy, upload_dir)) as store:
            yield store


def _copy_files(database_path: Path, target: Path) -> None:
    """Copy the file and the log beside it.

    In a process of its own: one that closes a file gives up the locks that it has on it elsewhere.
    """
    for suffix in ("", ".wal"):
        source = database_path.with_name(f"{database_path.name}{suffix}")
        copy = target.with_name(f"{target.name}{suffix}")
        copy.unlink(missing_ok=True)
        if not source.exists():
            continue
        command = ["cp", "--reflink=auto", "--", str(source), str(copy)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            if "No space left" in done.stderr:
                raise DiskFullError(str(target))
            raise FolderUnusableError(str(target.parent), done.stderr.strip().rpartition(": ")[2])
