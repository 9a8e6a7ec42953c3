"""How what one line pays differs from one bill, and how often that comes again."""

import math
from collections import Counter
from collections.abc import Sequence

from engine.matching.clues import Clues
from engine.matching.currencies import is_even_charge
from engine.matching.evidence_columns import Column, numbered
from engine.matching.explanation import Explanation
from engine.matching.habits import Habits
from engine.matching.pair_findings import PairFindings
from engine.matching.scale import Scale
from engine.matching.treatment import Settlement

_EXCHANGE = Scale(-45, -27, -15, -6, 0, 6, 12, 20, 27, 45)
_PART = Scale(0.1, 0.2, 0.5, 0.9, 1.0, 1.05, 1.15)
_PROOF = Scale(3.5, 4.0, 4.5, 5.0, 5.5)


class SingleAmounts:
    """Findings about the amounts of a line and a bill; ``lines_of`` counts the lines of each."""

    def __init__(self, clues: Clues, pairs: PairFindings, habits: Habits) -> None:
        """Count the lines of every amount."""
        self._pairs, self._habits = pairs, habits
        self._bills, self._payments = clues.ledger.bills, clues.ledger.payments
        self.lines_of = Counter((p.currency, p.amount) for p in self._payments)

    def differences(self, explanations: Sequence[Explanation]) -> list[Column]:
        """What the lines say of the difference, and how often their parties make it."""
        told, again = self._pairs.told, self._habits.others
        odd = [e if e.settlement.shape != "exact" else None for e in explanations]
        return [
            numbered(None if e is None else told(e) for e in odd).of_topic("told"),
            numbered(None if e is None else str(min(again(e), 3)) for e in odd).of_topic("again"),
            numbered(map(self._rest, explanations)).of_topic("rest"),
            numbered(map(_proof, explanations)).of_topic("proof"),
        ]

    def amount(self, e: Explanation) -> str:
        """What the difference is, and how large."""
        s = e.settlement
        if s.shape == "exact":
            return "exact"
        if s.shape == "exchange" and self._is_printed(e):
            return "exchange_printed"
        if s.shape == "exchange":
            return f"exchange{_EXCHANGE.of(1000 * s.difference / abs(s.billed))}"
        if s.shape in ("short", "over"):
            share = abs(s.paid / s.billed)
            whole = "_part" if s.shape == "short" and _is_round_part(s) else ""
            return f"{s.shape}{whole}{_PART.of(share)}"
        if s.shape == "fee":
            currency = self._payments[e.payments[0]].currency
            return "fee_whole" if is_even_charge(s.difference, currency, 50) else "fee_odd"
        if s.percent:
            return f"{s.shape}_{'net' if s.is_net else 'gross'}"
        return s.shape

    def amounts(self, explanations: Sequence[Explanation]) -> Column:
        """``amount`` of all of them."""
        return numbered(map(self.amount, explanations))

    def _rest(self, e: Explanation) -> str | None:
        """How many other lines pay just what is left open."""
        s = e.settlement
        if s.shape != "short":
            return None
        currency = self._payments[e.payments[0]].currency
        rest = self.lines_of[currency, s.billed - s.paid]
        return str(min(rest - (s.billed == 2 * s.paid), 2))

    def _is_printed(self, e: Explanation) -> bool:
        """Whether the memo prints the bill's own amount, in its own currency."""
        return abs(self._bills[e.bills[0]].effect) in self._payments[e.payments[0]].memo.amounts


def _proof(e: Explanation) -> str | None:
    """The larger the bill, the less a usual percentage of it is hit by accident."""
    s = e.settlement
    return _PROOF.of(math.log10(abs(s.billed))) if s.percent else None


def _is_round_part(s: Settlement) -> bool:
    """Whether a twentieth, a third or a multiple of them was paid."""
    paid, billed = abs(s.paid), abs(s.billed)
    off = abs(20 * paid - round(20 * paid / billed) * billed)
    return off <= 40 or abs(3 * paid - round(3 * paid / billed) * billed) <= 6
