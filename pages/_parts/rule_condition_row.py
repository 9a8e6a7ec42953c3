"""One condition of a rule as a person puts it together: what it is about, and its values."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

import streamlit as st

from engine.errors import InvalidInputError
from engine.presentation.entry import typed_amount, typed_text
from engine.records import (
    AccountCondition,
    AmountCondition,
    CounterpartyCondition,
    CurrencyCondition,
    DateCondition,
    DirectionCondition,
    MemoCondition,
    MonthDayCondition,
    RuleCondition,
)

CHOICES: Final[Mapping[str, str]] = {
    "memo_contains": "Bank's words contain",
    "memo_starts_with": "Bank's words start with",
    "memo_matches": "Bank's words match the pattern",
    "counterparty_is": "Counterparty is",
    "counterparty_contains": "Counterparty contains",
    "account": "Account number ends in",
    "currency": "Currency is",
    "in": "Money comes in",
    "out": "Money goes out",
    "amount": "Amount is between",
    "date": "Booked between",
    "day_of_month": "Day of the month is between",
}


def condition_row(key: str, initial: RuleCondition | None) -> Callable[[], RuleCondition]:
    """Draw the row, which begins as ``initial``; what is returned gives the condition in it.

    That raises InvalidInputError when a value is missing or cannot be read.
    """
    choices = list(CHOICES)
    what, values = st.columns([2, 3], vertical_alignment="bottom")
    chosen = what.selectbox(
        "Condition",
        choices,
        index=choices.index(_choice_of(initial)),
        format_func=lambda choice: CHOICES[choice],
        key=f"{key}_what",
        label_visibility="collapsed",
    )
    began = initial if initial is not None and _choice_of(initial) == chosen else None
    with values:
        return _VALUES[chosen](f"{key}_{chosen}", chosen, began)


def _choice_of(condition: RuleCondition | None) -> str:
    if condition is None:
        return "memo_contains"
    if isinstance(condition, MemoCondition):
        return f"memo_{condition.test}"
    if isinstance(condition, CounterpartyCondition):
        return f"counterparty_{condition.test}"
    if isinstance(condition, DirectionCondition):
        return condition.way
    return _PLAIN[type(condition)]


def _text(key: str, chosen: str, began: Any) -> Callable[[], RuleCondition]:
    placeholder = {
        "memo_matches": "*PAYOUT*EUR: the star stands for anything",
        "account": "4711",
        "counterparty_is": "Name as the statement has it",
    }.get(chosen, "STRIPE PAYOUT")
    typed = st.text_input(
        CHOICES[chosen],
        value=began.text if began else "",
        max_chars=200,
        placeholder=placeholder,
        key=f"{key}_text",
        label_visibility="collapsed",
    )

    def made() -> RuleCondition:
        text = typed_text(typed)
        if text is None:
            raise InvalidInputError(
                f"“{CHOICES[chosen]}” has no words.", "Write them, or remove it."
            )
        if chosen == "account":
            return AccountCondition(text=text)
        about, _, test = chosen.partition("_")
        kind: Any = MemoCondition if about == "memo" else CounterpartyCondition
        condition: RuleCondition = kind(test=test, text=text)
        return condition

    return made


def _currency(key: str, chosen: str, began: Any) -> Callable[[], RuleCondition]:
    typed = st.text_input(
        CHOICES[chosen],
        value=began.code if began else "",
        max_chars=3,
        placeholder="EUR",
        key=f"{key}_code",
        label_visibility="collapsed",
    )

    def made() -> RuleCondition:
        code = typed.strip().upper()
        if len(code) != 3 or not code.isascii() or not code.isalpha():
            raise InvalidInputError(f"“{typed}” is no currency.", "Write its three letters: EUR.")
        return CurrencyCondition(code=code)

    return made


def _direction(key: str, chosen: str, began: Any) -> Callable[[], RuleCondition]:
    del key, began
    return lambda: DirectionCondition(way="in" if chosen == "in" else "out")


def _amount(key: str, chosen: str, began: Any) -> Callable[[], RuleCondition]:
    del chosen
    first, last = st.columns(2)
    typed = [
        place.text_input(
            label,
            value="" if value is None else f"{value:f}",
            placeholder=label,
            key=f"{key}_{name}",
            label_visibility="collapsed",
        )
        for place, label, name, value in (
            (first, "From, without a sign", "least", began.least if began else None),
            (last, "To", "most", began.most if began else None),
        )
    ]
    return lambda: AmountCondition(least=typed_amount(typed[0]), most=typed_amount(typed[1]))


def _dates(key: str, chosen: str, began: Any) -> Callable[[], RuleCondition]:
    del chosen
    first, last = st.columns(2)
    days: list[dt.date | None] = [
        place.date_input(
            label, value=value, format="YYYY-MM-DD", key=f"{key}_{name}",
            label_visibility="collapsed",
        )
        for place, label, name, value in (
            (first, "First day", "first", began.first if began else None),
            (last, "Last day", "last", began.last if began else None),
        )
    ]  # fmt: skip
    return lambda: DateCondition(first=days[0], last=days[1])


def _month_days(key: str, chosen: str, began: Any) -> Callable[[], RuleCondition]:
    del chosen
    first, last = st.columns(2)
    days = [
        place.number_input(label, 1, 31, value, key=f"{key}_{name}", label_visibility="collapsed")
        for place, label, name, value in (
            (first, "First day of the month", "first", began.first if began else 1),
            (last, "Last day of the month", "last", began.last if began else 5),
        )
    ]
    return lambda: MonthDayCondition(first=int(days[0]), last=int(days[1]))


_PLAIN: Final[Mapping[type, str]] = {
    AccountCondition: "account",
    CurrencyCondition: "currency",
    AmountCondition: "amount",
    DateCondition: "date",
    MonthDayCondition: "day_of_month",
}
_VALUES: Final[Mapping[str, Callable[[str, str, Any], Callable[[], RuleCondition]]]] = {
    **dict.fromkeys([choice for choice in CHOICES if choice.startswith(("memo", "count"))], _text),
    "account": _text,
    "currency": _currency,
    "in": _direction,
    "out": _direction,
    "amount": _amount,
    "date": _dates,
    "day_of_month": _month_days,
}
