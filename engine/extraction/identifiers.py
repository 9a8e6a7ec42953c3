"""Bank accounts and tax numbers inside printed text, checked by their check digits.

Numbers that fail their check are still given where the caller knows from a label what they are
meant to be; ``is_checked`` tells the two apart.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from stdnum import iban as iban_rules
from stdnum.eu import vat as vat_rules
from stdnum.exceptions import ValidationError

_IBAN_LENGTHS: Final = {
    "AD": 24, "AE": 23, "AT": 20, "BE": 16, "BG": 22, "BH": 22, "BR": 29, "CH": 21, "CY": 28,
    "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22,
    "GE": 22, "GI": 23, "GL": 18, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IS": 26,
    "IT": 27, "KW": 30, "KZ": 20, "LB": 28, "LI": 21, "LT": 20, "LU": 20, "LV": 21, "MC": 27,
    "MD": 24, "ME": 22, "MK": 19, "MT": 31, "MU": 30, "NL": 18, "NO": 15, "PK": 24, "PL": 28,
    "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24, "SE": 24, "SI": 19, "SK": 24, "SM": 27,
    "TN": 24, "TR": 26, "UA": 29,
    "AL": 28, "AZ": 28, "BA": 20, "BI": 27, "BY": 28, "CR": 22, "DJ": 27, "DO": 28, "EG": 29,
    "FK": 18, "GT": 28, "HN": 28, "IQ": 23, "JO": 30, "LC": 32, "LY": 25, "MN": 20, "MR": 27,
    "NI": 28, "OM": 23, "PS": 29, "RU": 33, "SC": 31, "SD": 18, "SO": 23, "ST": 25, "SV": 28,
    "TL": 23, "VA": 22, "VG": 24, "XK": 20, "YE": 30,
}  # fmt: skip
_IBAN = re.compile(r"(?<![A-Za-z0-9])(?=([A-Z]{2}[ ]?\d{2}(?:[ .-]?[A-Z0-9]){8,35}))")
_VAT_COUNTRIES: Final = (
    "AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI|CHE|NO"
    "|EU"
)
_VAT_PIECE: Final = r"[A-Z]{0,3}\d[A-Z0-9]*"
_VAT = re.compile(
    rf"(?<![A-Za-z0-9])((?:{_VAT_COUNTRIES})[ .-]{{0,2}}{_VAT_PIECE}(?:[ .-]B?\d[A-Z0-9]*){{0,4}})"
    r"(?![A-Za-z0-9])"
)
_VAT_LENGTHS: Final = range(9, 16)
_NOT_SIGN = re.compile(r"[^A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number as printed at ``[start, end)`` of a text, and without its separators."""

    start: int
    end: int
    text: str
    compact: str
    is_checked: bool

    @property
    def country(self) -> str:
        """The two letters that the number begins with."""
        return self.compact[:2]


def compact_identifier(text: str) -> str:
    """Letters and digits of ``text`` in upper case."""
    return _NOT_SIGN.sub("", text).upper()


_WORD: Final = re.compile(r"[A-Z]{7}")
"""As many letters in a row as no account number has, but words do."""


@lru_cache(maxsize=4096)
def find_ibans(text: str) -> tuple[Identifier, ...]:
    """International account numbers in ``text``, each of its country's length.

    Where two could begin in the same figures, the one with right check digits counts.
    """
    found: list[Identifier] = []
    for match in _IBAN.finditer(text):
        country = match[1][:2]
        end = _end_after(match[1], _IBAN_LENGTHS.get(country, 0))
        if end is not None:
            compact = compact_identifier(match[1][:end])
            checked = bool(iban_rules.is_valid(compact))
            start = match.start()
            found.append(Identifier(start, start + end, match[1][:end], compact, checked))
    sure = [iban for iban in found if iban.is_checked]
    rest = [
        iban
        for iban in found
        if not iban.is_checked
        and not any(other.start < iban.end and iban.start < other.end for other in sure)
        and not is_vat_number(compact_identifier(iban.text.split(" ")[0]))
        and not _WORD.search(iban.compact)
    ]
    return tuple(sorted(sure + rest, key=lambda iban: iban.start))


@lru_cache(maxsize=4096)
def find_vat_numbers(text: str) -> tuple[Identifier, ...]:
    """European tax numbers with their country's letters in ``text``; accounts are left out."""
    taken = [(iban.start, iban.end) for iban in find_ibans(text)]
    found = []
    for match in _VAT.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            compact = compact_identifier(match[1])
            if len(compact) in _VAT_LENGTHS:
                place = (match.start(), match.end(), match[1], compact)
                found.append(Identifier(*place, is_vat_number(compact)))
    return tuple(found)


@lru_cache(maxsize=4096)
def is_vat_number(compact: str) -> bool:
    """Whether ``compact`` is a European tax number with right check digits."""
    try:
        return bool(vat_rules.is_valid(compact))
    except ValidationError:
        return False


def _end_after(text: str, length: int) -> int | None:
    """Where the first ``length`` letters and digits end; None when a word goes on there."""
    seen = 0
    for index, sign in enumerate(text):
        if sign.isalnum():
            seen += 1
            if seen == length:
                return None if text[index + 1 : index + 2].isalnum() else index + 1
    return None
