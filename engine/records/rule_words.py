"""A user's own rule as people say it: in matches' reasons, in the list of rules, in previews."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from engine.records.rules import (
    AccountCondition,
    AmountCondition,
    CounterpartyCondition,
    CurrencyCondition,
    DateCondition,
    DirectionCondition,
    GroupTreatment,
    MatchingRule,
    MemoCondition,
    MonthDayCondition,
    NeverTreatment,
    PartyTreatment,
    RuleCondition,
    RuleTreatment,
    SetAsideTreatment,
    ToleranceTreatment,
)

DIFFERENCE_WORDS: Final = {
    "fee": "a fee",
    "discount": "a discount",
    "withholding_tax": "tax withheld",
    "exchange": "an exchange difference",
}
"""What a tolerated difference is called."""
_WAYS: Final = {"in": "money comes in", "out": "money goes out"}
_TESTS: Final = {
    "contains": "contains",
    "starts_with": "starts with",
    "matches": "matches",
    "is": "is",
}


def condition_words(condition: RuleCondition) -> str:
    """The condition as people say it."""
    return _CONDITIONS[type(condition)](condition)


def conditions_words(rule: MatchingRule) -> str:
    """All conditions of the rule."""
    return ", ".join(map(condition_words, rule.conditions))


def treatment_words(treatment: RuleTreatment) -> str:
    """What the rule does with its lines."""
    return _TREATMENTS[type(treatment)](treatment)


def limit_words(treatment: ToleranceTreatment, currency: str = "") -> str:
    """How much is tolerated."""
    limits = []
    if treatment.amount:
        limits.append(f"{_number(treatment.amount)} {currency}".strip())
    if treatment.percent:
        limits.append(f"{_number(treatment.percent)} %")
    return " or ".join(limits)


def _number(value: Decimal) -> str:
    return f"{value:,f}"


def _from_to(what: str, least: Decimal | dt.date | None, most: Decimal | dt.date | None) -> str:
    first, last = (_number(v) if isinstance(v, Decimal) else v for v in (least, most))
    if first is None:
        return f"{what} up to {last}"
    return f"{what} from {first} on" if last is None else f"{what} from {first} to {last}"


def _month_days(condition: MonthDayCondition) -> str:
    if condition.first == condition.last:
        return f"day {condition.first} of the month"
    return f"day {condition.first} to {condition.last} of the month"


def _tolerance(treatment: ToleranceTreatment) -> str:
    return f"difference up to {limit_words(treatment)} is {DIFFERENCE_WORDS[treatment.difference]}"


def _group(treatment: GroupTreatment) -> str:
    whose = f"invoices of {treatment.party}" if treatment.party else "all invoices"
    fee = f", fee up to {_number(treatment.fee_percent)} %" if treatment.fee_percent else ""
    return f"pays {whose} of one {treatment.by}{fee}"


def _never(treatment: NeverTreatment) -> str:
    return f"never matched with {treatment.party}" if treatment.party else "never matched"


_CONDITIONS: dict[type, Callable[..., str]] = {
    MemoCondition: lambda c: f"memo {_TESTS[c.test]} “{c.text}”",
    CounterpartyCondition: lambda c: f"counterparty {_TESTS[c.test]} “{c.text}”",
    AccountCondition: lambda c: f"account ends in {c.text}",
    CurrencyCondition: lambda c: f"currency is {c.code}",
    DirectionCondition: lambda c: _WAYS[c.way],
    AmountCondition: lambda c: _from_to("amount", c.least, c.most),
    DateCondition: lambda c: _from_to("booked", c.first, c.last),
    MonthDayCondition: _month_days,
}
_TREATMENTS: dict[type, Callable[..., str]] = {
    SetAsideTreatment: lambda t: f"set aside as {t.label}",
    PartyTreatment: lambda t: f"it is {t.name}",
    ToleranceTreatment: _tolerance,
    GroupTreatment: _group,
    NeverTreatment: _never,
}
