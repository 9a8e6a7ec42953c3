"""Any record that can be stored comes back the same, to the cent."""

from decimal import Decimal

import msgspec
import pytest
from any_records import (
    LARGEST,
    bank_documents,
    invoice_documents,
    money,
    reconciliations,
)
from hypothesis import given, settings
from made_rows import bank_document, invoice, invoice_document, reconciliation

from engine.errors import RecordInvalidError, RecordTooLargeError
from engine.records import (
    BankDocument,
    InvoiceDocument,
    StatementProof,
    decode,
    encode,
)

MAX_BYTES = 10_000_000


@settings(max_examples=60, deadline=None)
@given(invoice_documents | bank_documents | reconciliations)
def test_every_record_comes_back_the_same(record):
    assert decode(encode(record, max_bytes=MAX_BYTES), type(record)) == record


@given(money)
def test_cents_come_back_exactly_and_with_their_places(amount):
    record = invoice_document("u1", invoice("u1-1", total_amount=amount))
    back = decode(encode(record, max_bytes=MAX_BYTES), InvoiceDocument)
    assert back.invoices[0].total_amount.as_tuple() == amount.as_tuple()


@pytest.mark.parametrize(
    "amount", [LARGEST, -LARGEST, Decimal("0.01"), Decimal("-0.01"), Decimal("0.10"), Decimal("0")]
)
def test_the_ends_of_a_money_column_are_plain_numbers_in_the_text(amount):
    record = invoice_document("u1", invoice("u1-1", total_amount=amount))
    assert f'"total_amount":{amount},' in encode(record, max_bytes=MAX_BYTES)


@pytest.mark.parametrize(
    ("record", "keys"),
    [
        (
            invoice_document(),
            "schema_version upload_id file_info processing_info extraction_summary invoices "
            "audit_trail",
        ),
        (
            bank_document(),
            "schema_version upload_id file_info processing_info statement_info "
            "extraction_summary transactions audit_trail",
        ),
        (
            reconciliation(),
            "schema_version reconciliation_id reconciliation_info source_documents "
            "reconciliation_summary matched partial unmatched audit_trail",
        ),
    ],
    ids=["invoices", "statement", "reconciliation"],
)
def test_the_keys_stand_in_the_order_of_the_design(record, keys):
    text = encode(record, max_bytes=MAX_BYTES)
    assert list(msgspec.json.decode(text)) == keys.split()


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused_before_it_is_stored(value):
    record = invoice_document("u1", invoice("u1-1", vendor_name="x"))
    broken = msgspec.structs.replace(
        record, invoices=(msgspec.structs.replace(record.invoices[0], subtotal=Decimal(value)),)
    )
    with pytest.raises(RecordInvalidError, match=r"\$\.invoices\[0\]\.subtotal"):
        encode(broken, max_bytes=MAX_BYTES)


def test_the_limit_counts_bytes_and_the_text_may_fill_it():
    record = invoice_document("u1", invoice("u1-1", vendor_name="ä" * 100))
    text = encode(record, max_bytes=MAX_BYTES)
    size = len(text.encode("utf-8"))
    assert size > len(text)
    assert encode(record, max_bytes=size) == text
    with pytest.raises(RecordTooLargeError, match=f"{size:,}"):
        encode(record, max_bytes=size - 1)


def test_a_statement_stored_before_proofs_and_repairs_were_kept_can_still_be_read():
    fields = msgspec.json.decode(encode(bank_document("b1"), max_bytes=MAX_BYTES))
    for name in ("proof", "total_debits", "total_credits", "account_type", "iban"):
        del fields["statement_info"][name]
    for line in fields["transactions"]:
        del line["repairs"]
    back = decode(msgspec.json.encode(fields), BankDocument)
    assert back.statement_info.proof == StatementProof()
    assert back.transactions[0].repairs == ()
