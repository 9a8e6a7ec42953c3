"""What is open of an invoice, over all runs and what people said about their matches."""

import datetime as dt
from decimal import Decimal

import pytest
from made_rows import (
    NOON,
    add_invoices,
    add_statement,
    invoice,
    match,
    reconciliation,
    transaction,
)

LATER = NOON + dt.timedelta(days=1)


def euros(text):
    return Decimal(text)


def states(store):
    return {
        row["invoice_id"]: (row["match_state"], row["amount_open"])
        for row in store.analytics.query("invoices")
    }


def transaction_states(store):
    return {
        row["transaction_id"]: row["match_state"] for row in store.analytics.query("transactions")
    }


@pytest.fixture
def books(store):
    """Two invoices of 119 and two payments in one statement."""
    add_invoices(store, "u1", invoice("u1-1"), invoice("u1-2", due_date=dt.date(2026, 3, 14)))
    add_statement(store, "b1", transaction("b1-1"), transaction("b1-2"))
    return store


def test_without_a_run_everything_is_open(books):
    assert states(books) == {
        "u1-1": ("unmatched", euros("119.00")),
        "u1-2": ("unmatched", euros("119.00")),
    }
    assert transaction_states(books) == {"b1-1": "unmatched", "b1-2": "unmatched"}


def test_a_confident_match_settles_its_invoice(books):
    books.reconciliations.insert(reconciliation("r1"))
    assert states(books)["u1-1"] == ("matched", 0)
    assert transaction_states(books) == {"b1-1": "matched", "b1-2": "unmatched"}


def test_a_match_below_the_threshold_is_only_suggested(books):
    doubtful = match(confidence=0.6)
    books.reconciliations.insert(reconciliation("r1", matched=(), partial=(doubtful,)))
    assert states(books)["u1-1"] == ("suggested", euros("119.00"))
    assert transaction_states(books)["b1-1"] == "suggested"


def test_a_persons_word_settles_a_doubtful_match(books):
    confirmed = match(confidence=0.6, decision="confirmed", decided_by="anna", decided_at=NOON)
    books.reconciliations.insert(reconciliation("r1", matched=(), partial=(confirmed,)))
    assert states(books)["u1-1"] == ("matched", 0)


def test_a_rejected_match_counts_for_nothing(books):
    books.reconciliations.insert(reconciliation("r1", matched=(match(decision="rejected"),)))
    assert states(books)["u1-1"] == ("unmatched", euros("119.00"))
    assert transaction_states(books)["b1-1"] == "unmatched"


@pytest.mark.parametrize("status", ["rejected", "pending"])
def test_a_match_counts_no_more_when_one_of_its_uploads_does_not(books, status):
    books.reconciliations.insert(reconciliation("r1"))
    books.bank.set_status("b1", status)
    assert states(books)["u1-1"] == ("unmatched", euros("119.00"))
    books.bank.set_status("b1", "completed")
    assert states(books)["u1-1"] == ("matched", 0)
    books.invoices.set_status("u1", status)
    assert transaction_states(books) == {"b1-1": "unmatched", "b1-2": "unmatched"}


def test_a_part_payment_leaves_the_rest_open(books):
    part = match(settlement="partial", amount_matched=euros("19.00"))
    books.reconciliations.insert(reconciliation("r1", matched=(), partial=(part,)))
    assert states(books)["u1-1"] == ("partial", euros("100.00"))
    assert transaction_states(books)["b1-1"] == "partial"


def test_instalments_of_two_runs_add_up(books):
    first = match("m1", settlement="partial", amount_matched=euros("19.00"))
    second = match(
        "m2",
        settlement="partial",
        amount_matched=euros("60.00"),
        transaction_ids=("b1-2",),
    )
    books.reconciliations.insert(reconciliation("r1", matched=(), partial=(first,)))
    books.reconciliations.insert(reconciliation("r2", matched=(), partial=(second,), run_at=LATER))
    assert states(books)["u1-1"] == ("partial", euros("40.00"))


def test_a_second_run_over_the_same_payment_does_not_pay_twice(books):
    part = match(settlement="partial", amount_matched=euros("19.00"))
    for number, run_at in (("r1", NOON), ("r2", LATER)):
        books.reconciliations.insert(
            reconciliation(number, matched=(), partial=(part,), run_at=run_at)
        )
    row = books.analytics.query("invoices")[0]
    assert (row["amount_open"], row["reconciliation_id"]) == (euros("100.00"), "r2")


def test_a_confirmed_match_holds_against_a_newer_proposal(books):
    confirmed = match("m1", decision="confirmed", decided_by="anna", decided_at=NOON)
    other = match("m9", invoice_ids=("u1-2",))
    books.reconciliations.insert(reconciliation("r1", matched=(confirmed,)))
    books.reconciliations.insert(reconciliation("r2", matched=(other,), run_at=LATER))
    assert states(books) == {"u1-1": ("matched", 0), "u1-2": ("suggested", euros("119.00"))}
    assert transaction_states(books)["b1-1"] == "matched"


def test_money_for_two_invoices_pays_the_one_that_fell_due_first(books):
    part = match(
        kind="batch",
        settlement="partial",
        invoice_ids=("u1-2", "u1-1"),
        amount_matched=euros("150.00"),
    )
    books.reconciliations.insert(reconciliation("r1", matched=(), partial=(part,)))
    assert states(books) == {"u1-1": ("matched", 0), "u1-2": ("partial", euros("88.00"))}


def test_a_credit_note_in_a_netted_match_pays_for_the_invoices(store):
    credit = invoice("u1-2", document_type="credit_note", total_amount=euros("-19.00"))
    add_invoices(store, "u1", invoice("u1-1"), credit)
    add_statement(store, "b1", transaction("b1-1", amount=euros("-90.00")))
    part = match(
        kind="netted",
        settlement="partial",
        invoice_ids=("u1-1", "u1-2"),
        amount_matched=euros("90.00"),
    )
    store.reconciliations.insert(reconciliation("r1", matched=(), partial=(part,)))
    assert states(store) == {"u1-1": ("partial", euros("10.00")), "u1-2": ("matched", 0)}


def test_a_part_payment_in_another_currency_leaves_the_rest_unknown(books):
    part = match(settlement="partial", currency="USD", amount_matched=euros("19.00"))
    books.reconciliations.insert(reconciliation("r1", matched=(), partial=(part,)))
    assert states(books)["u1-1"] == ("partial", None)


def test_what_is_due_counts_rather_than_the_total(store):
    add_invoices(store, "u1", invoice("u1-1", amount_due=euros("100.00")))
    assert states(store)["u1-1"] == ("unmatched", euros("100.00"))


def test_an_invoice_without_amounts_is_open_by_an_unknown_amount(store):
    add_invoices(store, "u1", invoice("u1-1", total_amount=None))
    assert states(store)["u1-1"] == ("unmatched", None)
    (row,) = store.analytics.query("open_amount_by_currency")
    assert (row["invoices"], row["invoices_of_unknown_amount"]) == (0, 1)


@pytest.mark.parametrize("status", ["rejected", "failed", "pending"])
def test_invoices_of_an_upload_that_does_not_count_are_nowhere(store, status):
    add_invoices(store, "u1")
    store.invoices.set_status("u1", status)
    assert store.analytics.query("invoices") == []
    assert store.analytics.query("open_amount_by_currency") == []
