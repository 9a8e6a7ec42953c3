"""Failed checks after a correction: those that figures settle end, those of others stand."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from reviewed_records import ANNA, INVOICE, invoices_document

from engine.processing.reviewing import edit_invoices
from engine.records import (
    LineItem,
)

SAID = "The IBAN was read as “DE1”, but the language model says “The total”; “DE1” was kept."
PARTED = (
    "The XML says total 120.00, the page shows 119.00: somebody may have changed one of them. "
    "Pay neither before asking the vendor."
)


def test_a_correction_that_makes_the_sums_hold_ends_the_complaint():
    wrong = replace(
        INVOICE,
        subtotal=Decimal("100.00"),
        tax_amount=Decimal("19.00"),
        line_items=(),
        provenance={},
        total_amount=Decimal("191.00"),
        checks=("Subtotal 100.00 and tax 19.00 make 119.00, but the total is 191.00.",),
    )
    right = replace(wrong, total_amount=Decimal("119.00"))
    after = edit_invoices(invoices_document(wrong), [right], ANNA)
    assert after.invoices[0].checks == ()
    again = edit_invoices(after, [wrong], ANNA)
    assert again.invoices[0].checks == wrong.checks


def test_a_doubt_about_a_boundary_outlives_corrections_of_values():
    doubt = "Another invoice may begin on page 2 (43%)."
    read = replace(INVOICE, line_items=(), provenance={}, checks=(doubt,))
    after = edit_invoices(invoices_document(read), [replace(read, vendor_name="Bolt")], ANNA)
    assert after.invoices[0].checks == (doubt,)


@pytest.mark.parametrize(
    ("check", "unrelated", "settling"),
    [
        (SAID, {"total_amount": Decimal("118.50")}, {"iban": "DE2"}),
        (SAID, {"vendor_name": "Bolt"}, {"iban": None}),
        (PARTED, {"iban": "DE2"}, {"total_amount": Decimal("120.00")}),
        ("The XML has no currency (BR-05).", {"iban": "DE2"}, {"currency": "USD"}),
        (
            "Net amount 100.00 and tax 20.00 make 120.00, but the total is 119.00 (BR-CO-15).",
            {"iban": "DE2"},
            {"total_amount": Decimal("120.00")},
        ),
        ("The lines were read by the language model only.", {"iban": "DE2"}, {"line_items": ()}),
        (
            "Line 2: 3 × 5.00 with allowances and charges is 15.00, but the line says 40.00.",
            {"line_items": (LineItem(description="Screws"), *INVOICE.line_items[1:])},
            {"line_items": (INVOICE.line_items[0], LineItem(description="Nuts"))},
        ),
        (
            "Line 20: 3 × 5.00 with allowances and charges is 15.00, but the line says 40.00.",
            {"iban": "DE2"},
            {"line_items": INVOICE.line_items[:1]},
        ),
    ],
)
def test_what_others_said_stands_until_its_own_field_is_settled(check, unrelated, settling):
    read = replace(INVOICE, iban="DE1", checks=(check,))
    kept = edit_invoices(invoices_document(read), [replace(read, **unrelated)], ANNA)
    assert check in kept.invoices[0].checks
    done = edit_invoices(kept, [replace(kept.invoices[0], **settling)], ANNA)
    assert check not in done.invoices[0].checks


def test_a_sum_that_was_left_untold_is_told_once_it_breaks():
    read = replace(INVOICE, line_items=(), provenance={}, checks=())
    broken = replace(read, subtotal=Decimal("100.00"), tax_amount=Decimal("10.00"))
    after = edit_invoices(invoices_document(read), [broken], ANNA)
    assert after.invoices[0].checks == (
        "Subtotal 100.00 and tax 10.00 make 110.00, but the total is 119.00.",
    )
