"""What stands on the pages that are made of a bank file, and where on them each value is."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.ledger import BankFile, Entry, Ledger
from engine.reading.listing import Listing, fact_place, row_place
from engine.records.provenance import BBox

_COLUMNS: Final = {"date": 1, "value_date": 2, "description": 3, "amount": 4, "balance": 5}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages; ``names`` are the header fields of the facts, in their order.

    With several accounts a heading stands above the rows of each: ``headings`` is 1 then, else 0.
    """

    listing: Listing
    names: tuple[str | None, ...]
    headings: int
    entries_total: int

    def page_of(self, number: int, account: int) -> int:
        """The page (1-based) of an entry (0-based) of an account (0-based)."""
        return row_place(len(self.names), self._row(number, account))[0]

    def place_of(self, name: str, number: int, account: int) -> tuple[int, BBox]:
        """Page and box of one value of an entry."""
        return row_place(len(self.names), self._row(number, account), _COLUMNS[name])

    def facts_places(self) -> dict[str, tuple[int, BBox, str]]:
        """Page, box and text of the header's fields."""
        places = {}
        for index, name in enumerate(self.names):
            place = fact_place(index)
            if name is not None and place is not None:
                places[name] = (*place, self.listing.facts[index][1])
        return places

    def _row(self, number: int, account: int) -> int:
        return number + (account + 1) * self.headings


def sheet_of(file: BankFile, ledgers: Sequence[Ledger], file_name: str) -> Sheet:
    """The pages of ``file``, whose accounts are ``ledgers``."""
    several = len(ledgers) > 1
    facts = _facts(file, ledgers)
    rows: list[tuple[str, ...]] = []
    number = 0
    for ledger in ledgers:
        if several:
            rows.append((_heading(ledger),))
        for entry in ledger.entries:
            number += 1
            rows.append(_row(number, entry))
    listing = Listing(
        file_name or f"{file.format_name} file",
        f"Made from a {file.format_name} file, which has no pages of its own.",
        tuple((label, value) for _, label, value in facts),
        rows,
    )
    return Sheet(listing, tuple(name for name, _, _ in facts), int(several), number)


def _facts(file: BankFile, ledgers: Sequence[Ledger]) -> list[tuple[str | None, str, str]]:
    facts: list[tuple[str | None, str, str | None]] = [(None, "Format", file.format_name)]
    if len(ledgers) != 1:
        codes = Counter(ledger.currency for ledger in ledgers if ledger.currency)
        most = next((code for code, _ in codes.most_common(1)), None)
        facts.append((None, "Accounts", str(len(ledgers))))
        facts.append(("currency", "Currency" if len(codes) < 2 else "Usual currency", most))
        return [(name, label, value) for name, label, value in facts if value]
    ledger = ledgers[0]
    facts += [
        ("bank_name", "Bank", ledger.bank_name),
        ("account_number", "Account", ledger.account_number),
        ("account_name", "Account holder", ledger.account_name),
        ("currency", "Currency", ledger.currency),
        ("statement_period_start", "From", _day(ledger.start)),
        ("statement_period_end", "To", _day(ledger.end)),
        ("opening_balance", "Opening balance", _money(ledger.opening)),
        ("closing_balance", "Closing balance", _money(ledger.closing)),
        ("total_debits", "Total debits", _money(ledger.total_debits)),
        ("total_credits", "Total credits", _money(ledger.total_credits)),
    ]
    return [(name, label, value) for name, label, value in facts if value]


def _heading(ledger: Ledger) -> str:
    parts = [
        f"Account {ledger.account_number or 'without a number'}",
        ledger.currency or "",
        f"{_day(ledger.start)} – {_day(ledger.end)}" if ledger.start and ledger.end else "",
        f"opening {_money(ledger.opening)}" if ledger.opening is not None else "",
        f"closing {_money(ledger.closing)}" if ledger.closing is not None else "",
    ]
    return " · ".join(part for part in parts if part)


def _row(number: int, entry: Entry) -> tuple[str, ...]:
    return (
        str(number),
        _day(entry.date),
        _day(entry.value_date),
        entry.description,
        _money(entry.amount),
        _money(entry.balance),
    )


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def _money(amount: Decimal | None) -> str:
    if amount is None:
        return ""
    cents = amount.quantize(Decimal("0.01"))
    return f"{cents if cents == amount else amount.normalize():,f}"
