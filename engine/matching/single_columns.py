"""The evidence of many explanations of one bill by one line each, in columns."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from engine.matching.clues import Clues
from engine.matching.currencies import scale_of
from engine.matching.delays import Delays
from engine.matching.evidence_columns import Column, Evidence, Flags, Numbers, numbered, scaled
from engine.matching.explanation import Explanation, Family
from engine.matching.habits import Habits
from engine.matching.pair_findings import AGE, DUE, PairFindings
from engine.matching.payers import Payers
from engine.matching.remarks import remarks_of
from engine.matching.scale import Scale
from engine.matching.single_amounts import SingleAmounts

_USUAL = Scale(1, 3, 5, 8, 12, 20)
_MANY = Scale(2, 3, 5, 9)
_LARGE = Scale(3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0)
_ALIKE_MOST = 4
_KNOWN_MOST = 20_000
"""Lines whose findings are remembered: those of one family are soon asked for by the next."""
_COUNTS = tuple(map(str, range(_ALIKE_MOST + 1)))
_STEPS = (
    (100_000, "thousands"), (10_000, "hundreds"), (5_000, "fifties"), (1_000, "tens"),
    (500, "fives"), (100, "units"),
)  # fmt: skip


class SingleColumns:
    """Findings about pairs of a line and a bill; what only depends on the line is found once."""

    def __init__(
        self, clues: Clues, pairs: PairFindings, delays: Delays, habits: Habits, payers: Payers
    ) -> None:
        """Take the run's bills and lines in columns."""
        self._clues, self._pairs, self._delays, self._payers = clues, pairs, delays, payers
        self._bills, self._payments = clues.ledger.bills, clues.ledger.payments
        self._amounts = SingleAmounts(clues, pairs, habits)
        self._due = np.array([bill.due for bill in self._bills], dtype=np.int64)
        self._issued = np.array([bill.issued for bill in self._bills], dtype=np.int64)
        self._known: dict[int, tuple[str, str, str, str]] = {}
        self._crowd = numbered(map(pairs.crowd, range(len(self._bills))))
        amounts = Counter((bill.currency, bill.effect) for bill in self._bills)
        self._is_alone = [amounts[bill.currency, bill.effect] == 1 for bill in self._bills]
        self._day = np.array([line.day for line in self._payments], dtype=np.int64)

    def of(self, family: Family, explanations: Sequence[Explanation]) -> Evidence:
        """The evidence for and against explanations of one family, in a fixed order of topics."""
        lines = [e.payments[0] for e in explanations]
        bills = [e.bills[0] for e in explanations]
        line, bill = np.array(lines, dtype=np.int64), np.array(bills, dtype=np.int64)
        amount = self._amounts.amounts(explanations)
        name = numbered(map(self._pairs.name, lines, bills))
        reference = numbered(map(self._pairs.reference, lines, bills))
        due = self._since(self._due, line, bill, DUE)
        usual, is_series = self._delays.from_usual(lines, bills)
        habit = scaled(_USUAL, usual, np.isnan(usual))
        bills_alike = self._alike_bills(lines, bills)
        lines_alike, *of_line = self._of_lines(line)
        columns = [
            amount.of_topic("amount"),
            name.of_topic("name"),
            reference.of_topic("reference"),
            due.of_topic("due"),
            self._since(self._issued, line, bill, AGE).of_topic("age"),
            habit.of_topics("series", "usual", is_series),
            bills_alike.of_topic("bills_alike"),
            lines_alike.of_topic("lines_alike"),
            *of_line,
            self._crowd.at(bill).of_topic("crowd"),
        ]
        advance = self._advance(explanations, self._day[line] < self._issued[bill])
        if family != "exact":
            beside = amount.beside(reference).of_topic("amount_reference")
            return Evidence([*columns, *self._amounts.differences(explanations), advance, beside])
        return Evidence(
            [
                *columns,
                advance,
                numbered(map(self._delays.turns.of, lines, bills)).of_topic("turn"),
                name.beside(reference).of_topic("name_reference"),
                due.beside(habit).of_topics("due_series", "due_usual", is_series),
                bills_alike.beside(lines_alike).of_topic("scarce"),
            ]
        )

    def _since(self, days: Numbers, line: Numbers, bill: Numbers, scale: Scale) -> Column:
        """How long after a day of the bill the line comes."""
        since = days[bill]
        return scaled(scale, self._day[line] - since, since == 0)

    def _of_lines(self, line: Numbers) -> list[Column]:
        """How many lines pay as much, how round and large the amount is, and who pays."""
        lines, places = np.unique(line, return_inverse=True)
        if len(self._known) > _KNOWN_MOST:
            self._known.clear()
        findings = [self._known.get(n) or self._of_line(n) for n in lines.tolist()]
        return [numbered(column).at(places) for column in zip(*findings, strict=True)]

    def _of_line(self, line: int) -> tuple[str, str, str, str]:
        record = self._payments[line]
        size = math.log10(abs(record.amount) / scale_of(record.currency))
        found = (
            _MANY.of(self._amounts.lines_of[record.currency, record.amount]),
            f"round:{_roundness(record.amount)}",
            f"large:{_LARGE.of(size)}",
            f"payer:{self._payers.others(line)}",
        )
        self._known[line] = found
        return found

    def _advance(self, explanations: Sequence[Explanation], is_early: Flags) -> Column:
        """Whether a line that comes before a bill, and pays the whole of it, says so."""
        places = np.full(len(explanations), -1, dtype=np.int64)
        for n in is_early.nonzero()[0].tolist():
            line, s = explanations[n].payments[0], explanations[n].settlement
            if s.shape == "exact" and "advance" in remarks_of(self._payments[line]):
                places[n] = 0
        return Column(["told:advance"], places)

    def _alike_bills(self, lines: Sequence[int], bills: Sequence[int]) -> Column:
        """How many bills of this amount each line could be for."""
        count, alone = self._clues.count_equal, self._is_alone
        return numbered(
            "1" if alone[bill] else _COUNTS[count(line, bill, _ALIKE_MOST)]
            for line, bill in zip(lines, bills, strict=True)
        )


def _roundness(amount: int) -> str:
    return next((name for step, name in _STEPS if amount % step == 0), "cents")
