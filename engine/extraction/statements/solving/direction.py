"""Whether all amounts of an account may go the other way: sums agree with both.

On cards plain amounts are paid, on accounts received; opening and closing balance turn with them.
Where only that convention gives the signs, what the rows are called must not contradict it.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.statements.memos.describe import type_of
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.debt_words import way_of_debt
from engine.extraction.statements.solving.settle import Settled

_PAID: Final = frozenset({"fee", "direct_debit", "card"})
"""Types of transactions that are mostly paid."""

_MOST_RECEIVED: Final = 0.6
"""Share of rows from which receipts are too many for an account without running balances."""

_FEW_BALANCES: Final = 2
"""Balances beside rows up to which they do not run along."""

_ENOUGH: Final = 5
"""Rows from which that share means something."""


def rows_of_doubtful_direction(
    settled: Settled, *, is_open: bool = False, is_card: bool = False
) -> Iterator[int]:
    """Rows of the accounts whose signs come from a convention that their rows speak against.

    ``is_open``: whether balances are owed is not told, so nothing speaks for the convention.
    """
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        rows = [
            index
            for index in range(segment.first, segment.last)
            if _is_by_convention(settled, index)
        ]
        if rows and (is_open or _is_against(settled, rows, segment, proof, is_card)):
            yield from rows


def _is_by_convention(settled: Settled, index: int) -> bool:
    """Whether nothing printed with the amount says which way it goes but a minus or a plus."""
    cell = settled.rows[index].money.get("amount")
    mark = cell.money.mark if cell is not None and cell.money is not None else None
    source = settled.signed[index].source
    return source in {"convention", "arithmetic"} or (source == "mark" and mark in {"-", "()", "+"})


def _is_against(
    settled: Settled, rows: Sequence[int], segment: Segment, proof: Balances, is_card: bool
) -> bool:
    """Whether the rows' words say the contrary, or receipts are too many for an account.

    What debts alone print counts first; where balances run along, nothing else does. A card whose
    balances are its holder's money needs words that say so.
    """
    printed = proof.chain.balances
    runs = printed > _FEW_BALANCES or 0 < len(rows) <= 2 * printed
    moved = [(settled.rows[index], settled.signed[index].value or Decimal(0)) for index in rows]
    told = [value * way for row, value in moved if value and (way := way_of_debt(row))]
    if not told and is_card and _is_in_credit(proof):
        return True
    if not told and not runs:
        told = [value * way for row, value in moved if value and (way := _way_of(row))]
    wrong = sum(value < 0 for value in told)
    if 2 * wrong > len(told):
        return True
    if wrong < len(told) or runs:
        return False
    received = sum(value > 0 for _, value in moved)
    return len(moved) >= _ENOUGH and received > _MOST_RECEIVED * (segment.last - segment.first)


def _is_in_credit(proof: Balances) -> bool:
    """Whether the balances before and after the rows are both the holder's."""
    ends = proof.opening, proof.closing
    return all(end is not None and end > 0 for end in ends)


def _way_of(row: Row) -> int:
    """-1 for what is mostly paid, 0 for all else."""
    text = " ".join(word.text for words in row.texts for word in words)
    return -1 if type_of(text, None, is_card=False) in _PAID else 0
