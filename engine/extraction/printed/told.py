"""Numbers and dates as somebody tells them: in the agreed notation, or in that of a page."""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from engine.extraction.amounts import parse_amount
from engine.extraction.dates import parse_date

_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER: Final = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")


def told_number(told: str) -> Decimal | None:
    """The number that a reader told, in the agreed notation or in that of a page."""
    text = told.strip().rstrip("%").strip()
    if _NUMBER.fullmatch(text):
        return Decimal(text)
    amount = parse_amount(text) or parse_amount(text, ".")
    return amount.value if amount else None


def told_date(told: str, order: str) -> dt.date | None:
    """The date that a reader told: ISO, or as a page prints it."""
    text = told.strip()
    if _ISO_DATE.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return None
    return parse_date(text, order=order)
