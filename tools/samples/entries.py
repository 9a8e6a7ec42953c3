"""A line of a bank statement as data, and a group of lines that settles bills."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tools.samples.bills import Bill

AccountName = Literal["main", "second"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One booking. ``amount`` is signed: money out is negative. ``lines`` is what the bank prints.

    ``type`` is one of the transaction types of the records; ``reference`` and ``counterparty`` are
    what a careful reader makes of the lines.
    """

    account: AccountName
    date: dt.date
    amount: Decimal
    lines: tuple[str, ...]
    type: str = "transfer"
    counterparty: str = ""
    reference: str = ""

    @property
    def description(self) -> str:
        """The bank's words in one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Settlement:
    """Bills and the bookings that pay them.

    ``outcome`` says in words what is special about it. ``difference`` is money paid less money
    billed, in the bills' currency, from the payer's view: negative when too little was paid.
    """

    outcome: str
    kind: Literal["one_to_one", "batch", "instalments", "netted"]
    bills: tuple[Bill, ...]
    entries: tuple[Entry, ...]
    settlement: Literal["full", "partial"] = "full"
    difference: Decimal = Decimal("0.00")
    treatment: Literal["fee", "discount", "exchange", "rounding", "open"] | None = None

    @property
    def billed(self) -> Decimal:
        """Sum of the bills, credit notes taken off."""
        return sum((bill.signed_total for bill in self.bills), Decimal("0.00"))
