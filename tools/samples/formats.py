"""Numbers and dates as the documents of different countries print them."""

import datetime as dt
from decimal import Decimal

MONTHS = "January February March April May June July August September October November December"
MONTH_NAMES = tuple(MONTHS.split())
FRENCH_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}


def english(value: Decimal) -> str:
    """1,234.56."""
    return f"{value:,.2f}"


def german(value: Decimal) -> str:
    """1.234,56."""
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


def french(value: Decimal) -> str:
    """1 234,56 with a no-break space."""
    return f"{value:,.2f}".translate(str.maketrans(",.", "\u00a0,"))


def priced(value: Decimal, currency: str) -> str:
    """€1,234.56."""
    return f"{SYMBOLS[currency]}{value:,.2f}"


def plain(value: Decimal) -> str:
    """A quantity or a rate without useless zeros: 3, 2.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def slashed(day: dt.date) -> str:
    """31/12/2026."""
    return f"{day:%d/%m/%Y}"


def american(day: dt.date) -> str:
    """12/31/2026."""
    return f"{day:%m/%d/%Y}"


def dotted(day: dt.date) -> str:
    """31.12.2026."""
    return f"{day:%d.%m.%Y}"


def worded(day: dt.date) -> str:
    """31 December 2026."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def short(day: dt.date) -> str:
    """31 Dec 2026."""
    return f"{day.day:02d} {MONTH_NAMES[day.month - 1][:3]} {day.year}"


def french_worded(day: dt.date) -> str:
    """31 décembre 2026."""
    return f"{day.day} {FRENCH_MONTHS[day.month - 1]} {day.year}"


def rate(value: Decimal) -> str:
    """A unit price with at least two decimals and all it has: 7.60, 0.085."""
    decimals = max(2, -int(value.as_tuple().exponent))
    return f"{value:,.{decimals}f}"
