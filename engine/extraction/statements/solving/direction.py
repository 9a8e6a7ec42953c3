"""Whether all amounts of an account may go the other way: sums agree with both.

On cards plain amounts are paid, on accounts received; opening and closing balance turn with them.
Where only that convention gives the signs, what the rows are called must not contradict it.
"""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from engine.extraction.phrases import PhraseBook
from engine.extraction.statements.memos.describe import type_of
from engine.extraction.statements.solving.accounts import Balances, Segment
from engine.extraction.statements.solving.settle import Settled

_PAID: Final = frozenset({"fee", "direct_debit", "card"})
"""Types of transactions that are mostly paid."""

_WORDS: PhraseBook[Literal["paid", "received"]] = PhraseBook.of_lists(
    {
        "paid": """
            finance charge, finance charges, interest charge, interest charged, late fee, loan
            advance, cash advance, purchase, overlimit fee, annual fee
        """,
        "received": """
            loan payment, payment thank you, payment received, payment received thank you,
            thank you for your payment, zahlung erhalten, paiement recu, pago recibido
        """,
    }
)
"""What debts print: charges are paid, payments received."""

_MOST_RECEIVED: Final = 0.6
"""Share of rows from which receipts are too many for an account without running balances."""

_FEW_BALANCES: Final = 2
"""Balances beside rows up to which they do not run along."""

_ENOUGH: Final = 5
"""Rows from which that share means something."""


def rows_of_doubtful_direction(settled: Settled, *, is_open: bool = False) -> Iterator[int]:
    """Rows of the accounts whose signs come from a convention that their rows speak against.

    ``is_open``: whether balances are owed is not told, so nothing speaks for the convention.
    """
    for segment, proof in zip(settled.segments, settled.proofs, strict=True):
        rows = [
            index
            for index in range(segment.first, segment.last)
            if _is_by_convention(settled, index)
        ]
        if rows and (is_open or _is_against(settled, rows, segment, proof)):
            yield from rows


def _is_by_convention(settled: Settled, index: int) -> bool:
    """Whether nothing printed with the amount says which way it goes but, at most, a minus."""
    cell = settled.rows[index].money.get("amount")
    mark = cell.money.mark if cell is not None and cell.money is not None else None
    source = settled.signed[index].source
    return source in {"convention", "arithmetic"} or (source == "mark" and mark in {"-", "()"})


def _is_against(settled: Settled, rows: Sequence[int], segment: Segment, proof: Balances) -> bool:
    """Whether the rows' words say the contrary, or receipts are too many for an account.

    Where balances run along, only what debts alone print counts.
    """
    printed = proof.chain.balances
    runs = printed > _FEW_BALANCES or 0 < len(rows) <= 2 * printed
    values = [settled.signed[index].value or 0 for index in rows]
    told = [
        value * way
        for index, value in zip(rows, values, strict=True)
        if value and (way := _way_of(_text(settled, index), of_debts=runs))
    ]
    wrong = sum(value < 0 for value in told)
    if 2 * wrong > len(told):
        return True
    if wrong < len(told) or runs:
        return False
    received = sum(value > 0 for value in values)
    return len(values) >= _ENOUGH and received > _MOST_RECEIVED * (segment.last - segment.first)


def _way_of(text: str, *, of_debts: bool) -> int:
    """1 for what is mostly received, -1 for what is mostly paid, 0 for all else."""
    words = _WORDS.labels(text)
    if words or of_debts:
        return 1 if "received" in words else -1 if words else 0
    return -1 if type_of(text, None, is_card=False) in _PAID else 0


def _text(settled: Settled, index: int) -> str:
    return " ".join(word.text for words in settled.rows[index].texts for word in words)
