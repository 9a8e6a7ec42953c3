"""Refuses a user's rule that could not do what it says, in a sentence that says why."""

from collections.abc import Callable
from decimal import Decimal

from engine.errors import RuleInvalidError
from engine.matching.normalise import compact, name_tokens
from engine.matching.rule_conditions import folded
from engine.records import (
    AccountCondition,
    AmountCondition,
    CounterpartyCondition,
    DateCondition,
    GroupTreatment,
    MatchingRule,
    MemoCondition,
    NeverTreatment,
    PartyTreatment,
    RuleCondition,
    RuleTreatment,
    SetAsideTreatment,
    ToleranceTreatment,
)

_MOST_PERCENT = 50
_PARTY_LEAST = 2


def check_rule(rule: MatchingRule) -> None:
    """Refuse what no line can meet, what every line meets by mistake, and tolerances of nothing.

    Raises:
        RuleInvalidError: with the sentence that a person reads.
    """
    if not rule.name.strip():
        raise RuleInvalidError("The rule has no name.", "Call it by what it is about.")
    if not rule.conditions:
        raise RuleInvalidError(
            "The rule has no condition.", "Say at least one thing that its bank lines have."
        )
    for condition in rule.conditions:
        _CONDITIONS.get(type(condition), _nothing)(condition)
    _TREATMENTS[type(rule.treatment)](rule.treatment)


def _nothing(condition: RuleCondition) -> None:
    del condition


def _memo(condition: MemoCondition) -> None:
    if condition.test == "matches" and "*" in condition.text:
        if not folded(condition.text).replace("*", "").strip():
            raise RuleInvalidError(
                "The pattern has nothing but stars.", "Write words between them, as in *PAYOUT*."
            )
    elif not folded(condition.text):
        raise RuleInvalidError("The memo's condition has no letter or digit to look for.")


def _counterparty(condition: CounterpartyCondition) -> None:
    if not folded(condition.text):
        raise RuleInvalidError("The counterparty's condition has no letter or digit to look for.")


def _account(condition: AccountCondition) -> None:
    if not compact(condition.text):
        raise RuleInvalidError("The account's condition has no letter or digit.")


def _amount(condition: AmountCondition) -> None:
    least, most = condition.least, condition.most
    if least is None and most is None:
        raise RuleInvalidError("The amount's condition has no amount.", "Give one side, or both.")
    if min(amount for amount in (least, most) if amount is not None) < 0:
        raise RuleInvalidError(
            "The amount's condition is negative.",
            "Amounts are compared without their sign; say with a condition whether money goes out.",
        )
    if least is not None and most is not None and least > most:
        raise RuleInvalidError(f"No amount is from {least} to {most}.", "Change the two round.")


def _date(condition: DateCondition) -> None:
    first, last = condition.first, condition.last
    if first is None and last is None:
        raise RuleInvalidError("The date's condition has no day.", "Give one side, or both.")
    if first and last and first > last:
        raise RuleInvalidError(f"No day is from {first} to {last}.", "Change the two round.")


def _set_aside(treatment: SetAsideTreatment) -> None:
    if not treatment.label.strip():
        raise RuleInvalidError("The rule does not say what its lines are.", "Give them a label.")


def _party(treatment: PartyTreatment) -> None:
    _check_name(treatment.name)


def _never(treatment: NeverTreatment) -> None:
    if treatment.party is not None:
        _check_name(treatment.party)


def _group(treatment: GroupTreatment) -> None:
    _check_percent(treatment.fee_percent, "fee")
    if treatment.party is not None:
        _check_name(treatment.party)


def _tolerance(treatment: ToleranceTreatment) -> None:
    if not treatment.amount and not treatment.percent:
        raise RuleInvalidError(
            "The rule tolerates no difference.", "Give an amount or a percentage above 0."
        )
    if treatment.amount is not None and (treatment.amount < 0 or not treatment.amount.is_finite()):
        raise RuleInvalidError("The tolerated amount is negative.", "Give how much it may be.")
    if treatment.percent is not None:
        _check_percent(treatment.percent, "difference")


def _check_percent(percent: Decimal, what: str) -> None:
    if not 0 <= percent <= _MOST_PERCENT:
        raise RuleInvalidError(f"A {what} must be from 0 to {_MOST_PERCENT} %, not {percent} %.")


def _check_name(name: str) -> None:
    if len("".join(name_tokens(name))) < _PARTY_LEAST:
        raise RuleInvalidError(f"“{name}” is no counterparty's name.", "Write it as invoices do.")


_CONDITIONS: dict[type[RuleCondition], Callable[..., None]] = {
    MemoCondition: _memo,
    CounterpartyCondition: _counterparty,
    AccountCondition: _account,
    AmountCondition: _amount,
    DateCondition: _date,
}
_TREATMENTS: dict[type[RuleTreatment], Callable[..., None]] = {
    SetAsideTreatment: _set_aside,
    PartyTreatment: _party,
    ToleranceTreatment: _tolerance,
    GroupTreatment: _group,
    NeverTreatment: _never,
}
