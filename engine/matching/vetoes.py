"""Why bills and bank lines cannot settle each other, or were never looked at together.

A run leaves such pairs out without a word. Whoever asks about one is told each obstacle.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from engine.matching.clues import Clues
from engine.matching.exchange import Exchange
from engine.matching.ledger import Ledger
from engine.matching.options import MatchOptions
from engine.matching.rows import Bill, Payment
from engine.matching.rule_parties import permits
from engine.matching.short_batches import settle_sum
from engine.matching.treatment import settle
from engine.matching.windows import EARLY_DAYS
from engine.matching.wording import said

VetoName = Literal[
    "rejected", "set_aside", "incomplete", "rule", "direction", "rate", "amount", "time", "kind",
    "party", "search",
]  # fmt: skip
"""What stands in the way, the surest first.

``rejected``: a person said no. ``set_aside``: the line pays nothing. ``incomplete``: an amount or a
date is not known. ``rule``: a rule of the user's own. ``direction``: money in for a bill that we
owe, or out for one that is owed to us. ``rate``: no exchange rate, or one too far from the month's.
``amount``: no treatment explains the difference. ``time``: too early or too late. ``kind``: several
bills by several lines. ``party``: bills of several parties that no list, day or fee holds together.
``search``: nothing leads from the line to the bill.
"""


class Veto(NamedTuple):
    """One obstacle, and the sentence that says it."""

    name: VetoName
    evidence: str


def vetoes_of(
    clues: Clues, exchange: Exchange, bills: Sequence[int], payments: Sequence[int]
) -> tuple[Veto, ...]:
    """What keeps these bills and lines of the ledger apart; none where they may be matched."""
    ledger = clues.ledger
    found: list[Veto] = []
    for payment in payments:
        line = ledger.payments[payment]
        for bill in bills:
            found.extend(_of_pair(clues, bill, payment))
        total = sum(ledger.bills[bill].effect for bill in bills)
        if total * line.amount < 0:
            found.append(_direction(ledger, bills, line))
    if not any(veto.name == "direction" for veto in found):
        found.extend(_of_amounts(ledger, exchange, bills, payments))
    found.extend(_of_kind(ledger, bills, payments))
    return tuple(dict.fromkeys(found))


def vetoes_of_rows(
    ledger: Ledger,
    options: MatchOptions,
    invoice_ids: Sequence[str],
    transaction_ids: Sequence[str],
) -> tuple[Veto, ...]:
    """What keeps rows out that the ledger may not hold: rejected, set aside, without an amount."""
    found: list[Veto] = []
    if (tuple(sorted(invoice_ids)), tuple(sorted(transaction_ids))) in options.rejected:
        found.append(Veto("rejected", "a person rejected this match; it is not proposed again"))
    asked = set(transaction_ids)
    aside = [pair for pair in ledger.set_aside if not asked.isdisjoint(pair.transaction_ids)]
    found.extend(Veto("set_aside", pair.evidence) for pair in aside)
    known = {payment.id for payment in ledger.payments}
    known.update(line for pair in aside for line in pair.transaction_ids)
    bills = {bill.id for bill in ledger.bills}
    for invoice_id in invoice_ids:
        if invoice_id not in bills:
            found.append(Veto("incomplete", f"{invoice_id} has no amount that can be paid"))
    for line_id in transaction_ids:
        if line_id not in known:
            found.append(Veto("incomplete", f"{line_id} has no amount or no date"))
    return tuple(found)


def not_searched(clues: Clues, bills: Sequence[int], payments: Sequence[int]) -> Veto:
    """Why no search led from the lines to the bills, which nothing forbids."""
    payment, bill = payments[0], bills[0]
    line, record = clues.ledger.payments[payment], clues.ledger.bills[bill]
    if len(bills) > 1 or len(payments) > 1:
        return Veto("search", "other sets of these records add up by a surer way of searching")
    own = record.source.counterparty or "the invoice's party"
    if clues.name_of(payment, record.party) or clues.quote(payment, bill):
        return Veto(
            "search",
            f"the line speaks of {own}, but other open invoices are nearer in amount and due date",
        )
    return Veto(
        "search",
        f"nothing leads from the line to the invoice: {said(line.amount, line.currency)} is not "
        f"its amount, and the memo names neither {own} nor its number",
    )


def _of_pair(clues: Clues, bill: int, payment: int) -> Iterator[Veto]:
    ledger = clues.ledger
    record, line = ledger.bills[bill], ledger.payments[payment]
    if not permits(clues, payment, bill):
        rule = ledger.ruled[payment].name
        yield Veto("rule", f"rule “{rule}” gives the line to another party, or never to this one")
    late = clues.window_days
    last = max(record.due, record.issued) + late
    if record.issued and line.day < record.issued - EARLY_DAYS:
        days = record.issued - line.day
        yield Veto(
            "time",
            f"paid on {_day(line.day)}, {days} days before the invoice of {_day(record.issued)}; "
            f"advances are looked for up to {EARLY_DAYS} days before",
        )
    elif record.reckoned and line.day > last:
        days = line.day - record.reckoned
        yield Veto(
            "time",
            f"paid on {_day(line.day)}, {days} days after {_day(record.reckoned)}; "
            f"the window ends {late} days after",
        )


def _direction(ledger: Ledger, bills: Sequence[int], line: Payment) -> Veto:
    way = "comes in" if line.amount > 0 else "goes out"
    whom = "to us" if line.amount < 0 else "by us"
    what = "the invoices are" if len(bills) > 1 else "the invoice is"
    if ledger.bills[bills[0]].source.document_type == "credit_note" and len(bills) == 1:
        what = "the credit note is"
    return Veto("direction", f"{said(line.amount, line.currency)} {way}, but {what} owed {whom}")


def _of_amounts(
    ledger: Ledger, exchange: Exchange, bills: Sequence[int], payments: Sequence[int]
) -> Iterator[Veto]:
    """Rates and differences that no treatment explains."""
    records = [ledger.bills[bill] for bill in bills]
    lines = [ledger.payments[payment] for payment in payments]
    currencies = {bill.currency for bill in records} | {line.currency for line in lines}
    if len(currencies) > 1 and len(records) + len(lines) > 2:
        yield Veto("rate", "sets are looked for in one currency only")
    elif len(records) == 1 and len(lines) == 1:
        if settle(records[0], lines[0], exchange) is None:
            yield _unsettled(records[0], lines[0], exchange)
    elif len(lines) == 1 and len(records) > 1:
        billed, paid = sum(bill.effect for bill in records), lines[0].amount
        if billed != paid and settle_sum(records, lines[0]) is None:
            gap, currency = said(paid - billed, lines[0].currency), lines[0].currency
            how = "more" if abs(paid) > abs(billed) else "less"
            yield Veto(
                "amount",
                f"together they are {said(billed, currency)}; {said(paid, currency)} is {gap} "
                f"{how}, which is no usual fee, discount or tax",
            )
    elif len(records) == 1:
        billed, paid = records[0].effect, sum(line.amount for line in lines)
        if abs(paid) > abs(billed):
            currency = lines[0].currency
            yield Veto(
                "amount",
                f"the lines add up to {said(paid, currency)}, more than {said(billed, currency)}",
            )


def _unsettled(bill: Bill, line: Payment, exchange: Exchange) -> Veto:
    """Why one bill and one line of the same direction do not meet."""
    paid, billed = said(line.amount, line.currency), said(bill.effect, bill.currency)
    if bill.currency == line.currency:
        return Veto("amount", f"{paid} is three times {billed} or more")
    converted = exchange.convert(bill.effect, bill.currency, line.currency, line.day)
    if converted is None:
        return Veto(
            "rate",
            f"no exchange rate from {bill.currency} to {line.currency} is known for "
            f"{_day(line.day)}, so {billed} and {paid} cannot be compared",
        )
    off = 100 * (abs(line.amount) - abs(converted)) / max(1, abs(converted))
    return Veto(
        "rate",
        f"{billed} is {said(converted, line.currency)} at the month's rate; {paid} is "
        f"{abs(off):.0f} % {'more' if off > 0 else 'less'}, too far from any rate of the day",
    )


def _of_kind(ledger: Ledger, bills: Sequence[int], payments: Sequence[int]) -> Iterator[Veto]:
    parties = {ledger.bills[bill].party for bill in bills}
    if len(bills) > 1 and len(payments) > 1:
        yield Veto("kind", "several invoices by several lines are put together by people only")
    elif len(parties) > 1:
        yield Veto(
            "party",
            f"the invoices are of {len(parties)} parties; such sums are looked for only where the "
            "line lists them, names their day or a processor's fee explains them",
        )


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()
