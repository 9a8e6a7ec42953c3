"""Early-payment discounts: so many percent off when paid within so many days."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.layout import Row, Sheet
from engine.records import PaymentTerms

_PERCENT: Final = r"(?P<percent>\d{1,2}(?:[.,]\d{1,3})?)\s?%"
_DAYS: Final = (
    r"(?P<days>\d{1,3})\s?(?:tage?n?|days?|jours?|dagen|dage?r?|giorni|d[ií]as|dias|dn[ůiíy]|dni|"
    r"päivää|pv)"
)
_WORDS: Final = re.compile(
    r"skonto|discount|escompte|korting|kontant|sconto|descuento|desconto|rabat|sleva|skonta|"
    r"pronto pag|alennus",
    re.IGNORECASE,
)
_FORMS: Final = (
    re.compile(rf"{_PERCENT}[^%]{{0,60}}?{_DAYS}", re.IGNORECASE),
    re.compile(rf"{_DAYS}[^%]{{0,60}}?{_PERCENT}", re.IGNORECASE),
)
_SHORT: Final = re.compile(
    r"(?P<percent>\d{1,2}(?:[.,]\d)?)\s?%?\s?/\s?(?P<days>\d{1,2}),?\s*(?:n(?:et)?\.?\s?/?\s?)(?P<net>\d{2,3})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundTerms:
    """Terms and the row that prints them."""

    terms: PaymentTerms
    row: Row


def find_terms(sheet: Sheet) -> FoundTerms | None:
    """The first discount for early payment on ``sheet``; None when there is none."""
    for row, below in zip(sheet.rows, [*sheet.rows[1:], None], strict=True):
        short = _SHORT.search(row.text)
        if short:
            return _found(short, row)
        if not _WORDS.search(row.text):
            continue
        text = row.text + (f" {below.text}" if below is not None else "")
        for form in _FORMS:
            match = form.search(row.text) or form.search(text)
            if match:
                return _found(match, row)
    return None


def _found(match: re.Match[str], row: Row) -> FoundTerms | None:
    percent = Decimal(match["percent"].replace(",", "."))  # a percentage has no thousands
    if not 0 < percent <= 20:
        return None
    return FoundTerms(PaymentTerms(discount_percent=percent, discount_days=int(match["days"])), row)
