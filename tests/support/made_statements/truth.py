"""What the reader should find in a made statement: exactly what its pages print."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class TrueRow:
    """One transaction. ``balance`` is None where its row prints none."""

    day: dt.date
    text: str
    amount: Decimal
    balance: Decimal | None = None


@dataclass(frozen=True)
class TrueAccount:
    """One of several accounts; ``title`` is the kind that its section is headed by."""

    number: str
    currency: str
    title: str
    opening: Decimal
    closing: Decimal
    rows: int


@dataclass(frozen=True)
class Truth:
    """Rows in the file's order, and the balances of its first and last account.

    ``agrees`` is False where the printed arithmetic has a fault. ``accounts`` are those of a file
    in several currencies.
    """

    rows: tuple[TrueRow, ...]
    opening: Decimal | None
    closing: Decimal | None
    agrees: bool = True
    accounts: tuple[TrueAccount, ...] = ()


@dataclass(frozen=True)
class Made:
    """A PDF file and its truth."""

    pdf: bytes
    truth: Truth
