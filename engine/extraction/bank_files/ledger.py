"""What every structured bank file comes down to: ledgers of accounts, with their entries.

A reader of a format fills these in with what the file states and leaves the rest None.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.records import ColumnPlan
from engine.records.bank import TransactionType

STATED: Final = 0.99
"""How sure a value is that a format names as what it is."""

LARGEST: Final = Decimal("9999999999999999.99")
"""What a money column can hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One movement: credits are positive, debits negative.

    Attributes:
        date: The day that the file gives it first.
        amount: Signed; None when it cannot be told.
        description: The bank's words.
        value_date: The day that counts for interest.
        balance: The running balance after it, where the file gives one.
        currency: ISO code, where the entry gives one of its own.
        reference: What the other side or the bank calls it.
        counterparty: The other side's name, where the format has a place for it.
        type: None leaves it to the words of the description.
        written: The amount as the file writes it.
        note: What was done to come from what is written to the amount, if anything.
        checks: Sentences about what is doubtful.
        certainty: 0..1, that the amount and its sign are right, before any arithmetic.
        day_certainty: 0..1, that the date is right.
    """

    date: dt.date | None
    amount: Decimal | None
    description: str = ""
    value_date: dt.date | None = None
    balance: Decimal | None = None
    currency: str | None = None
    reference: str | None = None
    counterparty: str | None = None
    type: TransactionType | None = None
    written: str = ""
    note: str | None = None
    checks: tuple[str, ...] = ()
    certainty: float = STATED
    day_certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Ledger:
    """One account and one stretch of time; ``total_debits`` is given as a positive sum."""

    entries: tuple[Entry, ...] = ()
    account_number: str | None = None
    iban: str | None = None
    account_name: str | None = None
    account_type: str | None = None
    bank_name: str | None = None
    currency: str | None = None
    is_card: bool = False
    start: dt.date | None = None
    end: dt.date | None = None
    opening: Decimal | None = None
    closing: Decimal | None = None
    total_debits: Decimal | None = None
    total_credits: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BankFile:
    """Everything that a file says.

    ``format_name`` is what people call the format; ``plan`` says how a table's columns were read;
    ``warnings`` are sentences about what was left out.
    """

    format_name: str
    ledgers: tuple[Ledger, ...]
    warnings: tuple[str, ...] = ()
    plan: ColumnPlan | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the file's order."""
        return tuple(entry for ledger in self.ledgers for entry in ledger.entries)


class UnreadableBankFileError(ValueError):
    """The file is of the format that its first bytes promise, but says nothing that can be read.

    The message is a clause that says why.
    """
