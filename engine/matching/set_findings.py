"""The pieces of evidence of several bills in one line, and of several lines for one bill."""

from itertools import pairwise

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.ledger import UNKNOWN_DAY
from engine.matching.pair_findings import NAME_ORDER, PairFindings
from engine.matching.payers import Payers
from engine.matching.scale import Scale

_CHANCE = Scale(-4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 1.0)
_SPAN = Scale(8, 15, 22, 29, 46)
_STEP = Scale(1, 3, 5, 10, 20)
_PACE = Scale(5, 9, 12, 17, 26, 35)
_SHARE = Scale(0.5, 0.7, 0.9)


class SetFindings:
    """Findings about batches and instalments of one party."""

    def __init__(self, clues: Clues, pairs: PairFindings, payers: Payers) -> None:
        """Look at the run of the clues."""
        self._clues, self._pairs, self._payers = clues, pairs, payers

    def of_batch(self, e: Explanation) -> tuple[str, ...]:
        """The evidence for and against several bills in one line."""
        payment, ledger = e.payments[0], self._clues.ledger
        issued = [ledger.bills[b].issued for b in e.bills if ledger.bills[b].issued]
        last = max(issued, default=UNKNOWN_DAY)
        party = ledger.bills[e.bills[0]].party
        return (
            f"sum:{e.how}",
            f"size:{min(len(e.bills), 9)}",
            f"name:{self._pairs.name(payment, e.bills[0])}",
            f"listed:{self._pairs.listed(payment, e.bills)}",
            f"last:{self._pairs.age_since(payment, last)}",
            f"span:{_SPAN.of(last - min(issued, default=0))}",
            f"chance:{_CHANCE.of(e.chance)}",
            f"crowd:{self._pairs.crowd(e.bills[0])}",
            f"payer:{self._payers.others(payment)}",
            f"other_sums:{min(e.rivals, 3)}",
            f"credit:{'netted' if e.kind == 'netted' else 'none'}",
            f"equal_bill:{str(self._clues.has_equal_bill(payment, party)).lower()}",
            *((f"less:{self._pairs.told(e)}",) if e.settlement.difference else ()),
        )

    def of_instalments(self, e: Explanation) -> tuple[str, ...]:
        """The evidence for and against several lines for one bill."""
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
        names = (self._pairs.name(p, bill) for p in e.payments)
        return (
            f"parts:{e.how}",
            f"number:{min(len(e.payments), 7)}",
            f"name:{min(names, key=NAME_ORDER.index)}",
            f"quoting:{'all' if quoting == len(days) else min(quoting, 2)}",
            f"quoting_others:{min(rivals, 2)}",
            f"first:{self._pairs.due(e.payments[0], bill)}",
            f"step:{_PACE.of(sum(steps) / len(steps))}",
            f"unsteady:{_STEP.of(uneven)}",
            f"paid:{'all' if share == 1 else _SHARE.of(share)}",
            f"chance:{_CHANCE.of(e.chance)}",
            f"crowd:{self._pairs.crowd(bill)}",
            f"payer:{self._payers.others(e.payments[0])}",
            f"other_sets:{min(e.rivals, 3)}",
        )
