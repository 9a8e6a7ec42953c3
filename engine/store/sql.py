"""The text of every SQL statement, read once from ``engine/sql``."""

from functools import cache
from pathlib import Path

SQL_DIR = Path(__file__).resolve().parent.parent / "sql"


@cache
def sql(name: str) -> str:
    """Text of ``engine/sql/<name>.sql``: one statement."""
    return (SQL_DIR / f"{name}.sql").read_text("utf-8")
