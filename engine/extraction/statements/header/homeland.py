"""Which currencies are used where a statement comes from: by banks, addresses, words and letters.

A bare dollar sign or "kr" is of many countries, and many statements print no sign at all. What
stands outside the rows tells the country; inside them the other parties' countries are named.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from stdnum.ar import cuit
from stdnum.cl import rut
from stdnum.co import nit
from stdnum.mx import rfc

from engine.extraction.currencies import currency_of_country
from engine.extraction.homelands import WORDS, place_signs
from engine.extraction.identifiers import find_ibans
from engine.extraction.phrases import PhraseBook, plain
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.vocabulary.home_words import BANKING

_BOOK: Final[PhraseBook[str]] = PhraseBook.of_lists(
    {code: f"{WORDS.get(code, '')},{BANKING.get(code, '')}" for code in {*WORDS, *BANKING}}
)
_LETTERS: Final = (
    ("THB", re.compile("[\u0e00-\u0e7f]{2}")),
    ("KRW", re.compile("[\uac00-\ud7a3]{2}")),
    ("JPY", re.compile("[\u3040-\u30ff]{2}")),
    ("ILS", re.compile("[\u0590-\u05ff]{2}")),
    ("EUR", re.compile("[\u0370-\u03ff]{3}")),
    ("GEL", re.compile("[\u10a0-\u10ff]{2}")),
    ("AMD", re.compile("[\u0530-\u058f]{2}")),
    ("ETB", re.compile("[\u1200-\u137f]{2}")),
    ("LKR", re.compile("[\u0d80-\u0dff]{2}")),
    ("MMK", re.compile("[\u1000-\u109f]{2}")),
    ("LAK", re.compile("[\u0e80-\u0eff]{2}")),
    ("UAH", re.compile("[ґєї]")),
    ("BYN", re.compile("ў")),
    ("KZT", re.compile("[қңғұһ]")),
    ("MKD", re.compile("[ѓќѕ]")),
    ("RSD", re.compile("[ђћ]")),
    ("VND", re.compile("[ơờớởỡợưừứửữựạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộụủỳỵỷỹ]")),
    ("TRY", re.compile("[ıİğĞ]")),
)
_FORMATS: Final = (
    ("NZD", re.compile(r"(?<![\d-])\d{2}-\d{4}-\d{7}-\d{2,3}(?![\d-])")),
    ("GBP", re.compile(r"(?<![\d-])\d\d-\d\d-\d\d,? \d{8}(?!\d)")),
    ("ILS", re.compile(r"\bNIS\b")),
    ("BRL", re.compile(r"\b[Aa]g(?:[êe]ncia)?\.? \d{3,4}(?:-\d)?\b.*\b[Cc]/?[Cc]\b")),
    ("BRL", re.compile(r"\b\d{3}\.\d{3}\.\d{3}-\d\d\b|\b\d\d\.\d{3}\.\d{3}/\d{4}-\d\d\b")),
    ("ZAR", re.compile(r"(?i)\bNCRCP\s?\d|\b(?:balance|debits?|credits?|amount|fees?)\s?\(R\)")),
    ("INR", re.compile(r"\b[A-Z]{4}0[A-Z\d]{6}\b|(?<![\d,])\d{1,2},\d{2},\d{3}\.\d{2}(?!\d)")),
)
"""How account numbers, codes of branches and amounts are written in one country alone."""
_PERSONS: Final = (
    ("CLP", re.compile(r"(?<![\w.-])\d{1,2}\.?\d{3}\.?\d{3}-[\dKk](?![\w-])"), rut.is_valid),
    ("ARS", re.compile(r"(?<![\w.-])\d{2}-\d{8}-\d(?![\w-])"), cuit.is_valid),
    ("COP", re.compile(r"(?<![\w.-])\d{3}\.\d{3}\.\d{3}-\d(?![\w-])"), nit.is_valid),
    ("MXN", re.compile(r"(?<!\w)[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}(?!\w)"), rfc.is_valid),
)
"""Numbers of persons and companies for the taxes of one country, with their check digits."""
_BIC = re.compile(r"\b[A-Z]{4}([A-Z]{2})[A-Z\d]{2}(?:[A-Z\d]{3})?\b")
_SURE: Final = 3
_PLACE: Final = 2


def currencies_at_home(lines: Sequence[TypedLine], row_lines: frozenset[int]) -> Counter[str]:
    """How much speaks for each currency, by lines outside the rows; what repeats counts once."""
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.number not in row_lines:
            seen.update({(code, sign): weight for code, sign, weight in _signs(line.text)})
    votes = Counter[str]()
    for (code, _), weight in seen.items():
        votes[code] += weight
    return votes


@lru_cache(maxsize=8192)
def _signs(text: str) -> tuple[tuple[str, str, int], ...]:
    """The currencies that a line speaks for: each with its sign and its weight."""
    found = [(code, kind, _PLACE) for code, kind in place_signs(text)]
    tokens = plain(text).split()
    found += [(hit.label, " ".join(tokens[hit.start : hit.end]), 1) for hit in _BOOK.find(tokens)]
    found += [(code, "format", _SURE) for code, form in _FORMATS if form.search(text)]
    found += [
        (code, "person", _PLACE)
        for code, form, is_valid in _PERSONS
        if any(map(is_valid, form.findall(text)))
    ]
    found += [(code, "letters", _SURE) for code, letters in _LETTERS if letters.search(text)]
    countries = [iban.country for iban in find_ibans(text) if iban.is_checked]
    if {"bic", "swift"}.intersection(tokens):
        countries += _BIC.findall(text)
    for country in countries:
        code = currency_of_country(country)
        if code:
            found.append((code, country, _SURE))
    return tuple(found)
