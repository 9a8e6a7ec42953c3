"""Rows that are sums of the rows before them: totals and balances that no known word names.

A figure that equals all payments, all receipts or the balance so far, to the cent, is no
transaction, in whatever language its line is written.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.statements.labels import Figure
from engine.extraction.statements.rows.table import Marker, Row, Table
from engine.extraction.statements.solving.signs import Signed, amount_cell

_LEAST: Final = 3
"""Rows that a sum is made of, at least: fewer may come to one another's amount by chance."""


@dataclass(slots=True)
class _Sums:
    """What the rows since the last balance come to."""

    first: int
    count: int = 0
    credits: Decimal = Decimal(0)
    debits: Decimal = Decimal(0)

    @property
    def moved(self) -> Decimal:
        return self.credits - self.debits

    def take(self, value: Decimal) -> None:
        self.count += 1
        if value > 0:
            self.credits += value
        else:
            self.debits -= value


def sums_among(
    rows: Sequence[Row], signed: Sequence[Signed], openings: Collection[Decimal]
) -> dict[int, Figure]:
    """The rows that are sums, with what they are; ``openings`` are printed balances, signed.

    A sum that the next row repeats is carried over to it, and what follows goes on from there.
    """
    found: dict[int, Figure] = {}
    sums = _Sums(0)
    starts = set(openings)
    for index, (row, each) in enumerate(zip(rows, signed, strict=True)):
        value = each.value
        if value and found.get(index - 1) == "closing" and value == signed[index - 1].value:
            found[index - 1] = found[index] = "carried"
            starts.add(value)
            sums = _Sums(index + 1)
            continue
        if sums.count >= _LEAST:
            if value is None:
                if _is_both(row, sums):
                    found[index] = "total"
                continue
            begins = _closes(value, sums, signed[sums.first].value, starts)
            if begins is not None:
                found[index] = "closing"
                if begins:
                    found[sums.first] = "opening"
                sums = _Sums(index + 1)
                continue
            if abs(value) in {sums.credits, sums.debits}:
                found[index] = "total"
                continue
        if value is not None:
            sums.take(value)
    return found


def _closes(
    value: Decimal, sums: _Sums, first: Decimal | None, openings: Collection[Decimal]
) -> bool | None:
    """Whether ``value`` is the balance after the rows so far; None when it is not.

    True where the first of the rows is the balance before them.
    """
    moved = sums.moved
    if any(abs(opening + moved) == abs(value) for opening in openings if opening + moved):
        return False
    if first and sums.count > _LEAST and moved != first and abs(moved) == abs(value):
        return True
    return None


def _is_both(row: Row, sums: _Sums) -> bool:
    """Whether a row without an amount of its own prints all payments and all receipts."""
    sizes = {
        role: cell.money.value
        for role, cell in row.money.items()
        if role in {"debit", "credit"} and cell.money is not None
    }
    return sizes == {"debit": sums.debits, "credit": sums.credits}


def without_sums(table: Table, sums: dict[int, Figure]) -> Table:
    """``table`` with the rows at the keys of ``sums`` as named figures instead."""
    smaller = Table(begins=table.begins)
    markers = list(table.markers)
    for index, row in enumerate(table.rows):
        for marker in [marker for marker in markers if marker.position <= index]:
            smaller.markers.append(moved_to(marker, len(smaller.rows)))
            markers.remove(marker)
        figure = sums.get(index)
        if figure is None:
            smaller.rows.append(row)
        else:
            smaller.markers += _markers(row, figure, len(smaller.rows))
    smaller.markers += [moved_to(marker, len(smaller.rows)) for marker in markers]
    return smaller


def moved_to(marker: Marker, position: int) -> Marker:
    """``marker`` with ``position`` rows before it."""
    return Marker(
        marker.figure, marker.cell, marker.role, position, marker.line, marker.page_number,
        marker.label,
    )  # fmt: skip


def _markers(row: Row, figure: Figure, position: int) -> list[Marker]:
    label = " ".join(word.text for words in row.texts for word in words)
    cell = amount_cell(row)
    return [
        Marker(figure, money, role, position, row.lines[0], row.page_number, label)
        for role, money in row.money.items()
        if role in {"debit", "credit", "amount"} and (figure == "total" or money is cell)
    ]
