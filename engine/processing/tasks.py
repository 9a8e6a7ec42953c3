"""What worker processes do with files and pages: self-contained work, plain records in and out.

Nothing here opens the database or raises for one bad page.
"""

import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from engine.processing.bank_files import BankSource, draw_bank_page, pages_of
from engine.processing.einvoices import (
    FoundXml,
    XmlSource,
    draw_einvoice_page,
    einvoice_pages,
    find_xml,
)
from engine.processing.kind_guess import kind_of_file
from engine.processing.page_codec import pack
from engine.reading import sniff
from engine.reading.bank_sniff import BANK_TYPES
from engine.reading.cell_reading import CellJob, CellReading
from engine.reading.document import DocumentFacts, Limits, inspect_document
from engine.reading.page import Turn
from engine.reading.reader import PageJob, iterate_pages
from engine.records import ColumnPlan
from engine.records.uploads import UploadKind

_SECONDS_PER_JOB: Final = 1.0


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

    ``holds_xml`` says that there is an e-invoice, or what was meant to be one; ``warnings`` are
    sentences about what else the file would do or carries.
    """

    facts: DocumentFacts
    kind: UploadKind | None
    holds_xml: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of one page: its packed words, or the error's code and sentence."""

    page_number: int
    content: bytes | None
    error_code: str | None = None
    error_message: str | None = None


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
    return Inspection(
        facts,
        kind,
        holds_xml=bool(found.xmls or found.warnings),
        warnings=_warnings(path, facts.mime_type, found, task.password),
    )


def _warnings(path: Path, mime_type: str, found: FoundXml, password: str | None) -> tuple[str, ...]:
    if mime_type != sniff.PDF:
        return ()
    from engine.reading.active_content import active_content

    return active_content(path, password=password, known={xml.name for xml in found.xmls})


def _bank_source(task: InspectTask, mime_type: str) -> BankSource:
    return BankSource(task.path, task.file_name, mime_type, task.limits.max_xml_bytes, task.plans)


def read(job: PageJob) -> list[PageOutcome]:
    """Read the pages of ``job`` that take milliseconds, or its only page.

    Pages with a text layer take milliseconds, those that must be recognised seconds: these, and
    what is left after about a second, are given back, so that several workers can share them.
    """
    if job.mime_type == sniff.XML:
        return _einvoice_outcomes(job)
    outcomes: list[PageOutcome] = []
    began = time.monotonic()
    for result in iterate_pages(job, leaves_scans=len(job.page_numbers) > 1):
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


def _einvoice_outcomes(job: PageJob) -> list[PageOutcome]:
    pages = einvoice_pages(Path(job.path), Path(job.path).name)
    return [PageOutcome(number, pack(pages[number - 1].page)) for number in job.page_numbers]
