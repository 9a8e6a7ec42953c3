"""What the board asks of nested rows, beside the same SQL on tables that were flat all along.

The flat tables are what a design with one row per invoice and bank line would have in its file,
states of matches included. Both take turns, so that a busy machine slows both.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

import duckdb

from engine.reports import BoardFilters, make_board
from engine.store import Store
from engine.store.analytics import parameters
from engine.store.database import Statements
from engine.store.sql import sql
from tests.bench.timing import Took, took

TODAY: Final = dt.date(2026, 8, 1)
CHOICES: Final = (
    BoardFilters(today=TODAY),
    BoardFilters(today=TODAY, from_date=dt.date(2026, 1, 1), to_date=dt.date(2026, 6, 30)),
    BoardFilters(today=TODAY, vendor="Vendor 7"),
    BoardFilters(today=TODAY, account="DE07120300000000202051", currency="EUR"),
)
"""No filter, a period, a vendor, an account with a currency."""

_WHOLE: Final = ("documents", "invoices", "transactions", "register", "corrections")
"""Views of the nested rows that become tables."""

_TABLES: Final = (
    "stg_uploads",
    "stg_invoices",
    "stg_transactions",
    "stg_runs",
    "stg_run_sources",
    "stg_matches",
    "match_standing",
    "copies",
    "upload_scopes",
)
_ENGINES: Final = "create view production_{} as select upload_id, ocr_engine from live.engines"
Asked = tuple[str, dict[str, Any]]
Rows = list[dict[str, Any]]


class FlatTables:
    """A file of its own with flat tables, filled from the nested rows of ``store``."""

    def __init__(self, store: Store, path: Path) -> None:
        store.analytics.refresh()
        cursor = store.analytics._database.cursor()
        cursor.execute(f"attach '{path}' as flat")
        for name in (*_WHOLE, *_TABLES):
            cursor.execute(f"create table flat.{name} as from live.{name}")
        cursor.execute(
            "create table flat.engines as "
            "select upload_id, ocr_engine from production_invoice_uploads union all "
            "select upload_id, ocr_engine from production_bank_uploads"
        )
        cursor.execute("detach flat")
        self._connection = duckdb.connect()
        self._connection.execute(f"attach '{path}' as live")
        self._connection.execute(sql("staging/tables/uploads_about"))
        self._connection.execute(_ENGINES.format("bank_uploads"))
        self._connection.execute(
            "create view production_invoice_uploads as "
            "select '' as upload_id, '' as ocr_engine where false"
        )
        self._statements = Statements(self._connection, path)
        self.file_bytes = path.stat().st_size

    def query(self, mart: str, params: dict[str, Any]) -> Rows:
        """The rows of a mart's own SQL on the flat tables."""
        return self._statements.rows(f"marts/{mart}", params)

    def close(self) -> None:
        """Release the file."""
        self._connection.close()


def questions(store: Store) -> list[Asked]:
    """Each mart with its parameters that the board asks for one of the choices."""
    asked: list[Asked] = []

    def note(mart: str, **params: Any) -> Rows:
        asked.append((mart, params))
        return store.analytics.query(mart, **params)

    for choice in CHOICES:
        make_board(note, choice, dt.datetime.now(dt.UTC))
    return asked


def compare(store: Store, flat: FlatTables, repeats: int) -> dict[str, Any]:
    """Seconds of every question on both sides, the best of ``repeats``; their rows are the same.

    ``times_flat`` are of the seconds on the cores, which other programs disturb least.
    """
    asked = [(mart, _all_parameters(mart, params)) for mart, params in questions(store)]
    ours, theirs, same = list[Took](), list[Took](), 0
    of_mart: dict[str, list[Took]] = {}
    for mart, params in asked:
        mine, other = (
            partial(store.analytics.query, mart, **params),
            partial(flat.query, mart, params),
        )
        same += _comparable(mine()) == _comparable(other())
        pairs = [(took(mine), took(other)) for _ in range(repeats)]
        ours.append(_best(pair[0] for pair in pairs))
        theirs.append(_best(pair[1] for pair in pairs))
        of_mart.setdefault(mart, []).extend((ours[-1], theirs[-1]))
    times = {mart: _times(both[0::2], both[1::2]) for mart, both in of_mart.items()}
    slowest = max(times, key=times.__getitem__)
    return {
        "questions": len(asked),
        "same_answers": same,
        "p50_seconds": median(one.seconds for one in ours),
        "p95_seconds": _p95([one.seconds for one in ours]),
        "p95_cpu_seconds": _p95([one.cpu_seconds for one in ours]),
        "flat_p95_seconds": _p95([one.seconds for one in theirs]),
        "flat_p95_cpu_seconds": _p95([one.cpu_seconds for one in theirs]),
        "times_flat": _times(ours, theirs),
        "most_times_flat": times[slowest],
        "most_times_flat_of": slowest,
        "times_flat_by_question": times,
    }


def _comparable(rows: Rows) -> Rows:
    """The rows without the last digits of floating point, which depend on the order of adding."""
    return [
        {name: round(cell, 9) if isinstance(cell, float) else cell for name, cell in row.items()}
        for row in rows
    ]


def _all_parameters(mart: str, params: dict[str, Any]) -> dict[str, Any]:
    return {name: params.get(name) for name in parameters(mart)}


def _times(ours: Sequence[Took], theirs: Sequence[Took]) -> float:
    return sum(one.cpu_seconds for one in ours) / sum(one.cpu_seconds for one in theirs)


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1]


def _best(times: Iterable[Took]) -> Took:
    seconds, cpu_seconds = zip(*times, strict=True)
    return Took(min(seconds), min(cpu_seconds))
