"""What one cell of a table is: a day, an amount, a number, a word."""

import datetime as dt
import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from engine.extraction.amounts import Amount, parse_amount
from engine.extraction.bank_files.day_order import day_of
from engine.extraction.bank_files.ledger import LARGEST
from engine.extraction.dates import Order

CellKind = Literal["empty", "date", "compact", "money", "number", "text"]
"""``compact`` may be a day of eight figures, or a number; ``number`` is figures alone."""

_FORMULA: Final = re.compile(r'="([^"]*)"')
_PLAIN_NUMBER: Final = re.compile(r"-?\d{1,15}(?:\.\d{1,2}|\.\d{4,8})?", re.ASCII)
_DATE_LIKE: Final = re.compile(
    r"\d{1,4}\s?[./\-' ]\s?(?:\d{1,2}|[^\W\d_]{3,12})\.?\s?[./\-', ]\s?'?\d{2,4}|"
    r"[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{8}(?:[T ]?(?:\d{4}|\d{6}))?\Z|"
    r"(?:\w{2,9}\.?,?\s)\d{1,2}"
)
_WRAPPING: Final = frozenset(" \t\n\r\x0b\x0c\u00a0\u2007\u202f\u3000\ufeff\x00='")
_WRITTEN: Final = {
    ",": re.compile(r"-?(?:\d{1,12}|\d{1,3}(?:\.\d{3}){1,4}),\d\d", re.ASCII),
    ".": re.compile(r"-?(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,4})\.\d\d", re.ASCII),
}
"""Amounts as most tables have them, which need no further look."""

_LOCAL_SIGNS: Final = {
    "tl": "TRY", "руб": "RUB", "р": "RUB", "грн": "UAH", "лв": "BGN", "ден": "MKD", "km": "BAM",
    "din": "RSD", "bs": None, "gs": "PYG", "元": "CNY", "円": "JPY", "원": "KRW", "тг": "KZT",
}  # fmt: skip
_LOCAL: Final = re.compile(
    r"(?:(?P<before>tl|bs|gs|km)\.?\s?(?P<right>.+))|"
    r"(?:(?P<left>.+?)\s?(?P<after>tl|руб|р|грн|лв|ден|km|din|bs|gs|元|円|원|тг)\.?)",
    re.IGNORECASE,
)
_EMPTY: Final = frozenset(
    {"", "-", "--", "—", "–", "n/a", "N/A", "null", "NULL", "/", "None", "nan"}
)
_LONGEST_DATE: Final = 40
_LONGEST_AMOUNT: Final = 40
_STAMP: Final = re.compile(r"(\d{8})[T ]?(?:\d{4}|\d{6})Z?\Z")
_TIME: Final = re.compile(r"[T,\s](?=\d{1,2}:)")
_ORDERS: Final[tuple[Order, ...]] = ("dmy", "mdy", "ymd")
_ZONE: Final = re.compile(r"\s?(?:[A-Z]{2,4}|[+-]\d\d:?\d\d(?:\s?\w+)?)\Z")


def cleaned(cell: str) -> str:
    """A cell without what spreadsheets put around it: spaces, ``="…"``, a leading apostrophe."""
    if cell and cell[0] not in _WRAPPING and cell[-1] not in _WRAPPING:
        return cell
    text = cell.strip().strip("\u00a0\ufeff\x00")
    formula = _FORMULA.fullmatch(text)
    if formula is not None:
        text = formula[1].strip()
    if len(text) > 1 and text[0] == "'" and text.count("'") != 2:
        text = text[1:]
    elif len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1].strip()
    return text


def is_empty(text: str) -> bool:
    """Whether a cleaned cell says nothing."""
    return text in _EMPTY


@lru_cache(maxsize=65536)
def kind_of_cell(text: str) -> CellKind:
    """What a cleaned cell may be, whatever the column."""
    if text in _EMPTY:
        return "empty"
    if not any(map(str.isdigit, text)):
        return "text"
    if is_day(text):
        return "compact" if len(text) == 8 and text.isdecimal() else "date"
    if text.isdecimal():
        return "number"
    if len(text) <= _LONGEST_AMOUNT and any(_parsed(text, mark) is not None for mark in (".", ",")):
        return "money"
    return "text"


def is_day(text: str) -> bool:
    """Whether a cell is a day in any order of its figures, a clock time after it minded not."""
    if len(text) > _LONGEST_DATE or not _DATE_LIKE.match(text):
        return False
    return any(cell_day(text, order) is not None for order in _ORDERS)


def cell_day(text: str, order: Order) -> dt.date | None:
    """The day that a cell is, figures read in ``order``; None when it is none."""
    stamp = _STAMP.match(text)
    if stamp is not None:
        text = stamp[1]
    day = day_of(text, order)
    if day is None and len(text) > 12:
        day = day_of(_ZONE.sub("", text), order)
    if day is None and len(text) > 12:
        day = day_of(_TIME.split(text)[0].strip(), order)
    return day


def _parsed(text: str, decimal_sign: str) -> Amount | None:
    """An amount, also with a sign of money that pages rarely print."""
    found = parse_amount(text, decimal_sign)
    local = _LOCAL.fullmatch(text) if found is None else None
    if local is None:
        return found
    rest = parse_amount(local["left"] or local["right"], decimal_sign)
    sign = (local["before"] or local["after"]).strip(".").casefold()
    return rest and replace(rest, currency=_LOCAL_SIGNS.get(sign))


def cell_amount(text: str, decimal_sign: str) -> tuple[Decimal, str | None, str | None] | None:
    """Value, currency and sign mark of an amount; None for what is none.

    The mark is ``-``, ``+``, ``()``, CR, DR, S, H … as printed, None without one.
    """
    if decimal_sign == "." and _PLAIN_NUMBER.fullmatch(text):
        value = Decimal(text)
        return value, None, "-" if text[0] == "-" else None
    if _WRITTEN[decimal_sign].fullmatch(text):
        plain = text.replace("." if decimal_sign == "," else ",", "").replace(",", ".")
        return Decimal(plain), None, "-" if text[0] == "-" else None
    if len(text) > _LONGEST_AMOUNT:
        return None
    found = _parsed(text, decimal_sign)
    if found is None or abs(found.value) > LARGEST:
        return None
    return found.value, found.currency, found.sign_mark
