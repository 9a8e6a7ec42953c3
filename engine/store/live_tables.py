"""Every row's JSON unnested into flat tables of an in-memory database, once per ``row_version``.

The tables are named ``live.…``; nothing derived is ever written to the file. A refresh touches
only rows that were written since the last one.
"""

import logging
import threading
import time
from collections.abc import Callable

from engine.store.database import Database, Row, Statements
from engine.store.unnesting import UNNESTED_TABLES, unnest_batch

log = logging.getLogger(__name__)

BATCH_RECORDS = 200_000
"""About how many nested records one transaction unnests: bounds the memory of a first load."""

_TABLES = (
    "stale_rows",
    "loaded_rows",
    *UNNESTED_TABLES,
    "referred_records",
    "match_claims",
    "match_standing",
    "copies",
    "invoice_payments",
    "transaction_states",
    "line_asides",
    "invoice_states",
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
_OF_RUNS = _TABLES[_TABLES.index("referred_records") : _TABLES.index("invoice_states")]
"""What runs and the records that they speak of say together."""


class LiveTables:
    """The flat tables of one opened database. Thread-safe.

    ``wanted`` tells the least version that whoever asks right now has to be shown; without it that
    is the last write.
    """

    def __init__(
        self,
        database: Database,
        *,
        batch_records: int = BATCH_RECORDS,
        wanted: Callable[[], int] | None = None,
    ) -> None:
        self._database = database
        self._wanted = wanted or (lambda: database.version)
        self._batch_records = batch_records
        self._lock = threading.Lock()
        self._version: int | None = None
        self._is_behind = self._runs_are_behind = False
        self._invoices_are_behind = self._all_are_behind = False
        self._holders: Row | None = None

    def refresh(self) -> None:
        """Bring the tables up to what whoever asks wants; often they are there already.

        Those who wait while another one refreshes share the next refresh, however many wrote.
        """
        wanted = self._wanted()
        if self._holds(wanted):
            return
        with self._lock:
            if self._holds(wanted):
                return
            version = self._database.version
            if self._version is None:
                self._create()
            started, rows, batches = time.perf_counter(), 0, 0
            self._all_are_behind |= self._is_behind
            is_last = False
            while not is_last:
                with self._database.unlogged() as statements:
                    batch = unnest_batch(statements, self._batch_records)
                rows, is_last, batches = rows + batch.rows, batch.is_last, batches + 1
                self._is_behind |= batch.rows > 0
                self._runs_are_behind |= batch.concerns_runs
                self._invoices_are_behind |= batch.has_invoices
            self._all_are_behind |= batches > 1
            self._follow_up()
            self._version = version
            log.debug("unnested %d rows in %.3f s", rows, time.perf_counter() - started)

    def _holds(self, version: int) -> bool:
        return self._version is not None and self._version >= version

    def _create(self) -> None:
        with self._database.unlogged() as statements:
            statements.run("staging/tables/attach")
        with self._database.unlogged() as statements:
            for name in (*_TABLES, *_VIEWS):
                statements.run(f"staging/tables/{name}")

    def _follow_up(self) -> None:
        """Work out what follows from several rows, of what was written alone where that will do.

        What is behind is remembered until it was done, so a refresh that fails leaves nothing out:
        the next one does all, since which rows were stale is not known any more.
        """
        if not self._is_behind:
            return
        with self._database.unlogged() as statements:
            for table in _OF_RUNS if self._runs_are_behind else ():
                _refill(statements, table)
            holders = statements.rows("staging/refresh/print_of_holders")[0]
            everything = self._all_are_behind or self._runs_are_behind or holders != self._holders
            if everything or self._invoices_are_behind:
                _refill(statements, "invoice_states", {"everything": everything})
        self._holders = holders
        self._is_behind = self._runs_are_behind = False
        self._invoices_are_behind = self._all_are_behind = False


def _refill(statements: Statements, table: str, params: Row | None = None) -> None:
    statements.run(f"staging/refresh/clear_{table}", params)
    statements.run(f"staging/refresh/load_{table}", params)
