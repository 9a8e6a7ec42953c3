"""A sentence about a statement's figures is known again as what it was written for."""

from decimal import Decimal

import pytest

from engine.extraction.statements.solving.doubts import SENTENCES
from engine.records.statement_checks import (
    CLOSING_UNKNOWN,
    figure_check,
    say_closing_differs,
    say_gap,
    say_row_in_gap,
    say_rows_without,
)

MORE, LESS = Decimal("1234.5"), Decimal("-0.07")


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (say_row_in_gap(MORE, LESS), "row_in_gap"),
        (say_gap(MORE, LESS), "gap"),
        (say_gap(LESS, MORE, "between row 3 on page 1 and row 4 on page 2", "printed"), "gap"),
        (say_gap(LESS, MORE, "at the end", "given"), "gap"),
        (say_closing_differs(MORE, LESS), "closing"),
        (CLOSING_UNKNOWN, "closing_unknown"),
        (say_rows_without(1, "amount"), "no_amount"),
        (say_rows_without(12, "date"), "no_date"),
        ("1 row has no amount.", "no_amount"),
    ],
)
def test_what_is_written_about_figures_is_known_again(sentence, code):
    assert figure_check(sentence) == code


@pytest.mark.parametrize("sentence", SENTENCES.values())
def test_doubts_of_rows_are_about_no_sum(sentence):
    assert figure_check(sentence) is None
