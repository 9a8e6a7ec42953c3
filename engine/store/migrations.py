"""Brings a database file to the newest schema, all steps in one transaction.

A step is one file ``engine/sql/schema/NNNN_name.sql`` holding one statement. A file that was ever
released is never changed; the next change of the schema is the next number.
"""

import datetime as dt
import re
from pathlib import Path

from engine.errors import DatabaseTooNewError
from engine.store.database import Database, Statements
from engine.store.sql import SQL_DIR

_STEP = re.compile(r"(\d{4})_(\w+)\.sql")


def steps() -> list[tuple[int, str]]:
    """Version and file stem of every step, in order."""
    files = [_STEP.fullmatch(path.name) for path in sorted(_schema_dir().glob("*.sql"))]
    return [(int(match[1]), Path(match[0]).stem) for match in files if match]


def migrate(database: Database, now: dt.datetime) -> int:
    """Apply the steps that the file has not seen; the version that it has then.

    Raises:
        DatabaseTooNewError: the file has seen steps that this program does not know.
    """
    known = steps()
    newest = known[-1][0]
    with database.read() as statements:
        current = _current_version(statements)
    if current > newest:
        raise DatabaseTooNewError(str(database.path), current, newest)
    if current < newest:
        with database.write() as statements:
            for version, stem in known:
                if version > current:
                    statements.rows(f"schema/{stem}")
                    statements.rows(
                        "rows/migrations/record",
                        {"version": version, "name": stem[5:], "applied_at": now},
                    )
    return newest


def _schema_dir() -> Path:
    return SQL_DIR / "schema"


def _current_version(statements: Statements) -> int:
    if statements.first("rows/migrations/exists") is None:
        return 0
    row = statements.first("rows/migrations/current_version")
    return int(row["version"] or 0) if row else 0
