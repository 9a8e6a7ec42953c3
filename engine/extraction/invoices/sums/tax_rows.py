"""Rows that prove themselves: net, tax and gross side by side, as tables of tax rates print them.

Such a row needs no words. Where one of several is the sum of the others, it holds the sums of the
invoice; where none is, they are added up.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.invoices.sheet.amounts import has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate

_CENT: Final = Decimal("0.01")
_LOWEST_RATE: Final = Decimal("0.01")
_HIGHEST_RATE: Final = Decimal("0.30")
_MOST_IN_A_ROW: Final = 8
_ALIGNED: Final = 0.012
_MOST_ROWS: Final = 8


@dataclass(frozen=True, slots=True)
class TaxRow:
    """Net, tax and gross amount of one row, or of several rows taken together.

    ``gross`` is empty where the page does not print it beside the others.
    """

    net: tuple[AmountCandidate, ...]
    tax: tuple[AmountCandidate, ...]
    gross: tuple[AmountCandidate, ...]

    @property
    def amount(self) -> Decimal:
        """The gross amount."""
        parts = self.gross or (*self.net, *self.tax)
        return sum((part.value.value for part in parts), Decimal(0))


def tax_rows(amounts: Sequence[AmountCandidate], *, whole: bool = False) -> list[TaxRow]:
    """Every row of ``amounts`` that holds a net amount, its tax and their sum, in reading order.

    Of rows that stand in the same columns the sums are given too: as printed when one row adds up
    the others, else added up. ``whole``: the document's amounts of money have no cents.
    """
    rows = amounts_by_row(amounts, fewest=3, whole=whole)
    single = [found for row in rows for found in _in_row(row)]
    return single + [together for rows in _tables(single) for together in _added(rows)]


def amounts_by_row(
    amounts: Iterable[AmountCandidate], *, fewest: int, whole: bool = False
) -> Iterator[list[AmountCandidate]]:
    """The amounts of money of every row that has some, but not many, from left to right."""
    rows: dict[int, list[AmountCandidate]] = {}
    for amount in amounts:
        if whole or has_cents(amount.value) or amount.value.value == 0:
            rows.setdefault(amount.segment.row, []).append(amount)
    for row in rows.values():
        if fewest <= len(row) <= _MOST_IN_A_ROW:
            yield sorted(row, key=lambda amount: amount.x0)


def _in_row(row: Sequence[AmountCandidate]) -> Iterator[TaxRow]:
    """The one way, if there is one, in which three of a row's amounts are net, tax and gross."""
    for first in range(len(row) - 2):
        for second in range(first + 1, len(row) - 1):
            for third in range(second + 1, len(row)):
                parts = row[first], row[second], row[third]
                values = [part.value.value for part in parts]
                if _fit(*values):
                    yield TaxRow((parts[0],), (parts[1],), (parts[2],))
                    return


def _fit(net: Decimal, tax: Decimal, gross: Decimal) -> bool:
    if net == 0 or tax == 0 or abs(net + tax - gross) > _CENT:
        return False
    return _LOWEST_RATE <= tax / net <= _HIGHEST_RATE


def _tables(rows: Sequence[TaxRow]) -> Iterator[list[TaxRow]]:
    """Rows of one page whose gross amounts end at the same edge."""
    tables: list[list[TaxRow]] = []
    for row in rows:
        place = row.gross[0]
        for table in tables:
            other = table[0].gross[0]
            same_page = other.segment.page == place.segment.page
            if same_page and abs(other.x1 - place.x1) <= _ALIGNED:
                table.append(row)
                break
        else:
            tables.append([row])
    return (table for table in tables if 2 <= len(table) <= _MOST_ROWS)


def _added(rows: Sequence[TaxRow]) -> Iterator[TaxRow]:
    """All rows taken together, unless the last already adds up the others."""
    total = sum((row.amount for row in rows[:-1]), Decimal(0))
    if len(rows) > 2 and abs(total - rows[-1].amount) <= _CENT * len(rows):
        return
    yield TaxRow(
        tuple(part for row in rows for part in row.net),
        tuple(part for row in rows for part in row.tax),
        tuple(part for row in rows for part in row.gross),
    )
