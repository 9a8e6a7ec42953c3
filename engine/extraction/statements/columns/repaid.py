"""A loan's columns: what was paid, and the part of it by which the debt falls.

The payment is the movement, and it is principal with interest and fees; the balance falls by the
principal alone. Both must hold in every row, so that no heads are needed and no other table is
taken for a loan's.
"""

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from engine.extraction.statements.columns.heads import Role

_MOST_PARTS: Final = 4
"""Columns beside payment, principal and balance that may be parts of the payment, at most."""

Amounts = Sequence[Decimal | None]


def with_repaid_part(table: Sequence[Amounts], roles: Sequence[Role]) -> list[Role]:
    """The roles of a table's columns, a loan's with its payments as amounts beside principals."""
    if roles.count("amount") != 1 or roles.count("balance") != 1:
        return list(roles)
    amount, balance = roles.index("amount"), roles.index("balance")
    others = [place for place, role in enumerate(roles) if role == "other"]
    for paid, repaid in [*((p, amount) for p in others), *((amount, p) for p in others)]:
        if _falls_by(table, repaid, balance) and _is_part(table, paid, repaid, others):
            names: dict[int, Role] = {amount: "other", paid: "amount", repaid: "principal"}
            return [names.get(place, role) for place, role in enumerate(roles)]
    return list(roles)


def falls_by_principal(table: Sequence[Amounts], hints: Sequence[Role | None]) -> bool:
    """Whether the balance falls by the column that its head calls principal, beside payments."""
    if "amount" not in hints or "balance" not in hints:
        return False
    return _falls_by(table, hints.index("principal"), hints.index("balance"))


def _falls_by(table: Sequence[Amounts], repaid: int, balance: int) -> bool:
    """Whether every balance beside an amount of a column is lower by it, in either order."""
    filled = [row for row in table if row[balance] is not None]
    return _steps_hold(filled, repaid, balance) or _steps_hold(filled[::-1], repaid, balance)


def _steps_hold(rows: Sequence[Amounts], repaid: int, balance: int) -> bool:
    steps = 0
    for before, row in itertools.pairwise(rows):
        part, known, left = row[repaid], before[balance], row[balance]
        if part is None or known is None or left is None:
            continue
        if part <= 0 or abs(known) - abs(left) != part:
            return False
        steps += 1
    return steps > 0


def _is_part(table: Sequence[Amounts], paid: int, repaid: int, others: Sequence[int]) -> bool:
    """Whether every payment is the repaid part and all amounts of some other columns."""
    rest = [place for place in others if place not in {paid, repaid}]
    if len(rest) > _MOST_PARTS:
        return False
    rows = [row for row in table if row[repaid] is not None]
    return any(_adds_up(rows, paid, (repaid, *parts)) for parts in _subsets(rest))


def _subsets(places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for count in range(1, len(places) + 1):
        yield from itertools.combinations(places, count)


def _adds_up(rows: Sequence[Amounts], paid: int, parts: Sequence[int]) -> bool:
    for row in rows:
        payment = row[paid]
        total = sum((row[part] or Decimal(0) for part in parts), Decimal(0))
        if payment is None or payment != total:
            return False
    return any(row[paid] != row[parts[0]] for row in rows)
