"""Every row's JSON unnested into flat tables of an in-memory database, once per ``row_version``.

The tables are named ``live.…``; nothing derived is ever written to the file. A refresh touches
only rows that were written since the last one.
"""

import logging
import threading
import time

from engine.store.database import Database, Statements
from engine.store.unnesting import UNNESTED_TABLES, unnest_batch

log = logging.getLogger(__name__)

BATCH_RECORDS = 200_000
"""About how many nested records one transaction unnests: bounds the memory of a first load."""

_TABLES = (
    "stale_rows",
    "loaded_rows",
    *UNNESTED_TABLES,
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
_OVER_ALL_ROWS = _TABLES[_TABLES.index("match_claims") :]


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
            is_last = False
            while not is_last:
                with self._database.unlogged() as statements:
                    batch = unnest_batch(statements, self._batch_records)
                rows, is_last = rows + batch.rows, batch.is_last
            self._follow_up()
            self._version = version
            log.debug("unnested %d rows in %.3f s", rows, time.perf_counter() - started)

    def _create(self) -> None:
        with self._database.unlogged() as statements:
            statements.run("staging/tables/attach")
        with self._database.unlogged() as statements:
            for name in (*_TABLES, *_VIEWS):
                statements.run(f"staging/tables/{name}")

    def _follow_up(self) -> None:
        with self._database.unlogged() as statements:
            for table in _OVER_ALL_ROWS:
                _refill(statements, table)


def _refill(statements: Statements, table: str) -> None:
    statements.run(f"staging/refresh/clear_{table}")
    statements.run(f"staging/refresh/load_{table}")
