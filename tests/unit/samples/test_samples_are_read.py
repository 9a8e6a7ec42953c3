"""Reading and extraction find in the sample documents what the manifest says is in them."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from engine.extraction import guess_kind
from tools.samples.__main__ import DEFAULT_DIR

TRUTH = json.loads((DEFAULT_DIR / "truth.json").read_text("utf-8"), parse_float=Decimal)
FILES = {file["file_name"]: file for file in TRUTH["files"]}
INVOICE_FILES = [name for name, file in FILES.items() if file["kind"] == "invoice"]
DIGITAL_INVOICES = [name for name in INVOICE_FILES if not FILES[name]["scanned"]]
[SCANNED_INVOICE] = [name for name in INVOICE_FILES if FILES[name]["scanned"]]
EINVOICES = [name for name in INVOICE_FILES if "zugferd" in name or name.endswith(".xml")]
DIGITAL_STATEMENT, SCANNED_STATEMENT = [n for n, f in FILES.items() if f["kind"] == "bank"]


def as_text(value):
    if isinstance(value, Decimal):
        return str(value.quantize(Decimal("0.01")))
    return value.isoformat() if isinstance(value, dt.date) else value


def told(record, truth, *fields):
    """What was read and what is true, field by field, to be compared."""
    return (
        {field: as_text(getattr(record, field)) for field in fields},
        {field: as_text(truth[field]) for field in fields},
    )


def plain(text):
    return "".join(c for c in (text or "").casefold() if c.isalnum())


@pytest.mark.ocr
@pytest.mark.parametrize("name", FILES)
def test_the_kind_of_each_file_is_guessed(samples, name):
    assert guess_kind(samples.pages(name))[0] == FILES[name]["kind"]


@pytest.mark.ocr
@pytest.mark.parametrize("name", INVOICE_FILES)
def test_every_invoice_in_a_file_is_found_on_its_pages(samples, name):
    read, true = samples.invoices(name), FILES[name]["invoices"]
    assert [list(i.pages) for i in read] == [i["pages"] for i in true]


@pytest.mark.parametrize("name", DIGITAL_INVOICES)
def test_number_date_total_and_currency_are_right(samples, name):
    fields = ("invoice_number", "invoice_date", "total_amount", "currency", "document_type")
    for record, truth in zip(samples.invoices(name), FILES[name]["invoices"], strict=True):
        read, true = told(record, truth, *fields)
        assert read == true


@pytest.mark.ocr
def test_number_date_and_sums_of_the_scanned_invoice_are_right(samples):
    fields = ("invoice_date", "due_date", "subtotal", "tax_amount", "total_amount", "currency")
    [record], [truth] = samples.invoices(SCANNED_INVOICE), FILES[SCANNED_INVOICE]["invoices"]
    read, true = told(record, truth, *fields)
    assert read == true
    assert plain(record.invoice_number) == plain(truth["invoice_number"])
    assert plain(record.vendor_name) == plain(truth["vendor_name"])


@pytest.mark.parametrize("name", DIGITAL_INVOICES)
def test_sums_due_date_iban_and_direction_are_right(samples, name):
    fields = ("due_date", "subtotal", "tax_amount", "iban", "direction")
    for record, truth in zip(samples.invoices(name), FILES[name]["invoices"], strict=True):
        read, true = told(record, truth, *fields)
        assert read == true


@pytest.mark.parametrize("name", DIGITAL_INVOICES)
def test_the_terms_for_paying_early_are_right(samples, name):
    for record, truth in zip(samples.invoices(name), FILES[name]["invoices"], strict=True):
        terms = record.payment_terms
        read = terms and {
            "discount_percent": terms.discount_percent,
            "discount_days": terms.discount_days,
        }
        assert read == truth["payment_terms"]


@pytest.mark.parametrize("name", DIGITAL_INVOICES)
def test_the_parties_are_right(samples, name):
    for record, truth in zip(samples.invoices(name), FILES[name]["invoices"], strict=True):
        vendor = plain(record.vendor_name)
        # Two letterheads break the name over two lines; its first line tells the vendor as well.
        assert plain(truth["vendor_name"]).startswith(vendor)
        assert len(vendor) >= len("Pellworth")
        assert plain(record.customer_name) == plain(truth["customer_name"])


@pytest.mark.parametrize("name", DIGITAL_INVOICES)
def test_the_line_items_are_right(samples, name):
    for record, truth in zip(samples.invoices(name), FILES[name]["invoices"], strict=True):
        read = [as_text(line.amount) for line in record.line_items]
        assert read == [as_text(line["amount"]) for line in truth["line_items"]]


@pytest.mark.parametrize("name", EINVOICES)
def test_an_electronic_invoice_is_read_exactly_and_agrees_with_its_page(samples, name):
    [record], [truth] = samples.invoices(name), FILES[name]["invoices"]
    fields = ("vendor_name", "vendor_tax_id", "customer_name", "purchase_order",
              "payment_reference")  # fmt: skip
    read, true = told(record, truth, *fields)
    assert read == true
    assert [item.quantity for item in record.line_items] == [
        line["quantity"] for line in truth["line_items"]
    ]
    assert {place.source for place in record.provenance.values()} == {"xml"}
    assert record.checks == ()


def test_the_header_of_the_digital_statement_is_right(samples):
    read, true = told(
        samples.statement(DIGITAL_STATEMENT).info,
        FILES[DIGITAL_STATEMENT]["statement_info"],
        "bank_name", "account_number", "account_name", "currency", "statement_type",
        "statement_period_start", "statement_period_end", "opening_balance", "closing_balance",
    )  # fmt: skip
    assert read == true


def test_every_transaction_of_the_digital_statement_is_right(samples):
    true = FILES[DIGITAL_STATEMENT]["transactions"]
    fields = ("date", "amount", "balance", "currency", "page", "account_number")
    lines = samples.statement(DIGITAL_STATEMENT).transactions
    assert len(lines) == len(true)
    for line, truth in zip(lines, true, strict=True):
        assert plain(line.description) == plain(truth["description"])
        read, expected = told(line, truth, *fields)
        assert read == expected


@pytest.mark.ocr
def test_the_sums_of_the_scanned_statement_are_right(samples):
    read, true = told(
        samples.statement(SCANNED_STATEMENT).info,
        FILES[SCANNED_STATEMENT]["statement_info"],
        "account_number", "currency", "statement_period_start", "statement_period_end",
        "opening_balance", "closing_balance",
    )  # fmt: skip
    assert read == true


@pytest.mark.ocr
def test_every_transaction_of_the_scanned_statement_is_found(samples):
    true = [(t["date"], as_text(t["amount"])) for t in FILES[SCANNED_STATEMENT]["transactions"]]
    lines = samples.statement(SCANNED_STATEMENT).transactions
    assert [(as_text(line.date), as_text(line.amount)) for line in lines] == true
