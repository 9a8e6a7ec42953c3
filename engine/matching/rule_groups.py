"""Explanations by rules that add up the invoices of a day, a week or a month.

A line may hold the invoices of any period shortly before it whose sum is the amount plus a fee
within the rule's limit. Where several periods fit, the lines of the rule decide together: they
follow their periods after the same number of days and at the same rate. What they leave open stays
a tie for a person.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.rows import Payment
from engine.matching.rule_names import parties_called
from engine.matching.rules import RuleWord, sentence
from engine.matching.treatment import Settlement
from engine.matching.wording import said
from engine.records import GroupTreatment, MatchingRule
from engine.records.reconciliation import MatchKind
from engine.records.rules import Period

_LATEST: Final[dict[Period, int]] = {"day": 14, "week": 21, "month": 45}
_EARLY_DAYS = 1
_CLEAR = 2.0
_FOLLOWED, _POSSIBLE = 5.0, 2.0
"""Log-odds of the period that the rule's lines point to, and of another that fits as well."""


class _Fit(NamedTuple):
    """A period whose invoices make up a line; ``lag`` counts days from its end to the line."""

    payment: int
    key: int
    bills: tuple[int, ...]
    billed: int
    lag: int


def grouped(clues: Clues) -> Iterator[tuple[Explanation, RuleWord]]:
    """For every line under such a rule, the periods that it may pay."""
    lines: dict[MatchingRule, list[int]] = defaultdict(list)
    for payment, rule in sorted(clues.ledger.ruled.items()):
        if isinstance(rule.treatment, GroupTreatment):
            lines[rule].append(payment)
    for rule in sorted(lines, key=lambda rule: rule.name):
        treatment = rule.treatment
        assert isinstance(treatment, GroupTreatment)  # noqa: S101 (only such were collected)
        fits = _fits(clues, lines[rule], treatment)
        votes = _Votes(fits, clues.ledger.payments)
        for own in fits:
            likely = _likely(own, votes)
            for fit in own:
                yield _ruled(clues, rule, treatment, fit, likely is None or fit is likely)


def _fits(clues: Clues, lines: Sequence[int], treatment: GroupTreatment) -> list[list[_Fit]]:
    """The fitting periods of each line; days of issue first, due days where none fits."""
    elsewhere = _paid_elsewhere(clues, frozenset(lines))
    tables = [_Periods(clues, treatment, day_of) for day_of in (_issued, _due)]
    found = []
    for payment in lines:
        tried = (table.fits(payment, elsewhere) for table in tables)
        found.append(next(filter(None, tried), []))
    return found


def _issued(clues: Clues, bill: int) -> int:
    record = clues.ledger.bills[bill]
    return record.issued or record.due


def _due(clues: Clues, bill: int) -> int:
    record = clues.ledger.bills[bill]
    return record.due or record.issued


class _Periods:
    """The invoices of a rule by currency and period."""

    def __init__(
        self, clues: Clues, treatment: GroupTreatment, day_of: Callable[[Clues, int], int]
    ) -> None:
        self._clues, self._treatment, self._day_of = clues, treatment, day_of
        ledger, party = clues.ledger, treatment.party
        parties = None if party is None else parties_called(ledger, party)
        self._bills: dict[tuple[str, str, int], list[int]] = defaultdict(list)
        for bill, record in enumerate(ledger.bills):
            day = day_of(clues, bill)
            if day and (parties is None or record.party in parties):
                key = (record.currency, record.source.direction, _period(day, treatment.by))
                self._bills[key].append(bill)

    def fits(self, payment: int, elsewhere: frozenset[int]) -> list[_Fit]:
        line, by = self._clues.ledger.payments[payment], self._treatment.by
        direction = "receivable" if line.amount > 0 else "payable"
        first = _period(line.day - _LATEST[by], by)
        found = []
        for key in range(first, _period(line.day + _EARLY_DAYS, by) + 1):
            bills_then = self._bills.get((line.currency, direction, key), [])
            whole = self._in_time(bills_then, line.day)
            rest = [bill for bill in whole if bill not in elsewhere]
            for bills in (rest, whole) if len(rest) < len(whole) else (whole,):
                billed = sum(self._clues.ledger.bills[bill].effect for bill in bills)
                if bills and self._is_within(line.amount, billed):
                    lag = line.day - _end(key, by)
                    found.append(_Fit(payment, key, tuple(bills), billed, lag))
                    break
        return found

    def _in_time(self, bills: Sequence[int], day: int) -> list[int]:
        """The bills, if all are issued by then."""
        is_early = any(self._clues.ledger.bills[b].issued > day + _EARLY_DAYS for b in bills)
        return [] if is_early else list(bills)

    def _is_within(self, paid: int, billed: int) -> bool:
        if paid * billed <= 0:
            return False
        # Of what we receive a fee is kept back; of what we pay it comes on top.
        fee = billed - paid
        return 0 <= fee <= int(abs(billed) * self._treatment.fee_percent / 100)


