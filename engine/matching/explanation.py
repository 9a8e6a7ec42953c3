"""An explanation: one way to account for some bank lines by some bills. The unit that is scored."""

from dataclasses import dataclass
from typing import Literal

from engine.matching.treatment import Settlement
from engine.records.reconciliation import MatchKind

Family = Literal["exact", "adjusted", "open", "batch", "instalments", "payout", "collective"]
"""Explanations of one family share a table of weights."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """What else speaks for one line that many parties' bills make up.

    Attributes:
        word: The word that the payer's lines share, "" where there is none.
        percent: The fee for each bill in millionths of its amount.
        fixed: The fee for each bill in minor units.
        beside: What the line holds beside the bills less their fee, in minor units.
        alike: Other lines of the payer that the same fee or way explains.
        lines: All lines of the payer.
        known: Bills of parties that the payer's other lines pay for.
        foreign: Bills of parties that another payer pays for.
        left: Bills of the same days, of nobody else's, that the line does not hold.
        evidence: Logarithm of odds that the fee is no accident.
        listed: Bills that the line lists, by number or name.
        items: Things that it seems to list.
        is_counted: Whether the line prints how many bills there are; None when it prints no number.
        is_dated: Whether it prints the day on which they are due.
    """

    word: str = ""
    percent: int = 0
    fixed: int = 0
    beside: int = 0
    alike: int = 0
    lines: int = 1
    known: int = 0
    foreign: int = 0
    left: int = 0
    evidence: float = 0.0
    listed: int = 0
    items: int = 0
    is_counted: bool | None = None
    is_dated: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """Bills and payments (indexes into the ledger, ascending) that may settle each other.

    Attributes:
        how: How the set was found: "amount", "listed", "listed_part", "run", "sum", "quoted",
            "equal", "uneven". Says how much the sum itself proves.
        rivals: Other sets of the same kind found for the same payment or bill.
        chance: Decimal logarithm of the sums of this kind that accident would produce.
        joint: What more is known where one line pays for bills of several parties.
    """

    kind: MatchKind
    family: Family
    bills: tuple[int, ...]
    payments: tuple[int, ...]
    settlement: Settlement
    how: str = "amount"
    rivals: int = 0
    chance: float = -9.0
    joint: Joint | None = None
