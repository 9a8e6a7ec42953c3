"""Which currencies are used where a page comes from: by tax numbers, banks, addresses, words.

A bare dollar sign or "kr" is of many countries. What else is printed tells which, as it does where
no sign of a currency is printed at all.
"""

from collections import Counter
from functools import lru_cache
from typing import Final

from engine.extraction.currencies import currency_of_country
from engine.extraction.homelands import WORDS, place_signs
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.labels import squeezed
from engine.extraction.invoices.sheet.layout import Segment, Sheet
from engine.extraction.phrases import PhraseBook

_BOOK: Final[PhraseBook[str]] = PhraseBook(
    {code: [squeezed(phrase) for phrase in text.split(",")] for code, text in WORDS.items()}
)
_IDENTIFIER: Final = 3
_PLACE: Final = 2
_WORD: Final = 2


def currencies_at_home(sheet: Sheet, found: Candidates) -> Counter[str]:
    """How much speaks for each currency; what is printed twice counts once."""
    votes = Counter[str]()
    for number in (*found.tax_ids, *found.ibans):
        code = currency_of_country(number.value.country)
        if code and number.value.is_checked:
            votes[code] += _IDENTIFIER
    seen = set[tuple[str, str]]()
    for segment in sheet.segments:
        seen.update(_signs_of(segment))
    for code, kind in seen:
        votes[code] += _PLACE if kind in ("town", "ending", "prefix") else _WORD
    return votes


def _signs_of(segment: Segment) -> tuple[tuple[str, str], ...]:
    return _signs(segment.text, segment.tokens)


@lru_cache(maxsize=16384)
def _signs(text: str, tokens: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    found = [(hit.label, " ".join(tokens[hit.start : hit.end])) for hit in _BOOK.find(tokens)]
    found += place_signs(text)
    return tuple(found)
