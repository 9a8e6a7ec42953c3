"""Tax rates of lines that print none: by the code of a rate, or the only rate that there is.

A code is a letter or figure that stands beside a rate in the table of taxes ("A  19 %") and in a
cell of its own in a line. Where the whole tax is one rate of the net amount, every line has it.
"""

import re
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.lines.items import Item, Table
from engine.extraction.invoices.sheet.layout import Row, Segment, Sheet
from engine.extraction.invoices.sums.rated_rows import printed_rates
from engine.extraction.invoices.sums.sum_figures import Totals

_CODED = re.compile(r"^\W*([A-Z])\W{0,3}(\d{1,2}(?:[.,]\d{1,2})?)\s?%")
_SIGN = re.compile(r"\d\s?%$|^%")
_CENT: Final = Decimal("0.011")

_Rate = tuple[Decimal, Segment, int]


def find_rates(sheet: Sheet, table: Table, totals: Totals) -> None:
    """Give the items of ``table`` that have no rate the one that their page says they have."""
    missing = [item for item in table.items if item.tax_rate is None]
    if not missing:
        return
    codes = _codes(sheet, table)
    only = _only_rate(sheet, totals)
    for item in missing:
        item.tax_rate = codes.get(_code_of(item) or "") or only


def _codes(sheet: Sheet, table: Table) -> dict[str, _Rate]:
    """Rates by the letter before them, from rows outside the table; a letter has one rate."""
    codes: dict[str, _Rate] = {}
    doubtful = set[str]()
    for row in sheet.rows:
        match = _CODED.match(row.text) if row.number not in table.rows else None
        place = _place(row) if match else None
        if match is None or place is None:
            continue
        rate = Decimal(match[2].replace(",", "."))  # a percentage has no thousands
        if match[1] in codes and codes[match[1]][0] != rate:
            doubtful.add(match[1])
        codes[match[1]] = (rate, *place)
    return {code: rate for code, rate in codes.items() if code not in doubtful}


def _code_of(item: Item) -> str | None:
    """The letter that stands alone in a cell of the item's row, or behind its amount."""
    for segment in item.row.segments:
        if len(segment.text) == 1 and segment.text.isupper():
            return segment.text
    last = item.row.segments[-1].words[-1].text
    return last if len(last) == 1 and last.isupper() else None


def _only_rate(sheet: Sheet, totals: Totals) -> _Rate | None:
    """The one rate that makes the whole tax of the net amount, where the tax's row prints it."""
    if totals.tax is None or totals.subtotal is None or len(totals.tax.parts) != 1:
        return None
    net = totals.subtotal.value + (totals.charges or 0)
    row = sheet.row_of(totals.tax.candidate.segment)
    place = _place(row)
    for rate in printed_rates(row):
        for base in (net, totals.subtotal.value):
            if place and abs(abs(base) * rate / 100 - abs(totals.tax.value)) <= _CENT:
                return (rate, *place)
    return None


def _place(row: Row) -> tuple[Segment, int] | None:
    """The word of a row that shows a percentage."""
    for segment in row.segments:
        for index, word in enumerate(segment.words):
            follows = segment.words[index + 1].text if index + 1 < len(segment.words) else ""
            if _SIGN.search(word.text) or (word.text[-1:].isdigit() and follows[:1] == "%"):
                return segment, index
    return None
