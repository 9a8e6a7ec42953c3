"""From what was read and extracted to the record of a row. Pure: the clock is an argument."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine import __version__
from engine.processing.extraction_task import Extracted
from engine.records import (
    AuditEntry,
    BankDocument,
    FailedPage,
    FileInfo,
    InvoiceDocument,
    ProcessingInfo,
    append_entry,
    summarise_invoices,
    summarise_transactions,
)
from engine.records.uploads import UploadStatus

USUAL_OCR_ENGINE: Final = "tesseract"
READER: Final = "matchbook"
"""The name under which reading a file stands in a row's history."""


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """How the pages of one file went: how many are good, which are bad, and from when to when."""

    pages_read: int
    failed_pages: tuple[FailedPage, ...]
    started_at: dt.datetime
    ended_at: dt.datetime

    @property
    def seconds(self) -> float:
        """How long it took."""
        return (self.ended_at - self.started_at).total_seconds()

    @property
    def status(self) -> UploadStatus:
        """The status that a row earns by these pages."""
        if not self.failed_pages:
            return "completed"
        return "partial" if self.pages_read else "failed"


def build_document(
    upload_id: str,
    file_info: FileInfo,
    report: ReadingReport,
    extracted: Extracted,
    trail: Sequence[AuditEntry] = (),
    engine_version: str = __version__,
) -> InvoiceDocument | BankDocument:
    """The row's record. ``trail`` is the history so far; it goes on with one entry."""
    processing_info = _processing_info(report, extracted, engine_version)
    audit_trail = append_entry(
        trail, at=report.ended_at, by=READER, action="read", after=_outcome(extracted)
    )
    if extracted.kind == "invoice":
        return InvoiceDocument(
            upload_id=upload_id,
            file_info=file_info,
            processing_info=processing_info,
            extraction_summary=summarise_invoices(extracted.invoices),
            invoices=extracted.invoices,
            audit_trail=audit_trail,
        )
    return BankDocument(
        upload_id=upload_id,
        file_info=file_info,
        processing_info=processing_info,
        statement_info=extracted.info,
        extraction_summary=summarise_transactions(extracted.transactions),
        transactions=extracted.transactions,
        audit_trail=audit_trail,
    )


def confidence_of(document: InvoiceDocument | BankDocument) -> float | None:
    """Mean confidence of the document's records, from 0 to 1; None when it has none."""
    records = document.invoices if isinstance(document, InvoiceDocument) else document.transactions
    if not records:
        return None
    return sum(record.confidence for record in records) / len(records)


def failure_sentence(failed_pages: Sequence[FailedPage]) -> str:
    """Why a file without one readable page failed."""
    others = len(failed_pages) - 1
    more = f" So did {others} more {'page' if others == 1 else 'pages'}." if others else ""
    return failed_pages[0].message + more


def _processing_info(
    report: ReadingReport, extracted: Extracted, engine_version: str
) -> ProcessingInfo:
    sources = list(extracted.page_sources.values())
    return ProcessingInfo(
        ocr_engine=_engine_names(extracted),
        engine_version=engine_version,
        processed_at=report.ended_at,
        # Clocks are set back now and then.
        duration_seconds=max(0.0, round((report.ended_at - report.started_at).total_seconds(), 3)),
        pages_text=sources.count("text"),
        pages_ocr=sources.count("ocr"),
        ocr_engine_pages=_engine_pages(extracted),
        turned_pages=extracted.turned_pages,
        failed_pages=report.failed_pages,
        warnings=_warnings(extracted),
        language_model=extracted.language_model,
        einvoice=extracted.einvoice,
        bank_format=extracted.bank_format,
        columns=extracted.columns,
    )


def _engine_names(extracted: Extracted) -> str:
    """Who recognised the file's scans, joined by ``+``; tesseract when there was none."""
    named = {name for names in extracted.page_engines.values() for name in names.split("+")}
    return "+".join(sorted(named, reverse=True)) or USUAL_OCR_ENGINE


def _engine_pages(extracted: Extracted) -> dict[str, tuple[int, ...]]:
    pages: dict[str, tuple[int, ...]] = {}
    for page, names in sorted(extracted.page_engines.items()):
        for name in names.split("+"):
            pages[name] = (*pages.get(name, ()), page)
    return pages


def _warnings(extracted: Extracted) -> tuple[str, ...]:
    warnings = list(extracted.warnings)
    if extracted.kind == "invoice" and not extracted.invoices:
        warnings.append("No invoice was found in this file.")
    if extracted.kind == "bank" and not extracted.transactions:
        warnings.append("No transaction was found in this file.")
    return tuple(warnings)


def _outcome(extracted: Extracted) -> str:
    if extracted.kind == "invoice":
        return f"{len(extracted.invoices)} invoices"
    return f"{len(extracted.transactions)} transactions"
