"""All rows as JSON lines, for other programs and other days."""

import datetime as dt
import gzip
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from engine import __version__
from engine.records.transfer import Head, line_of
from engine.store import Store, folder_explained


def export_rows(store: Store, target: Path, now: dt.datetime) -> dict[str, int]:
    """Write every row of ``store`` to ``target``, packed when its name ends in ``.gz``.

    The file has its name only when it is whole. Returns the lines by their kind.

    Raises:
        DiskFullError, FolderUnusableError: it cannot be written.
    """
    head = Head(
        matchbook_version=__version__, database_schema=store.schema_version, exported_at=now
    )
    lines: Counter[str] = Counter()
    with _written(target) as file:
        file.write(line_of(head) + b"\n")
        for record in store.transfer.rows():
            file.write(line_of(record) + b"\n")
            lines[str(record.__struct_config__.tag)] += 1
    return dict(lines)


@contextmanager
def _written(target: Path) -> Iterator[BinaryIO]:
    with folder_explained(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        arriving = target.with_name(f".{target.name}.partial")
        try:
            is_packed = target.suffix == ".gz"
            with gzip.open(arriving, "wb") if is_packed else arriving.open("wb") as file:
                yield cast("BinaryIO", file)
            arriving.replace(target)
        finally:
            arriving.unlink(missing_ok=True)
