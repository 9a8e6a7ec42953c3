"""Words of a sheet that could be amounts: which run of them is one, and what it is worth.

A percentage is none, nor is a bare number that counts days.
"""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from engine.extraction.amounts import Amount, parse_amount
from engine.extraction.invoices.sheet.candidate import AmountCandidate, Candidate
from engine.extraction.invoices.sheet.layout import Segment
from engine.extraction.phrases import plain
from engine.reading.page import PageSource, Word

_MOST_AMOUNT_WORDS: Final = 4
_WIDEST_SPACE: Final = 1.2
"""Widths of a figure between two groups of one number, at most."""

_FIGURES = re.compile(r"\d")
_ODD_EURO = re.compile(r"^[Ä€ˆ¬](?=\d)|(?<=\d)[Ä¬]$")
_MARK = re.compile(r"(?<=\d[.,]\d\d)[A-Z]$")
"""A letter right behind the cents stands for a tax ("41.99T")."""

_OUTER = re.compile(r"([^\d\s(]{1,5})\s?\(([\d., ']+)\)$")
"""A currency before the parentheses that stand for a minus."""

_COULD_BEGIN = re.compile(r"[-+−–—(*]*(?:[\d.,]|[^\W\d_]{1,4}\.?\$?\d*|[^\w\s]{1,3})")
_OPEN_END = re.compile(r"\d[.,]\Z")
_CENTS = re.compile(r"\d\d\D?")
_DAYS: Final = frozenset(
    """
    day days tag tage tagen jour jours dag dagen giorni giorno dias dia dni den dnu dagar dager dage
    paivaa nap napon zile dana dni week weeks woche wochen month months monat monate monaten mois
    maanden mesi meses
    """.split()  # noqa: SIM905
)
_DASH_ENDS: Final = ("-", "–", "—", "−")
_DASHES: Final = frozenset(("-", "–", "—", "−"))


def amounts_on(segment: Segment, mark: str | None, taken: set[int]) -> list[AmountCandidate]:
    """The amounts of a segment, from left to right.

    Args:
        segment: words of one line.
        mark: the document's sign for decimals, if it is known.
        taken: places of words that are something else.
    """
    amounts: list[AmountCandidate] = []
    free = 0
    for figured in segment.figured:
        # An amount may begin some words before its first figure: "- EUR 5".
        for index in range(max(free, figured + 1 - _MOST_AMOUNT_WORDS), figured + 1):
            found = None if index in taken else _amount_at(segment, index, mark, taken)
            free = index + 1
            if found is not None:
                amounts.append(found)
                free = found.end
                break
    return amounts


def _amount_at(
    segment: Segment, start: int, mark: str | None, taken: set[int]
) -> AmountCandidate | None:
    """The longest run of words from ``start`` that is one amount, unless it is a percentage."""
    words = segment.words
    if not _COULD_BEGIN.match(words[start].text) or (start and words[start].text in _DASHES):
        return None
    best: AmountCandidate | None = None
    text = ""
    for end in range(start + 1, min(start + _MOST_AMOUNT_WORDS, len(words)) + 1):
        if end - 1 in taken:
            break
        text = _joined(text, words[end - 1].text, segment.source)
        if len(text) > 28:
            break
        amount = read_amount(text, mark)
        if amount is not None and not _set_apart(words[start:end]):
            best = Candidate(amount, segment, start, end, text)
    if best is None or _counts_something(words, best) or not _FIGURES.search(best.text):
        return None
    return best


def _joined(text: str, following: str, source: PageSource) -> str:
    """Two words as one text; recognised cents that came loose ("29. 70") are put back."""
    if not text:
        return following
    loose = source == "ocr" and _OPEN_END.search(text) and _CENTS.fullmatch(following)
    return text + following if loose else f"{text} {following}"


@lru_cache(maxsize=32768)
def read_amount(text: str, mark: str | None) -> Amount | None:
    """The amount that ``text`` is; a lone ``1.234`` with no other evidence has thousands."""
    cleaned = _MARK.sub("", _ODD_EURO.sub("€", text.rstrip(".;:*†")))
    cleaned = _OUTER.sub(r"(\1\2)", cleaned)
    amount = parse_amount(cleaned, mark)
    if amount is None and mark is None:
        other = "," if "." in cleaned else "."
        amount = parse_amount(cleaned, other)
    return amount


def _set_apart(words: tuple[Word, ...]) -> bool:
    """Whether figures stand too far from each other to be groups of one number."""
    for left, right in pairwise(words):
        if left.text[-1:].isdigit() and right.text[:1].isdigit():
            figure = (left.x1 - left.x0) / len(left.text)
            if right.x0 - left.x1 > _WIDEST_SPACE * figure:
                return True
    return False


def _counts_something(words: tuple[Word, ...], amount: AmountCandidate) -> bool:
    """Whether a percent sign follows, or a bare number counts days ("within 14 days")."""
    if amount.end >= len(words):
        return False
    following = words[amount.end].text
    if following.startswith("%"):
        return True
    return amount.text.isdigit() and plain(following) in _DAYS


def has_cents(amount: Amount) -> bool:
    """Whether the amount shows what money shows: cents, a currency, or a dash for cents."""
    two_places = str(amount.value)[-3:-2] == "."  # a tenth of the time of as_tuple
    return two_places or amount.currency is not None or amount.text.rstrip().endswith(_DASH_ENDS)


def cents(value: Decimal) -> Decimal:
    """``value`` with at least two decimals, as money is written."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent > -2:
        return value.quantize(Decimal("0.01"))
    return value
