import datetime as dt
from decimal import Decimal

import msgspec
import pytest

from engine.errors import InvalidInputError
from engine.presentation.invoice_fields import (
    invoice_rows,
    state_of_invoice,
    with_invoice_field,
)
from engine.presentation.statement_fields import (
    balance_check,
    statement_rows,
    with_statement_field,
)
from engine.records import (
    Invoice,
    Learned,
    PaymentTerms,
    Provenance,
    StatementInfo,
    Transaction,
)


def place(text="1.234,50", confidence=0.99, source="text"):
    return Provenance(
        page=1, bbox=(0.1, 0.1, 0.2, 0.2), text=text, confidence=confidence, source=source
    )


INVOICE = Invoice(
    invoice_id="u-1",
    invoice_number="A-1",
    invoice_date=dt.date(2024, 3, 5),
    vendor_name="Acme",
    currency="EUR",
    total_amount=Decimal("1234.50"),
    subtotal=Decimal("1000.00"),
    payment_terms=PaymentTerms(discount_percent=Decimal("2")),
    checks=("Net 1,000.00 and tax 200.00 do not add up to the total 1,234.50.",),
    provenance={
        "invoice_number": place("A-1"),
        "invoice_date": place("05.03.2024", 0.4, "ocr"),
        "total_amount": place(),
        "vendor_name": place("Akme", 1.0, "user"),
    },
)


def rows(record=INVOICE):
    return {row.key: row for row in invoice_rows(record)}


def test_values_are_shown_as_people_read_them():
    shown = {key: row.text for key, row in rows().items()}
    assert shown["invoice_date"] == "5 Mar 2024"
    assert shown["total_amount"] == "1,234.50"
    assert shown["payment_terms.discount_percent"] == "2"
    assert shown["due_date"] == ""


def test_each_field_has_a_state_and_says_why():
    states = {key: row.state for key, row in rows().items()}
    assert states["invoice_number"] == "sure"
    assert states["invoice_date"] == "doubtful"
    assert states["total_amount"] == "failed"
    assert states["vendor_name"] == "changed"
    assert states["purchase_order"] == "empty"
    assert "05.03.2024" in rows()["invoice_date"].note
    assert "by OCR with 40% confidence" in rows()["invoice_date"].note
    assert rows()["total_amount"].note == INVOICE.checks[0]
    assert rows()["vendor_name"].note == "The page says “Akme”."


def test_a_needed_value_that_is_unknown_is_missing():
    bare = rows(Invoice(invoice_id="u-1"))
    missing = {key for key, row in bare.items() if row.state == "missing"}
    assert missing == {
        "invoice_number",
        "invoice_date",
        "vendor_name",
        "currency",
        "total_amount",
    }


@pytest.mark.parametrize(
    ("key", "text", "name", "value"),
    [
        ("total_amount", "1,300.10", "total_amount", Decimal("1300.10")),
        ("total_amount", "", "total_amount", None),
        ("invoice_date", "2024-03-06", "invoice_date", dt.date(2024, 3, 6)),
        ("currency", "usd", "currency", "USD"),
        ("document_type", "credit_note", "document_type", "credit_note"),
        ("vendor_name", "  Acme   Ltd ", "vendor_name", "Acme Ltd"),
        (
            "payment_terms.discount_days",
            "14",
            "payment_terms",
            PaymentTerms(discount_percent=Decimal("2"), discount_days=14),
        ),
        ("payment_terms.discount_percent", "", "payment_terms", None),
    ],
)
def test_what_is_typed_becomes_the_value(key, text, name, value):
    assert getattr(with_invoice_field(INVOICE, key, text), name) == value


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("total_amount", "lots"),
        ("invoice_date", "03/04/2024"),
        ("direction", "sideways"),
        ("payment_terms.discount_days", "1.5"),
        ("nothing", "x"),
    ],
)
def test_what_is_no_value_of_the_field_is_refused(key, text):
    with pytest.raises(InvalidInputError):
        with_invoice_field(INVOICE, key, text)


def test_a_field_shown_and_typed_again_stays_as_it_is():
    for row in invoice_rows(INVOICE):
        value = row.text
        if row.kind == "choice":
            value = getattr(INVOICE, row.key)
        assert with_invoice_field(INVOICE, row.key, value) == INVOICE


def test_a_statement_has_rows_too():
    info = StatementInfo(
        bank_name="First Bank",
        currency="JPY",
        opening_balance=Decimal("-12000"),
        closing_balance=Decimal("500"),
        checks=("Opening and movements give 400, the closing balance says 500.",),
    )
    shown = {row.key: row for row in statement_rows(info)}
    assert shown["opening_balance"].text == "\u221212,000"
    assert shown["closing_balance"].state == "failed"
    assert shown["account_number"].state == "missing"
    changed = with_statement_field(info, "closing_balance", "400")
    assert changed.closing_balance == Decimal("400")
    with pytest.raises(InvalidInputError):
        with_statement_field(info, "nothing", "x")


def test_an_invoice_is_as_sure_as_its_worst_field():
    fine = msgspec.structs.replace(INVOICE, checks=(), provenance={"total_amount": place()})
    assert state_of_invoice(fine) == "sure"
    by_hand = {**fine.provenance, "vendor_name": place("Akme", 1.0, "user")}
    assert state_of_invoice(msgspec.structs.replace(fine, provenance=by_hand)) == "changed"
    faint = {**by_hand, "invoice_date": place("05.03.2024", 0.4, "ocr")}
    assert state_of_invoice(msgspec.structs.replace(fine, provenance=faint)) == "doubtful"
    assert state_of_invoice(msgspec.structs.replace(fine, total_amount=None)) == "missing"
    assert state_of_invoice(INVOICE) == "failed"


def test_movements_are_checked_against_the_balances_to_the_cent():
    lines = [
        Transaction(transaction_id=str(n), amount=amount and Decimal(amount))
        for n, amount in enumerate(("0.10", "0.20", "-0.05", None))
    ]
    info = StatementInfo(opening_balance=Decimal("1.00"), closing_balance=Decimal("1.25"))
    check = balance_check(info, lines)
    assert (check.credits, check.debits, check.difference) == (
        Decimal("0.30"),
        Decimal("0.05"),
        Decimal("0.00"),
    )
    off = msgspec.structs.replace(info, closing_balance=Decimal("1.30"))
    assert balance_check(off, lines).difference == Decimal("0.05")
    unknown = msgspec.structs.replace(info, opening_balance=None)
    assert balance_check(unknown, lines).difference is None


@pytest.mark.parametrize(
    ("learned", "note"),
    [
        (
            Learned(corrections=3, instead_of="55001"),
            "Learned from 3 corrections of this vendor, instead of “55001”.",
        ),
        (
            Learned(corrections=1),
            "Learned from 1 correction of this vendor; nothing was read there before.",
        ),
    ],
)
def test_a_learned_value_says_from_how_many_corrections(learned, note):
    record = msgspec.structs.replace(INVOICE, learned={"invoice_number": learned})
    assert rows(record)["invoice_number"].note == note


def test_a_persons_word_stands_above_what_was_learned():
    record = msgspec.structs.replace(INVOICE, learned={"vendor_name": Learned(corrections=3)})
    assert rows(record)["vendor_name"].note == "The page says “Akme”."
