"""People's corrections: what changed is in the history, and the value says who it is from."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace
from reviewed_records import (
    ANNA,
    INVOICE,
    invoices_document,
    new_entries,
    statement_document,
)

from engine.errors import InvalidInputError, RecordInvalidError
from engine.processing.reviewing import edit_invoices, edit_statement
from engine.records import (
    Invoice,
    LineItem,
    PaymentTerms,
    Transaction,
)


def test_a_corrected_amount_is_one_entry_and_changes_the_summary():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, total_amount=Decimal("118.50"))], ANNA)
    assert new_entries(before, after) == [("edit", "invoices[0].total_amount", "119.00", "118.50")]
    assert after.audit_trail[-1].by == "anna"
    assert after.extraction_summary.total_amount == Decimal("118.50")


def test_a_corrected_value_comes_from_the_user_and_keeps_its_place():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, total_amount=Decimal("118.50"))], ANNA)
    place = after.invoices[0].provenance["total_amount"]
    assert (place.source, place.confidence) == ("user", 1.0)
    assert (place.page, place.bbox, place.text) == (1, (0.1, 0.1, 0.2, 0.2), "119,00")
    assert after.invoices[0].provenance["invoice_number"].source == "text"


def test_a_value_that_was_unknown_has_no_place_on_the_page():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, due_date=dt.date(2026, 4, 1))], ANNA)
    assert new_entries(before, after) == [("edit", "invoices[0].due_date", None, "2026-04-01")]
    place = after.invoices[0].provenance["due_date"]
    assert (place.page, place.bbox, place.source) == (None, None, "user")


def test_a_value_taken_away_has_no_provenance():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, invoice_number=None)], ANNA)
    assert new_entries(before, after) == [("edit", "invoices[0].invoice_number", "INV-7", None)]
    assert "invoice_number" not in after.invoices[0].provenance


def test_the_same_amount_written_otherwise_is_no_change():
    before = invoices_document(INVOICE)
    after = edit_invoices(before, [replace(INVOICE, total_amount=Decimal("119"))], ANNA)
    assert after.audit_trail == before.audit_trail


def test_taking_a_line_away_is_one_change_and_the_others_keep_their_places():
    before = invoices_document(INVOICE)
    wanted = replace(INVOICE, line_items=INVOICE.line_items[1:])
    after = edit_invoices(before, [wanted], ANNA)
    (entry,) = new_entries(before, after)
    assert entry[:2] == ("edit", "invoices[0].line_items[0]")
    assert entry[3] is None
    provenance = after.invoices[0].provenance
    assert provenance["line_items[0].amount"].text == "40,00"
    assert provenance["line_items[1].amount"].bbox == (0.3, 0.3, 0.4, 0.4)
    assert "line_items[2].amount" not in provenance


def test_a_line_added_in_front_comes_from_the_user():
    before = invoices_document(INVOICE)
    line = LineItem(description="Freight", amount=Decimal("5.00"))
    after = edit_invoices(before, [replace(INVOICE, line_items=(line, *INVOICE.line_items))], ANNA)
    provenance = after.invoices[0].provenance
    assert provenance["line_items[0].amount"].source == "user"
    assert provenance["line_items[1].amount"].text == "60,00"
    assert len(new_entries(before, after)) == 1


def test_a_changed_line_is_named_by_its_place():
    before = invoices_document(INVOICE)
    lines = (INVOICE.line_items[0], replace(INVOICE.line_items[1], amount=Decimal("41.00")))
    after = edit_invoices(before, [replace(INVOICE, line_items=lines)], ANNA)
    targets = [target for _, target, _, _ in new_entries(before, after)]
    assert targets == ["invoices[0].line_items[1].amount", "invoices[0].line_items[2]"]


def test_nested_terms_are_compared_field_by_field():
    stored = replace(INVOICE, payment_terms=PaymentTerms(discount_percent=Decimal(2)))
    before = invoices_document(stored)
    terms = PaymentTerms(discount_percent=Decimal(2), discount_days=10)
    after = edit_invoices(before, [replace(stored, payment_terms=terms)], ANNA)
    assert new_entries(before, after) == [
        ("edit", "invoices[0].payment_terms.discount_days", None, "10")
    ]


def test_invoices_can_be_added_and_removed():
    before = invoices_document(INVOICE)
    new = Invoice(invoice_id="u-new", vendor_name="Beta", total_amount=Decimal("5"))
    after = edit_invoices(before, [new], ANNA)
    assert new_entries(before, after) == [
        ("add", "invoices[0]", None, "– · Beta · 5 · –"),
        ("remove", "invoices[0]", "INV-7 · Acme · 119.00 · EUR", None),
    ]
    assert after.invoices[0].provenance["vendor_name"].source == "user"
    assert after.invoices[0].confidence == 1.0


def test_a_caller_cannot_rewrite_confidence_or_provenance():
    before = invoices_document(INVOICE)
    forged = replace(INVOICE, confidence=1.0, checks=("fine",), provenance={})
    after = edit_invoices(before, [forged], ANNA)
    assert after == before


@pytest.mark.parametrize("ids", [("u-1", "u-1"), ("u-1", "")], ids=["twice", "empty"])
def test_records_need_ids_of_their_own(ids):
    wanted = [replace(INVOICE, invoice_id=i) for i in ids]
    with pytest.raises(InvalidInputError):
        edit_invoices(invoices_document(INVOICE), wanted, ANNA)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"total_amount": Decimal("NaN")}, "total_amount"),
        ({"total_amount": Decimal("1e16")}, "total_amount"),
        ({"currency": "euro"}, "currency"),
        ({"vendor_name": "\ud800"}, "surrogates"),
    ],
    ids=["no number", "too large", "no currency", "half a character"],
)
def test_a_value_that_cannot_be_stored_is_refused_by_its_field(change, field):
    before = invoices_document(INVOICE)
    with pytest.raises(RecordInvalidError, match=field):
        edit_invoices(before, [replace(INVOICE, **change)], ANNA)


def test_a_statements_header_and_lines_change_in_one_save():
    line = Transaction(transaction_id="u-1", amount=Decimal("-5.00"), description="Rent")
    before = statement_document(line)
    after = edit_statement(
        before,
        replace(before.statement_info, account_number="123"),
        [replace(line, amount=Decimal("-6.00"), type="direct_debit")],
        ANNA,
    )
    assert new_entries(before, after) == [
        ("edit", "statement_info.account_number", None, "123"),
        ("edit", "transactions[0].amount", "-5.00", "-6.00"),
        ("edit", "transactions[0].type", "other", "direct_debit"),
    ]
    assert after.extraction_summary.total_debits == Decimal("6.00")
    assert after.statement_info.provenance["account_number"].source == "user"
