"""What the buttons over a statement's lines make of them."""

import made_rows as made
import pytest

from engine.errors import InvalidInputError
from engine.presentation.record_edits import changed_lines


@pytest.fixture
def document():
    lines = (made.transaction("b1-1"), made.transaction("b1-2"), made.transaction("b1-4"))
    return made.bank_document("b1", *lines)


def ids_of(lines):
    return [line.transaction_id for line in lines]


def test_a_line_is_added_after_the_one_in_hand_with_its_day_and_account(document):
    found = changed_lines(document, "add", ("b1-1",))
    assert ids_of(found) == ["b1-1", "b1-3", "b1-2", "b1-4"]
    known, new = found[:2]
    assert (new.date, new.account_number, new.page) == (
        known.date,
        known.account_number,
        known.page,
    )
    assert new.amount is None


def test_without_a_line_in_hand_it_goes_to_the_end(document):
    new = changed_lines(document, "add", ())[-1]
    assert new.date is None
    assert new.account_number == document.statement_info.account_number


def test_lines_are_split_joined_and_deleted(document):
    assert ids_of(changed_lines(document, "split", ("b1-2",))) == ["b1-1", "b1-2", "b1-3", "b1-4"]
    assert ids_of(changed_lines(document, "join", ("b1-2", "b1-4"))) == ["b1-1", "b1-2"]
    assert ids_of(changed_lines(document, "delete", ("b1-1", "b1-4"))) == ["b1-2"]


@pytest.mark.parametrize("action", ["split", "join", "delete"])
def test_a_line_that_went_meanwhile_is_told(document, action):
    with pytest.raises(InvalidInputError, match="not in this document any more"):
        changed_lines(document, action, ("b1-9",))
