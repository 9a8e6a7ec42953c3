"""Amounts as statements print them in cells: which run of words is one amount, and its value.

A printed amount has exactly two decimals after its last separator, so its value never depends on
which sign the document uses for decimals. Amounts without decimals are read only when asked for.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from msgspec import Struct

from engine.extraction.currencies import CURRENCY_PATTERN
from engine.extraction.statements.vocabulary.directions import PAID_MARKS, RECEIVED_MARKS
from engine.reading.page import Word

Mark = Literal["-", "+", "()", "CR", "DR"]

_SYMBOL = rf"(?:{CURRENCY_PATTERN}|円|원|元|đ|руб\.?|р\.|`)"
_GROUPED = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:['’´`]\d{3})+"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+"
)
_CENTS = rf"(?:{_GROUPED}|\d+)?[.,]\d{{2}}"
_WHOLE = rf"(?:{_GROUPED}|[1-9]\d{{0,8}}|0)"
_SUFFIX = rf"[-+−–)]|(?:{PAID_MARKS}|{RECEIVED_MARKS})\.?|\((?:CR|DR|Cr|Dr|cr|dr|C|D)\)"
_SIGNS = r"[-+−–—(*]*"


def _pattern(number: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<pre>{_SIGNS})\s?(?P<cur>{_SYMBOL})?\s?(?P<pre2>{_SIGNS})\s?(?P<num>{number})"
        rf"(?P<close>\)?)\s?(?P<suf>{_SUFFIX})?\s?(?P<cur2>{_SYMBOL})?\s?(?P<suf2>{_SUFFIX})?\*?\Z"
    )


_WITH_CENTS = _pattern(_CENTS)
_WITHOUT_CENTS = _pattern(_WHOLE)
_USUAL = re.compile(
    r"(?P<minus>-?)(?P<number>\d{1,3}(?:,\d{3})+(?=\.)|\d{1,3}(?:\.\d{3})+(?=,)|\d+)[.,](?P<cents>\d\d)\Z"
)
"""What most amounts look like, which is found at once."""
_BEFORE = re.compile(rf"(?:[-+−–—(]|{_SYMBOL}|[-+−–—(]+(?:{_SYMBOL}))\Z")
_AFTER = re.compile(rf"(?:{_SUFFIX}|{_SYMBOL}|\)?(?:CR|DR))\Z")
_MEANING: dict[str, Mark] = {
    "-": "-", "+": "+", "(": "()", ")": "()",
    **dict.fromkeys(RECEIVED_MARKS.upper().split("|"), "CR"),
    **dict.fromkeys(PAID_MARKS.upper().split("|"), "DR"),
}  # fmt: skip
_ARABIC_SIGNS = str.maketrans("\u066b\u066c", ".,")
"""The signs for decimals and thousands beside Arabic figures, which are digits to all patterns."""

SPACE: Final = 0.56
"""Line heights of a space between thousands, at most: a whole letter where all are as wide."""

_DIGIT = re.compile(r"\d")
_NO_DIGIT = re.compile(r"\D")
_SPLIT_NUMBER = re.compile(rf"[-+−–(]*(?:{_SYMBOL}|R)?[-+−–(]*(?:\d{{1,3}}|[\d.,']*\d?[.,]\d?)\Z")


@dataclass(frozen=True, slots=True)
class Notation:
    """How a document writes amounts.

    ``whole``: its amounts have no decimals. ``spaced``: spaces separate its thousands.
    """

    whole: bool = False
    spaced: bool = False


class Money(Struct, frozen=True, gc=False):
    """An amount as printed: its size (never negative), the sign's mark and the currency's text.

    ``is_whole`` says that no decimals are printed.
    """

    value: Decimal
    text: str
    mark: Mark | None
    currency: str | None
    is_whole: bool = False


@lru_cache(maxsize=65536)
def read_money(text: str, *, whole: bool = False) -> Money | None:
    """The amount that ``text`` is; None when it is anything else.

    Args:
        text: one or more words, joined by single spaces.
        whole: also read amounts without decimals.
    """
    printed = text
    if not text.isascii():
        text = text.translate(_ARABIC_SIGNS)
    usual = _USUAL.match(text)
    if usual is not None:
        number = usual["number"].replace(",", "").replace(".", "")
        value = Decimal(f"{number}.{usual['cents']}")
        return Money(value, printed, "-" if usual["minus"] else None, None)
    found = _WITH_CENTS.match(text) or (_WITHOUT_CENTS.match(text) if whole else None)
    if found is None:
        return None
    mark: Mark | None = None
    for part in _sign_parts(found):
        mark = mark or (_MEANING.get(_sign(part).upper()) if part else None)
    return _money(found["num"], printed, mark, found["cur"] or found["cur2"])


def _sign_parts(found: re.Match[str]) -> list[str]:
    before = (found["pre"] + found["pre2"]).replace("*", "")
    return [found["suf"] or "", found["suf2"] or "", before[:1], found["close"]]


def _sign(text: str) -> str:
    return "-" if text in {"−", "–", "—"} else text.strip("().").upper() or text


def _money(number: str, text: str, mark: Mark | None, currency: str | None) -> Money:
    digits = _NO_DIGIT.sub("", number)
    is_whole = not (len(number) > 2 and number[-3] in ".,")
    value = Decimal(digits) if is_whole else Decimal(digits or "0").scaleb(-2)
    return Money(value, text, mark, currency, is_whole)


def may_begin_money(text: str) -> bool:
    """Whether the word ``text`` may be the first of an amount."""
    return has_digit(text) or _leads(text)


@lru_cache(maxsize=65536)
def _leads(text: str) -> bool:
    """Whether ``text`` is a sign or a currency before an amount."""
    return _BEFORE.match(text) is not None


def money_at(words: Sequence[Word], start: int, notation: Notation) -> tuple[Money, int] | None:
    """The longest amount that begins at ``words[start]``, and the index after its last word.

    Words of one amount stand close together: a sign, a currency, groups of digits, a suffix.
    """
    number = start
    while number < start + 3 and _leads(words[number].text):
        if number + 1 >= len(words) or not stand_close(words[number], words[number + 1], 1.5):
            return None
        number += 1
    if not has_digit(words[number].text):
        return None
    return _longest(words, start, number, notation)


def _longest(
    words: Sequence[Word], start: int, number: int, notation: Notation
) -> tuple[Money, int] | None:
    best: tuple[Money, int] | None = None
    text = words[start].text
    if number > start:
        text = " ".join([word.text for word in words[start : number + 1]])
    for end in range(number + 1, min(number + 6, len(words) + 1)):
        if end > number + 1:
            joint = _joint(words[end - 2], words[end - 1], best is not None, notation)
            if joint is None:
                break
            text += joint + words[end - 1].text
        money = read_money(text, whole=notation.whole)
        if money is not None:
            best = (money, end)
        elif best is not None or not _SPLIT_NUMBER.match(words[end - 1].text):
            break
    return best


def _joint(left: Word, right: Word, complete: bool, notation: Notation) -> str | None:
    """What to put between two words of one amount; None when they do not belong together.

    Two cells may stand as near as two words do, so a right part that is an amount by itself joins
    only when it touches, or when the document separates thousands by spaces.
    """
    if not stand_close(left, right, 0.9):
        return None
    if complete and _AFTER.match(right.text):
        return " "
    if not right.text[:1].isdigit() and right.text[:1] not in ".,":
        return None
    if notation.spaced and right.text[:3].isdigit():
        return " " if stand_close(left, right, SPACE) else None
    if complete or read_money(right.text) is not None:
        return "" if stand_close(left, right, 0.1) and not complete else None
    return "" if stand_close(left, right, 0.3) else None


def stand_close(left: Word, right: Word, ems: float) -> bool:
    """Whether the gap between two words is at most ``ems`` line heights, on any page shape."""
    return right.x0 - left.x1 <= ems * max(_width_of_em(left), _width_of_em(right))


def _width_of_em(word: Word) -> float:
    # A character is about half as wide as the line is high; measured from the text itself it
    # needs no page size.
    return 1.9 * (word.x1 - word.x0) / max(len(word.text), 1)


def has_digit(text: str) -> bool:
    """Whether figures stand in a word."""
    return not text.isalpha() and _DIGIT.search(text) is not None
