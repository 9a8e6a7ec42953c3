"""Which currencies are used where a page comes from: by tax numbers, banks, addresses, words.

A bare dollar sign or "kr" is of many countries. What else is printed tells which, as it does where
no sign of a currency is printed at all.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from engine.extraction.currencies import currency_of_country
from engine.extraction.invoices.candidates import Candidates
from engine.extraction.invoices.labels import squeezed
from engine.extraction.invoices.layout import Segment, Sheet
from engine.extraction.invoices.vocabulary.homelands import ENDINGS, PREFIXES, WORDS
from engine.extraction.phrases import PhraseBook

_BOOK: Final[PhraseBook[str]] = PhraseBook(
    {code: [squeezed(phrase) for phrase in text.split(",")] for code, text in WORDS.items()}
)
_STATES: Final = (
    "AL|AK|AZ|AR|CA|CO|CT|DC|DE|FL|GA|HI|IA|ID|IL|IN|KS|KY|LA|MA|MD|ME|MI|MN|MO|MS|MT|NC|ND|NE|NH"
    "|NJ|NM|NV|NY|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY"
)
_TOWNS: Final = (
    ("USD", re.compile(rf"[^\W\d_],?\s(?:{_STATES}),?\s\d{{5}}(?:-\d{{4}})?(?!\d)")),
    ("CAD", re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b")),
    ("AUD", re.compile(r"\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? \d{4}\b")),
    ("GBP", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")),
)
_ENDING = re.compile(r"[\w-]\.([a-z]{2})(?![\w.-])")
_PREFIX = re.compile(r"(?:\+|\(\+|\b00)(\d{2,3})\b")
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
    if any(map(str.isdigit, text)):
        found += [(code, "town") for code, town in _TOWNS if town.search(text)]
        prefixes = (match[1] for match in _PREFIX.finditer(text))
        found += [(PREFIXES[p], "prefix") for p in map(_known, prefixes) if p]
    if "." in text:
        endings = (match[1] for match in _ENDING.finditer(text))
        found += [(ENDINGS[end], "ending") for end in endings if end in ENDINGS]
    return tuple(found)


def _known(figures: str) -> str:
    """The country's number that ``figures`` begin with, or nothing."""
    return next((part for part in (figures, figures[:2]) if part in PREFIXES), "")
