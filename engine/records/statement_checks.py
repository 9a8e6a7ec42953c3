"""What checks of a statement say of its figures, in words, and how to know such a sentence again.

Checks are stored as sentences. Those written here are worked out anew whenever figures change;
every other one is a doubt that stands until a person settles it. Who writes one and who asks
what one is about do so here, so that they cannot come to differ.
"""

import re
from decimal import Decimal
from typing import Final, Literal

FigureCheck = Literal["row_in_gap", "gap", "closing", "closing_unknown", "no_amount", "no_date"]
"""What a sentence is about: a row between two balances that do not follow from each other, these
two, the balance at the end, or how many rows lack something."""

CLOSING_UNKNOWN: Final = "The closing balance cannot be checked: a row has no amount."

_FORMS: Final[dict[FigureCheck, re.Pattern[str]]] = {
    "row_in_gap": re.compile(r"The balance \S+ does not follow from the one before: \S+ would\."),
    "gap": re.compile(r"Balances differ by \S+.*: \S+ would follow, \S+ is \w+\."),
    "closing": re.compile(r"Opening balance and rows make \S+, but the closing balance is \S+\."),
    "closing_unknown": re.compile(re.escape(CLOSING_UNKNOWN)),
    "no_amount": re.compile(r"\d+ rows? (?:has|have) no amount(?: that can be told)?\."),
    "no_date": re.compile(r"\d+ rows? (?:has|have) no date(?: that can be told)?\."),
}


def figure_check(sentence: str) -> FigureCheck | None:
    """What a check says of figures; None when it is about anything else."""
    return next((code for code, form in _FORMS.items() if form.fullmatch(sentence)), None)


def say_row_in_gap(expected: Decimal, printed: Decimal) -> str:
    """What a row says that lies before the balance ``printed`` where ``expected`` would follow."""
    return f"The balance {printed:.2f} does not follow from the one before: {expected:.2f} would."


def say_gap(expected: Decimal, printed: Decimal, where: str = "", given: str = "there") -> str:
    """A gap between balances: ``where`` it is, and whether ``printed`` is printed or given."""
    place = f" {where}" if where else ""
    return (
        f"Balances differ by {printed - expected:+.2f}{place}: {expected:.2f} would follow, "
        f"{printed:.2f} is {given}."
    )


def say_closing_differs(made: Decimal, closing: Decimal) -> str:
    """Opening balance and rows do not make the closing balance."""
    return f"Opening balance and rows make {made:.2f}, but the closing balance is {closing:.2f}."


def say_rows_without(count: int, what: Literal["amount", "date"]) -> str:
    """How many rows have no amount, or no date."""
    return f"{'1 row has' if count == 1 else f'{count} rows have'} no {what} that can be told."
