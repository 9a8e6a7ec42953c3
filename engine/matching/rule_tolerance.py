"""Explanations by rules that say what a difference is, up to so much."""

from collections.abc import Iterator
from typing import Final

from engine.matching.clues import Clues
from engine.matching.exchange import Exchange
from engine.matching.explanation import Explanation
from engine.matching.line_payers import SURELY_NAMED
from engine.matching.normalise import minor_units
from engine.matching.rows import Bill, Payment
from engine.matching.rules import RuleWord, sentence
from engine.matching.treatment import Settlement, Shape
from engine.matching.wording import said
from engine.records import MatchingRule, ToleranceTreatment
from engine.records.rule_words import DIFFERENCE_WORDS, limit_words
from engine.records.rules import Difference

Ruled = tuple[Explanation, RuleWord]
_SHAPES: Final[dict[Difference, Shape]] = {
    "fee": "fee",
    "discount": "usual_discount",
    "withholding_tax": "withholding",
    "exchange": "exchange",
}
_NEAREST = 60
_PARTIES = 2
_EARLY_DAYS = 10
_NAMED, _QUOTED = 2.5, 5.0
"""Log-odds that the line pays the invoice when it names its party, and when it quotes it."""


def tolerated(clues: Clues, exchange: Exchange) -> Iterator[Ruled]:
    """Bills that a line names or quotes and pays but for a difference within its rule's limits."""
    for payment, rule in sorted(clues.ledger.ruled.items()):
        treatment = rule.treatment
        if isinstance(treatment, ToleranceTreatment):
            for bill in _bills(clues, payment):
                found = _settled(clues, payment, bill, treatment, exchange)
                if found:
                    yield _ruled(clues, payment, bill, rule, found)


def _bills(clues: Clues, payment: int) -> list[int]:
    """The bills that the line quotes, and those of the parties that it surely names."""
    day = clues.ledger.payments[payment].day
    pool = dict.fromkeys(clues.whole_quotes[payment])
    for named in clues.named[payment][:_PARTIES]:
        if named.score >= SURELY_NAMED:
            pool.update(dict.fromkeys(clues.bills_near(named.party, day, _NEAREST)))
    issued = [bill for bill in pool if clues.ledger.bills[bill].issued <= day + _EARLY_DAYS]
    return clues.payable(issued, payment)


def _settled(
    clues: Clues, payment: int, bill: int, treatment: ToleranceTreatment, exchange: Exchange
) -> Settlement | None:
    record, line = clues.ledger.bills[bill], clues.ledger.payments[payment]
    billed = _billed(record, line, treatment, exchange)
    if not billed:
        return None
    found = Settlement(_SHAPES[treatment.difference], billed, line.amount)
    is_within = 0 < abs(found.difference) <= _limit(treatment, billed, line.currency)
    return found if is_within and _may_be(treatment.difference, found, line) else None


def _may_be(difference: Difference, found: Settlement, line: Payment) -> bool:
    """Whether money that was paid beyond the bill can be such a difference.

    Rates go either way; a fee comes on top of what we pay, never of what we receive.
    """
    if found.difference < 0 or difference == "exchange":
        return True
    return difference == "fee" and line.amount < 0


def _billed(
    record: Bill, line: Payment, treatment: ToleranceTreatment, exchange: Exchange
) -> int | None:
    if record.currency == line.currency:
        return record.effect
    if treatment.difference != "exchange":
        return None
    return exchange.convert(record.effect, record.currency, line.currency, line.day)


def _limit(treatment: ToleranceTreatment, billed: int, currency: str) -> int:
    """The largest tolerated difference in minor units; a part of one is not tolerated."""
    fixed = minor_units(treatment.amount, currency) if treatment.amount else 0
    share = int(abs(billed) * treatment.percent / 100) if treatment.percent else 0
    return max(fixed, share)


def _ruled(clues: Clues, payment: int, bill: int, rule: MatchingRule, found: Settlement) -> Ruled:
    ledger = clues.ledger
    line, record = ledger.payments[payment], ledger.bills[bill]
    is_quoted = clues.quote(payment, bill) is not None
    assert isinstance(rule.treatment, ToleranceTreatment)  # noqa: S101 (whoever calls has looked)
    gap = said(found.difference, line.currency)
    share = abs(found.difference) / abs(found.billed) * 100
    number = record.source.invoice_number or "the invoice"
    who = f"names {number}" if is_quoted else f"names {record.source.counterparty or 'its party'}"
    what = (
        f"the memo {who}; {gap} {'less' if found.difference < 0 else 'more'} ({share:.2f} %) is "
        f"{DIFFERENCE_WORDS[rule.treatment.difference]}, tolerated up to "
        f"{limit_words(rule.treatment, line.currency)}"
    )
    word = RuleWord(rule.name, sentence(rule, what), _QUOTED if is_quoted else _NAMED)
    return Explanation("one_to_one", "adjusted", (bill,), (payment,), found), word
