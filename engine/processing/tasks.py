"""What worker processes do: self-contained work, bytes and plain records in, bytes out.

Nothing here opens the database or raises for one bad page. Pages and records cross the process
boundary as JSON, which is quicker than pickling them and is what is kept anyway.
"""

import logging
import time
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from engine import extraction
from engine.extraction import Context
from engine.extraction.beside import Beside, when_asked
from engine.processing.bank_files import BankSource, bank_statement, draw_bank_page, pages_of
from engine.processing.einvoices import (
    FoundXml,
    XmlSource,
    draw_einvoice_page,
    einvoice_pages,
    find_xml,
)
from engine.processing.forked import forked_copies
from engine.processing.kind_guess import kind_of_file, kind_of_pages
from engine.processing.page_codec import pack, unpack
from engine.reading import sniff
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.cell_reading import CellJob, CellPlace, CellReading
from engine.reading.document import DocumentFacts, Limits, inspect_document
from engine.reading.page import Page, Turn
from engine.reading.reader import PageJob, iterate_pages
from engine.records import ColumnPlan, Invoice, ModelUse, StatementInfo, Transaction
from engine.records.uploads import UploadKind

if TYPE_CHECKING:
    from engine.extraction import Statement

log = logging.getLogger(__name__)

MANY_PAGES: Final = 48
"""Pages from which a file of invoices is shared by the workers."""

_SECONDS_PER_JOB: Final = 1.0
_encoder = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True)
class InspectTask:
    """A file to be looked at; ``is_kind_asked`` has its first pages' words looked at too.

    ``plans`` say how tables of transactions were read before.
    """

    path: str
    file_name: str
    limits: Limits
    is_kind_asked: bool = False
    password: str | None = field(default=None, repr=False)
    plans: tuple[ColumnPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a look at a file tells; ``kind`` is None when its words do not tell, or nobody asked.

    ``holds_xml`` says that there is an e-invoice, or what was meant to be one.
    """

    facts: DocumentFacts
    kind: UploadKind | None
    holds_xml: bool = False


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of one page: its packed words, or the error's code and sentence."""

    page_number: int
    content: bytes | None
    error_code: str | None = None
    error_message: str | None = None


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


@dataclass(frozen=True, slots=True)
class DrawTask:
    """One page to be drawn for people; ``plan`` says how the table of a bank's file was read."""

    path: str
    mime_type: str
    page_number: int
    dpi: int
    max_page_pixels: int
    turn: Turn
    password: str | None = field(default=None, repr=False)
    plan: ColumnPlan | None = None
    file_name: str = ""


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


def inspect(task: InspectTask) -> Inspection:
    """Open a file, count its pages, look at its first words.

    Raises:
        FileRefusedError: the bytes are no document that can be read.
    """
    path = Path(task.path)
    facts = inspect_document(path, task.file_name, password=task.password, limits=task.limits)
    if facts.mime_type in BANK_TYPES:
        pages_total = pages_of(_bank_source(task, facts.mime_type))
        return Inspection(replace(facts, pages_total=pages_total), "bank")
    if facts.mime_type == sniff.XML:
        pages = einvoice_pages(path, task.file_name, task.limits)
        return Inspection(replace(facts, pages_total=len(pages)), "invoice", holds_xml=True)
    source = XmlSource(
        task.path, task.file_name, facts.mime_type, task.limits.max_xml_bytes, task.password
    )
    found = find_xml(source)
    kind: UploadKind | None = None
    if task.is_kind_asked:
        kind = "invoice" if found.xmls else kind_of_file(path, task.file_name, facts, task.password)
    return Inspection(facts, kind, holds_xml=bool(found.xmls or found.warnings))


def _bank_source(task: InspectTask, mime_type: str) -> BankSource:
    return BankSource(task.path, task.file_name, mime_type, task.limits.max_xml_bytes, task.plans)


def read(job: PageJob) -> list[PageOutcome]:
    """Read the first pages of ``job``: all of them, or as many as take about a second.

    Pages with a text layer take milliseconds, others seconds: what is left is given back, so that
    several workers can share it.
    """
    if job.mime_type == sniff.XML:
        return _einvoice_outcomes(job)
    outcomes: list[PageOutcome] = []
    began = time.monotonic()
    for result in iterate_pages(job):
        outcomes.append(
            PageOutcome(
                page_number=result.page_number,
                content=pack(result.page) if result.page else None,
                error_code=result.error_code,
                error_message=result.error_message,
            )
        )
        if time.monotonic() - began > _SECONDS_PER_JOB:
            break
    return outcomes


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
        return _encoder.encode(_extract(kind, pages, task.context, task.readings, beside))


def reread(job: CellJob) -> tuple[CellReading, ...]:
    """What is read in the cells of ``job``; nothing where its page cannot be drawn."""
    from engine.reading.cell_reader import read_cells

    return read_cells(job)


def draw(task: DrawTask) -> bytes:
    """The PNG of a page."""
    if task.mime_type in BANK_TYPES:
        named = BankSource(
            task.path,
            task.file_name,
            task.mime_type,
            Path(task.path).stat().st_size,
            () if task.plan is None else (task.plan,),
        )
        return draw_bank_page(named, task.page_number, task.dpi)
    if task.mime_type == sniff.XML:
        return draw_einvoice_page(Path(task.path), task.page_number, task.dpi)
    from engine.reading.render import page_png

    return page_png(
        Path(task.path),
        task.mime_type,
        task.page_number,
        dpi=task.dpi,
        password=task.password,
        max_page_pixels=task.max_page_pixels,
        turn=task.turn,
    )


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


def _einvoice_outcomes(job: PageJob) -> list[PageOutcome]:
    pages = einvoice_pages(Path(job.path), Path(job.path).name)
    return [PageOutcome(number, pack(pages[number - 1].page)) for number in job.page_numbers]


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
