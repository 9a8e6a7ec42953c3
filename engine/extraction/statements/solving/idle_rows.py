"""Charges of nothing: lines that say which interest or fees there might have been.

Card statements list every kind of interest and fee, also those that came to 0.00. Nothing moved, so
they are no transactions, and no balance could tell whether they are.
"""

from collections.abc import Sequence

from engine.extraction.statements.columns.heads import MONEY_ROLES
from engine.extraction.statements.labels import Figure
from engine.extraction.statements.rows.table import Row
from engine.extraction.statements.solving.closing_charges import is_charge


def idle_charges(rows: Sequence[Row], *, is_card: bool) -> dict[int, Figure]:
    """The rows that charge nothing and print no balance, as totals of what they name."""
    return {
        index: "total"
        for index, row in enumerate(rows)
        if _moves_nothing(row) and is_charge(row, is_card=is_card)
    }


def _moves_nothing(row: Row) -> bool:
    amounts = [cell.money for role, cell in row.money.items() if role in MONEY_ROLES]
    return row.balance is None and all(money is not None and not money.value for money in amounts)
