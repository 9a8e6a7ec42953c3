"""Statements through ``python -m engine extract``: pages a second, rows that are right, memory.

Beside them stand camelot's network flavour, where it is installed, and pdfplumber's tables, on the
first pages of the same layouts. Their rows count as soon as day, words and amount are cells of one
row, though nothing says which is which.
"""

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pdfplumber

from tests.bench.limits import LONG_FILE_BYTES, STATEMENT_PAGES_PER_SECOND
from tests.bench.long_statements import (
    MadeStatement,
    balance_statement,
    totals_statement,
    wrapped_statement,
)
from tests.bench.memory import Ran, run_watched
from tests.bench.sizes import Sizes

LAYOUTS: Final[dict[str, Callable[[int, int], MadeStatement]]] = {
    "with a balance on each row": balance_statement,
    "with wrapped descriptions": wrapped_statement,
    "with totals only": totals_statement,
}
_PAGES_OF_SMALL: Final = 2
_BY_TEXT: Final = {"vertical_strategy": "text", "horizontal_strategy": "text"}
Row = tuple[str, str, Decimal]


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """Each layout as one long file, then all of them as many small ones in one command."""
    figures = {
        name: _long_file(make(sizes.statement_pages, 3), make(sizes.peer_pages, 3), folder)
        for name, make in LAYOUTS.items()
    }
    makers = list(LAYOUTS.values())
    small = [makers[n % len(makers)](_PAGES_OF_SMALL, n) for n in range(sizes.statement_files)]
    figures[f"{len(small)} small files"] = _ours(small, folder / "small")
    return figures


def _long_file(made: MadeStatement, short: MadeStatement, folder: Path) -> dict[str, Any]:
    figures = _ours([made], folder / "long")
    path = folder / "short.pdf"
    path.write_bytes(short.content)
    peers = {"pdfplumber's tables": _peer(_plumber_rows, path, short)}
    if find_spec("camelot"):
        peers["camelot's network"] = _peer(_camelot_rows, path, short)
    rate = figures["pages_per_second"]
    for peer in peers.values():
        peer["times"] = rate / peer["pages_per_second"]
    return {**figures, "peers": peers}


def _ours(made: list[MadeStatement], folder: Path) -> dict[str, Any]:
    out = folder / "out"
    out.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{number}.pdf" for number in range(len(made))]
    for path, statement in zip(paths, made, strict=True):
        path.write_bytes(statement.content)
    command = (sys.executable, "-m", "engine", "extract", "--kind", "bank", "--out", str(out))
    ran = run_watched((*command, *map(str, paths)))
    truth = Counter(row for one in made for row in _true_rows(one))
    pages, found = 0, Counter[Row]()
    for path in paths:
        record = json.loads((out / f"{path.stem}.json").read_text("utf-8"), parse_float=Decimal)
        pages += record["file_info"]["pages_total"]
        found.update((t["date"], t["description"], t["amount"]) for t in record["transactions"])
    return _figures(ran, pages) | {
        "rows": truth.total(),
        "found_rows": found.total(),
        "right_rows": (truth & found).total(),
    }


def _figures(ran: Ran, pages: int) -> dict[str, Any]:
    return {
        "pages": pages,
        "seconds": ran.seconds,
        "cpu_seconds": ran.cpu_seconds,
        "pages_per_second": pages / ran.seconds,
        "peak_bytes": ran.peak_bytes,
        "limit_pages_per_second": STATEMENT_PAGES_PER_SECOND,
        "limit_bytes": LONG_FILE_BYTES,
    }


def _true_rows(made: MadeStatement) -> Iterable[Row]:
    for row in made.rows:
        yield row.date.isoformat(), " ".join((row.description, *row.wraps)), row.amount


def _peer(
    read: Callable[[Path], Iterable[Iterable[str | None]]], path: Path, made: MadeStatement
) -> dict[str, float]:
    started = time.perf_counter()
    rows = [{(cell or "").strip() for cell in row} for row in read(path)]
    seconds = time.perf_counter() - started
    wanted = {(day, row.description, amount) for row, (day, amount) in _printed(made)}
    seen = sum(any(cells.issuperset(want) for cells in rows) for want in wanted)
    with pdfplumber.open(path) as document:
        pages = len(document.pages)
    return {"pages_per_second": pages / seconds, "rows_in_cells": seen / len(wanted)}


def _printed(made: MadeStatement) -> Iterable[tuple[Any, tuple[str, str]]]:
    return zip(made.rows, made.printed, strict=True)


def _plumber_rows(path: Path) -> Iterable[Iterable[str | None]]:
    rows: list[list[str | None]] = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            rows += page.extract_table(_BY_TEXT) or []
            page.close()
    return rows


def _camelot_rows(path: Path) -> Iterable[Iterable[str | None]]:
    import camelot

    tables = camelot.read_pdf(str(path), pages="all", flavor="network")
    return [row for table in tables for row in table.df.itertuples(index=False)]
