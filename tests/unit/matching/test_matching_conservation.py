"""Whole ledgers: what is matched and what stays open add up to all there was, on both sides."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from matching_rows import DAY, invoice, line

from engine.matching import MatchOptions, match

NAMES = ("Acme Tools Ltd", "Omega Print GmbH", "Brightwater Logistics SA")
CENT = Decimal("0.01")

cents = st.integers(5_00, 4_000_00)
ways = st.sampled_from(
    ("exact", "part", "parts", "over", "fee", "discount", "netted", "with the next", "nothing")
)
deals = st.tuples(
    st.integers(0, 2),
    cents,
    st.integers(0, 150),
    ways,
    st.sampled_from(("EUR", "USD")),
    st.booleans(),
)


def money(units: int) -> str:
    return str(Decimal(units) / 100)


@st.composite
def ledgers(draw):
    """Bills we owe and bills owed to us in two currencies, paid in all ways or not at all."""
    invoices, lines, before = [], [], {}
    for n, (party, owed, day, way, currency, is_ours) in enumerate(
        draw(st.lists(deals, min_size=1, max_size=14))
    ):
        sign = 1 if is_ours else -1
        whose = {"direction": "receivable", "customer_name": NAMES[party]} if is_ours else {}
        issued = DAY + dt.timedelta(days=day)
        values = {
            "vendor_name": "Own Company" if is_ours else NAMES[party],
            "currency": currency,
            "invoice_date": issued,
            "due_date": issued + dt.timedelta(days=30),
            **whose,
        }
        number = f"INV-{51000 + 41 * n}"
        invoices.append(invoice(f"b{n:02d}", money(owed), invoice_number=number, **values))
        paid = {"fee": owed - 15_00 * sign, "discount": owed * 98 // 100, "over": owed + 7_77}
        whole = [paid.get(way, owed)]
        if way == "nothing":
            continue
        if way in ("part", "parts"):
            whole = [owed // 3] if way == "part" else [owed // 2, owed - owed // 2]
        memo = f"{NAMES[party]} {number}"
        if way == "netted":
            credit = max(1, owed // 4)
            invoices.append(
                invoice(
                    f"c{n:02d}",
                    money(credit),
                    document_type="credit_note",
                    invoice_number=f"CN-{71000 + n}",
                    **values,
                )
            )
            whole, memo = [owed - credit], f"{memo} CN-{71000 + n}"
        key = (party, currency, sign)
        if way == "with the next":
            before[key] = (owed, memo)
            continue
        more, said = before.pop(key, (0, ""))
        whole[0] += more
        lines += [
            line(
                f"p{n:02d}{k}",
                money(sign * amount),
                f"{memo} {said}".strip(),
                currency=currency,
                days=day + 28 + 30 * k,
            )
            for k, amount in enumerate(whole)
            if amount > 0
        ]
    return invoices, lines


def effect(bill) -> Decimal:
    """What settling the invoice does to our account."""
    amount = -bill.total_amount if bill.document_type == "credit_note" else bill.total_amount
    return amount if bill.direction == "receivable" else -amount


def is_part(rest: Decimal, whole: Decimal) -> bool:
    """Whether what is left of an amount has its sign and is no more than it."""
    return rest == 0 or (rest * whole > 0 and abs(rest) <= abs(whole))


@settings(max_examples=60, deadline=None)
@given(ledgers(), st.sampled_from((0.05, 0.55)))
def test_no_cent_is_created_or_lost(rows, suggest_from):
    invoices, lines = rows
    result = match(invoices, lines, MatchOptions(suggest_from=suggest_from))
    settled: dict[str, Decimal] = defaultdict(Decimal)
    treated: dict[str, Decimal] = defaultdict(Decimal)
    spent: dict[str, Decimal] = defaultdict(Decimal)
    for found in (*result.matched, *result.partial):
        for part in found.allocations:
            settled[part.invoice_id] += part.amount
            treated[part.invoice_id] += part.treated
            spent[part.transaction_id] += part.amount
    for currency in ("EUR", "USD"):
        bills = [bill for bill in invoices if bill.currency == currency]
        paying = [row for row in lines if row.currency == currency]
        open_ = {
            b.invoice_id: effect(b) - settled[b.invoice_id] - treated[b.invoice_id] for b in bills
        }
        left = {row.transaction_id: row.amount - spent[row.transaction_id] for row in paying}
        matched = sum((settled[bill.invoice_id] for bill in bills), Decimal(0))
        assert matched == sum((spent[row.transaction_id] for row in paying), Decimal(0))
        assert matched + sum(treated[b.invoice_id] for b in bills) + sum(open_.values()) == sum(
            map(effect, bills)
        )
        assert matched + sum(left.values()) == sum(row.amount for row in paying)
        assert all(is_part(open_[bill.invoice_id], effect(bill)) for bill in bills)
        assert all(is_part(left[row.transaction_id], row.amount) for row in paying)


@settings(max_examples=40, deadline=None)
@given(ledgers())
def test_what_no_match_holds_is_untouched_and_listed_once(rows):
    invoices, lines = rows
    result = match(invoices, lines, MatchOptions(suggest_from=0.05))
    held = [part for m in (*result.matched, *result.partial) for part in m.allocations]
    touched = {part.invoice_id for part in held} | {part.transaction_id for part in held}
    assert touched.isdisjoint(result.unmatched.invoices)
    assert touched.isdisjoint(result.unmatched.bank_transactions)
    assert len(set(result.unmatched.invoices)) == len(result.unmatched.invoices)
    everything = {i.invoice_id for i in invoices} | {t.transaction_id for t in lines}
    assert touched | {*result.unmatched.invoices, *result.unmatched.bank_transactions} == everything
