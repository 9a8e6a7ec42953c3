"""Lines that read like totals and are payments after all: together they make what is missing.

One alone may be tried by its own arithmetic. Where only an opening and a closing balance are
printed, several are payments when they, and no other choice of them, lead from one to the other.
"""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.accounts import Balances
from engine.extraction.statements.solving.signs import Signed, conventions_for, sign_rows

_MOST: Final = 10
"""Doubtful lines among which payments are looked for."""


def lacking_rows(
    proofs: Sequence[Balances],
    signed: Sequence[Signed],
    doubtful: Sequence[int],
    rows: Sequence[Row],
    *,
    is_card: bool,
) -> list[int]:
    """The only two or more of ``doubtful`` that make what is missing; none where others do too.

    Args:
        proofs: the accounts' balances; there must be one, which does not close.
        signed: the amounts of the rows that are kept.
        doubtful: places in ``rows``.
        rows: all rows.
        is_card: the statement is a card's.
    """
    if len(proofs) != 1 or not 2 <= len(doubtful) <= _MOST:
        return []
    missing = _missing(proofs[0], signed)
    if not missing:
        return []
    found = {choice for choice in _choices(doubtful, rows, missing, is_card=is_card)}
    return list(found.pop()) if len(found) == 1 else []


def _missing(proof: Balances, signed: Sequence[Signed]) -> Decimal | None:
    """What lies between the balances and is not in the rows."""
    if proof.closes is not False or proof.opening is None or proof.closing is None:
        return None
    values = [each.moves for each in signed]
    if None in values or proof.chain.balances:
        return None
    moved = sum((value for value in values if value is not None), Decimal(0))
    return proof.closing - proof.opening - moved


def _choices(
    doubtful: Sequence[int], rows: Sequence[Row], missing: Decimal, *, is_card: bool
) -> Iterator[tuple[int, ...]]:
    own = [rows[place] for place in doubtful]
    for convention in conventions_for(rows, is_card=is_card):
        amounts = [each.value for each in sign_rows(own, convention, is_card=is_card)]
        known = [(p, v) for p, v in zip(doubtful, amounts, strict=True) if v]
        for count in range(2, len(known) + 1):
            for choice in itertools.combinations(known, count):
                if sum(value for _, value in choice) == missing:
                    yield tuple(place for place, _ in choice)
