"""Uploads whose rows say what a test wants: fixtures for tests of what comes after reading."""

import datetime as dt
from decimal import Decimal

import pytest

from engine.records import (
    BankDocument,
    FileInfo,
    Invoice,
    InvoiceDocument,
    ProcessingInfo,
    StatementInfo,
    Transaction,
    summarise_invoices,
    summarise_transactions,
)

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def read_upload(engine, invoice_pdf):
    """Uploads a file and gives its row what the test wants it to say."""
    made = []

    def make(kind, records):
        made.append(kind)
        receipt = engine.upload(
            f"{kind}-{len(made)}.pdf", invoice_pdf(number=f"N{len(made)}"), kind=kind
        )
        engine.wait(receipt.upload_id, 60)
        row = (
            engine.invoice_upload(receipt.upload_id)
            if kind == "invoice"
            else engine.bank_upload(receipt.upload_id)
        )
        common = {
            "upload_id": row.upload_id,
            "file_info": FileInfo(
                file_name=row.file_name,
                file_hash=row.file_hash,
                file_size=row.file_size,
                mime_type=row.mime_type,
                pages_total=1,
            ),
            "processing_info": ProcessingInfo(
                ocr_engine="tesseract",
                engine_version="1",
                processed_at=NOW,
                duration_seconds=0.1,
                pages_text=1,
                pages_ocr=0,
            ),
            "audit_trail": row.document.audit_trail,
        }
        if kind == "invoice":
            document = InvoiceDocument(
                **common, extraction_summary=summarise_invoices(records), invoices=records
            )
            engine.store.invoices.save_document(
                row.upload_id, document, row_version=row.row_version
            )
        else:
            document = BankDocument(
                **common,
                statement_info=StatementInfo(currency="EUR"),
                extraction_summary=summarise_transactions(records),
                transactions=records,
            )
            engine.store.bank.save_document(row.upload_id, document, row_version=row.row_version)
        return row.upload_id

    return make


@pytest.fixture
def invoices(read_upload):
    return read_upload(
        "invoice",
        tuple(
            Invoice(
                invoice_id=f"i-{n}",
                invoice_number=f"INV-{n}00",
                invoice_date=dt.date(2026, 2, 3),
                due_date=dt.date(2026, 2, 20),
                vendor_name=name,
                currency="EUR",
                total_amount=Decimal(amount),
                confidence=0.9,
            )
            for n, name, amount in ((1, "Acme Supplies", "119.00"), (2, "Beta Works", "77.35"))
        ),
    )


@pytest.fixture
def statement(read_upload):
    return read_upload(
        "bank",
        tuple(
            Transaction(
                transaction_id=f"t-{n}",
                date=dt.date(2026, 2, 18),
                amount=Decimal(amount),
                currency="EUR",
                description=text,
                counterparty=text.split(" INV")[0],
                confidence=0.9,
            )
            for n, text, amount in (
                (1, "Acme Supplies INV-100", "-119.00"),
                (2, "Beta Works INV-200", "-77.35"),
                (3, "Salary", "2500.00"),
            )
        ),
    )
