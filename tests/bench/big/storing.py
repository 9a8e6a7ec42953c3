"""Statements of 342 lines a second: one row with its JSON, beside a row for each line."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa

from engine.records import BankDocument
from engine.store import Store
from tests.bench.big.rows import made_statements
from tests.bench.timing import Took
from tests.support import made_rows

LINES: Final = 342
_FLAT: Final = (
    "create table lines (upload_id varchar, transaction_id varchar primary key, "
    "account_number varchar, page integer, date date, description varchar, "
    "amount decimal(18,2), balance decimal(18,2), currency varchar, type varchar, "
    "confidence double)"
)
_COLUMNS: Final = (
    "transaction_id", "account_number", "page", "date", "description", "amount", "balance",
    "currency", "type", "confidence",
)  # fmt: skip


def measure(count: int, folder: Path) -> dict[str, Any]:
    """Uploads a second in each way, a transaction for each upload, on a new file for each way."""
    documents = made_statements(count, LINES)
    few = documents[: max(1, count // 20)]
    life, again = Store(folder / "a.duckdb", folder / "a"), Store(folder / "b.duckdb", folder / "b")
    try:
        whole = _took(documents, lambda document: _whole_life(life, document))
        rows = [
            (life.documents.get(one.upload_id), life.bank.get(one.upload_id)) for one in documents
        ]
        once = _took(rows, lambda row: again.transfer.add_upload(*row))
        kept = again.counts()["bank_uploads"]
    finally:
        life.close()
        again.close()
    with (
        duckdb.connect(folder / "flat.duckdb") as flat,
        duckdb.connect(folder / "c.duckdb") as bulk,
    ):
        flat.execute(_FLAT)
        bulk.execute(_FLAT)
        single = _took(few, lambda document: _line_by_line(flat, document))
        together = _took(documents, lambda document: _all_lines(bulk, document))
    return {
        "uploads": kept,
        "lines_each": LINES,
        "uploads_per_second": count / once.seconds,
        "cpu_seconds_per_upload": once.cpu_seconds / count,
        "whole_life_uploads_per_second": count / whole.seconds,
        "whole_life_cpu_seconds_per_upload": whole.cpu_seconds / count,
        "row_per_line_uploads_per_second": len(few) / single.seconds,
        "row_per_line_cpu_seconds_per_upload": single.cpu_seconds / len(few),
        "row_per_line_at_once_uploads_per_second": count / together.seconds,
        "row_per_line_at_once_cpu_seconds_per_upload": together.cpu_seconds / count,
        "times_row_per_line": count / once.seconds / (len(few) / single.seconds),
    }


def _took(things: Iterable[Any], insert: Callable[[Any], object]) -> Took:
    started, cpu = time.perf_counter(), time.process_time()
    for thing in things:
        insert(thing)
    return Took(time.perf_counter() - started, time.process_time() - cpu)


def _whole_life(store: Store, document: BankDocument) -> None:
    """Pending, processing, completed: three transactions, as when a file is uploaded and read."""
    name = document.upload_id
    store.bank.insert(made_rows.new_upload(name, kind="bank"))
    store.bank.set_status(name, "processing", processing_start=made_rows.NOON)
    store.bank.complete(name, document, status="completed", confidence_score=0.9, row_version=2)


def _flat_rows(document: BankDocument) -> list[tuple[Any, ...]]:
    return [
        (document.upload_id, *(getattr(line, name) for name in _COLUMNS))
        for line in document.transactions
    ]


def _line_by_line(connection: duckdb.DuckDBPyConnection, document: BankDocument) -> None:
    places = ", ".join("?" for _ in range(len(_COLUMNS) + 1))
    connection.begin()
    connection.executemany(f"insert into lines values ({places})", _flat_rows(document))
    connection.commit()


def _all_lines(connection: duckdb.DuckDBPyConnection, document: BankDocument) -> None:
    """The quickest way that DuckDB has: all lines of a statement as one Arrow table."""
    columns = zip(*_flat_rows(document), strict=True)
    table = pa.table(dict(zip(("upload_id", *_COLUMNS), map(pa.array, columns), strict=True)))
    connection.register("arriving", table)
    connection.execute("insert into lines select * from arriving")
    connection.unregister("arriving")
