"""Lines of the log name documents, pages and codes; what was read stands in none of them."""

import logging
from decimal import Decimal

import pytest
from killed.documents import files
from msgspec.structs import replace
from uploads_read import upload

SECRETS = ("Acme Supplies", "INV-100", "119.00", "120.50", "PO-SECRET", "not ours at all")


@pytest.fixture
def said(caplog):
    """Everything that is logged, in whatever detail, as one text."""
    caplog.set_level(logging.DEBUG, logger="engine")
    return lambda: "\n".join(f"{record.getMessage()} {vars(record)}" for record in caplog.records)


def test_no_line_holds_a_value_that_was_read_or_typed(engine, invoice_pdf, said):
    upload_id = upload(engine, invoice_pdf())
    engine.wait(upload_id, 60)
    row = engine.invoice_upload(upload_id)
    (invoice,) = row.document.invoices
    told = replace(invoice, total_amount=Decimal("120.50"), purchase_order="PO-SECRET")
    engine.save_invoices(upload_id, [told], row_version=row.row_version)
    engine.ask_for_readings([upload_id])
    assert engine.wait_for_readings(60)
    engine.accept_readings(engine.preview_readings([upload_id], only_better=False))
    engine.reject(upload_id, "not ours at all")
    text = said()
    assert upload_id in text
    assert not [secret for secret in SECRETS if secret in text]


def test_no_line_holds_what_a_statement_says(engine, said):
    upload_id = upload(engine, files()["statement"].content, kind="bank")
    engine.wait(upload_id, 60)
    document = engine.bank_upload(upload_id).document
    values = {line.description for line in document.transactions}
    values |= {str(line.balance) for line in document.transactions}
    values |= {document.statement_info.account_number, document.statement_info.account_name}
    text = said()
    assert upload_id in text
    assert not [value for value in values if value and len(value) > 4 and value in text]