def _period(day: int, by: Period) -> int:
    """The number of the day's period: ordinals begin with a Monday."""
    if by == "day":
        return day
    if by == "week":
        return (day - 1) // 7
    date = dt.date.fromordinal(max(day, 1))
    return date.year * 12 + date.month - 1


def _end(key: int, by: Period) -> int:
    """The last day of a period."""
    if by == "day":
        return key
    if by == "week":
        return key * 7 + 7
    year, month = divmod(key + 1, 12)
    return dt.date(year, month + 1, 1).toordinal() - 1


def _paid_elsewhere(clues: Clues, lines: frozenset[int]) -> frozenset[int]:
    """Bills that a line outside the rule quotes, or pays exactly while it names their party."""
    ledger = clues.ledger
    found: set[int] = set()
    for payment, line in enumerate(ledger.payments):
        if payment in lines:
            continue
        found.update(clues.payable(clues.whole_quotes[payment], payment))
        named = {n.party for n in clues.named[payment] if n.score >= SURELY_NAMED}
        if named:
            equal = clues.payable(clues.of_amount(line.currency, line.amount, line.day), payment)
            found.update(bill for bill in equal if ledger.bills[bill].party in named)
    return frozenset(found)


class _Votes:
    """How many lines suit each number of days and each rate of the fee; a line has one vote."""

    def __init__(self, fits: Sequence[Sequence[_Fit]], paid: Sequence[Payment]) -> None:
        self._paid = paid
        self._lags: Counter[int] = Counter()
        self._rates: Counter[int] = Counter()
        for own in fits:
            for fit in own:
                self._lags[fit.lag] += 60 // len(own)
                self._rates[self._rate(fit)] += 60 // len(own)

    def of(self, fit: _Fit) -> int:
        """How well the period suits what the rule's other lines do."""
        rate = self._rate(fit)
        return self._lags[fit.lag] * sum(self._rates[rate + step] for step in (-1, 0, 1))

    def _rate(self, fit: _Fit) -> int:
        """The fee in thousandths."""
        return round(1000 * (1 - self._paid[fit.payment].amount / fit.billed))


def _likely(own: Sequence[_Fit], votes: _Votes) -> _Fit | None:
    """The period that the rule's lines clearly point to; None when they do not."""
    ranked = sorted(own, key=lambda fit: (-votes.of(fit), fit.key))
    if len(ranked) > 1 and votes.of(ranked[0]) < _CLEAR * votes.of(ranked[1]):
        return None
    return ranked[0] if ranked else None


def _ruled(
    clues: Clues, rule: MatchingRule, treatment: GroupTreatment, fit: _Fit, is_likely: bool
) -> tuple[Explanation, RuleWord]:
    line = clues.ledger.payments[fit.payment]
    settlement = Settlement("sum" if fit.billed == line.amount else "fee", fit.billed, line.amount)
    kind = _kind(clues, fit.bills, line.amount)
    e = Explanation(kind, "batch", fit.bills, (fit.payment,), settlement, how="rule")
    word = sentence(rule, _sum_of(fit, line.amount, line.currency, treatment))
    return e, RuleWord(rule.name, word, _FOLLOWED if is_likely else _POSSIBLE)


def _kind(clues: Clues, bills: Sequence[int], amount: int) -> MatchKind:
    if len(bills) == 1:
        return "one_to_one"
    records = [clues.ledger.bills[bill] for bill in bills]
    if len({record.party for record in records}) == 1:
        is_netted = any(record.effect * amount < 0 for record in records)
        return "netted" if is_netted else "batch"
    return "payout" if amount > 0 else "collective"


def _sum_of(fit: _Fit, paid: int, currency: str, treatment: GroupTreatment) -> str:
    end = dt.date.fromordinal(_end(fit.key, treatment.by))
    when = {
        "day": f"of {end.day} {end:%B %Y}",
        "week": f"of the week to {end.day} {end:%B %Y}",
        "month": f"of {end:%B %Y}",
    }[treatment.by]
    count = "1 invoice" if len(fit.bills) == 1 else f"{len(fit.bills)} invoices"
    adds = "is" if len(fit.bills) == 1 else "add up to"
    total = f"{count} {when} {adds} {said(fit.billed, currency)}"
    fee = abs(fit.billed - paid)
    if not fee:
        return f"{total}, which is what was paid"
    share = fee / abs(fit.billed) * 100
    return (
        f"{total}; the fee of {said(fee, currency)} is {share:.2f} %, at most "
        f"{treatment.fee_percent} %"
    )
