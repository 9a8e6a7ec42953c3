"""What cannot be stored is refused by the path of the field that is wrong."""

import json
from decimal import Decimal

import msgspec
import pytest
from made_rows import bank_document, invoice, invoice_document, reconciliation

from engine.errors import RecordInvalidError
from engine.records import (
    BankDocument,
    InvoiceDocument,
    LineItem,
    PaymentTerms,
    ReconciliationDocument,
    decode,
    encode,
)

ENCODED = {
    InvoiceDocument: encode(invoice_document(), max_bytes=1_000_000),
    BankDocument: encode(bank_document(), max_bytes=1_000_000),
    ReconciliationDocument: encode(reconciliation(), max_bytes=1_000_000),
}


def changed(kind, path, value):
    """The text of a sound record with one value replaced, or removed when it is ``...``."""
    document = json.loads(ENCODED[kind])
    place = document
    *above, last = path
    for key in above:
        place = place[key]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return json.dumps(document)


@pytest.mark.parametrize(
    ("kind", "path", "value", "told"),
    [
        (InvoiceDocument, ["invoices", 0, "total_amount"], "a lot", "$.invoices[0].total_amount"),
        (InvoiceDocument, ["invoices", 0, "total_amount"], [], "$.invoices[0].total_amount"),
        (InvoiceDocument, ["invoices", 0, "currency"], "euro", "$.invoices[0].currency"),
        (InvoiceDocument, ["invoices", 0, "confidence"], 1.01, "$.invoices[0].confidence"),
        (InvoiceDocument, ["invoices", 0, "invoice_date"], "2026-02-30", "invoice_date"),
        (InvoiceDocument, ["invoices", 0, "pages"], [0], "$.invoices[0].pages[0]"),
        (InvoiceDocument, ["invoices", 0, "document_type"], "receipt", "document_type"),
        (InvoiceDocument, ["invoices", 0, "invoice_id"], ..., "invoice_id"),
        (InvoiceDocument, ["invoices", 0, "colour"], "red", "colour"),
        (InvoiceDocument, ["invoices"], None, "invoices"),
        (InvoiceDocument, ["schema_version"], 2, "schema_version"),
        (InvoiceDocument, ["upload_id"], ..., "upload_id"),
        (InvoiceDocument, ["extraction_summary", "currency_summary"], {"EUR": "x"}, "currency_s"),
        (BankDocument, ["transactions", 0, "amount"], True, "$.transactions[0].amount"),
        (BankDocument, ["transactions", 0, "type"], "gift", "$.transactions[0].type"),
        (BankDocument, ["transactions", 0, "page"], 1.5, "$.transactions[0].page"),
        (BankDocument, ["statement_info", "opening_balance"], {}, "opening_balance"),
        (BankDocument, ["statement_info", "statement_type"], "cash", "statement_type"),
        (BankDocument, ["file_info", "file_size"], -1, "file_info.file_size"),
        (BankDocument, ["processing_info", "processed_at"], "noon", "processed_at"),
        (ReconciliationDocument, ["matched", 0, "decision"], "maybe", "$.matched[0].decision"),
        (ReconciliationDocument, ["matched", 0, "amount_matched"], None, "amount_matched"),
        (ReconciliationDocument, ["unmatched", "invoices"], [1], "$.unmatched.invoices[0]"),
        (
            ReconciliationDocument,
            ["reconciliation_info", "confidence_threshold"],
            75,
            "confidence_threshold",
        ),
    ],
)
def test_the_error_names_the_path(kind, path, value, told):
    with pytest.raises(RecordInvalidError) as error:
        decode(changed(kind, path, value), kind)
    assert told in str(error.value)
    assert kind.__name__ in str(error.value)


@pytest.mark.parametrize("amount", ["10000000000000000", "-10000000000000000.00", "1e16"])
def test_an_amount_that_no_money_column_holds_is_refused(amount):
    text = ENCODED[InvoiceDocument].replace('"total_amount":119.00', f'"total_amount":{amount}')
    with pytest.raises(RecordInvalidError, match=r"at most 16 digits.* - at `\$\.extraction_summ"):
        decode(text, InvoiceDocument)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e", "0x10", "01", "1_000"])
