"""Small real records for tests of the store and its SQL, each told by how it differs."""

import datetime as dt
from decimal import Decimal

from engine.records import (
    BankDocument,
    FileInfo,
    Invoice,
    InvoiceDocument,
    Match,
    ProcessingInfo,
    Provenance,
    ReconciliationDocument,
    ReconciliationInfo,
    SourceDocument,
    StatementInfo,
    Transaction,
    Unmatched,
    summarise_invoices,
    summarise_matches,
    summarise_transactions,
)
from engine.store import NewUpload

NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def new_upload(upload_id="u1", *, file_name=None, kind="invoice", pages_total=1, file_hash=None):
    return NewUpload(
        upload_id=upload_id,
        file_name=file_name or f"{upload_id}.pdf",
        file_path=f"{kind}/2026-03-02/{'0' * 64}.pdf",
        file_hash=file_hash or f"hash of {upload_id}",
        file_size=1234,
        mime_type="application/pdf",
        pages_total=pages_total,
        upload_by="anna",
        doc_type="Invoice" if kind == "invoice" else "Bank Statement",
    )


def file_info(upload_id="u1", pages_total=1):
    return FileInfo(
        file_name=f"{upload_id}.pdf",
        file_hash=f"hash of {upload_id}",
        file_size=1234,
        mime_type="application/pdf",
        pages_total=pages_total,
    )


def processing_info(**changes):
    known = {
        "ocr_engine": "tesseract",
        "engine_version": "1",
        "processed_at": NOON,
        "duration_seconds": 1.5,
        "pages_text": 1,
        "pages_ocr": 0,
    }
    return ProcessingInfo(**known | changes)


def read_from_page(text, page=1):
    return Provenance(
        page=page, bbox=(0.1, 0.2, 0.3, 0.25), text=text, confidence=0.9, source="text"
    )


def invoice(invoice_id="u1-1", **changes):
    known = {
        "invoice_number": f"INV-{invoice_id}",
        "invoice_date": dt.date(2026, 1, 15),
        "due_date": dt.date(2026, 2, 14),
        "vendor_name": "Acme Corp",
        "currency": "EUR",
        "total_amount": Decimal("119.00"),
        "confidence": 0.9,
        "pages": (1,),
    }
    return Invoice(invoice_id=invoice_id, **known | changes)


def invoice_document(upload_id="u1", *invoices, **changes):
    invoices = invoices or (invoice(f"{upload_id}-1"),)
    return InvoiceDocument(
        upload_id=upload_id,
        file_info=file_info(upload_id),
        processing_info=changes.pop("processing_info", processing_info()),
        extraction_summary=summarise_invoices(invoices),
        invoices=invoices,
        **changes,
    )


def transaction(transaction_id="b1-1", **changes):
    known = {
        "account_number": "DE02120300000000202051",
        "page": 1,
        "date": dt.date(2026, 2, 10),
        "description": "Acme Corp INV-u1-1",
        "amount": Decimal("-119.00"),
        "currency": "EUR",
        "type": "transfer",
        "confidence": 0.95,
    }
    return Transaction(transaction_id=transaction_id, **known | changes)


def statement_info(**changes):
    known = {
        "bank_name": "Example Bank",
        "account_number": "DE02120300000000202051",
        "account_name": "Our Company Ltd",
        "currency": "EUR",
        "statement_period_start": dt.date(2026, 2, 1),
        "statement_period_end": dt.date(2026, 2, 28),
        "opening_balance": Decimal("1000.00"),
        "closing_balance": Decimal("881.00"),
    }
    return StatementInfo(**known | changes)


def bank_document(upload_id="b1", *transactions, info=None, **changes):
    transactions = transactions or (transaction(f"{upload_id}-1"),)
    return BankDocument(
        upload_id=upload_id,
        file_info=file_info(upload_id),
        processing_info=changes.pop("processing_info", processing_info()),
        statement_info=info or statement_info(),
        extraction_summary=summarise_transactions(transactions),
        transactions=transactions,
        **changes,
    )


def match(match_id="m1", **changes):
    known = {
        "kind": "one_to_one",
        "settlement": "full",
        "invoice_ids": ("u1-1",),
        "transaction_ids": ("b1-1",),
        "currency": "EUR",
        "amount_matched": Decimal("119.00"),
        "confidence": 0.97,
    }
    return Match(match_id=match_id, **known | changes)


def reconciliation(
    reconciliation_id="r1",
    *,
    matched=None,
    partial=(),
    unmatched=None,
    run_at=NOON,
    sources=(("u1", "invoice"), ("b1", "bank")),
    totals=(1, 1),
):
    matched = (match(),) if matched is None else matched
    unmatched = unmatched or Unmatched()
    return ReconciliationDocument(
        reconciliation_id=reconciliation_id,
        reconciliation_info=ReconciliationInfo(
            matching_algorithm="hybrid_ml_rule_based",
            confidence_threshold=0.75,
            date_window_days=120,
            engine_version="1",
            run_at=run_at,
            run_by="anna",
            duration_seconds=0.25,
        ),
        source_documents=tuple(
            SourceDocument(
                upload_id=upload_id, kind=kind, file_name=f"{upload_id}.pdf", row_version=2
            )
            for upload_id, kind in sources
        ),
        reconciliation_summary=summarise_matches(matched, partial, unmatched, *totals),
        matched=matched,
        partial=partial,
        unmatched=unmatched,
    )


def add_invoices(store, upload_id, *invoices, status="completed", score=0.9, **changes):
    """An invoice upload that was read."""
    store.invoices.insert(new_upload(upload_id))
    store.invoices.set_status(upload_id, "processing", processing_start=NOON)
    document = invoice_document(upload_id, *invoices, **changes)
    store.invoices.complete(
        upload_id, document, status=status, confidence_score=score, row_version=2
    )


def add_statement(store, upload_id, *transactions, status="completed", score=0.9, **changes):
    """A statement that was read."""
    store.bank.insert(new_upload(upload_id, kind="bank"))
    store.bank.set_status(upload_id, "processing", processing_start=NOON)
    document = bank_document(upload_id, *transactions, **changes)
    store.bank.complete(upload_id, document, status=status, confidence_score=score, row_version=2)
