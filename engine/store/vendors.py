"""What people corrected on invoices, vendor by vendor, and what of that is forgotten.

The corrections stand in the rows of their invoices; only what is forgotten has a table.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from engine.records import Correction, Invoice, Learned
from engine.store.database import Database, Row

_corrections = msgspec.json.Decoder(tuple[Correction, ...])
_learned = msgspec.json.Decoder(dict[str, Learned])


class CorrectedInvoice(NamedTuple):
    """An invoice (vendor, corrections and what was learned only), and when it was confirmed."""

    invoice: Invoice
    confirmed_at: dt.datetime | None


class Vendors:
    """The corrections of all rows. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def corrected_invoices(self) -> list[CorrectedInvoice]:
        """Invoices that a person corrected, or confirmed as they were learned; oldest first."""
        with self._database.read() as statements:
            rows = statements.rows("rows/vendors/corrected_invoices")
        return [_record(row) for row in rows]

    def forgotten(self) -> list[Row]:
        """``vendor_key``, ``field`` (None for all) and ``forgotten_at`` of what does not count."""
        with self._database.read() as statements:
            return statements.rows("rows/vendors/forgotten")

    def forget(self, vendor_keys: Iterable[str], field: str | None, *, by: str) -> None:
        """Let corrections up to now, of one field or of all, count no more."""
        now = self._clock()
        with self._database.write() as statements:
            for key in vendor_keys:
                statements.rows(
                    "rows/vendors/forget",
                    {"vendor_key": key, "field": field, "now": now, "by": by},
                )


def _record(row: Row) -> CorrectedInvoice:
    confirmed_at = row.pop("confirmed_at")
    row["corrections"] = _corrections.decode(row["corrections"] or "[]")
    row["learned"] = _learned.decode(row["learned"])
    return CorrectedInvoice(Invoice(**row), confirmed_at)
