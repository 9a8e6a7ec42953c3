"""Questions over all rows, answered by the statements in ``engine/sql/marts`` and ``checks``."""

from dataclasses import dataclass

from engine.store.database import Database, Row
from engine.store.sql import SQL_DIR, sql


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One consistency check: its name, what it looks for, and the rows that offend."""

    name: str
    description: str
    rows: tuple[Row, ...]


class Analytics:
    """Read-only answers over every row of the database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def query(self, name: str, **params: object) -> list[Row]:
        """Rows of ``engine/sql/marts/<name>.sql``; Decimals and dates are kept."""
        with self._database.read() as statements:
            return statements.rows(f"marts/{name}", params)

    def checks(self) -> list[CheckResult]:
        """Run every check; one that finds no row passes."""
        names = sorted(path.stem for path in (SQL_DIR / "checks").glob("*.sql"))
        with self._database.read() as statements:
            return [
                CheckResult(name, _description(name), tuple(statements.rows(f"checks/{name}")))
                for name in names
            ]


def _description(name: str) -> str:
    return sql(f"checks/{name}").splitlines()[0].removeprefix("-- ")
