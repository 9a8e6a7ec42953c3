from decimal import Decimal

import pytest
from matching_rows import invoice, line, run

from engine.errors import InvalidInputError, RecordInvalidError
from engine.matching import BankLine, OpenInvoice, read_invoices, read_transactions
from engine.records import Invoice, Transaction


def test_amounts_of_json_lines_keep_their_exact_cents():
    [row] = read_invoices(['{"invoice_id": "a", "total_amount": 4350.10}'])
    [text] = read_invoices(['{"invoice_id": "a", "total_amount": "0.30"}'])
    assert row.total_amount == Decimal("4350.10")
    assert text.total_amount == Decimal("0.30")


def test_missing_and_unknown_keys_are_tolerated():
    rows = read_transactions(['{"transaction_id": "t", "provenance": {"x": [1]}}', "", "  "])
    assert rows == [BankLine(transaction_id="t")]


def test_nulls_become_the_defaults_of_an_ordinary_invoice():
    [row] = read_invoices(['{"invoice_id": "a", "document_type": null, "direction": null}'])
    assert (row.document_type, row.direction) == ("invoice", "payable")


def test_terms_and_iban_of_the_other_side_are_read():
    [row] = read_invoices(
        [
            '{"invoice_id": "a", "iban": "DE1", "direction": "payable",'
            ' "payment_terms": {"discount_percent": 2, "discount_days": 10}}'
        ]
    )
    assert row.counterparty_iban == "DE1"
    assert row.payment_terms.discount_percent == Decimal(2)


def test_our_own_iban_on_a_receivable_is_not_the_customers():
    [row] = read_invoices(['{"invoice_id": "a", "iban": "DE1", "direction": "receivable"}'])
    assert row.counterparty_iban is None


@pytest.mark.parametrize("text", ["{", '{"total_amount": 1}', '{"invoice_id": 1, "iban": []}'])
def test_a_line_that_is_no_invoice_is_refused_with_its_number(text):
    with pytest.raises(RecordInvalidError, match="line 2"):
        read_invoices(['{"invoice_id": "a"}', text])


def test_records_become_inputs_without_loss():
    record = Invoice(
        invoice_id="a", direction="receivable", customer_name="Buyer", vendor_name="Own"
    )
    assert OpenInvoice.from_record(record).counterparty == "Buyer"
    payable = Invoice(invoice_id="a", vendor_name="Seller", iban="DE1")
    assert OpenInvoice.from_record(payable).counterparty_iban == "DE1"
    transaction = Transaction(transaction_id="t", amount=Decimal("-1.10"), description="x")
    assert BankLine.from_record(transaction).amount == Decimal("-1.10")


def test_two_rows_with_one_id_are_refused():
    with pytest.raises(InvalidInputError, match="invoices"):
        run([invoice("1", "10"), invoice("1", "20")], [])
    with pytest.raises(InvalidInputError, match="bank lines"):
        run([], [line("t", "-10"), line("t", "-20")])
