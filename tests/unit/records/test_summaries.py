"""What a row's summary says of its records."""

from decimal import Decimal

from made_rows import invoice, match, transaction

from engine.records import (
    Unmatched,
    summarise_invoices,
    summarise_matches,
    summarise_transactions,
)


def test_invoices_are_added_up_per_currency():
    summary = summarise_invoices(
        (
            invoice("1", total_amount=Decimal("0.10")),
            invoice("2", total_amount=Decimal("0.20")),
            invoice("3", total_amount=Decimal("-0.05"), document_type="credit_note"),
        )
    )
    assert summary.total_amount == Decimal("0.25")
    assert summary.currency_summary == {"EUR": Decimal("0.25")}
    assert summary.vendor_summary == {"Acme Corp": 3}


def test_amounts_of_different_currencies_are_never_added():
    summary = summarise_invoices((invoice("1"), invoice("2", currency="USD")))
    assert summary.total_amount is None
    assert summary.currency_summary == {"EUR": Decimal("119.00"), "USD": Decimal("119.00")}


def test_an_amount_without_a_currency_is_in_no_sum():
    summary = summarise_invoices((invoice("1", currency=None),))
    assert (summary.total_amount, summary.currency_summary) == (None, {})


def test_amounts_with_and_without_a_currency_have_no_common_total():
    summary = summarise_invoices((invoice("1"), invoice("2", currency=None)))
    assert summary.total_amount is None
    assert list(summary.currency_summary) == ["EUR"]


def test_an_invoice_counts_as_processed_with_number_date_and_total():
    summary = summarise_invoices(
        (
            invoice("1"),
            invoice("2", invoice_number=None),
            invoice("3", invoice_date=None),
            invoice("4", total_amount=None),
        )
    )
    assert (summary.total_invoices_found, summary.total_invoices_processed) == (4, 1)


def test_no_invoices_have_no_total_rather_than_zero():
    summary = summarise_invoices(())
    assert (summary.total_amount, summary.date_range_start) == (None, None)


def test_transactions_are_split_into_debits_and_credits():
    summary = summarise_transactions(
        (
            transaction("1", amount=Decimal("-0.10")),
            transaction("2", amount=Decimal("-0.20"), type="fee"),
            transaction("3", amount=Decimal("5.00"), date=None),
            transaction("4", amount=None),
        )
    )
    assert (summary.total_debits, summary.total_credits) == (Decimal("0.30"), Decimal("5.00"))
    assert (summary.total_transactions_found, summary.total_transactions_processed) == (4, 2)
    assert summary.transaction_type_summary == {"transfer": 3, "fee": 1}


def test_the_match_rate_counts_each_invoice_once_and_no_rejected_match():
    matched = (
        match("1", invoice_ids=("a", "b")),
        match("2", invoice_ids=("b",)),
        match("3", invoice_ids=("c",), decision="rejected"),
    )
    summary = summarise_matches(matched, (), Unmatched(invoices=("c",)), 3, 5)
    assert summary.match_rate_percentage == Decimal("66.67")
    assert (summary.total_matches_found, summary.unmatched_invoices) == (2, 1)
    assert summary.total_amount_matched == Decimal("238.00")


def test_matched_amounts_of_different_currencies_are_never_added():
    summary = summarise_matches((match("1"), match("2", currency="USD")), (), Unmatched(), 2, 2)
    assert summary.total_amount_matched is None
    assert summary.amount_matched_by_currency == {
        "EUR": Decimal("119.00"),
        "USD": Decimal("119.00"),
    }


def test_a_matched_amount_without_a_currency_leaves_the_total_unknown():
    summary = summarise_matches((match("1"), match("2", currency=None)), (), Unmatched(), 2, 2)
    assert summary.total_amount_matched is None


def test_a_run_over_no_invoices_has_a_rate_of_zero():
    assert summarise_matches((), (), Unmatched(), 0, 0).match_rate_percentage == 0
