"""Processors of many habits: by due date, by month, with tax on the fee, among each other."""

import datetime as dt
import random
from decimal import ROUND_HALF_UP, Decimal

import pytest
from matching_rows import DAY, invoice, line

from engine.matching import MatchOptions, match

CENT = Decimal("0.01")
NAMES = ("KLENTARO", "PAYLINO", "MERKATO")


def customer(processor: int, number: int) -> str:
    names = ("Vondra", "Selmik", "Tarbo", "Quenti", "Ludras", "Mopela")
    return f"{names[number]} {NAMES[processor].title()}"


def books(
    *,
    cut,
    lag: int,
    terms: int = 0,
    basis: str = "issued",
    percent: str = "1.75",
    fixed: str = "0.25",
    vat: str = "0",
    processor: int = 0,
    days: int = 200,
    every: int = 2,
    charge: str = "0",
    reserve: str = "0",
):
    """Bills of a processor's customers and its deposits: each holds the bills up to a cut."""
    draw = random.Random(17 + processor)
    bills, deposits = [], {}
    for n, day in enumerate(range(0, days, every)):
        cents = draw.randrange(2_000, 60_000)
        issued = DAY + dt.timedelta(days=day + draw.randrange(2))
        due = issued + dt.timedelta(days=terms)
        key = f"{processor}-{n:03d}"
        bills.append(
            invoice(
                key,
                str(Decimal(cents) / 100),
                direction="receivable",
                vendor_name="Own Company",
                customer_name=customer(processor, n % 6),
                invoice_date=issued,
                due_date=due,
                invoice_number=f"R{processor}{4100 + 7 * n}",
            )
        )
        end = cut(due if basis == "due" else issued)
        deposits.setdefault(end, []).append((key, Decimal(cents) / 100))
    lines, truth = [], set()
    held: list[Decimal] = []
    for number, (end, paid) in enumerate(sorted(deposits.items())):
        net = -Decimal(charge)
        for _, amount in paid:
            fee = (amount * Decimal(percent) / 100).quantize(CENT, ROUND_HALF_UP) + Decimal(fixed)
            net += amount - (fee * (1 + Decimal(vat))).quantize(CENT, ROUND_HALF_UP)
        back = sum(amount for _, amount in paid) * Decimal(reserve) / 100
        held.append(back.quantize(CENT, ROUND_HALF_UP))
        net += (held[-4] if len(held) > 3 else Decimal(0)) - held[-1]
        memo = f"{NAMES[processor]} X{draw.randrange(10**6)}Q SETTLEMENT"
        after = (end - DAY).days + lag
        lines.append(line(f"{processor}t{number:02d}", str(net), memo, days=after))
        truth.add((tuple(sorted(key for key, _ in paid)), (f"{processor}t{number:02d}",)))
    return bills, lines, truth


def week(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=6 - day.weekday())


def month(day: dt.date) -> dt.date:
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)


def three_days(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=-(day - DAY).days % 3)


def share_found(bills, lines, truth) -> float:
    result = match(bills, lines, MatchOptions())
    found = {(tuple(sorted(m.invoice_ids)), m.transaction_ids) for m in result.matched}
    assert all(key in truth for key in found)
    return len(found & truth) / len(truth)


@pytest.mark.parametrize(
    "habits",
    [
        {"cut": week, "lag": 3, "terms": 14, "basis": "due"},
        {"cut": week, "lag": 2, "terms": 21, "basis": "issued"},
        {"cut": month, "lag": 4, "every": 5, "percent": "2.9"},
        {"cut": week, "lag": 9},
        {"cut": week, "lag": 3, "vat": "0.19"},
        {"cut": week, "lag": 3, "charge": "2.50"},
        {"cut": week, "lag": 3, "percent": "10", "fixed": "0", "reserve": "5"},
        {"cut": three_days, "lag": 2, "percent": "2.0", "fixed": "0.95", "every": 1},
    ],
    ids=[
        "by due date",
        "terms, paid at once",
        "by month",
        "late",
        "tax on the fee",
        "charge for each payment",
        "a reserve held back and released",
        "high fixed",
    ],
)
def test_a_processor_s_habits_are_inferred_from_its_deposits(habits):
    assert share_found(*books(**habits)) >= 0.85


def test_processors_among_each_other_are_told_apart():
    first = books(cut=week, lag=3, processor=0, every=3)
    second = books(cut=three_days, lag=2, processor=1, percent="1.2", fixed="0", every=3)
    later = books(cut=week, lag=4, processor=2, terms=14, basis="due", every=3)
    bills = [*first[0], *second[0], *later[0]]
    lines = [*first[1], *second[1], *later[1]]
    assert share_found(bills, lines, first[2] | second[2] | later[2]) >= 0.8


def test_bills_that_are_paid_alone_are_in_no_deposit():
    bills, lines, truth = books(cut=week, lag=3, processor=0)
    alone = [
        invoice(
            f"a{n}",
            f"{311 + 17 * n}.40",
            direction="receivable",
            customer_name="Brenkamp Orgelbau",
            invoice_number=f"R977{n}",
            invoice_date=DAY + dt.timedelta(days=9 * n),
            due_date=DAY + dt.timedelta(days=9 * n),
        )
        for n in range(12)
    ]
    own = [
        line(f"z{n}", f"{311 + 17 * n}.40", f"BRENKAMP ORGELBAU R977{n}", days=9 * n + 4)
        for n in range(12)
    ]
    truth |= {((f"a{n}",), (f"z{n}",)) for n in range(12)}
    assert share_found([*bills, *alone], [*lines, *own], truth) >= 0.9


def test_a_reserve_that_was_released_is_told_in_the_reasons():
    bills, lines, _ = books(cut=week, lag=3, percent="10", fixed="0", reserve="5")
    found = match(bills, lines, MatchOptions()).matched
    told = [r.evidence for m in found for r in m.reasons if r.name == "amount"]
    assert any("released of what was held back before" in words for words in told)
