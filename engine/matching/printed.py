"""What a line prints of what it holds: the gross sum before fees, the number of bills, a day."""

import datetime as dt
import re
from collections.abc import Mapping
from itertools import combinations

from engine.matching.rows import Payment

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_COUNT = 3
_FIGURES = re.compile(r"(?<!\d)(?:\d{8}|\d{6}|\d{4}|\d{1,4}([./\- 月])\d{1,2}(?:\1\d{1,4})?)(?!\d)")
_PARTS = re.compile(r"\d+")
_NAMED = re.compile(r"(?<!\d)(\d{1,2})[ -]?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)")
_MONTHS = {
    "JAN": 1, "FEB": 2, "MAR": 3, "APR": 4, "MAY": 5, "JUN": 6,
    "JUL": 7, "AUG": 8, "SEP": 9, "OCT": 10, "NOV": 11, "DEC": 12,
}  # fmt: skip
_PLACES = {4: ((0, 2), (2, 0)), 6: ((0, 2), (4, 2), (2, 0)), 8: ((0, 2), (6, 4), (2, 0))}
"""For so many figures, where those of the day and those of the month may stand."""


def printed_gross(payment: Payment) -> int | None:
    """An amount that the line prints and that exceeds its own by printed fees and refunds."""
    paid, amounts = payment.amount, payment.memo.amounts
    if len(amounts) < 2:
        return None
    kept = amounts | {a + b for a, b in combinations(sorted(amounts), 2)}
    larger = [amount for amount in amounts if amount > paid and amount - paid in kept]
    return max(larger) if larger else None


def printed_counts(payment: Payment) -> frozenset[int]:
    """Small whole numbers that stand by themselves: one of them may say how many bills."""
    numbers = (word.strip(_LETTERS) for word in payment.memo.words)
    return frozenset(
        int(number)
        for number in numbers
        if number.isdigit() and len(number) <= _LONGEST_COUNT and int(number) > 0
    )


def printed_days(payment: Payment, earliest: int) -> frozenset[int]:
    """The days from ``earliest`` to the line's own that it prints in some usual way, ordinals.

    Of figures that can be read in several ways the first that gives such a day counts.
    """
    text = payment.source.description.upper()
    named, figures = _NAMED.findall(text), list(_FIGURES.finditer(text))
    if not named and not figures:
        return frozenset()
    days: dict[tuple[int, int], int] = {}
    for ordinal in range(earliest, payment.day + 1):
        date = dt.date.fromordinal(ordinal)
        days[date.day, date.month] = ordinal
    found = {days.get((int(day), _MONTHS[month])) for day, month in named}
    found |= {_day_of(match.group(), days) for match in figures}
    return frozenset(day for day in found if day is not None)


def _day_of(text: str, days: Mapping[tuple[int, int], int]) -> int | None:
    """One of ``days``, by day and month, that the figures may mean."""
    figures = "".join(part.zfill(2) for part in _PARTS.findall(text))
    for day, month in _PLACES.get(len(figures), ()):
        key = (int(figures[day : day + 2]), int(figures[month : month + 2]))
        if key in days:
            return days[key]
    return None
