"""Questions over all rows, answered by the statements in ``engine/sql/marts`` and ``checks``.

A mart's file says its grain, parameters and units. Amounts are Decimals in the currency beside
them and are never added across currencies.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import InvalidInputError
from engine.store.database import Database, Row
from engine.store.live_tables import LiveTables
from engine.store.sandbox.views import view_names
from engine.store.sql import SQL_DIR, sql

if TYPE_CHECKING:
    import pandas as pd

_PARAMETER = re.compile(r"\$([a-z_]+)")
_COMMENT = re.compile(r"--[^\n]*")


@dataclass(frozen=True, slots=True)
class CheckResult:
    """One consistency check: its name, the rule it watches, and the rows that break it."""

    name: str
    description: str
    rows: tuple[Row, ...]

    @property
    def passed(self) -> bool:
        """Whether no row breaks the rule."""
        return not self.rows


class Analytics:
    """Read-only answers over every row of the database. Thread-safe."""

    def __init__(self, database: Database, wanted: Callable[[], int] | None = None) -> None:
        self._database = database
        self._live = LiveTables(database, wanted=wanted)

    def refresh(self) -> None:
        """Bring the unnested tables up to the last write."""
        self._live.refresh()

    def query(self, mart: str, /, **params: object) -> list[Row]:
        """Rows of ``engine/sql/marts/<mart>.sql``; Decimals and dates are kept.

        A parameter that is not given is null, which means all.

        Raises:
            InvalidInputError: there is no such mart, or it has no such parameter.
        """
        columns, rows = self._table(mart, params)
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def frame(self, mart: str, /, **params: object) -> "pd.DataFrame":
        """The same as a DataFrame for display; it has its columns even without rows."""
        import pandas as pd

        columns, rows = self._table(mart, params)
        return pd.DataFrame.from_records(rows, columns=columns)

    def write_views(self, folder: Path) -> dict[str, int]:
        """Write each view of ``engine/sql/views`` to ``<view>.parquet``; rows by view.

        All as they are at one moment; amounts are exact decimals, instants UTC.
        """
        from pyarrow import parquet

        self._live.refresh()
        written: dict[str, int] = {}
        with self._database.read() as statements:
            for name in view_names():
                reader, rows = statements.arrow(f"views/{name}"), 0
                arriving = folder / f".{name}.partial"
                with parquet.ParquetWriter(arriving, reader.schema) as writer:
                    for batch in reader:
                        writer.write_batch(batch)
                        rows += batch.num_rows
                arriving.replace(folder / f"{name}.parquet")
                written[name] = rows
        return written

    def checks(self) -> list[CheckResult]:
        """Run every check; one that finds no row passes."""
        self._live.refresh()
        with self._database.read() as statements:
            return [
                CheckResult(name, _rule(name), tuple(statements.rows(f"checks/{name}")))
                for name in sorted(path.stem for path in (SQL_DIR / "checks").glob("*.sql"))
            ]

    def _table(
        self, mart: str, params: Mapping[str, object]
    ) -> tuple[list[str], list[tuple[object, ...]]]:
        known = parameters(mart)
        unknown = sorted(params.keys() - known)
        if unknown:
            raise InvalidInputError(
                f"“{mart}” cannot be filtered by {', '.join(unknown)}.",
                f"It takes {', '.join(sorted(known)) or 'no parameters'}.",
            )
        self._live.refresh()
        with self._database.read() as statements:
            return statements.table(f"marts/{mart}", {name: params.get(name) for name in known})


@cache
def marts() -> frozenset[str]:
    """Names of the questions that can be asked."""
    return frozenset(path.stem for path in (SQL_DIR / "marts").glob("*.sql"))


@cache
def parameters(mart: str) -> frozenset[str]:
    """Names of the parameters that a mart takes.

    Raises:
        InvalidInputError: there is no such mart.
    """
    if mart not in marts():
        raise InvalidInputError(
            f"There is no question “{mart}”.", f"There are {', '.join(sorted(marts()))}."
        )
    return frozenset(_PARAMETER.findall(_COMMENT.sub("", sql(f"marts/{mart}"))))


def _rule(check: str) -> str:
    return sql(f"checks/{check}").splitlines()[0].removeprefix("-- ")
