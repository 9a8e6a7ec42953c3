"""Both sides of a run in the form that is computed with: integers, parties, prepared text.

Rows are put in one canonical order here, so nothing after this depends on the order they came in.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from engine.errors import InvalidInputError
from engine.matching.hands import ALONE, Hands
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.memo import Memo, read_memos
from engine.matching.normalise import compact, minor_units
from engine.matching.parties import Party, group_parties
from engine.matching.rows import Bill, Payment
from engine.matching.rules import keeps_away, rules_of_lines, set_aside_by_rules
from engine.matching.set_aside import lines_set_aside
from engine.records import MatchingRule, SetAside

UNKNOWN_DAY = 0
"""The ordinal that stands for a date that is not known; real ordinals are positive."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What can be matched. ``bills_of[party]`` lists bill indexes by issue date.

    ``home`` is the accounts' usual currency; ``set_aside`` are lines that pay nothing, which are
    not among ``payments``. ``ruled`` maps payments to the user's own rule that decides about them.
    ``has_guessed_currencies`` says whether the currency of any row was guessed.
    """

    bills: tuple[Bill, ...]
    payments: tuple[Payment, ...]
    parties: tuple[Party, ...]
    bills_of: tuple[tuple[int, ...], ...]
    home: str
    set_aside: tuple[SetAside, ...] = ()
    ruled: Mapping[int, MatchingRule] = field(default_factory=dict)
    has_guessed_currencies: bool = False


def build_ledger(
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    rules: Sequence[MatchingRule] = (),
    ignored: Mapping[str, str] | None = None,
    hands: Hands = ALONE,
) -> Ledger:
    """The rows that have an amount (and, on the bank's side, a date), ready to be compared.

    ``hands`` share the reading of the lines' texts.

    Raises:
        InvalidInputError: two invoices or two bank lines have the same id.
    """
    _refuse_repeated_ids("invoices", [i.invoice_id for i in invoices])
    _refuse_repeated_ids("bank lines", [t.transaction_id for t in lines])
    home = home_currency(lines, invoices)
    currencies = {i.currency for i in invoices} | {t.currency for t in lines}
    is_mixed = len(currencies - {None}) > 1
    parties, party_of = group_parties(invoices)
    bills = sorted(
        (_bill(i, party_of[i.invoice_id], home, is_mixed) for i in invoices if _open(i)),
        key=lambda b: (b.issued, b.due, b.id),
    )
    paying = [t for t in lines if t.amount and t.date]
    memos = read_memos(paying, hands)
    payments = sorted(
        (_payment(t, memo, home, is_mixed) for t, memo in zip(paying, memos, strict=True)),
        key=lambda p: (p.day, p.id),
    )
    by_hand = _ignored(lines, ignored or {})
    decided = rules_of_lines(lines, rules)
    if decided:
        kept_away = {line_id for line_id, rule in decided.items() if keeps_away(rule)}
        payments = [payment for payment in payments if payment.id not in kept_away]
    taken_out = {line_id for found in by_hand for line_id in found.transaction_ids}
    payments = [payment for payment in payments if payment.id not in taken_out]
    decided = {line_id: rule for line_id, rule in decided.items() if line_id not in taken_out}
    aside = (*by_hand, *set_aside_by_rules(decided), *lines_set_aside(payments, bills))
    left_out = {line for pair in aside for line in pair.transaction_ids}
    payments = [payment for payment in payments if payment.id not in left_out]
    bills_of: list[list[int]] = [[] for _ in parties]
    for index, bill in enumerate(bills):
        bills_of[bill.party].append(index)
    own = tuple(map(tuple, bills_of))
    ruled = {n: decided[p.id] for n, p in enumerate(payments) if p.id in decided}
    has_guessed = any(bill.currency_is_guessed for bill in bills) or any(
        payment.currency_is_guessed for payment in payments
    )
    return Ledger(tuple(bills), tuple(payments), parties, own, home, aside, ruled, has_guessed)


def _ignored(lines: Iterable[BankLine], ignored: Mapping[str, str]) -> tuple[SetAside, ...]:
    """The lines that a person took out of matching, each with the person's words."""
    return tuple(
        SetAside(
            kind="ignored",
            transaction_ids=(line.transaction_id,),
            confidence=1.0,
            evidence=ignored[line.transaction_id],
        )
        for line in lines
        if line.transaction_id in ignored
    )


def home_currency(lines: Sequence[BankLine], invoices: Sequence[OpenInvoice]) -> str:
    """The accounts' usual currency: what a row without a currency is taken to be in."""
    counts = Counter(t.currency for t in lines if t.currency)
    counts = counts or Counter(i.currency for i in invoices if i.currency)
    return min(counts, key=lambda code: (-counts[code], code)) if counts else ""


def _open(invoice: OpenInvoice) -> Decimal | None:
    return invoice.amount_due or invoice.total_amount


def effect_of(invoice: OpenInvoice, currency: str) -> int:
    """What settling it does to our account, in minor units; negative when we pay."""
    units = minor_units(_open(invoice) or Decimal(0), currency)
    if invoice.document_type == "credit_note":
        units = -abs(units)
    return -units if invoice.direction == "payable" else units


def _bill(invoice: OpenInvoice, party: int, home: str, is_mixed: bool) -> Bill:
    currency = invoice.currency or home
    terms = invoice.payment_terms
    issued, due = _day(invoice.invoice_date), _day(invoice.due_date)
    effect = effect_of(invoice, currency)
    net = abs(minor_units(invoice.subtotal, currency)) if invoice.subtotal else 0
    return Bill(
        id=invoice.invoice_id,
        effect=effect,
        net=net if 0 < net < abs(effect) else None,
        currency=currency,
        currency_is_guessed=is_mixed and invoice.currency is None,
        issued=issued,
        due=due,
        party=party,
        number=compact(invoice.invoice_number or ""),
        reference=compact(invoice.payment_reference or ""),
        iban=compact(invoice.counterparty_iban or ""),
        discount_percent=terms.discount_percent if terms else None,
        discount_days=terms.discount_days if terms else None,
        source=invoice,
    )


def _payment(line: BankLine, memo: Memo, home: str, is_mixed: bool) -> Payment:
    currency = line.currency or home
    return Payment(
        id=line.transaction_id,
        amount=minor_units(line.amount or Decimal(0), currency),
        currency=currency,
        currency_is_guessed=is_mixed and line.currency is None,
        day=_day(line.date),
        memo=memo,
        source=line,
    )


def _day(day: dt.date | None) -> int:
    return day.toordinal() if day else UNKNOWN_DAY


def _refuse_repeated_ids(what: str, ids: Sequence[str]) -> None:
    repeated = sorted(key for key, count in Counter(ids).items() if count > 1)
    if repeated:
        raise InvalidInputError(
            f"Two {what} have the same id “{repeated[0]}”.", "Give every row an id of its own."
        )
