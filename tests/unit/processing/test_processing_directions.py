"""Which way the money of a bill goes."""

import pytest

from engine.processing.directions import open_invoices
from engine.records import Invoice


@pytest.mark.parametrize(
    ("vendor", "customer", "direction"),
    [
        ("Fern Cycles Ltd", "Other Ltd", "receivable"),
        ("FERN CYCLES LTD.", "Other Ltd", "receivable"),
        ("Other Ltd", "Fern Cycles Ltd", "payable"),
        ("Fern Cycles Ltd", "Fern Cycles Ltd", "payable"),
        ("Fern Cycles Repair Ltd", "Other Ltd", "payable"),
        (None, "Other Ltd", "payable"),
    ],
)
def test_what_the_accounts_holder_bills_is_received(vendor, customer, direction):
    invoice = Invoice(invoice_id="i", vendor_name=vendor, customer_name=customer)
    (seen,) = open_invoices([invoice], ["Fern Cycles Ltd"])
    assert seen.direction == direction


def test_without_a_holder_the_invoice_says_it():
    invoice = Invoice(invoice_id="i", vendor_name="Fern", direction="receivable")
    (seen,) = open_invoices([invoice], [])
    assert seen.direction == "receivable"
