"""Explanations that claim the same bills or bank lines as another one, and what that means for it.

Near ones are listed as alternatives; one that is about as likely makes a tie; and what would stand
in the wrong place if the best of them were right is the money at stake.
"""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from engine.matching.explanation import Explanation
from engine.matching.ledger import Ledger
from engine.matching.normalise import money
from engine.records.reconciliation import Allocation, Alternative

LEAST = 0.05
"""Probability from which an explanation is worth a word."""
_SHOWN = 5
_TIE_SHARE = 0.7
_DIGITS = 9


class Rivals:
    """Finds the rivals of each explanation among those that are worth a word."""

    def __init__(self, explanations: Sequence[Explanation], confidences: Sequence[float]) -> None:
        """Note who claims which bill and which bank line."""
        self._explanations, self._confidences = explanations, confidences
        self._of_bill: dict[int, list[int]] = defaultdict(list)
        self._of_line: dict[int, list[int]] = defaultdict(list)
        for index, confidence in enumerate(confidences):
            if confidence >= LEAST:
                for bill in explanations[index].bills:
                    self._of_bill[bill].append(index)
                for line in explanations[index].payments:
                    self._of_line[line].append(index)

    def of(self, index: int) -> list[int]:
        """The likeliest other explanations of the same records, the likeliest first."""
        near = self._near(index)
        if len(near) < 2:
            return list(near)

        def rank(n: int) -> tuple[float, tuple[int, ...], tuple[int, ...]]:
            rival = self._explanations[n]
            return (-round(self._confidences[n], _DIGITS), rival.payments, rival.bills)

        return sorted(near, key=rank)[:_SHOWN]

    def tied(self, index: int) -> list[int]:
        """Rivals that are about as likely, or likelier."""
        least = _TIE_SHARE * self._confidences[index]
        return [n for n in self._near(index) if self._confidences[n] >= least]

    def is_among_equals(self, index: int, needed: float) -> bool:
        """Whether it is among the likeliest of tied explanations that together reach ``needed``."""
        tied, own = self.tied(index), self._confidences[index]
        together = own + sum(self._confidences[n] for n in tied)
        return bool(tied) and together >= needed

    def _near(self, index: int) -> set[int]:
        e = self._explanations[index]
        near = {n for bill in e.bills for n in self._of_bill.get(bill, ())}
        near |= {n for line in e.payments for n in self._of_line.get(line, ())}
        return near - {index}


def alternative(explanation: Explanation, confidence: float, ledger: Ledger) -> Alternative:
    """An explanation that was not chosen, as a record."""
    currency = ledger.payments[explanation.payments[0]].currency
    return Alternative(
        kind=explanation.kind,
        invoice_ids=tuple(ledger.bills[b].id for b in explanation.bills),
        transaction_ids=tuple(ledger.payments[p].id for p in explanation.payments),
        difference=money(explanation.settlement.difference, currency),
        confidence=round(confidence, 4),
    )


def money_at_stake(
    matched: Decimal, allocations: Sequence[Allocation], alternatives: Sequence[Alternative]
) -> Decimal:
    """What would stand in the wrong place if the match is wrong, positive.

    If its best alternative were right, the amounts that the two place differently; without any
    alternative all that it matches.
    """
    if not alternatives:
        return matched
    misplaced = sum(abs(a.amount) for a in allocations if not _agrees(a, alternatives[0]))
    return misplaced or matched


def _agrees(allocation: Allocation, other: Alternative) -> bool:
    is_line = allocation.transaction_id in other.transaction_ids
    return is_line and allocation.invoice_id in other.invoice_ids
