"""Turns an explanation into named pieces of evidence, each one a row of the table of weights.

A piece is a string "topic:finding" ("name:full", "due:+2"). Each topic gives at most one finding,
so the weights of an explanation add up, topic by topic. Where two findings say more together than
each for itself, both together are a topic of their own ("name_reference:full silent").
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from sys import intern

from engine.matching.clues import SURELY_NAMED, Clues
from engine.matching.currencies import scale_of
from engine.matching.delays import Delays
from engine.matching.explanation import Explanation
from engine.matching.habits import Habits
from engine.matching.joint_findings import collective_findings, payout_findings
from engine.matching.ledger import UNKNOWN_DAY
from engine.matching.payers import Payers
from engine.matching.remarks import prints_rate, remarks_of, told
from engine.matching.remembered import Remembered
from engine.matching.scale import Scale
from engine.matching.treatment import Settlement

_DUE = Scale(-60, -35, -25, -18, -12, -7, -3, 4, 8, 13, 19, 31, 61)
_AGE = Scale(-45, -25, -10, -3, 1, 2, 8, 15, 31, 61, 91)
_USUAL = Scale(1, 3, 5, 8, 12, 20)
_EXCHANGE = Scale(-45, -27, -15, -6, 0, 6, 12, 20, 27, 45)
_CHANCE = Scale(-4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 1.0)
_SPAN = Scale(8, 15, 22, 29, 46)
_STEP = Scale(1, 3, 5, 10, 20)
_PACE = Scale(5, 9, 12, 17, 26, 35)
_SHARE = Scale(0.5, 0.7, 0.9)
_PART = Scale(0.1, 0.2, 0.5, 0.9, 1.0, 1.05, 1.15)
_PROOF = Scale(3.5, 4.0, 4.5, 5.0, 5.5)
_MANY = Scale(2, 3, 5, 9)
_CROWD = Scale(2, 4, 8, 16, 32, 64, 128)
_LARGE = Scale(3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0)
_STEPS = (
    (100_000, "thousands"), (10_000, "hundreds"), (5_000, "fifties"), (1_000, "tens"),
    (500, "fives"), (100, "units"),
)  # fmt: skip


class FeatureMaker:
    """Reads the pieces of evidence of explanations of one run."""

    def __init__(
        self,
        clues: Clues,
        delays: Delays,
        explanations: Sequence[Explanation] = (),
        remembered: Remembered | None = None,
    ) -> None:
        """Count what is shared by the whole run; ``explanations`` are all that were found."""
        self._clues, self._delays = clues, delays
        self._habits = Habits(clues, explanations, remembered)
        self._payers = Payers(clues, explanations, remembered)
        self._lines_of_amount = Counter((p.currency, p.amount) for p in clues.ledger.payments)

    def features(self, explanation: Explanation) -> tuple[str, ...]:
        """The evidence for and against the explanation, in a fixed order of topics."""
        makers = {
            "batch": self._batch,
            "instalments": self._instalments,
            "payout": self._payout,
            "collective": self._collective,
        }
        pieces = makers.get(explanation.family, self._single)(explanation)
        return tuple(map(intern, pieces))  # a large run has millions, of a few hundred kinds

    def _single(self, e: Explanation) -> tuple[str, ...]:
        payment, bill = e.payments[0], e.bills[0]
        line = self._clues.ledger.payments[payment]
        usual = self._delays.from_usual(payment, bill)
        kind = "series" if self._delays.is_series(bill) else "usual"
        amount, name = self._amount(e), self._name(payment, bill)
        reference, due = self._reference(payment, bill), self._due(payment, bill)
        habit = "unknown" if usual is None else _USUAL.of(usual)
        bills, lines = self._alike_bills(payment, bill), self._alike_lines(payment)
        pieces = (
            f"amount:{amount}",
            f"name:{name}",
            f"reference:{reference}",
            f"due:{due}",
            f"age:{self._age(payment, bill)}",
            f"{kind}:{habit}",
            f"bills_alike:{bills}",
            f"lines_alike:{lines}",
            f"round:{_roundness(line.amount)}",
            f"large:{_LARGE.of(math.log10(abs(line.amount) / scale_of(line.currency)))}",
            f"payer:{self._payers.others(payment)}",
            f"crowd:{self._crowd(bill)}",
            *self._difference(e),
        )
        if e.family == "exact":
            together = (
                f"name_reference:{name} {reference}",
                f"due_{kind}:{due} {habit}",
                f"scarce:{bills} {lines}",
            )
            return (*pieces, *together)
        return (*pieces, f"amount_reference:{amount} {reference}")

    def _crowd(self, bill: int) -> str:
        """How many bills the party has: the more, the more sums come near one by accident."""
        return _CROWD.of(len(self._clues.ledger.bills_of[self._clues.ledger.bills[bill].party]))

    def _difference(self, e: Explanation) -> tuple[str, ...]:
        """What the line says of the difference, and how often its party makes it."""
        payment, s = self._clues.ledger.payments[e.payments[0]], e.settlement
        if s.shape == "exact":
            issued = self._clues.ledger.bills[e.bills[0]].issued
            is_early = payment.day < issued
            return ("told:advance",) if is_early and "advance" in remarks_of(payment) else ()
        pieces = [f"told:{self._told(e)}", f"again:{min(self._habits.others(e), 3)}"]
        if s.shape == "short":
            rest = self._lines_of_amount[payment.currency, s.billed - s.paid]
            pieces.append(f"rest:{min(rest - (s.billed == 2 * s.paid), 2)}")
        if s.percent:
            pieces.append(f"proof:{_PROOF.of(math.log10(abs(s.billed)))}")
        return tuple(pieces)

    def _told(self, e: Explanation) -> str:
        payment, s = self._clues.ledger.payments[e.payments[0]], e.settlement
        if s.shape == "exchange":
            foreign = self._clues.ledger.bills[e.bills[0]].effect
            return "rate" if prints_rate(payment, foreign) else "silent"
        return f"{s.shape}_{told(payment, s.shape, s.billed)}"

    def _batch(self, e: Explanation) -> tuple[str, ...]:
        payment, ledger = e.payments[0], self._clues.ledger
        issued = [ledger.bills[b].issued for b in e.bills if ledger.bills[b].issued]
        last = max(issued, default=UNKNOWN_DAY)
        listed = self._listed(payment, e.bills)
        party = ledger.bills[e.bills[0]].party
        return (
            f"sum:{e.how}",
            f"size:{min(len(e.bills), 9)}",
            f"name:{self._name(payment, e.bills[0])}",
            f"listed:{listed}",
            f"last:{_AGE.of(ledger.payments[payment].day - last) if last else 'unknown'}",
            f"span:{_SPAN.of(last - min(issued, default=0))}",
            f"chance:{_CHANCE.of(e.chance)}",
            f"crowd:{self._crowd(e.bills[0])}",
            f"payer:{self._payers.others(payment)}",
            f"other_sums:{min(e.rivals, 3)}",
            f"credit:{'netted' if e.kind == 'netted' else 'none'}",
            f"equal_bill:{str(self._clues.has_equal_bill(payment, party)).lower()}",
            *((f"less:{self._told(e)}",) if e.settlement.difference else ()),
        )

    def _payout(self, e: Explanation) -> tuple[str, ...]:
        return payout_findings(self._clues, e)

    def _collective(self, e: Explanation) -> tuple[str, ...]:
        return collective_findings(self._clues, e)

    def _instalments(self, e: Explanation) -> tuple[str, ...]:
        ledger, bill = self._clues.ledger, e.bills[0]
        days = [ledger.payments[p].day for p in e.payments]
        steps = [b - a for a, b in pairwise(days)]
        uneven = max(steps) - min(steps)
        quoting = sum(bool(self._clues.quote(p, bill)) for p in e.payments)
        rivals = sum(
            bool(self._clues.other_quote(p, bill) or self._clues.unknown_number(p, bill))
            for p in e.payments
            if not self._clues.quote(p, bill)
        )
        share = abs(e.settlement.paid) / abs(e.settlement.billed)
        return (
            f"parts:{e.how}",
            f"number:{min(len(e.payments), 7)}",
            f"name:{min((self._name(p, bill) for p in e.payments), key=_NAME_ORDER.index)}",
            f"quoting:{'all' if quoting == len(days) else min(quoting, 2)}",
            f"quoting_others:{min(rivals, 2)}",
            f"first:{self._due(e.payments[0], bill)}",
            f"step:{_PACE.of(sum(steps) / len(steps))}",
            f"unsteady:{_STEP.of(uneven)}",
            f"paid:{'all' if share == 1 else _SHARE.of(share)}",
            f"chance:{_CHANCE.of(e.chance)}",
            f"crowd:{self._crowd(bill)}",
            f"payer:{self._payers.others(e.payments[0])}",
            f"other_sets:{min(e.rivals, 3)}",
        )

    def _amount(self, e: Explanation) -> str:
        s = e.settlement
        if s.shape == "exchange" and self._is_printed(e):
            return "exchange_printed"
        if s.shape == "exchange":
            return f"exchange{_EXCHANGE.of(1000 * s.difference / abs(s.billed))}"
        if s.shape in ("short", "over"):
            share = abs(s.paid / s.billed)
            whole = "_part" if s.shape == "short" and _is_round_part(s) else ""
            return f"{s.shape}{whole}{_PART.of(share)}"
        if s.shape == "fee":
            return "fee_whole" if s.difference % 50 == 0 else "fee_odd"
        if s.percent:
            return f"{s.shape}_{'net' if s.is_net else 'gross'}"
        return s.shape

    def _is_printed(self, e: Explanation) -> bool:
        """Whether the memo prints the bill's own amount, in its own currency."""
        memo = self._clues.ledger.payments[e.payments[0]].memo
        return abs(self._clues.ledger.bills[e.bills[0]].effect) in memo.amounts

    def _name(self, payment: int, bill: int) -> str:
        party = self._clues.ledger.bills[bill].party
        named = self._clues.name_of(payment, party)
        best = self._clues.named[payment][0] if self._clues.named[payment] else None
        if named and (named.score >= 0.5 or best == named):
            rival = best.score - named.score if best else 0.0
            if rival > 0.15:
                return "second"
            if named.via in ("account", "alias"):
                return named.via
            return "full" if named.score >= 0.95 else f"{int(named.score * 10) / 10}"
        if best and best.score >= SURELY_NAMED:
            return "other"
        return "strange" if self._clues.residues[payment] else "nobody"

    def _reference(self, payment: int, bill: int) -> str:
        quote = self._clues.quote(payment, bill)
        if quote:
            shared = any(
                other != bill and _are_apart(quote.text, found.text)
                for other, found in self._clues.whole_quotes[payment].items()
            )
            return f"{quote.form}{'_of_several' if shared else ''}"
        if self._clues.other_quote(payment, bill):
            return "another"
        if self._clues.unknown_number(payment, bill):
            return "unknown"
        return "unlike" if self._clues.ledger.payments[payment].memo.runs else "silent"

    def _due(self, payment: int, bill: int) -> str:
        due = self._clues.ledger.bills[bill].due
        return _DUE.of(self._clues.ledger.payments[payment].day - due) if due else "unknown"

    def _age(self, payment: int, bill: int) -> str:
        issued = self._clues.ledger.bills[bill].issued
        if not issued:
            return "unknown"
        return _AGE.of(self._clues.ledger.payments[payment].day - issued)

    def _alike_bills(self, payment: int, bill: int) -> str:
        """How many bills of this amount the payment could be for."""
        record = self._clues.ledger.bills[bill]
        day = self._clues.ledger.payments[payment].day
        alike = self._clues.of_amount(record.currency, record.effect, day)
        if len(alike) == 1:
            return "1"
        return str(self._clues.count_payable(alike, payment, 4))

    def _alike_lines(self, payment: int) -> str:
        line = self._clues.ledger.payments[payment]
        return _MANY.of(self._lines_of_amount[line.currency, line.amount])

    def _listed(self, payment: int, bills: Sequence[int]) -> str:
        inside = sum(bool(self._clues.quote(payment, bill)) for bill in bills)
        if inside == len(bills):
            return "all"
        party = self._clues.ledger.bills[bills[0]].party
        outside = any(
            self._clues.ledger.bills[bill].party == party and bill not in bills
            for bill in self._clues.whole_quotes[payment]
        )
        if inside:
            return f"{'some' if inside > 1 else 'one'}{'_and_others' if outside else ''}"
        if outside:
            return "others"
        if any(self._clues.unknown_number(payment, bill) for bill in bills):
            return "strangers"
        return "unlike" if self._clues.ledger.payments[payment].memo.runs else "silent"


_NAMES = "other strange nobody second 0.3 0.4 0.5 0.6 0.7 0.8 0.9 alias full account"
_NAME_ORDER = _NAMES.split()


def _are_apart(text: str, other: str) -> bool:
    """Whether two quotes are not one and the same with a label before it."""
    return text == other or not (text.endswith(other) or other.endswith(text))


def _is_round_part(s: Settlement) -> bool:
    """Whether a twentieth, a third or a multiple of them was paid."""
    paid, billed = abs(s.paid), abs(s.billed)
    return any(
        abs(paid * parts - round(paid * parts / billed) * billed) <= 2 * parts for parts in (20, 3)
    )


def _roundness(amount: int) -> str:
    return next((name for step, name in _STEPS if amount % step == 0), "cents")
