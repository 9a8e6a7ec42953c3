"""The balances of one account in the order of time, and the amounts between each two of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.figures import NamedFigure
from engine.extraction.statements.solving.second_readings import SecondReadings
from engine.extraction.statements.solving.signs import Signed, moving_cell


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed amount or balance as it was read.

    ``row`` is the number of its row, None for a balance outside the rows. ``value`` is signed,
    None where no amount could be read. ``readings`` are the sizes that second readings gave, with
    their confidences. Only a figure that is ``recognised`` may have been misread.
    """

    row: int | None
    field: Literal["amount", "balance", "opening_balance", "closing_balance"]
    value: Decimal | None
    cell: Cell | None
    recognised: bool
    either_sign: bool
    readings: Mapping[Decimal, float]

    @property
    def text(self) -> str:
        """What was read."""
        return self.cell.text if self.cell is not None else ""

    @property
    def certainty(self) -> float:
        """Confidence of its least sure word; 1 for a file's own text."""
        if self.cell is None or not self.recognised:
            return 1.0
        return min(word.confidence for word in self.cell.words)


@dataclass(frozen=True, slots=True)
class Track:
    """Balances in the order of time; ``stretches[i]`` are the amounts between i and i + 1."""

    balances: tuple[Figure, ...]
    stretches: tuple[tuple[Figure, ...], ...]

    def misses(self, index: int) -> Decimal | None:
        """What a stretch's amounts are short of its balances; None where an amount is unknown."""
        amounts = [figure.value for figure in self.stretches[index]]
        first, last = self.balances[index].value, self.balances[index + 1].value
        if first is None or last is None or None in amounts:
            return None
        return last - first - sum((a for a in amounts if a is not None), Decimal(0))


def track_of(
    rows: Sequence[Row],
    signed: Sequence[Signed],
    printed: Sequence[Decimal | None],
    segment: Segment,
    proof: Balances,
    seconds: SecondReadings,
) -> Track:
    """The track of one account; ``printed`` are the rows' balances.

    Amounts before the first known balance and after the last one are on no stretch.
    """
    balances: list[Figure] = []
    stretches: list[tuple[Figure, ...]] = []
    since: list[Figure] = []

    def known(balance: Figure) -> None:
        if balances:
            stretches.append(tuple(since))
        balances.append(balance)
        since.clear()

    order = range(segment.first, segment.last)
    ordered = list(reversed(order) if proof.chain.newest_first else order)
    if proof.opening is not None and ordered:
        known(_named("opening_balance", proof.opening, proof.opening_at, rows[ordered[0]], seconds))
    for index in ordered:
        row = rows[index]
        since.append(_amount(index, row, signed[index], seconds))
        balance = printed[index]
        if balance is not None:
            known(_figure(index, "balance", balance, row.balance, row, seconds))
    if proof.closing is not None and proof.closing_at is not None and ordered:
        row = rows[ordered[-1]]
        known(_named("closing_balance", proof.closing, proof.closing_at, row, seconds))
    return Track(tuple(balances), tuple(stretches))


def _amount(index: int, row: Row, signed: Signed, seconds: SecondReadings) -> Figure:
    either = signed.source in {"convention", "arithmetic"}
    cell = moving_cell(row)
    return _figure(index, "amount", signed.moves, cell, row, seconds, either_sign=either)


def _figure(
    index: int,
    field: Literal["amount", "balance"],
    value: Decimal | None,
    cell: Cell | None,
    row: Row,
    seconds: SecondReadings,
    *,
    either_sign: bool = False,
) -> Figure:
    recognised = row.source == "ocr"
    readings = seconds.sizes(cell, row.page_number) if recognised and cell is not None else {}
    return Figure(index, field, value, cell, recognised, either_sign, readings)


def _named(
    field: Literal["opening_balance", "closing_balance"],
    value: Decimal,
    at: NamedFigure | None,
    row: Row,
    seconds: SecondReadings,
) -> Figure:
    """A balance outside the rows; it was recognised where the rows beside it were."""
    recognised = row.source == "ocr"
    if at is None:
        return Figure(None, field, value, None, recognised, False, {})
    readings = seconds.sizes(at.cell, at.page_number) if recognised else {}
    return Figure(None, field, value, at.cell, recognised, False, readings)
