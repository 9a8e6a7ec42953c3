"""Whether the day or the month comes first, where no date on the pages proves it.

The country says what is usual there, and an invoice is never due before it is written.
"""

import re
from typing import Final

from engine.extraction.invoices.header.dating import find_dates_of
from engine.extraction.invoices.sheet.candidates import Candidates, with_order
from engine.extraction.invoices.sheet.layout import Sheet

_STATES: Final = (
    "AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH"
    "|NJ|NM|NV|NY|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY"
)
_AMERICAN_TOWN = re.compile(rf"[^\W\d_],?\s(?:{_STATES}),?\s\d{{5}}(?:-\d{{4}})?(?!\d)")
_PAIRS = re.compile(r"\d\d([-./])\d\d\1\d\d")
_LONGEST_DAYS: Final = 120
"""Days from the day of issue to the day due that are still usual."""


def usual_order(sheet: Sheet) -> str:
    """The order of the country that the addresses show: mdy for the United States, else dmy."""
    american = any(_AMERICAN_TOWN.search(segment.text) for segment in sheet.segments)
    european = any("€" in segment.text or "£" in segment.text for segment in sheet.segments)
    return "mdy" if american and not european else "dmy"


def settle_order(sheet: Sheet, found: Candidates) -> Candidates:
    """The same candidates, with another order of dates where only that one makes sense.

    Nothing changes where the pages prove their order. Figures like 23-10-16 prove none: the year
    may come first.
    """
    if len(found.dates) < 2 or (found.date_order is not None and not _is_short(found)):
        return found
    if _makes_sense(sheet, found):
        return found
    proven = found.date_order is not None
    others = ("ymd",) if proven else ("dmy" if found.read_as == "mdy" else "mdy", "ymd")
    for order in others:
        other = with_order(found, order)
        if _makes_sense(sheet, other):
            return other
    return found


def _is_short(found: Candidates) -> bool:
    """Whether every date is three pairs of figures."""
    return all(_PAIRS.fullmatch(date.text) for date in found.dates)


def _makes_sense(sheet: Sheet, found: Candidates) -> bool:
    """Whether the invoice is due on a usual day after it is written."""
    issued, due = find_dates_of(sheet, found)
    if not issued or not due:
        return False
    return 0 <= (due[0].value - issued[0].value).days <= _LONGEST_DAYS
