"""Features of numbers and dates that a label announces."""

import datetime as dt
import re
from typing import Final

from engine.extraction.dates import find_dates
from engine.extraction.invoices.confidence.surroundings import Surroundings
from engine.extraction.invoices.draft import Pick
from engine.extraction.invoices.sheet.labels import Label

_OTHERS_NUMBERS: Final[frozenset[Label]] = frozenset(
    {"order_number", "other_number", "tax_id", "account", "contact", "payment_reference"}
)
_USUAL_TERMS: Final = frozenset((0, 5, 7, 8, 10, 14, 15, 20, 21, 28, 30, 31, 45, 60, 90))
_LONGEST_TERM: Final = 120
_YEAR: Final = 400
_SHORT, _LONG = 4, 18
_TWO_EACH = re.compile(r"(?:[0-2]\d|3[01])\D{1,2}\d\d\D{1,2}(?:[0-2]\d|3[01])")
_MOST_REPEATS: Final = 3


def order_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of any number: its shape and where else it is printed."""
    text = _printed(pick)
    digits = sum(char.isdigit() for char in text)
    places = around.codes.get(text, 1)
    return {
        "share of figures": digits / max(1, len(text)),
        "short": float(len(text) < _SHORT),
        "long": float(len(text) > _LONG),
        "only figures": float(text.isdigit()),
        "several words": float(len(pick.words) > 1),
        "like a date": float(bool(find_dates(text))),
        "said again": min(_MOST_REPEATS, max(0, places - 1)) / _MOST_REPEATS,
    }


def number_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of the invoice's number: also what else the pages call the same number."""
    text = _printed(pick)
    date = around.values.get("invoice_date")
    elsewhere = [
        hit.label
        for code in around.found.codes
        if code.value == text and code.segment is not pick.segment
        if (hit := around.label_before(code.segment, code.start)) is not None
    ]
    return order_signals(around, pick) | {
        "named as another number": float(any(label in _OTHERS_NUMBERS for label in elsewhere)),
        "named again": float("invoice_number" in elsewhere),
        "on a credit note": float("document_type" in around.values),
        "holds the year": float(
            date is not None and (str(date.year) in text or f"{date.year % 100:02d}" in text[:4])
        ),
        "is the order's": float(around.values.get("purchase_order") == text),
    }


def invoice_date_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of the day of issue: also against the other days on the pages."""
    day: dt.date = around.values["invoice_date"]
    due = around.values.get("due_date")
    return _date_signals(around, day, pick) | {
        "a due day after it": float(due is not None and 0 < (due - day).days <= _LONGEST_TERM),
        "due at once": float(due == day),
        "the latest day": float(day == max(around.dates, default=day)),
        "the earliest day": float(day == min(around.dates, default=day)),
        "long before other days": float(
            any((other - day).days > _YEAR for other in around.dates if other != due)
        ),
    }


def due_date_signals(around: Surroundings, pick: Pick) -> dict[str, float]:
    """Features of the day due: also whether the terms of payment lead to it."""
    day: dt.date = around.values["due_date"]
    issued = around.values.get("invoice_date")
    days = (day - issued).days if issued is not None else -1
    return _date_signals(around, day, pick) | {
        "no day of issue": float(issued is None),
        "on the day of issue": float(days == 0),
        "a usual term": float(days in _USUAL_TERMS),
        "the terms say so": float(days > 0 and str(days) in around.tokens),
        "far after the issue": float(days > _LONGEST_TERM),
        "the latest day": float(day == max(around.dates, default=day)),
    }


def _date_signals(around: Surroundings, day: dt.date, pick: Pick) -> dict[str, float]:
    text = _printed(pick)
    written = any(len(part) > 2 and part.isalpha() for part in text.replace(".", " ").split())
    year_first = text[:4].isdigit()
    open_order = around.found.date_order is None and not written and not year_first
    return {
        "said again": min(_MOST_REPEATS, max(0, around.dates[day] - 1)) / _MOST_REPEATS,
        "month in words": float(written),
        "the year may come first": float(bool(_TWO_EACH.fullmatch(text))),
        "day or month first": float(open_order and day.day <= 12 and day.day != day.month),
        "the only day": float(len(around.dates) <= 1),
        "many days": min(1.0, len(around.dates) / 8),
        "alone in its line": float(len(pick.segment.words) == len(pick.words)),
    }


def _printed(pick: Pick) -> str:
    return pick.candidate.text if pick.candidate is not None else ""
