"""How sure a row is: near certain between two agreeing balances, doubtful beside a gap."""

from collections.abc import Iterable

from engine.extraction.statements.solving.signs import Source
from engine.reading.page import PageSource, Word

_COVERED = 0.995
_CLOSED = 0.985
_BY_SIGN: dict[Source, float] = {
    "column": 0.9,
    "mark": 0.9,
    "word": 0.88,
    "section": 0.88,
    "convention": 0.75,
    "arithmetic": 0.9,
}
_IN_A_GAP = 0.4
_UNCLOSED = 0.8
"""Factor for rows of an account whose balances are printed and do not agree with its rows."""


def row_confidence(
    source: Source,
    *,
    covered: bool,
    in_gap: bool,
    closes: bool | None,
    has_date: bool,
    has_amount: bool,
    has_text: bool,
    certainty: float,
) -> float:
    """The probability, 0..1, that date, amount and description of a row are right.

    Args:
        source: what the amount's sign comes from.
        covered: printed balances before and after vouch for the amount.
        in_gap: the next printed balance does not follow.
        closes: the account's opening and closing balances prove its rows; None when not printed.
        has_date: a day with its year is known.
        has_amount: the amount is known.
        has_text: there is a description.
        certainty: mean confidence of the recognised words; 1 for a text layer.
    """
    if not has_amount:
        return 0.1
    if covered:
        value = _COVERED
    elif in_gap:
        value = _IN_A_GAP
    elif closes:
        value = _CLOSED
    else:
        value = _BY_SIGN[source] * (_UNCLOSED if closes is False else 1.0)
    if not has_date:
        value *= 0.4
    if not has_text:
        value *= 0.95
    return round(value * certainty, 4)


def certainty_of(words: Iterable[Word], source: PageSource) -> float:
    """How sure the reading of ``words`` is, 0..1."""
    if source == "text":
        return 1.0
    scores = [word.confidence for word in words]
    return min(1.0, sum(scores) / len(scores)) if scores else 0.5
