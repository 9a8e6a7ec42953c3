"""Records as they were read, for people to correct, and what the history says of it."""

import datetime as dt
from decimal import Decimal

from engine.processing.signature import Signature
from engine.records import (
    BankDocument,
    FileInfo,
    Invoice,
    InvoiceDocument,
    LineItem,
    ProcessingInfo,
    Provenance,
    StatementInfo,
    append_entry,
    first_broken_entry,
    summarise_invoices,
    summarise_transactions,
)

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
ANNA = Signature("anna", NOW)
FILE = FileInfo(
    file_name="a.pdf", file_hash="0" * 64, file_size=1, mime_type="application/pdf", pages_total=1
)
PROCESSING = ProcessingInfo(
    ocr_engine="tesseract",
    engine_version="1",
    processed_at=NOW,
    duration_seconds=1.0,
    pages_text=1,
    pages_ocr=0,
)


def read_from(text, box=(0.1, 0.1, 0.2, 0.2)):
    """Where a value was read."""
    return Provenance(page=1, bbox=box, text=text, confidence=0.8, source="text")


INVOICE = Invoice(
    invoice_id="u-1",
    invoice_number="INV-7",
    vendor_name="Acme",
    currency="EUR",
    total_amount=Decimal("119.00"),
    confidence=0.8,
    line_items=(
        LineItem(description="Bolts", amount=Decimal("60.00")),
        LineItem(description="Nuts", amount=Decimal("40.00")),
        LineItem(description="Paint", amount=Decimal("19.00")),
    ),
    provenance={
        "invoice_number": read_from("INV-7"),
        "total_amount": read_from("119,00"),
        "line_items[0].amount": read_from("60,00"),
        "line_items[1].amount": read_from("40,00"),
        "line_items[2].amount": read_from("19,00", (0.3, 0.3, 0.4, 0.4)),
    },
)


def invoices_document(*invoices):
    """A file with these invoices."""
    return InvoiceDocument(
        upload_id="u",
        file_info=FILE,
        processing_info=PROCESSING,
        extraction_summary=summarise_invoices(invoices),
        invoices=invoices,
        audit_trail=append_entry((), at=NOW, by="matchbook", action="read"),
    )


def statement_document(*transactions):
    """A statement with these transactions."""
    return BankDocument(
        upload_id="u",
        file_info=FILE,
        processing_info=PROCESSING,
        statement_info=StatementInfo(bank_name="Bank", currency="EUR"),
        extraction_summary=summarise_transactions(transactions),
        transactions=transactions,
        audit_trail=append_entry((), at=NOW, by="matchbook", action="read"),
    )


def new_entries(before, after):
    """What the history of ``after`` has that ``before`` has not, whose chain holds."""
    assert after.audit_trail[: len(before.audit_trail)] == before.audit_trail
    assert first_broken_entry(after.audit_trail) is None
    entries = after.audit_trail[len(before.audit_trail) :]
    return [(e.action, e.target, e.before, e.after) for e in entries]
