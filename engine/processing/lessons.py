"""Notes with every correction where the right value is printed and what stands beside it.

The page cache has the words; where it has them no more, the correction is noted without a place.
Pages are laid out and searched in the process that does quick work, never in the server's own.
"""

import datetime as dt
import logging
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.memory import LEARNABLE, correction_of, place_of
from engine.extraction.printed.own_sheet import sheet_of_invoice
from engine.processing.executor import TaskFailedError, WorkerLostError
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_codec import unpack
from engine.processing.workshop import reading_key
from engine.records import Correction, Invoice, InvoiceDocument, Provenance

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class LessonTask:
    """An invoice before and after a person's changes, and the packed pages that it is on."""

    old: Invoice
    new: Invoice
    pages: tuple[bytes, ...]
    at: dt.datetime


def note(task: LessonTask) -> Invoice:
    """The new invoice with what its changes teach."""
    sheet = sheet_of_invoice(task.new, [unpack(content) for content in task.pages])
    known = {correction.field: correction for correction in task.old.corrections}
    provenance = dict(task.new.provenance)
    for name in _changed(task.old, task.new):
        correction, place = _lesson(name, known.get(name), task.old, task.new, sheet, task.at)
        if correction is None:
            known.pop(name, None)
        else:
            known[name] = correction
        if place is not None:
            provenance[name] = place
    return msgspec.structs.replace(
        task.new,
        provenance=provenance,
        corrections=tuple(known[name] for name in LEARNABLE if name in known),
        learned=task.old.learned,
    )


class Lessons:
    """Makes lessons of what people change on invoices; pages are searched by ``executor``."""

    def __init__(self, pages: PageCache, options: RunOptions, executor: Executor) -> None:
        self._pages = pages
        self._options = options
        self._executor = executor

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
        if new is old:
            return new
        if not _changed(old, new):
            return msgspec.structs.replace(new, corrections=old.corrections, learned=old.learned)
        task = LessonTask(old, new, self._contents(new, file_hash), at)
        try:
            return self._executor.submit(note, task).result()
        except (WorkerLostError, TaskFailedError):
            # A correction is worth more than the place that it is printed at.
            log.exception("a correction of “%s” is noted without its place", new.invoice_id)
            return note(replace(task, pages=()))

    def _contents(self, invoice: Invoice, file_hash: str) -> tuple[bytes, ...]:
        read = self._options.read
        contents = (
            self._pages.get(reading_key(file_hash, number, read)) for number in invoice.pages
        )
        return tuple(content for content in contents if content is not None)


def _changed(old: Invoice, new: Invoice) -> list[str]:
    return [name for name in LEARNABLE if getattr(old, name) != getattr(new, name)]


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
