"""What an invented statement is about: one account's movements in a period, free of any layout."""

import datetime as dt
import random
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from made_statements.lands import Land


@dataclass(frozen=True)
class Entry:
    """One movement: ``lines`` is its text as the bank prints it, ``amount`` is signed."""

    day: dt.date
    value_day: dt.date
    lines: tuple[str, ...]
    amount: Decimal


@dataclass(frozen=True)
class Account:
    """One account in one period; ``entries`` are in order of time.

    ``stated`` are the printed balances where they do not follow from the entries.
    """

    number: str
    holder: str
    opening: Decimal
    first: dt.date
    last: dt.date
    entries: tuple[Entry, ...]
    stated: tuple[Decimal, ...] = ()

    @property
    def balances(self) -> list[Decimal]:
        """The balance after each entry, as printed."""
        return (
            list(self.stated)
            or list(accumulate((e.amount for e in self.entries), initial=self.opening))[1:]
        )

    @property
    def closing(self) -> Decimal:
        """The balance after the last entry."""
        return self.balances[-1] if self.entries else self.opening

    @property
    def paid(self) -> Decimal:
        """The sum of what went out, positive."""
        return -sum((e.amount for e in self.entries if e.amount < 0), Decimal(0))

    @property
    def received(self) -> Decimal:
        """The sum of what came in."""
        return sum((e.amount for e in self.entries if e.amount > 0), Decimal(0))


def invent(
    rng: random.Random,
    land: Land,
    count: int,
    *,
    first: dt.date | None = None,
    days: int = 29,
    most: int = 900_000,
    most_lines: int = 3,
    whole: bool = False,
) -> Account:
    """An account with ``count`` movements of at most ``most`` cents.

    ``whole``: amounts have no cents.
    """
    first = first or dt.date(rng.randint(2018, 2024), rng.randint(1, 12), 1)
    offsets = sorted(rng.randint(0, days) for _ in range(count))
    entries = []
    for offset in offsets:
        day = first + dt.timedelta(days=offset)
        paid = rng.random() < 0.65
        amount = _amount(rng, most if not paid else most // 4, whole)
        entries.append(
            Entry(
                day,
                day + dt.timedelta(days=rng.choice((0, 0, 0, 1, 2))),
                memo(rng, land, most_lines),
                -amount if paid else amount,
            )
        )
    number = f"{rng.randint(10, 99)} {rng.randint(1000, 9999)} {rng.randint(1000, 9999)}"
    opening = _amount(rng, most, whole)
    last = first + dt.timedelta(days=days)
    return Account(number, rng.choice(land.holders), opening, first, last, tuple(entries))


def memo(rng: random.Random, land: Land, most_lines: int) -> tuple[str, ...]:
    """A text such as banks print, in one or more lines."""
    parts = [f"{rng.choice(land.kinds)} {rng.choice(land.payees)}"]
    more = (
        f"REF {rng.randint(10**7, 10**8)}",
        f"{rng.choice(land.payees)} {rng.randint(1, 99)}/{rng.randint(1, 12)}",
        f"ID {rng.randint(1000, 9999)}-{rng.choice('ABCXYZ')} {rng.choice(land.payees)}",
        f"{rng.choice(land.kinds)} no. {rng.randint(100, 999)}",
    )
    parts += rng.sample(more, rng.randint(0, most_lines - 1))
    return tuple(parts)


def next_period(rng: random.Random, land: Land, account: Account, count: int) -> Account:
    """The same account in the period after ``account``'s."""
    follower = invent(rng, land, count, first=account.last + dt.timedelta(days=1))
    return replace(follower, number=account.number, holder=account.holder, opening=account.closing)


def _amount(rng: random.Random, most: int, whole: bool) -> Decimal:
    size = rng.choice((most // 100, most // 10, most))
    if whole:
        return Decimal(rng.randint(1, max(1, size // 10)) * 10)
    return Decimal(rng.randint(100, max(200, size))) / 100