def test_text_that_is_no_json_number_is_refused(number):
    text = ENCODED[InvoiceDocument].replace('"total_amount":119.00', f'"total_amount":{number}')
    assert text != ENCODED[InvoiceDocument]
    with pytest.raises(RecordInvalidError):
        decode(text, InvoiceDocument)


@pytest.mark.parametrize("amount", ['"NaN"', '"Infinity"', '"-Infinity"', '"sNaN"'])
def test_a_text_that_reads_as_no_amount_is_refused(amount):
    text = ENCODED[InvoiceDocument].replace('"total_amount":119.00', f'"total_amount":{amount}')
    with pytest.raises(RecordInvalidError, match="total_amount"):
        decode(text, InvoiceDocument)


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[]", "{}", b"\xff\xfe", "[" * 100_000, '{"a": 1} {}']
)
def test_what_is_no_such_record_is_refused(text):
    with pytest.raises(RecordInvalidError):
        decode(text, InvoiceDocument)


def test_a_record_built_with_a_wrong_value_never_becomes_text():
    wrong = msgspec.structs.replace(invoice("u1-1"), confidence=2.0)
    with pytest.raises(RecordInvalidError, match=r"\$\.invoices\[0\]\.confidence"):
        encode(invoice_document("u1", wrong), max_bytes=1_000_000)


def test_a_float_in_an_amount_never_becomes_text():
    wrong = msgspec.structs.replace(invoice("u1-1"), amount_due=0.1 + 0.2)
    with pytest.raises(RecordInvalidError, match=r"\$\.invoices\[0\]\.amount_due"):
        encode(invoice_document("u1", wrong), max_bytes=1_000_000)


def test_a_value_that_json_cannot_say_never_becomes_text():
    wrong = msgspec.structs.replace(invoice("u1-1"), vendor_name=object())
    with pytest.raises(RecordInvalidError, match="InvoiceDocument"):
        encode(invoice_document("u1", wrong), max_bytes=1_000_000)


def test_a_wrong_amount_in_a_sum_is_named_by_its_currency():
    document = invoice_document("u1")
    summary = msgspec.structs.replace(
        document.extraction_summary, currency_summary={"EUR": Decimal("NaN")}
    )
    with pytest.raises(RecordInvalidError, match=r"extraction_summary\.currency_summary\[EUR\]"):
        encode(msgspec.structs.replace(document, extraction_summary=summary), max_bytes=1_000_000)


def test_a_wrong_amount_deep_inside_is_named_by_its_whole_path():
    terms = PaymentTerms(discount_percent=Decimal("Infinity"))
    lines = (LineItem(), LineItem(unit_price=2.5))
    for wrong, path in (
        (invoice("u1-2", payment_terms=terms), r"invoices\[1\]\.payment_terms\.discount_percent"),
        (invoice("u1-2", line_items=lines), r"invoices\[1\]\.line_items\[1\]\.unit_price"),
    ):
        with pytest.raises(RecordInvalidError, match=path):
            encode(invoice_document("u1", invoice("u1-1"), wrong), max_bytes=1_000_000)


def test_what_came_from_json_is_not_decoded_again_but_its_amounts_and_all_else_are_looked_at():
    document = bank_document()
    text = encode(document, max_bytes=1_000_000, decoded=("transactions",))
    assert text == ENCODED[BankDocument]
    wrong_file = msgspec.structs.replace(document.file_info, pages_total=-1)
    float_amount = msgspec.structs.replace(document.transactions[0], amount=0.5)
    for wrong, path in (
        (msgspec.structs.replace(document, file_info=wrong_file), r"\$\.file_info\.pages_total"),
        (msgspec.structs.replace(document, transactions=(float_amount,)), r"transactions\[0\]"),
    ):
        with pytest.raises(RecordInvalidError, match=path):
            encode(wrong, max_bytes=1_000_000, decoded=("transactions",))
