import datetime as dt
from decimal import Decimal

import pytest

from engine.errors import InvalidInputError
from engine.presentation.grid import (
    cell_value,
    edit_words,
    edited,
    edited_by_id,
    moved,
    state_of_line,
)
from engine.records import LineItem, Provenance, Transaction
from engine.records.statement_checks import say_row_in_gap

LINES = (
    Transaction(
        transaction_id="u-1",
        date=dt.date(2024, 3, 1),
        description="Rent",
        amount=Decimal("-1200.10"),
        balance=Decimal("12345678901234567.89"),
        currency="EUR",
        confidence=0.99,
    ),
    Transaction(transaction_id="u-2", amount=Decimal("5.00"), currency="EUR", confidence=0.4),
)


def save(edits, rows=LINES):
    return edited(
        rows, edits, lambda count: Transaction(transaction_id=f"u-n{count}"), lambda _: "EUR"
    )


def test_a_typed_amount_is_exact_though_the_editor_sends_a_float():
    changed = save({"edited_rows": {0: {"amount": -1200.2}}})
    assert changed[0].amount == Decimal("-1200.20")
    assert str(changed[0].amount) == "-1200.20"


def test_cells_that_nobody_touched_keep_their_exact_value():
    changed = save({"edited_rows": {0: {"description": "Rent March"}}})
    assert changed[0].balance == Decimal("12345678901234567.89")
    assert changed[0].description == "Rent March"
    assert changed[1] is LINES[1]


def test_rows_are_added_and_removed():
    changed = save(
        {"added_rows": [{"date": "2024-03-02", "amount": 7}], "deleted_rows": [1]},
    )
    assert [line.transaction_id for line in changed] == ["u-1", "u-n0"]
    assert changed[1].date == dt.date(2024, 3, 2)
    assert str(changed[1].amount) == "7.00"


def test_an_emptied_cell_is_unknown():
    changed = save({"edited_rows": {"0": {"amount": None, "date": None, "description": None}}})
    assert (changed[0].amount, changed[0].date, changed[0].description) == (None, None, "")


def test_columns_that_only_show_something_are_ignored():
    assert save({"edited_rows": {0: {"state": "Sure", "confidence": 1}}}) == LINES


def test_a_quantity_keeps_its_own_decimals():
    items = (LineItem(description="Bolts", quantity=Decimal("5")),)
    changed = edited(
        items,
        {"edited_rows": {0: {"quantity": 2.125, "unit_price": 0.0035, "tax_rate": 19.0}}},
        lambda _: LineItem(),
        lambda _: "EUR",
    )
    assert changed[0].quantity == Decimal("2.125")
    assert changed[0].unit_price == Decimal("0.0035")
    assert str(changed[0].tax_rate) == "19"


def test_a_currency_must_be_a_code():
    with pytest.raises(InvalidInputError):
        save({"edited_rows": {0: {"currency": "Euro"}}})


def test_the_state_of_a_line_follows_its_worst_part():
    sure, doubtful = LINES
    by_hand = Provenance(page=None, bbox=None, text=None, confidence=1.0, source="user")
    assert state_of_line(sure) == "sure"
    assert state_of_line(doubtful) == "doubtful"
    changed = Transaction(transaction_id="u", provenance={"amount": by_hand})
    assert state_of_line(changed) == "changed"
    failed = Transaction(transaction_id="u", checks=(say_row_in_gap(Decimal(1), Decimal(2)),))
    assert state_of_line(failed) == "failed"


def test_a_table_of_some_records_changes_only_those():
    changed = edited_by_id(LINES, ["u-2"], {"edited_rows": {0: {"amount": 6}}})
    assert changed[0] is LINES[0]
    assert str(changed[1].amount) == "6.00"


def test_edits_follow_their_records_to_another_place():
    edits = {"edited_rows": {0: {"x": 1}, 2: {"x": 3}}, "deleted_rows": [1], "added_rows": [{}]}
    assert moved(edits, ["a", "b", "c"], ["c", "b"]) == {
        "edited_rows": {0: {"x": 3}},
        "deleted_rows": [1],
        "added_rows": [{}],
    }


def test_edits_are_said_in_words():
    labels = {"amount": "Amount"}
    assert edit_words({"edited_rows": {3: {"amount": 12.5}}}, labels, "line") == "Amount: 12.5"
    assert edit_words({"edited_rows": {3: {"amount": None}}}, labels, "line") == "Amount: –"
    several = {"edited_rows": {3: {"amount": 1, "date": None}}, "deleted_rows": [1, 2]}
    assert edit_words(several, labels, "line") == "1 line changed, 2 lines deleted"


def test_what_a_cell_may_hold():
    assert cell_value("amount", "1,250.5", "EUR") == Decimal("1250.5")
    assert cell_value("number", 3.0, None) == Decimal(3)
    assert cell_value("date", dt.date(2024, 3, 1), None) == dt.date(2024, 3, 1)
    assert cell_value("date", "2024-03-01T00:00:00.000", None) == dt.date(2024, 3, 1)
    assert cell_value("choice", "fee", None) == "fee"
    assert cell_value("text", "  a  b ", None) == "a b"
