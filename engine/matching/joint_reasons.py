"""The sentences for one line that many parties' bills make up."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal

from engine.matching.clues import Clues
from engine.matching.explanation import Explanation, Joint
from engine.matching.normalise import money
from engine.matching.printed import printed_counts, printed_gross
from engine.matching.rows import Bill, Payment
from engine.matching.wording import said

_PERCENT = Decimal(10_000)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def joint_sentence(name: str, e: Explanation, joint: Joint, clues: Clues) -> str:
    """What the reason called ``name`` says of the explanation."""
    payment = clues.ledger.payments[e.payments[0]]
    bills = [clues.ledger.bills[b] for b in e.bills]
    makers: dict[str, Callable[[], str]] = {
        "amount": lambda: _amount(e, joint, payment, bills),
        "reference": lambda: _reference(joint, payment, bills),
        "name": lambda: _parties(joint, bills),
        "date": lambda: _date(joint, payment, bills),
        "habit": lambda: _habit(joint, payment),
    }
    return makers[name]()


def _amount(e: Explanation, joint: Joint, payment: Payment, bills: Sequence[Bill]) -> str:
    """The sum, the fee taken off, and whether another set would do."""
    currency = payment.currency
    credits = sum(bill.effect < 0 < payment.amount for bill in bills)
    count = f"{len(bills)} invoice{'s' if len(bills) > 1 else ''}"
    if credits:
        count = f"{len(bills) - credits} invoices and {credits} credit notes"
    paid = said(payment.amount, currency)
    others = "no other set adds up" if not e.rivals else f"{e.rivals} other sets add up too"
    if e.family == "collective":
        total = said(e.settlement.billed, currency)
        but = f", {paid} were paid" if e.settlement.difference else ""
        return f"{count} of {_customers(bills)} parties add up to {total}{but}; {others}"
    beside = _beside(joint, currency)
    as_in = f", as in {joint.alike} other deposits" if joint.alike > 1 else ""
    return (
        f"{count} of {_period(bills)} less {_fee(joint, currency)}{beside}{as_in} are {paid}, "
        f"{said(e.settlement.difference, currency)} in all; {others}"
    )


def _beside(joint: Joint, currency: str) -> str:
    if not joint.beside:
        return ""
    if joint.beside > 0:
        return f" and with {said(joint.beside, currency)} released of what was held back before"
    return f" and {said(joint.beside, currency)} for the payment"


def _fee(joint: Joint, currency: str) -> str:
    percent = f"{(Decimal(joint.percent) / _PERCENT).normalize():f} %"
    if not joint.fixed:
        return percent
    return f"{percent} + {money(round(joint.fixed / 10), currency)} each"


def _period(bills: Sequence[Bill]) -> str:
    """The days of the bills: "3 May", "3 to 9 May", "28 April to 4 May"."""
    days = [bill.reckoned for bill in bills if bill.reckoned]
    if not days:
        return "unknown days"
    first, last = dt.date.fromordinal(min(days)), dt.date.fromordinal(max(days))
    end = f"{last.day} {_MONTHS[last.month - 1]}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {end}"
    return f"{first.day} {_MONTHS[first.month - 1]} to {end}"


def _customers(bills: Sequence[Bill]) -> int:
    return len({bill.party for bill in bills})


def _reference(joint: Joint, payment: Payment, bills: Sequence[Bill]) -> str:
    if joint.listed:
        listed = f"memo lists {joint.listed} of them"
        return listed if joint.listed == joint.items else f"{listed} among {joint.items} things"
    gross = printed_gross(payment)
    if gross is not None:
        return f"memo prints {said(gross, payment.currency)} before fees"
    counts = printed_counts(payment)
    if len(bills) in counts:
        return f"memo counts {len(bills)}"
    return "memo prints other numbers" if counts else "memo names no invoice"


def _parties(joint: Joint, bills: Sequence[Bill]) -> str:
    if joint.listed:
        return f"{_customers(bills)} parties in one line"
    if joint.foreign:
        return f"{joint.foreign} of the invoices are of parties that another payer pays for"
    if joint.known:
        return f"{joint.known} of the invoices are of parties in other lines of this payer"
    return "no other line of this payer is known to pay for these parties"


def _date(joint: Joint, payment: Payment, bills: Sequence[Bill]) -> str:
    gap = payment.day - max(bill.reckoned for bill in bills)
    days = f"{abs(gap)} day{'' if abs(gap) == 1 else 's'} {'after' if gap >= 0 else 'before'}"
    said = ", which the memo names" if joint.is_dated else ""
    left = f"; {joint.left} other invoices of these days are left" if joint.left else ""
    return f"{days} the last of them, {_period(bills[-1:])}{said}{left}"


def _habit(joint: Joint, payment: Payment) -> str:
    word = f"“{joint.word}”" if joint.word else f"account {payment.source.account_number or '?'}"
    return f"one fee explains {joint.alike + 1} of {joint.lines} lines of {word}"
