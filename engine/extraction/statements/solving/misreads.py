"""How easily a recognised figure could stand for another amount on the page.

Digits that look alike cost little, a lost or an extra digit more; anything else is no misreading.
Only recognised text is ever weighed: what a file's own text says, it says.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

MOST_COST: Final = 2.0
"""What a misreading may cost at most: two usual confusions."""

_LETTERS: Final = str.maketrans("OoQDlI|!iZzSsBGbgqA", "0000111112255866994")
_USUAL: Final = frozenset(["08", "06", "68", "17", "38", "56", "49"])
_RARER: Final = frozenset(["35", "27", "58", "39", "89", "09", "14", "69", "23"])
_LETTER_COST: Final = 0.2
_USUAL_COST: Final = 1.0
_RARER_COST: Final = 1.5
_LOST_COST: Final = 1.5
_POINT_COST: Final = 0.5
_NUMBER = re.compile(r"[\dOoQDlI|!iZzSsBGbgqA](?:[\dOoQDlI|!iZzSsBGbgqA.,'’´` ]*[\dOoSBlI])?")


def misreading_cost(text: str, size: Decimal, *, whole: bool = False) -> float | None:
    """What it costs to read ``text`` where the page prints ``size``; 0 for the same figure.

    Args:
        text: the recognised words; signs, currency and separators do not matter.
        size: the amount without its sign.
        whole: the document writes amounts without decimals.

    Returns:
        None when no misreading of up to ``MOST_COST`` explains it.
    """
    number = _number_in(text)
    if number is None:
        return None
    digits, cost = number
    wanted = str(int(size)) if whole else str(int(size.scaleb(2))).zfill(3)
    if abs(len(wanted) - len(digits)) > 1:
        return None
    cost += _distance(digits, wanted)
    if not whole and not _ends_with_cents(text):
        cost += _POINT_COST
    return cost if cost <= MOST_COST else None


def _number_in(text: str) -> tuple[str, float] | None:
    """The digits of the longest number in ``text``, and what letters read as digits cost."""
    runs = [run for run in _NUMBER.findall(text) if any(c.isdigit() for c in run)]
    if not runs:
        return None
    run = max(runs, key=len)
    letters = sum(c.isalpha() or c in "|!" for c in run)
    digits = re.sub(r"\D", "", run.translate(_LETTERS))
    return digits, letters * _LETTER_COST


def _ends_with_cents(text: str) -> bool:
    return re.search(r"[.,]\s?\w{2}(?!\w)", text) is not None


@lru_cache(maxsize=4096)
def _distance(read: str, wanted: str) -> float:
    """The cheapest way from ``read`` to ``wanted`` by confusions, lost and extra digits."""
    row = [index * _LOST_COST for index in range(len(wanted) + 1)]
    for i, got in enumerate(read, 1):
        above, row = row, [i * _LOST_COST]
        for j, want in enumerate(wanted, 1):
            row.append(
                min(
                    above[j - 1] + _confusion(got, want),
                    above[j] + _LOST_COST,
                    row[j - 1] + _LOST_COST,
                )
            )
    return row[-1]


def _confusion(got: str, want: str) -> float:
    if got == want:
        return 0.0
    pair = min(got, want) + max(got, want)
    if pair in _USUAL:
        return _USUAL_COST
    return _RARER_COST if pair in _RARER else 2 * MOST_COST
