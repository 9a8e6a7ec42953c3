"""Rows that compute a tax: a rate, what it is taken from, and the tax, as tables of rates print.

Rows of several rates that follow each other are also given taken together.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.layout import Row, Sheet
from engine.extraction.invoices.sums.tax_rows import TaxRow, amounts_by_row

_ROUNDED: Final = Decimal("0.0151")
_LOWEST_RATE: Final = Decimal(1)
_HIGHEST_RATE: Final = Decimal(30)
_ALIGNED: Final = 0.012
_MOST_ROWS: Final = 8
_MOST_APART: Final = 4
_PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,3})?)\s?%")


def rated_rows(sheet: Sheet, amounts: Sequence[AmountCandidate]) -> list[TaxRow]:
    """Every row of ``amounts`` with a base and the tax of a rate that it prints, then the sums.

    The gross amount is what both make; it need not be printed.
    """
    rows = [row for figures in amounts_by_row(amounts, fewest=2) for row in _rated(sheet, figures)]
    return rows + list(_listed(rows))


def _rated(sheet: Sheet, row: Sequence[AmountCandidate]) -> Iterator[TaxRow]:
    """A base with every tax that one of the row's rates makes of it; at most one for a row."""
    printed = sheet.row_of(row[0].segment)
    for base in row:
        if base.value.value <= 1 or not has_cents(base.value):
            continue
        others = [amount for amount in row if amount is not base]
        taxes = [
            tax
            for tax in others
            if any(
                abs(base.value.value * rate / 100 - tax.value.value) <= _ROUNDED
                for rate in _rates(printed, [amount for amount in others if amount is not tax])
            )
        ]
        taxes = [tax for tax in taxes if 0 < tax.value.value < base.value.value]
        if 1 <= len(taxes) <= 2:
            yield TaxRow((base,), tuple(taxes), ())
            return


def _rates(row: Row, figures: Sequence[AmountCandidate]) -> Sequence[Decimal]:
    """Percentages of a row, and figures that could be some where no sign is printed."""
    rates = printed_rates(row)
    if rates or _PERCENT.search(row.text):
        return rates
    bare = [figure.value.value for figure in figures]
    bare = [rate for rate in bare if rate * 10 == (rate * 10).to_integral_value()]
    return [rate for rate in bare if _LOWEST_RATE <= rate <= _HIGHEST_RATE]


def printed_rates(row: Row) -> tuple[Decimal, ...]:
    """The percentages in a row that could be rates of a tax, in percent."""
    found = (Decimal(match[1].replace(",", ".")) for match in _PERCENT.finditer(row.text))
    return tuple(rate for rate in found if _LOWEST_RATE <= rate <= _HIGHEST_RATE)


def _listed(rows: Sequence[TaxRow]) -> Iterator[TaxRow]:
    """Rows of rates that follow each other on the page, taken together."""
    group: list[TaxRow] = []
    for row in rows:
        if group and not _follows(group[-1], row):
            group = []
        group.append(row)
        if 2 <= len(group) <= _MOST_ROWS:
            yield TaxRow(
                tuple(part for one in group for part in one.net),
                tuple(part for one in group for part in one.tax),
                (),
            )


def _follows(above: TaxRow, below: TaxRow) -> bool:
    first, second = above.net[0], below.net[0]
    near = 0 < second.segment.row - first.segment.row <= _MOST_APART
    return near and abs(first.x1 - second.x1) <= _ALIGNED
