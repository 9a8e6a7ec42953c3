"""Notes with every correction where the right value is printed and what stands beside it.

The page cache has the words; where it has them no more, the correction is noted without a place.
"""

import datetime as dt
from typing import Any

import msgspec

from engine.extraction.invoices.layout import Sheet
from engine.extraction.memory import LEARNABLE, correction_of, place_of
from engine.extraction.printed.own_sheet import sheet_of_invoice
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_codec import unpack
from engine.processing.run import reading_key
from engine.records import Correction, Invoice, InvoiceDocument, Provenance


class Lessons:
    """Makes lessons of what people change on invoices."""

    def __init__(self, pages: PageCache, options: RunOptions) -> None:
        self._pages = pages
        self._options = options

    def noted(
        self, stored: InvoiceDocument, edited: InvoiceDocument, at: dt.datetime
    ) -> InvoiceDocument:
        """``edited`` with what its changes since ``stored`` teach."""
        before = {invoice.invoice_id: invoice for invoice in stored.invoices}
        invoices = tuple(
            self._noted(before[invoice.invoice_id], invoice, edited.file_info.file_hash, at)
            if invoice.invoice_id in before
            else invoice
            for invoice in edited.invoices
        )
        return msgspec.structs.replace(edited, invoices=invoices)

    def _noted(self, old: Invoice, new: Invoice, file_hash: str, at: dt.datetime) -> Invoice:
        changed = [name for name in LEARNABLE if getattr(old, name) != getattr(new, name)]
        known = {correction.field: correction for correction in old.corrections}
        if not changed:
            return msgspec.structs.replace(new, corrections=old.corrections, learned=old.learned)
        sheet = self._sheet_of(new, file_hash)
        provenance = dict(new.provenance)
        for name in changed:
            correction, place = _lesson(name, known.get(name), old, new, sheet, at)
            if correction is None:
                known.pop(name, None)
            else:
                known[name] = correction
            if place is not None:
                provenance[name] = place
        return msgspec.structs.replace(
            new,
            provenance=provenance,
            corrections=tuple(known[name] for name in LEARNABLE if name in known),
            learned=old.learned,
        )

    def _sheet_of(self, invoice: Invoice, file_hash: str) -> Sheet | None:
        read = self._options.read
        contents = [
            self._pages.get(reading_key(file_hash, number, read)) for number in invoice.pages
        ]
        pages = [unpack(content) for content in contents if content is not None]
        return sheet_of_invoice(invoice, pages)


def _lesson(
    name: str,
    known: Correction | None,
    old: Invoice,
    new: Invoice,
    sheet: Sheet | None,
    at: dt.datetime,
) -> tuple[Correction | None, Provenance | None]:
    """The correction of a field, None when it is as it was read; and its place on the page."""
    value: Any = getattr(new, name)
    place = place_of(name, value, sheet)
    correction = correction_of(name, getattr(old, name), value, at=at, sheet=sheet, place=place)
    if known is not None:
        correction = msgspec.structs.replace(correction, before=known.before)
    shown = place.provenance(1.0, "user") if place else None
    return (None if correction.before == correction.after else correction), shown
