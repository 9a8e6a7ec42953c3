"""In which order day, month and year stand in a column of dates, and how sure that is.

A figure above twelve proves an order. Without one, movements come in the order of time: the order
under which the days rise or fall steadily and lie close together is the likelier one.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from engine.extraction.dates import Order, parse_date

_FIGURES: Final = re.compile(
    r"'?\s?(\d{1,4})\s?[./\-' ]\s?(\d{1,2})\s?[./\-' ]\s?(\d{1,4})(?!\d)", re.ASCII
)
_CLOCK: Final = re.compile(r"[\sT,]+\d{1,2}[:.]\d\d(?:[:.]\d\d)?.*\Z")
_COMPACT: Final = re.compile(r"\d{8}\Z", re.ASCII)
_SURE: Final = 0.99
_LIKELY: Final = 0.9
_OPEN: Final = 0.6
_ORDERS: Final[tuple[Order, ...]] = ("dmy", "mdy", "ymd")


@dataclass(frozen=True, slots=True)
class DayOrder:
    """The order, the probability (0..1) that it is right, and the sentence that says why."""

    order: Order
    certainty: float
    why: str


def day_order(texts: Sequence[str], *, month_first: bool = False) -> DayOrder:
    """The order of the dates ``texts``, given in the file's order.

    ``month_first`` is what to take when nothing tells: a hint of the country.
    """
    parts = [found for text in texts if (found := _parts(text)) is not None]
    if not parts:
        return DayOrder("ymd" if texts else "dmy", _SURE, "The dates can be read in one way only.")
    possible = [order for order in _ORDERS if _fits_all(parts, order)]
    if not possible:
        best = max(_ORDERS, key=lambda order: sum(_day(part, order) is not None for part in parts))
        return DayOrder(best, _OPEN, "Most dates are days in this order, but not all.")
    if len(possible) == 1:
        return DayOrder(possible[0], _SURE, "A day above 12 shows the order of the dates.")
    return _by_time(parts, possible, month_first)


def _by_time(
    parts: Sequence[tuple[str, str, str]], possible: Sequence[Order], month_first: bool
) -> DayOrder:
    steady = {order: _steadiness([_day(part, order) for part in parts]) for order in possible}
    ranked = sorted(possible, key=lambda order: (-steady[order][0], steady[order][1]))
    best, second = ranked[0], ranked[1]
    if steady[best][0] > steady[second][0]:
        return DayOrder(best, _LIKELY, "Only so do the dates follow each other in time.")
    if len({part for part in parts}) > 2 and steady[best][1] * 4 < steady[second][1]:
        return DayOrder(best, _LIKELY - 0.05, "Only so do the dates lie close together.")
    usual: Order = "mdy" if month_first else "dmy"
    chosen = usual if usual in possible else best
    return DayOrder(chosen, _OPEN, "The dates could be read in another order too.")


def _steadiness(days: Iterable[dt.date | None]) -> tuple[int, int]:
    """How often days go on in their main direction less how often not, and the days they span."""
    known = [day for day in days if day is not None]
    rising = sum(b > a for a, b in pairwise(known))
    falling = sum(b < a for a, b in pairwise(known))
    span = (max(known) - min(known)).days if known else 0
    return -min(rising, falling), span


def _parts(text: str) -> tuple[str, str, str] | None:
    """The three numbers of a date of figures alone; None where nothing is open."""
    match = _FIGURES.match(_CLOCK.sub("", text.strip()))
    if match is None:
        return None
    first, second, third = match.groups()
    is_open = len(first) < 3 and len(third) != 3
    return (first, second, third) if is_open else None


def _fits_all(parts: Iterable[tuple[str, str, str]], order: Order) -> bool:
    return all(_day(part, order) is not None for part in set(parts))


def _day(part: tuple[str, str, str], order: Order) -> dt.date | None:
    a, b, c = part
    if order == "ymd":
        if len(c) == 4 or len(a) != 2:
            return None
        year, month, day = a, b, c
    elif len(c) == 1:
        return None
    else:
        year, month, day = (c, b, a) if order == "dmy" else (c, a, b)
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 70 else 2000)
    try:
        return dt.date(full, int(month), int(day))
    except ValueError:
        return None


def day_of(text: str, order: Order) -> dt.date | None:
    """The day that ``text`` is, figures read in ``order``; a clock time after it is left out."""
    told = text.strip().strip("'")
    if _COMPACT.match(told):
        return _compact(told)
    part = _parts(told)
    if part is not None:
        return _of_our_era(_day(part, order))
    return _of_our_era(parse_date(told, order=order))


def _of_our_era(day: dt.date | None) -> dt.date | None:
    """A day of a year of the Buddhist era, which Thai banks write, as one of the common era."""
    if day is None or not 2400 <= day.year <= 2700:
        return day
    try:
        return day.replace(year=day.year - 543)
    except ValueError:
        return None


def _compact(figures: str) -> dt.date | None:
    """Eight figures: the year first, or last where that alone makes a day of our time."""
    for year, month, day in (
        (figures[:4], figures[4:6], figures[6:]),
        (figures[4:], figures[2:4], figures[:2]),
        (figures[4:], figures[:2], figures[2:4]),
    ):
        if 1970 <= int(year) <= 2099:
            try:
                return dt.date(int(year), int(month), int(day))
            except ValueError:
                continue
    return None
