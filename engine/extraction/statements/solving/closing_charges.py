"""Interest and fees that a card statement lists after its purchases, without a date.

They are charged on the day on which the statement closes, not on that of the row above them.
"""

from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.memos.kinds import type_of
from engine.extraction.statements.rows.table import Row

_CHARGES: Final = frozenset({"interest", "fee"})

_SELDOM: Final = 0.2
"""Share of rows up to which those without a date of their own are exceptions."""


def is_charge(row: Row, *, is_card: bool) -> bool:
    """Whether a row's words call it interest or a fee."""
    memo = " ".join(word.text for words in row.texts for word in words)
    return type_of(memo, None, is_card=is_card) in _CHARGES


def closing_charges(rows: Sequence[Row], *, is_card: bool) -> frozenset[int]:
    """The rows of a card that are charged at its closing: undated ones where others have dates."""
    undated = [index for index, row in enumerate(rows) if "date" not in row.dates]
    if not is_card or not undated or len(undated) > max(2, _SELDOM * len(rows)):
        return frozenset()
    return frozenset(index for index in undated if is_charge(rows[index], is_card=True))
