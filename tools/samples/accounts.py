"""The company's two accounts: what was booked on each, in order, with the running balance."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from tools.samples.entries import AccountName, Entry
from tools.samples.parties import OWN, OWN_SECOND_IBAN


@dataclass(frozen=True, slots=True)
class BankAccount:
    """One account over one statement period. ``entries`` are in booking order."""

    bank_name: str
    iban: str
    bic: str
    period_start: dt.date
    period_end: dt.date
    opening: Decimal
    entries: tuple[Entry, ...]
    holder: str = OWN.name
    currency: str = "EUR"

    @property
    def balances(self) -> tuple[Decimal, ...]:
        """The balance after each entry."""
        amounts = (entry.amount for entry in self.entries)
        return tuple(accumulate(amounts, initial=self.opening))[1:]

    @property
    def closing(self) -> Decimal:
        """The balance at the end of the period."""
        return self.balances[-1]

    @property
    def paid_out(self) -> Decimal:
        """Sum of the debits, positive."""
        return -sum((e.amount for e in self.entries if e.amount < 0), Decimal("0.00"))

    @property
    def paid_in(self) -> Decimal:
        """Sum of the credits."""
        return sum((e.amount for e in self.entries if e.amount > 0), Decimal("0.00"))


def main_account(entries: tuple[Entry, ...]) -> BankAccount:
    """The current account at Shannonvale Bank, August to October 2026."""
    return BankAccount(
        "Shannonvale Bank",
        OWN.iban,
        OWN.bic,
        dt.date(2026, 8, 1),
        dt.date(2026, 10, 31),
        Decimal("18642.37"),
        _booked("main", entries),
    )


def second_account(entries: tuple[Entry, ...]) -> BankAccount:
    """The account at Harrowmere Bank, October 2026."""
    return BankAccount(
        "Harrowmere Bank",
        OWN_SECOND_IBAN,
        "HRWMIE2D",
        dt.date(2026, 10, 1),
        dt.date(2026, 10, 31),
        Decimal("11480.55"),
        _booked("second", entries),
    )


def _booked(account: AccountName, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    own = [entry for entry in entries if entry.account == account]
    return tuple(sorted(own, key=lambda entry: entry.date))
