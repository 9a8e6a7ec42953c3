"""Every row's JSON unnested into flat tables of an in-memory database, once per ``row_version``.

The tables are named ``live.…``; nothing derived is ever written to the file. A refresh touches
only rows that were written since the last one.
"""

import logging
import threading
import time

from engine.store.database import Database, Statements

log = logging.getLogger(__name__)

BATCH_RECORDS = 200_000
"""About how many nested records one transaction unnests: bounds the memory of a first load."""

_TABLES = (
    "stale_rows",
    "loaded_rows",
    "stg_uploads",
    "stg_edits",
    "stg_invoices",
    "stg_line_items",
    "stg_transactions",
    "stg_runs",
    "stg_run_sources",
    "stg_matches",
    "stg_reasons",
    "stg_duplicates",
    "stg_set_aside",
    "match_claims",
    "match_standing",
    "copies",
    "invoice_payments",
    "invoice_states",
    "transaction_states",
    "line_asides",
    "upload_scopes",
)
_VIEWS = (
    "documents",
    "invoices",
    "transactions",
    "register",
    "corrections",
    "run_differences",
    "uploads_about",
)
"""What is asked of the tables: views, and two macros."""
_PER_ROW = _TABLES[1 : _TABLES.index("match_claims")]
_OVER_ALL_ROWS = _TABLES[_TABLES.index("match_claims") :]
_LOADS = (
    "parse_invoice_uploads",
    "load_invoice_uploads",
    "load_invoice_edits",
    "load_invoices",
    "load_line_items",
    "drop_parsed_invoice_uploads",
    "parse_bank_uploads",
    "load_bank_uploads",
    "load_bank_edits",
    "load_transactions",
    "drop_parsed_bank_uploads",
    "parse_runs",
    "load_runs",
    "load_run_sources",
    "load_matches",
    "load_reasons",
    "load_duplicates",
    "load_set_aside",
    "drop_parsed_runs",
    "note_loaded",
)


class LiveTables:
    """The flat tables of one opened database. Thread-safe."""

    def __init__(self, database: Database, *, batch_records: int = BATCH_RECORDS) -> None:
        self._database = database
        self._batch_records = batch_records
        self._lock = threading.Lock()
        self._version: int | None = None

    def refresh(self) -> None:
        """Bring the tables up to the last write; nothing happens when there was none."""
        if self._version == self._database.version:
            return
        with self._lock:
            version = self._database.version
            if self._version == version:
                return
            if self._version is None:
                self._create()
            started, rows = time.perf_counter(), 0
            while batch := self._load_batch():
                rows += batch
            self._follow_up()
            self._version = version
            log.debug("unnested %d rows in %.3f s", rows, time.perf_counter() - started)

    def _create(self) -> None:
        with self._database.unlogged() as statements:
            statements.run("staging/tables/attach")
        with self._database.unlogged() as statements:
            for name in (*_TABLES, *_VIEWS):
                statements.run(f"staging/tables/{name}")

    def _load_batch(self) -> int:
        """Unnest about ``batch_records`` records; how many rows were stale."""
        with self._database.unlogged() as statements:
            statements.run("staging/refresh/clear_stale")
            statements.run("staging/refresh/find_stale", {"batch_records": self._batch_records})
            stale = int(statements.rows("staging/refresh/count_stale")[0]["stale_rows"])
            if stale:
                for table in _PER_ROW:
                    statements.run(f"staging/refresh/forget_{table}")
                for name in _LOADS:
                    statements.run(f"staging/refresh/{name}")
        return stale

    def _follow_up(self) -> None:
        with self._database.unlogged() as statements:
            for table in _OVER_ALL_ROWS:
                _refill(statements, table)


def _refill(statements: Statements, table: str) -> None:
    statements.run(f"staging/refresh/clear_{table}")
    statements.run(f"staging/refresh/load_{table}")
