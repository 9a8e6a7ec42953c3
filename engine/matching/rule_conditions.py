"""Whether a bank line meets the conditions of a user's own rule.

Patterns know one sign, ``*``. Their pieces are looked for one after the other, so testing a line
takes time in proportion to its length, whatever the pattern is: no expression can hang a run.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from engine.matching.inputs import BankLine
from engine.matching.normalise import compact, name_tokens
from engine.matching.transliteration import plain
from engine.records import (
    AccountCondition,
    AmountCondition,
    CounterpartyCondition,
    CurrencyCondition,
    DateCondition,
    DirectionCondition,
    MatchingRule,
    MemoCondition,
    MonthDayCondition,
    RuleCondition,
)

T = TypeVar("T", Decimal, dt.date)


def holds(rule: MatchingRule, line: BankLine) -> bool:
    """Whether every condition of the rule holds for the line; what is unknown meets none."""
    return all(condition_holds(condition, line) for condition in rule.conditions)


def condition_holds(condition: RuleCondition, line: BankLine) -> bool:
    """Whether the line meets the condition."""
    return _HOLDS[type(condition)](condition, line)


def folded(text: str) -> str:
    """The form in which texts are compared: capital ASCII letters, single spaces."""
    return " ".join(plain(text).split())


def glob_holds(pattern: str, text: str) -> bool:
    """Whether ``pattern`` covers the whole text; ``*`` stands for any characters, also none.

    Both are folded first. Each piece is taken at its first place, which is right for a pattern
    without other signs, and needs no going back.
    """
    pieces, rest = folded(pattern).split("*"), folded(text)
    if len(pieces) == 1:
        return rest == pieces[0]
    first, *middle, last = pieces
    if not rest.startswith(first) or len(rest) < len(first) + len(last) or not rest.endswith(last):
        return False
    end = len(rest) - len(last)
    place = len(first)
    for piece in middle:
        found = rest.find(piece, place, end)
        if found < 0:
            return False
        place = found + len(piece)
    return True


def _memo(condition: MemoCondition, line: BankLine) -> bool:
    parts = dict.fromkeys(filter(None, (line.description, line.reference)))
    memo = " ".join(parts)
    if condition.test == "matches":
        return any(glob_holds(condition.text, text) for text in (memo, line.description))
    wanted, said = folded(condition.text), folded(memo)
    return said.startswith(wanted) if condition.test == "starts_with" else wanted in said


def _counterparty(condition: CounterpartyCondition, line: BankLine) -> bool:
    if not line.counterparty:
        return False
    if condition.test == "is":
        return name_tokens(condition.text) == name_tokens(line.counterparty)
    return folded(condition.text) in folded(line.counterparty)


def _account(condition: AccountCondition, line: BankLine) -> bool:
    own = compact(line.account_number or "")
    return bool(own) and own.endswith(compact(condition.text))


def _currency(condition: CurrencyCondition, line: BankLine) -> bool:
    return line.currency == condition.code


def _direction(condition: DirectionCondition, line: BankLine) -> bool:
    return bool(line.amount) and ((line.amount or 0) > 0) == (condition.way == "in")


def _amount(condition: AmountCondition, line: BankLine) -> bool:
    return line.amount is not None and _between(abs(line.amount), condition.least, condition.most)


def _date(condition: DateCondition, line: BankLine) -> bool:
    return line.date is not None and _between(line.date, condition.first, condition.last)


def _between(value: T, least: T | None, most: T | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def _month_day(condition: MonthDayCondition, line: BankLine) -> bool:
    if line.date is None:
        return False
    first, last, day = condition.first, condition.last, line.date.day
    return first <= day <= last if first <= last else day >= first or day <= last


_HOLDS: dict[type, Callable[..., bool]] = {
    MemoCondition: _memo,
    CounterpartyCondition: _counterparty,
    AccountCondition: _account,
    CurrencyCondition: _currency,
    DirectionCondition: _direction,
    AmountCondition: _amount,
    DateCondition: _date,
    MonthDayCondition: _month_day,
}
