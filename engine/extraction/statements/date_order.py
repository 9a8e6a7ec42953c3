"""Rows whose days stand out of the order that the document keeps: one of them was misread."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from engine.records.bank import Transaction

_LEAST_ROWS: Final = 5
_IN_ORDER: Final = 0.7
"""Share of neighbours that keep an order before breaking it says anything."""


def out_of_order(rows: Sequence[Transaction]) -> list[Transaction]:
    """Rows beside a step against the order of days, and those without a day; none without order.

    Either row of such a step may be the misread one.
    """
    dated = [row for row in rows if row.date is not None]
    if len(dated) < _LEAST_ROWS:
        return []
    steps = [
        (before, after)
        for before, after in pairwise(dated)
        if before.account_number == after.account_number and before.date != after.date
    ]
    falling = [step for step in steps if _is_falling(step)]
    against = falling if 2 * len(falling) <= len(steps) else [s for s in steps if s not in falling]
    if len(steps) - len(against) < _IN_ORDER * len(steps):
        return []
    doubtful = {row.transaction_id for step in against for row in step}
    return [row for row in rows if row.transaction_id in doubtful or row.date is None]


def _is_falling(step: tuple[Transaction, Transaction]) -> bool:
    before, after = (row.date for row in step)
    return before is not None and after is not None and before > after
