"""What a worker does to understand the pages of one file, or a file that a bank's program wrote.

Pages and records cross the process boundary as JSON, which is quicker than pickling them and is
what is kept anyway.
"""

import logging
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from engine import extraction
from engine.extraction import Context
from engine.extraction.beside import Beside, when_asked
from engine.extraction.letting_go import let_go_later
from engine.processing.bank_files import BankSource, bank_statement
from engine.processing.einvoices import FoundXml, XmlSource, find_xml
from engine.processing.forked import forked_copies
from engine.processing.kind_guess import kind_of_pages
from engine.processing.page_codec import unpack
from engine.reading.cell_reading import CellPlace, CellReading
from engine.reading.page import Page
from engine.records import ColumnPlan, Invoice, ModelUse, StatementInfo, Transaction
from engine.records.uploads import UploadKind

if TYPE_CHECKING:
    from engine.extraction import Statement

log = logging.getLogger(__name__)

MANY_PAGES: Final = 48
"""Pages from which a file of invoices is shared by the workers."""

_MANY_ROWS: Final = 1000
"""Transactions from which freeing what was read takes its time."""

_encoder = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class ExtractionTask:
    """Pages (packed, in order) to be understood as one kind of document.

    ``kind`` auto lets the content decide, or ``likely_kind`` when the content does not tell.
    ``xml`` is where an e-invoice may be; None has it ignored. ``bank`` is a file that a bank's
    program wrote: it is read itself, and there are no pages. ``readings`` are second readings of a
    statement's cells; with None the answer tells which cells are worth one. ``has_room`` says that
    a core is free for part of the work.
    """

    kind: Literal["auto", "invoice", "bank"]
    likely_kind: UploadKind
    pages: tuple[bytes, ...]
    context: Context
    xml: XmlSource | None = None
    bank: BankSource | None = None
    readings: tuple[CellReading, ...] | None = None
    has_room: bool = False

    @property
    def is_long(self) -> bool:
        """Whether all workers should share it: see ``long_files``."""
        return len(self.pages) >= MANY_PAGES and self.kind != "bank"


class Extracted(msgspec.Struct, frozen=True):
    """What a file says. Either ``invoices`` or ``info`` with ``transactions`` is filled.

    ``page_sources`` tells where the words of each page came from: text or ocr; ``page_engines``
    who recognised those that are scans; ``turned_pages`` by how many degrees those that lie on
    their side were turned. ``warnings`` are sentences about
    the file; ``language_model`` is who else was asked; ``einvoice`` is the standard of the XML that
    was read with the pages; ``bank_format`` and ``columns`` say how a bank's file was read.
    ``doubtful_cells`` are those of a statement that should be read again.
    """

    kind: UploadKind
    page_sources: dict[int, str] = {}
    page_engines: dict[int, str] = {}
    turned_pages: dict[int, Literal[90, 180, 270]] = {}
    invoices: tuple[Invoice, ...] = ()
    info: StatementInfo = StatementInfo()
    transactions: tuple[Transaction, ...] = ()
    warnings: tuple[str, ...] = ()
    language_model: ModelUse | None = None
    einvoice: str | None = None
    bank_format: str | None = None
    columns: ColumnPlan | None = None
    doubtful_cells: tuple[CellPlace, ...] = ()


def extract(task: ExtractionTask) -> bytes:
    """The JSON of ``Extracted`` for the pages of ``task``.

    Raises:
        FileRefusedError: a bank's file cannot be read as it was before.
    """
    if task.bank is not None:
        return _encoder.encode(_extract_bank_file(task.bank, task.context))
    pages = [unpack(content) for content in task.pages]
    found = find_xml(task.xml)
    kind = task.kind
    if kind == "auto":
        kind = "invoice" if found.xmls else kind_of_pages(pages) or task.likely_kind
    if kind == "invoice" and (found.xmls or found.warnings):
        return _encoder.encode(_with_xml(found, pages, task.context))
    with forked_copies() if task.has_room else nullcontext(when_asked) as beside:
        extracted = _extract(kind, pages, task.context, task.readings, beside)
        if len(extracted.transactions) >= _MANY_ROWS:
            let_go_later(pages, extracted)
        return _encoder.encode(extracted)


def extracted_from_json(content: bytes) -> Extracted:
    """What ``extract`` wrote."""
    return msgspec.json.decode(content, type=Extracted)


def _extract_bank_file(source: BankSource, context: Context) -> Extracted:
    found = bank_statement(source, context.upload_id)
    return Extracted(
        kind="bank",
        page_sources=dict.fromkeys(range(1, found.pages_total + 1), "text"),
        info=found.statement.info,
        transactions=found.statement.transactions,
        warnings=found.file.warnings,
        bank_format=found.file.format_name,
        columns=found.file.plan,
    )


def _with_xml(found: FoundXml, pages: list[Page], context: Context) -> Extracted:
    """Invoices of pages that came with XML; of pages drawn from it, the XML alone tells."""
    from engine.extraction.einvoice import with_einvoices

    if found.is_drawn:
        read = Extracted(kind="invoice", page_sources={p.page_number: "text" for p in pages})
    else:
        read = _extract("invoice", pages, context)
    try:
        merged = with_einvoices(read.invoices, pages, found.xmls, context, is_drawn=found.is_drawn)
    except Exception:  # whatever is in the XML, the pages' reading stands
        log.exception("the e-invoice of %s could not be used", context.upload_id)
        warning = "The e-invoice in this file could not be used: an error, which is in the log."
        return msgspec.structs.replace(read, warnings=(*read.warnings, warning))
    return msgspec.structs.replace(
        read,
        invoices=merged.invoices,
        einvoice=merged.standard,
        warnings=(*read.warnings, *found.warnings, *merged.warnings),
    )


def _extract(
    kind: UploadKind,
    pages: list[Page],
    context: Context,
    readings: tuple[CellReading, ...] | None = (),
    beside: Beside = when_asked,
) -> Extracted:
    sources: dict[int, str] = {page.page_number: page.source for page in pages}
    engines = {page.page_number: page.engine for page in pages if page.engine}
    turns = {page.page_number: page.turn for page in pages if page.turn}
    if kind == "invoice":
        return Extracted(
            kind=kind,
            page_sources=sources,
            page_engines=engines,
            turned_pages=turns,
            invoices=extraction.extract_invoices(pages, context),
        )
    statement = extraction.extract_statement(pages, context, readings or (), beside)
    return Extracted(
        kind=kind,
        page_sources=sources,
        page_engines=engines,
        turned_pages=turns,
        info=statement.info,
        transactions=statement.transactions,
        doubtful_cells=_doubtful_cells(statement, pages) if readings is None else (),
    )


def _doubtful_cells(statement: "Statement", pages: list[Page]) -> tuple[CellPlace, ...]:
    from engine.extraction.statements.rereading import cells_to_read_again

    return cells_to_read_again(statement, pages)
