"""Amounts, balances and days as a style prints them."""

import datetime as dt
from decimal import Decimal

from statement_layouts.style import Style

MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
GERMAN = ["Jan", "Feb", "Mär", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez"]


def number(value: Decimal, style: Style) -> str:
    """The size of ``value`` in the style's notation."""
    whole, cents = f"{abs(value):.2f}".split(".")
    if style.numbers == "plain":
        return f"{whole}.{cents}"
    if style.numbers == "lakh" and len(whole) > 3:
        head, tail = whole[:-3], whole[-3:]
        pieces = []
        while head:
            pieces.insert(0, head[-2:])
            head = head[:-2]
        return f"{','.join([*pieces, tail])}.{cents}"
    mark = {"us": ",", "eu": ".", "swiss": "'", "space": " ", "lakh": ","}[style.numbers]
    grouped = f"{int(whole):,}".replace(",", mark)
    return grouped + ("," if style.numbers in {"eu", "space"} else ".") + cents


def money(value: Decimal, style: Style) -> str:
    """An amount of a single column, with its sign as the style marks it."""
    text = style.currency + number(value, style)
    paid = value < 0
    if style.sign == "minus":
        return f"-{text}" if paid else text
    if style.sign == "plus_minus":
        return f"-{text}" if paid else f"+{text}"
    if style.sign == "trailing":
        return f"{text}-" if paid else text
    if style.sign == "parentheses":
        return f"({text})" if paid else text
    if style.sign == "cr_only":
        return text if paid else f"{text} CR"
    return f"{text} {'DR' if paid else 'CR'}"


def balance_text(value: Decimal, style: Style) -> str:
    """A balance; one below zero carries the style's mark, or a minus."""
    if style.columns == "amount" and style.sign in {"trailing", "parentheses"}:
        return money(value, style)
    if style.columns == "amount" and style.sign == "dr_cr":
        return money(value, style)
    return (
        f"-{style.currency}{number(value, style)}"
        if value < 0
        else style.currency + number(value, style)
    )


def day(date: dt.date, style: Style, *, full: bool = False) -> str:
    """A date as printed in rows; ``full`` gives it a year."""
    month = (GERMAN if style.language == "de" else MONTHS)[date.month - 1]
    kind = style.dates
    if kind == "dmy":
        return f"{date:%d/%m/%Y}"
    if kind == "dmy_dots":
        return f"{date:%d.%m.%Y}"
    if kind == "iso":
        return date.isoformat()
    if kind == "mdy":
        return f"{date:%m/%d/%y}"
    if kind == "mdy_short":
        return f"{date:%m/%d/%Y}" if full else f"{date:%m/%d}"
    if kind == "dm":
        return f"{date:%d.%m.%Y}" if full else f"{date:%d.%m.}"
    if kind == "named":
        return f"{date.day:02d} {month} {date.year}" if full else f"{date.day:02d} {month}"
    if kind == "mdy_named":
        return f"{month.title()} {date.day}, {date.year}" if full else f"{month.title()} {date.day}"
    return f"{date.day:02d} {month} {date.year}"
