"""Files for every pitfall: facts that make it matter, laid out and written."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial

from made_statements.facts import Account, invent, next_period
from made_statements.folders import Folder, invent_checks
from made_statements.lands import LANDS
from made_statements.ledger import Ledger
from made_statements.looks import ONE_COLUMN, PLAIN_COLUMNS, Look
from made_statements.paper import as_pdf
from made_statements.pitfalls import LOOKS, TWO_DATES
from made_statements.truth import Made, Truth


def make(name: str, seed: int) -> Made:
    """The file of the pitfall ``name`` for ``seed``; the same arguments give the same bytes."""
    rng = random.Random(f"{name} {seed}")
    return MAKERS[name](rng)


def _table(rng: random.Random, look: Look) -> Made:
    count = rng.choice((12, 24, 70))
    return _written(rng, look, invent(rng, look.words, count, whole=look.whole))


def _written(rng: random.Random, look: Look, *accounts: Account, agrees: bool = True) -> Made:
    ledger = Ledger(look)
    for account in accounts:
        ledger.account(account)
    opening, closing = accounts[0].opening, accounts[-1].closing
    is_printed = look.opening != "sums"
    truth = Truth(
        tuple(ledger.rows),
        opening if is_printed else None,
        closing if is_printed else None,
        agrees,
    )
    return Made(as_pdf(ledger.sheets, look.ink, rng), truth)


def _new_year(rng: random.Random, look: Look) -> Made:
    first = dt.date(rng.randint(2018, 2024), 12, 16)
    return _written(rng, look, invent(rng, look.words, 30, first=first))


def _two_accounts(rng: random.Random) -> Made:
    look = Look("en")
    return _written(rng, look, *(invent(rng, look.words, 12) for _ in range(2)))


def _two_months(rng: random.Random) -> Made:
    look = Look("de")
    first = invent(rng, look.words, 14)
    return _written(rng, look, first, next_period(rng, look.words, first, 11))


def _nothing(rng: random.Random) -> Made:
    return _written(rng, Look("en"), invent(rng, LANDS["en"], 0))


def _wrong_sum(rng: random.Random) -> Made:
    """One printed amount is not the one that the balances follow."""
    look = Look("en")
    account = invent(rng, look.words, 20)
    entries = list(account.entries)
    place = rng.randint(3, 16)
    entries[place] = replace(entries[place], amount=entries[place].amount - Decimal("13.57"))
    wrong = replace(account, entries=tuple(entries), stated=tuple(account.balances))
    return _written(rng, look, wrong, agrees=False)


def _sections(rng: random.Random, *, checks: int, heads: bool = True) -> Made:
    look = Look("us", dates="month/")
    account = invent(rng, look.words, 40, most_lines=2)
    folder = Folder(look)
    written = invent_checks(rng, account, checks)
    received = [entry for entry in account.entries if entry.amount > 0]
    paid = [entry for entry in account.entries if entry.amount < 0]
    spent = sum((check.amount for check in written), Decimal(0))
    closing = account.closing - spent
    notation = look.notation
    folder.head(
        [
            (account.holder, f"Account number {account.number}"),
            ("9 Example Avenue", f"{notation.full_day(account.first)} through"
             f" {notation.full_day(account.last)}"),
        ],
        [
            ("Beginning balance", notation.balance(account.opening)),
            ("Deposits and additions", notation.size(account.received)),
            ("Checks paid", f"-{notation.size(spent)}"),
            ("Withdrawals and subtractions", f"-{notation.size(account.paid)}"),
            ("Ending balance", notation.balance(closing)),
        ],
    )  # fmt: skip
    folder.section("Deposits and additions", received, notation.size(account.received), heads=heads)
    if written:
        folder.checks("Checks paid", written)
    folder.section("Withdrawals and subtractions", paid, notation.size(account.paid), heads=heads)
    moves = [(e.day, e.amount) for e in account.entries] + [(c.day, -c.amount) for c in written]
    days, balance = {}, account.opening
    for day, amount in sorted(moves):
        balance += amount
        days[day] = balance
    folder.days("Daily ending balance", sorted(days.items()))
    truth = Truth(tuple(folder.rows), account.opening, closing)
    return Made(as_pdf(folder.sheets, look.ink, rng), truth)


def _card(
    rng: random.Random,
    look: Look,
    *,
    posted: bool = False,
    side_by_side: bool = False,
    charged: bool = False,
) -> Made:
    account = invent(
        rng, look.words, 26 if not side_by_side else 40, most_lines=1 if side_by_side else 2
    )
    folder = Folder(look)
    notation = look.notation
    owed = abs(account.opening)
    interest = Decimal(rng.randint(101, 9000)) / 100 if charged else Decimal(0)
    new = owed + account.paid - account.received + interest
    folder.head(
        [
            (account.holder, f"Card number XXXX XXXX XXXX {rng.randint(1000, 9999)}"),
            ("9 Example Avenue", f"Statement period {notation.full_day(account.first)} to"
             f" {notation.full_day(account.last)}"),
        ],
        [
            ("Previous balance", notation.size(owed)),
            ("Credit limit", notation.size(Decimal(500000))),
            ("Minimum payment due", notation.size(Decimal(2500) / 100)),
            ("New balance", notation.amount(new)),
        ],
    )  # fmt: skip
    if side_by_side:
        folder.card_columns(list(account.entries))
    else:
        folder.card_rows(list(account.entries), posted=posted)
    if charged:
        charges = [
            ("Interest charge on purchases", interest),
            ("Interest charge on cash advances", Decimal(0)),
        ]
        folder.charges("Interest charged", charges, account.last)
    truth = Truth(tuple(folder.rows), None, None)
    return Made(as_pdf(folder.sheets, look.ink, rng), truth)


MAKERS: dict[str, Callable[[random.Random], Made]] = {
    **{name: partial(_table, look=look) for name, look in LOOKS.items()},
    **{
        f"language {code}": partial(_table, look=Look(code, dates=dates, columns=columns))
        for code in LANDS
        for dates, columns in (
            (("named" if code not in {"zh", "ja", "us"} else ""), PLAIN_COLUMNS),
        )
    },
    "across new year": partial(_new_year, look=Look(dates="short/")),
    "across new year, newest first": partial(
        _new_year, look=Look(dates="named_short", newest=True, columns=ONE_COLUMN)
    ),
    "across new year, two dates": partial(
        _new_year, look=Look("de", dates="short.", columns=TWO_DATES)
    ),
    "two accounts": _two_accounts,
    "two months": _two_months,
    "no transactions": _nothing,
    "wrong arithmetic": _wrong_sum,
    "sections": partial(_sections, checks=0),
    "sections without heads": partial(_sections, checks=0, heads=False),
    "checks in three columns": partial(_sections, checks=13),
    "card": partial(_card, look=Look("us", sign="minus")),
    "card with CR": partial(_card, look=Look("en", sign="credit_only")),
    "card, two dates": partial(_card, look=Look("us", dates="month/"), posted=True),
    "card with interest at its closing": partial(_card, look=Look("us"), charged=True),
    "card in two columns": partial(_card, look=Look("us", dates="month/"), side_by_side=True),
}
"""Every pitfall by name."""
