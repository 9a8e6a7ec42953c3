"""The pieces of evidence of one bill that one line pays."""

import math
from collections import Counter

from engine.matching.clues import Clues
from engine.matching.currencies import is_even_charge, scale_of
from engine.matching.delays import Delays
from engine.matching.explanation import Explanation
from engine.matching.habits import Habits
from engine.matching.pair_findings import PairFindings
from engine.matching.payers import Payers
from engine.matching.remarks import remarks_of
from engine.matching.scale import Scale
from engine.matching.treatment import Settlement

_USUAL = Scale(1, 3, 5, 8, 12, 20)
_EXCHANGE = Scale(-45, -27, -15, -6, 0, 6, 12, 20, 27, 45)
_PART = Scale(0.1, 0.2, 0.5, 0.9, 1.0, 1.05, 1.15)
_PROOF = Scale(3.5, 4.0, 4.5, 5.0, 5.5)
_MANY = Scale(2, 3, 5, 9)
_LARGE = Scale(3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0)
_ALIKE_MOST = 4
_STEPS = (
    (100_000, "thousands"), (10_000, "hundreds"), (5_000, "fifties"), (1_000, "tens"),
    (500, "fives"), (100, "units"),
)  # fmt: skip


class SingleFindings:
    """Findings about one line and one bill; what only depends on the line is found once."""

    def __init__(
        self, clues: Clues, pairs: PairFindings, delays: Delays, habits: Habits, payers: Payers
    ) -> None:
        """Count the lines of every amount."""
        self._clues, self._pairs = clues, pairs
        self._delays, self._habits, self._payers = delays, habits, payers
        self._bills, self._payments = clues.ledger.bills, clues.ledger.payments
        self._lines_of_amount = Counter((p.currency, p.amount) for p in self._payments)
        self._line, self._of_line = -1, ("", "", "", "")

    def of(self, e: Explanation) -> tuple[str, ...]:
        """The evidence for and against the explanation, in a fixed order of topics."""
        payment, bill = e.payments[0], e.bills[0]
        if payment != self._line:
            self._line, self._of_line = payment, self._line_findings(payment)
        lines, roundness, large, payer = self._of_line
        pairs, usual = self._pairs, self._delays.from_usual(payment, bill)
        kind = "series" if self._delays.is_series(bill) else "usual"
        amount, name = self._amount(e), pairs.name(payment, bill)
        reference, due = pairs.reference(payment, bill), pairs.due(payment, bill)
        habit = "unknown" if usual is None else _USUAL.of(usual)
        bills = self._alike_bills(payment, bill)
        pieces = (
            f"amount:{amount}",
            f"name:{name}",
            f"reference:{reference}",
            f"due:{due}",
            f"age:{pairs.age(payment, bill)}",
            f"{kind}:{habit}",
            f"bills_alike:{bills}",
            f"lines_alike:{lines}",
            roundness,
            large,
            payer,
            f"crowd:{pairs.crowd(bill)}",
        )
        if e.family == "exact":
            return (
                *pieces,
                *self._advance(payment, bill),
                *self._turn(payment, bill),
                f"name_reference:{name} {reference}",
                f"due_{kind}:{due} {habit}",
                f"scarce:{bills} {lines}",
            )
        return (*pieces, *self._difference(e), f"amount_reference:{amount} {reference}")

    def _line_findings(self, payment: int) -> tuple[str, str, str, str]:
        """How many lines pay as much, how round and large the amount is, and who pays."""
        line = self._payments[payment]
        size = math.log10(abs(line.amount) / scale_of(line.currency))
        return (
            _MANY.of(self._lines_of_amount[line.currency, line.amount]),
            f"round:{_roundness(line.amount)}",
            f"large:{_LARGE.of(size)}",
            f"payer:{self._payers.others(payment)}",
        )

    def _turn(self, payment: int, bill: int) -> tuple[str, ...]:
        turn = self._delays.turns.of(payment, bill)
        return (f"turn:{turn}",) if turn else ()

    def _advance(self, payment: int, bill: int) -> tuple[str, ...]:
        line = self._payments[payment]
        is_early = line.day < self._bills[bill].issued
        return ("told:advance",) if is_early and "advance" in remarks_of(line) else ()

    def _difference(self, e: Explanation) -> tuple[str, ...]:
        """What the line says of the difference, and how often its party makes it."""
        s = e.settlement
        if s.shape == "exact":
            return self._advance(e.payments[0], e.bills[0])
        pieces = [f"told:{self._pairs.told(e)}", f"again:{min(self._habits.others(e), 3)}"]
        if s.shape == "short":
            currency = self._payments[e.payments[0]].currency
            rest = self._lines_of_amount[currency, s.billed - s.paid]
            pieces.append(f"rest:{min(rest - (s.billed == 2 * s.paid), 2)}")
        if s.percent:
            pieces.append(f"proof:{_PROOF.of(math.log10(abs(s.billed)))}")
        return tuple(pieces)

    def _amount(self, e: Explanation) -> str:
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

    def _is_printed(self, e: Explanation) -> bool:
        """Whether the memo prints the bill's own amount, in its own currency."""
        return abs(self._bills[e.bills[0]].effect) in self._payments[e.payments[0]].memo.amounts

    def _alike_bills(self, payment: int, bill: int) -> str:
        """How many bills of this amount the payment could be for."""
        return str(self._clues.count_equal(payment, bill, _ALIKE_MOST))


def _is_round_part(s: Settlement) -> bool:
    """Whether a twentieth, a third or a multiple of them was paid."""
    paid, billed = abs(s.paid), abs(s.billed)
    off = abs(20 * paid - round(20 * paid / billed) * billed)
    return off <= 40 or abs(3 * paid - round(3 * paid / billed) * billed) <= 6


def _roundness(amount: int) -> str:
    return next((name for step, name in _STEPS if amount % step == 0), "cents")
