"""How a document writes its amounts: told from all of its words before any is read."""

import re
from collections import Counter
from collections.abc import Sequence

from engine.extraction.statements.lines.money import (
    SPACE,
    Notation,
    has_digit,
    read_money,
    stand_close,
)
from engine.extraction.statements.lines.printed_dates import read_date
from engine.reading.page import Word

_SURELY_WHOLE = 8
"""Amounts without decimals from which a document with some amounts of another currency has them."""

_SURELY_SPACED = 4
"""Thousands after a space for each after a sign from which a document parts them so: small print
below a table may write them otherwise."""

_LEAST_STACK = 3
"""Thousands after a space that end at one place from which they are a column of whole amounts."""

_STACKED_WHOLE = 4
"""Such thousands from which a document without decimals is one of whole amounts."""

_PLACES = 200
"""Places on a page's width at which columns may end."""

_GROUPED_WORD = re.compile(r"\d{1,3}[,.'’´`\u066c]\d{3}")
_CENTS_WORD = re.compile(r"[.,\u066b]\d{2}(?!\d)\W?(?:[A-Za-z]{0,2}|\W*)\Z")


def notation_of(words: Sequence[Word]) -> Notation:
    """How the words of a whole document write amounts, by what most of them do."""
    cents = grouped = spaced = wholes = 0
    thousands = Counter[int]()
    previous: Word | None = None
    for word in words:
        if not has_digit(word.text):
            previous = None
            continue
        if _CENTS_WORD.search(word.text):
            if not _is_full_date(word.text):
                cents += 1
            grouped += bool(_GROUPED_WORD.search(word.text))
            spaced += _follows_thousands(previous, word)
        elif _GROUPED_WORD.search(word.text) and read_money(word.text, whole=True):
            wholes += 1
        elif len(word.text) == 3 and _follows_thousands(previous, word):
            thousands[round(_PLACES * word.x1)] += 1
        previous = word
    parted = sum(count for count in thousands.values() if count >= _LEAST_STACK)
    if parted >= _STACKED_WHOLE and parted > 3 * cents and parted > wholes:
        return Notation(whole=True, spaced=True)
    is_whole = wholes > 3 * cents or wholes > max(cents, _SURELY_WHOLE)
    return Notation(whole=is_whole, spaced=spaced > _SURELY_SPACED * grouped)


def _is_full_date(text: str) -> bool:
    """Whether figures with dots are a date with its year: 2024.03.15 ends like an amount."""
    return text.count(".") == 2 and read_date(text) is not None


def _follows_thousands(left: Word | None, right: Word) -> bool:
    if left is None or not right.text[:3].isdigit() or right.text[3:4].isdigit():
        return False
    digits = left.text.lstrip("-+−–($€£¥₹₽₺")
    return digits.isdigit() and len(digits) <= 3 and stand_close(left, right, SPACE)
