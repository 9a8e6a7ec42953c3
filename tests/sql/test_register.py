"""The register of bank lines: where each stands, its order, its proven balances, its sums."""

import datetime as dt
from decimal import Decimal

from asked_marts import rows
from made_rows import (
    add_invoices,
    add_statement,
    match,
    reconciliation,
    transaction,
)

from engine.records import Duplicate, SetAside, Unmatched


def line(key, amount, **more):
    return transaction(key, amount=Decimal(amount), **more)


def asked(store, *columns, **params):
    known = {"sort_by": "date", "descending": False}
    return rows(store, "register", *columns, **known | params)


def fill(store):
    add_invoices(store, "u1")
    add_statement(
        store,
        "b1",
        line("b1-1", "-119.00"),
        line("b1-2", "5.00", description="Interest"),
        line("b1-3", "-7.00"),
        line("b1-4", "-8.00"),
        line("b1-5", "-119.00"),
    )
    unmatched = Unmatched(
        bank_transactions=("b1-2", "b1-3", "b1-4"),
        set_aside=(
            SetAside(
                kind="reversal", transaction_ids=("b1-3",), confidence=0.9, evidence="reversed"
            ),
        ),
        duplicates=(
            Duplicate(
                kind="bank_line",
                kept_id="b1-1",
                other_ids=("b1-5",),
                confidence=0.9,
                evidence="same",
            ),
        ),
    )
    partial = (match("m2", invoice_ids=("u1-1",), transaction_ids=("b1-4",), confidence=0.5),)
    store.reconciliations.insert(
        reconciliation(unmatched=unmatched, partial=partial, totals=(1, 5))
    )


def test_each_line_stands_in_one_state(store):
    fill(store)
    assert asked(store, "transaction_id", "state", "aside_kind", "kept_id") == [
        ("b1-1", "matched", None, None),
        ("b1-2", "open", None, None),
        ("b1-3", "set_aside", "reversal", None),
        ("b1-4", "proposed", None, None),
        ("b1-5", "copy", None, "b1-1"),
    ]


def test_states_kinds_amounts_and_words_choose(store):
    fill(store)
    assert asked(store, "transaction_id", states=["open", "copy"]) == [("b1-2",), ("b1-5",)]
    assert asked(store, "transaction_id", search="INTEREST") == [("b1-2",)]
    assert asked(store, "transaction_id", way="in") == [("b1-2",)]
    assert asked(store, "transaction_id", least=Decimal(6), most=Decimal(8)) == [
        ("b1-3",),
        ("b1-4",),
    ]
    assert asked(store, "transaction_id", accounts=["none"]) == []
    assert len(asked(store, "transaction_id", types=["transfer"], upload_id="b1")) == 5


def test_pages_follow_each_other_in_every_order(store):
    fill(store)
    whole = asked(store, "transaction_id", sort_by="amount", descending=True)
    pages = [
        *asked(store, "transaction_id", sort_by="amount", descending=True, limit=2, offset=0),
        *asked(store, "transaction_id", sort_by="amount", descending=True, limit=9, offset=2),
    ]
    assert pages == whole
    assert whole[0] == ("b1-2",)
    newest = asked(store, "transaction_id", descending=True)
    assert newest == list(reversed(asked(store, "transaction_id")))


def test_balances_are_filled_in_only_where_all_printed_ones_agree(store):
    add_statement(
        store,
        "b1",
        line("b1-1", "-10.00"),
        line("b1-2", "-20.00", balance=Decimal("70.00")),
        line("b1-3", "-5.00"),
        line("b1-4", "1.00", balance=Decimal("66.00")),
    )
    add_statement(
        store,
        "b2",
        line("b2-1", "1.00", balance=Decimal("66.00")),
        line("b2-2", "-5.00"),
        line("b2-3", "-20.00", balance=Decimal("70.00")),
    )
    assert asked(store, "balance", "is_balance_printed", upload_id="b1") == [
        (Decimal("90.0000"), False),
        (Decimal("70.0000"), True),
        (Decimal("65.0000"), False),
        (Decimal("66.0000"), True),
    ]
    assert asked(store, "balance", upload_id="b2") == [
        (Decimal("66.0000"),),
        (None,),
        (Decimal("70.0000"),),
    ]


def test_sums_are_by_state_and_currency(store):
    fill(store)
    add_statement(store, "b2", line("b2-1", "9.00", currency="USD", date=dt.date(2026, 3, 1)))
    found = rows(store, "register_sums", "state", "currency", "lines", "money_in", "money_out")
    assert ("open", "USD", 1, Decimal(9), Decimal(0)) in found
    assert ("matched", "EUR", 1, Decimal(0), Decimal(119)) in found
    assert sum(row[2] for row in found) == 6
    assert rows(store, "register_values", "field", "value", "lines")[0][0] == "account"
