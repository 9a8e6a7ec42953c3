"""A rule of the user's own: which bank lines it is about, and what is done with them.

Rules stand in an order and the first that holds for a line decides; the order is the store's.
"""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1, max_length=200)]
MonthDay = Annotated[int, Meta(ge=1, le=31)]
MemoTest = Literal["contains", "starts_with", "matches"]
CounterpartyTest = Literal["is", "contains"]
Difference = Literal["fee", "discount", "withholding_tax", "exchange"]
Period = Literal["day", "week", "month"]


class MemoCondition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="memo"):
    """The bank's words contain, start with, or match ``text``; capitals and accents are alike.

    In a pattern ("matches") ``*`` stands for any characters, also none; all else stands for itself,
    and the pattern has to cover the whole memo.
    """

    test: MemoTest
    text: Text


class CounterpartyCondition(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="counterparty"
):
    """The other party that the statement names is ``text`` (legal forms aside), or contains it."""

    test: CounterpartyTest
    text: Text


class AccountCondition(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="account"
):
    """The line is of the own account with this number, or whose number ends so."""

    text: Text


class CurrencyCondition(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="currency"
):
    """The line is in this currency."""

    code: Annotated[str, Meta(pattern="^[A-Z]{3}$")]


class DirectionCondition(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="direction"
):
    """Money comes in, or goes out."""

    way: Literal["in", "out"]


class AmountCondition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="amount"):
    """The amount without its sign is from ``least`` to ``most``; None leaves a side open."""

    least: Decimal | None = None
    most: Decimal | None = None


class DateCondition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="date"):
    """The line is booked from ``first`` to ``last``, both included; None leaves a side open."""

    first: dt.date | None = None
    last: dt.date | None = None


class MonthDayCondition(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="day_of_month"
):
    """The day of the month is from ``first`` to ``last``; 28 to 3 goes over the end of a month."""

    first: MonthDay
    last: MonthDay


RuleCondition: TypeAlias = (
    MemoCondition
    | CounterpartyCondition
    | AccountCondition
    | CurrencyCondition
    | DirectionCondition
    | AmountCondition
    | DateCondition
    | MonthDayCondition
)


class SetAsideTreatment(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="set_aside"
):
    """The lines pay no invoice; ``label`` says what they are: a bank fee, tax, a salary."""

    label: Annotated[str, Meta(min_length=1, max_length=60)]


class PartyTreatment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="party"):
    """The lines are this counterparty's, whatever they say."""

    name: Text


class ToleranceTreatment(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="tolerance"
):
    """A difference up to ``amount`` or ``percent`` of the invoice, the larger, is ``difference``.

    ``amount`` is in the line's currency; ``percent`` is from 0 to 50.
    """

    difference: Difference
    amount: Decimal | None = None
    percent: Decimal | None = None


class GroupTreatment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="group"):
    """Each line pays all invoices of one day, week or month, less a fee of at most so much.

    ``party`` is the counterparty whose invoices are added up, None for those of all;
    ``fee_percent`` is from 0 to 50.
    """

    by: Period
    fee_percent: Decimal = Decimal(0)
    party: Text | None = None


class NeverTreatment(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="never"):
    """The lines are never matched: not with invoices of ``party``, or, where None, with any."""

    party: Text | None = None


RuleTreatment: TypeAlias = (
    SetAsideTreatment | PartyTreatment | ToleranceTreatment | GroupTreatment | NeverTreatment
)


class MatchingRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named rule: all ``conditions`` must hold. ``rule_id`` is empty until it is stored."""

    name: Annotated[str, Meta(min_length=1, max_length=80)]
    conditions: Annotated[tuple[RuleCondition, ...], Meta(min_length=1, max_length=20)]
    treatment: RuleTreatment
    is_enabled: bool = True
    rule_id: str = ""
