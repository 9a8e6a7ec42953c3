"""Amounts of money from their printed notations, exact to the last figure.

``parse_amount`` is strict: the whole text must be one amount that can be read in one way only, so
that a wrong value is never made up. ``1.234`` alone may be either of two numbers; it is read only
when the caller knows which sign the document uses for decimals.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from engine.extraction.currencies import CURRENCY_PATTERN, currency_of

_SPACES: Final = dict.fromkeys(
    map(
        ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
    ),
    " ",
)
_SIGNS: Final = dict.fromkeys(map(ord, "−–—‒﹣－"), "-") | dict.fromkeys(map(ord, "’‘´`ʼ"), "'")
_CLEAN: Final = _SPACES | _SIGNS

_CUR = rf"(?:{CURRENCY_PATTERN})"
_AMOUNT = re.compile(
    rf"\*{{0,6}}(?P<open>\()?\s?(?P<sign1>[-+])?\s?(?P<cur1>{_CUR})?[\s:]{{0,2}}(?P<sign2>[-+])?\s?\*{{0,6}}"
    r"(?P<number>\d[\d.,' ]*\d|\d|[.,]\d{1,2})"
    r"(?P<dash>[.,]-{1,2})?(?P<slash>/-)?\s?(?P<sign3>[-+](?!\d))?(?P<close>\))?"
    rf"\s?(?P<cur2>{_CUR})?\s?(?P<sign4>[-+](?!\d))?\s?(?P<mark>CR|DR|Cr|Dr|cr|dr|DB|[SHCD])?(?P<close2>\))?\*{{0,3}}",
)

_GROUPS = {
    mark: re.compile(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+")
    for mark in (".", ",", "'", " ")
}
_FIGURES = re.compile(r"(\d(?:[\d.,' ]*\d)?)([.,]-)?")
_LAST_PART = re.compile(r".*?([.,])(\d+)")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}")


@dataclass(frozen=True, slots=True)
class Amount:
    """One printed amount.

    Attributes:
        value: Negative for a minus sign on either side and for parentheses. A word or letter of
            banks (CR, DR, S, H …) does not change it: what it means is the caller's to know.
        text: As printed.
        currency: ISO code of the sign or code beside the figures, if any.
        sign_mark: What was printed for a sign: ``-``, ``+``, ``()``, ``CR``, ``DR``, ``S``, ``H`` …
    """

    value: Decimal
    text: str
    currency: str | None
    sign_mark: str | None


@lru_cache(maxsize=32768)
def parse_amount(text: str, decimal_mark: str | None = None) -> Amount | None:
    """The amount that the whole of ``text`` is; None when it is none or could be two.

    ``decimal_mark`` ("." or ",") settles figures such as ``1.234``; where the figures themselves
    leave no doubt (``59,50``) they are believed.
    """
    match = _AMOUNT.fullmatch(text.translate(_CLEAN).strip())
    if match is None or bool(match["open"]) != bool(match["close"] or match["close2"]):
        return None
    if match["cur1"] and match["cur2"]:
        first, second = currency_of(match["cur1"]), currency_of(match["cur2"])
        if first and second and first != second and "$" not in match["cur1"] + match["cur2"]:
            return None
    signs = [s for s in (match["sign1"], match["sign2"], match["sign3"], match["sign4"]) if s]
    if len(signs) + bool(match["open"]) > 1:
        return None
    value = _value(match["number"], "," if match["dash"] else decimal_mark, bool(match["dash"]))
    if value is None:
        return None
    mark = "()" if match["open"] else signs[0] if signs else _bank_mark(match["mark"])
    negative = mark in ("()", "-")
    return Amount(-value if negative else value, text, _currency(match), mark)


def decimal_mark_of(texts: Iterable[str]) -> str | None:
    """The decimal sign ("." or ",") that most amounts among ``texts`` show, or None.

    Only amounts that leave no doubt are counted; a tie says nothing.
    """
    votes: Counter[str] = Counter()
    for text in texts:
        mark = _shown_mark(text)
        if mark:
            votes[mark] += 1
    if votes["."] == votes[","]:
        return None
    return max(votes, key=lambda mark: votes[mark])


@lru_cache(maxsize=32768)
def _shown_mark(text: str) -> str | None:
    """The decimal sign of the first figures in ``text`` when they leave no doubt."""
    figures = _FIGURES.search(text.translate(_CLEAN))
    return _evident_mark(figures[1].rstrip(" .,'"), figures[2]) if figures else None


def _bank_mark(mark: str | None) -> str | None:
    return mark.upper() if mark else None


def _currency(match: re.Match[str]) -> str | None:
    printed = [part for part in (match["cur1"], match["cur2"]) if part]
    codes = [code for code in map(currency_of, printed) if code]
    exact = [
        code
        for part, code in zip(printed, map(currency_of, printed), strict=True)
        if code and "$" not in part
    ]
    return next(iter(exact or codes), None)


def _value(number: str, decimal_mark: str | None, whole: bool) -> Decimal | None:
    """The value of figures with their separators; ``whole`` when a dash stands for the cents."""
    marks = [char for char in number if not char.isdigit()]
    if not marks:
        return Decimal(number) if len(number) <= 15 else None
    last = marks[-1]
    if whole:
        return _grouped(number)
    if len(set(marks)) > 1:
        head, _, tail = number.rpartition(last)
        if last not in ".," or marks.count(last) > 1:
            return _grouped(number)
        return _joined(_grouped(head), tail)
    if len(marks) > 1 or last in "' ":
        return _grouped(number)
    head, _, tail = number.partition(last)
    could_group = len(tail) == 3 and bool(_GROUPS[last].fullmatch(number))
    if could_group and decimal_mark is None:
        return None
    if could_group and decimal_mark != last:
        return _grouped(number)
    return _joined(Decimal(head or "0"), tail) if len(head) <= 15 else None


def _grouped(number: str) -> Decimal | None:
    """A whole number whose thousands may be set apart; None when the groups are not right."""
    marks = {char for char in number if not char.isdigit()}
    if not marks:
        return Decimal(number) if number and len(number) <= 15 else None
    if len(marks) > 1:
        return None
    mark = marks.pop()
    if _GROUPS[mark].fullmatch(number) or (mark == "," and _INDIAN.fullmatch(number)):
        return Decimal(number.replace(mark, ""))
    return None


def _joined(head: Decimal | None, tail: str) -> Decimal | None:
    if head is None or len(tail) > 6:
        return None
    return Decimal(f"{head}.{tail}")


def _evident_mark(figures: str, dash: str) -> str | None:
    """The decimal sign of figures that can be read in one way only; ``dash`` stands for cents."""
    if dash and figures:
        return dash[0]
    match = _LAST_PART.fullmatch(figures)
    if match is None:
        return None
    mark, tail = match.groups()
    others = {char for char in figures[: match.start(1)] if not char.isdigit()}
    if mark in others:
        return "," if mark == "." else "."
    if len(tail) in (1, 2) or (others and len(tail) != 3):
        return mark
    return None
