"""An explanation: one way to account for some bank lines by some bills. The unit that is scored."""

from dataclasses import dataclass
from typing import Literal

from engine.matching.treatment import Settlement
from engine.records.reconciliation import MatchKind

Family = Literal["exact", "adjusted", "open", "batch", "instalments"]
"""Explanations of one family share a table of weights."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Bills and payments (indexes into the ledger, ascending) that may settle each other.

    Attributes:
        how: How the set was found: "amount", "listed", "listed_part", "run", "sum", "quoted",
            "equal", "uneven". Says how much the sum itself proves.
        rivals: Other sets of the same kind found for the same payment or bill.
        chance: Decimal logarithm of the sums of this kind that accident would produce.
    """

    kind: MatchKind
    family: Family
    bills: tuple[int, ...]
    payments: tuple[int, ...]
    settlement: Settlement
    how: str = "amount"
    rivals: int = 0
    chance: float = -9.0
