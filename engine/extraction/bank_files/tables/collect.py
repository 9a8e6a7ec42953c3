"""Rows of a table sorted by the account and currency that they are of."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from engine.extraction.bank_files.ledger import Entry
from engine.extraction.bank_files.tables.balance_rows import (
    TURNOVERS,
    balance_named,
    begins_with_balance,
)
from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.bank_files.tables.rows import RowReader
from engine.extraction.phrases import plain
from engine.extraction.statements.labels import figure_of
from engine.records import ColumnPlan

_UNSIGNED: Final = 0.5
_SHORT: Final = 26
_DAY_ABOVE: Final = 0.93
_NOT_BOOKED: Final = "The file marks this as pending."
_NO_SIGN: Final = "The file does not say whether this came in or went out."


@dataclass(slots=True)
class Account:
    """One account's rows on the way."""

    number: str | None
    currency: str | None
    entries: list[Entry] = field(default_factory=list)
    opening: Decimal | None = None
    closing: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a plan's columns and its dates are, 0..1."""

    columns: float
    days: float


class RowCollector:
    """Takes records one by one and sorts their movements by account and currency."""

    def __init__(
        self, plan: ColumnPlan, rows: RowReader, certainty: Certainty, is_grouped: bool
    ) -> None:
        self._plan = plan
        self._rows = rows
        self._certainty = certainty
        self._accounts: dict[tuple[str, str], Account] = {}
        self._last_day: dt.date | None = None
        self._last_account: Account | None = None
        self._is_grouped = is_grouped
        self._void = 0
        self._undated = 0
        self._without_amount = 0

    @property
    def accounts(self) -> list[Account]:
        """The accounts in the file's order; one without rows when there are none."""
        return list(self._accounts.values()) or [Account(None, None)]

    @property
    def is_single(self) -> bool:
        """Whether all rows are of one account."""
        return len(self._accounts) <= 1

    def take(self, record: Record) -> bool:
        """Whether ``record`` is a row of the table; it is kept then."""
        rows = self._rows
        day = rows.day(record, "date") or rows.day(record, "value_date")
        amount = rows.amount(record)
        words = rows.description(record)
        days = self._certainty.days
        if day is None and self._is_grouped and amount is not None and not _is_sum(record, words):
            day, days = self._last_day, min(days, _DAY_ABOVE)
        if day is None:
            return self._take_undated(record)
        self._last_day = day
        if amount is None:
            return self._take_without_amount(record, words)
        if self._take_balance_row(record, amount.value, words):
            return True
        if rows.state(record) == "void":
            self._void += 1
            return True
        account = self._account(record, amount.currency)
        checks = [_NOT_BOOKED] if rows.state(record) == "pending" else []
        certainty = self._certainty.columns
        if not amount.is_signed:
            checks.append(_NO_SIGN)
            certainty = min(certainty, _UNSIGNED)
        account.entries.append(
            Entry(
                date=day,
                value_date=rows.day(record, "value_date"),
                amount=amount.value,
                description=words,
                balance=rows.balance(record),
                currency=account.currency or amount.currency,
                reference=rows.reference(record),
                counterparty=rows.counterparty(record),
                written=amount.written,
                note=amount.note,
                checks=tuple(checks),
                certainty=certainty,
                day_certainty=days,
            )
        )
        self._last_account = account
        return True

    def warnings(self) -> Iterable[str]:
        """Sentences about rows that were left out."""
        if self._void:
            yield f"{self._void} rows that the file marks as reverted or declined are left out."
        if self._without_amount:
            yield f"{self._without_amount} rows with a date but without an amount are left out."
        if self._undated:
            yield f"{self._undated} rows with an amount but without a date are left out."

    def _account(self, record: Record, currency: str | None) -> Account:
        number = self._rows.cell(record, "account")
        code = self._rows.cell(record, "currency").upper()
        account = self._accounts.get((number, code))
        if account is None:
            account = Account(number or None, code or currency)
            self._accounts[(number, code)] = account
        return account

    def _take_undated(self, record: Record) -> bool:
        """A row without a day: words that go on, a sum, or something around the table."""
        rows, last = self._rows, self._last_account
        amount, words = rows.amount(record), rows.description(record)
        if amount is None:
            is_more = bool(words) and last is not None and _is_only_words(record, self._plan)
            if is_more and last is not None and last.entries:
                entry = last.entries[-1]
                last.entries[-1] = replace(entry, description=f"{entry.description} {words}")
            return is_more
        if words and amount.value and not _is_sum(record, words) and last is not None:
            self._undated += 1
        return False

    def _take_balance_row(self, record: Record, value: Decimal, words: str) -> bool:
        """Whether a row with a day gives nothing but a balance in its column of amounts."""
        if len(words) <= _SHORT and any(plain(words).startswith(word) for word in TURNOVERS):
            return True
        figure = balance_named(record, self._plan, words)
        if figure is None:
            return False
        account = self._last_account or self._account(record, None)
        balance = self._rows.balance(record)
        told = value if balance is None else balance
        if figure == "opening" or not account.entries:
            account.opening = told if account.opening is None else account.opening
        else:
            account.closing = told
        return True

    def _take_without_amount(self, record: Record, words: str) -> bool:
        balance = self._rows.balance(record)
        figure = figure_of(words)
        if balance is not None and figure in {"opening", "closing", "carried", "dated"}:
            account = self._last_account or self._account(record, None)
            if figure == "opening" or not account.entries:
                account.opening = balance
            elif figure == "closing":
                account.closing = balance
            return True
        if begins_with_balance(record):
            return False
        self._without_amount += 1
        return True


def has_days_once(records: Sequence[Record], rows: RowReader) -> bool:
    """Whether a day stands only in the first of its rows, as in some printed lists."""
    dated = undated = 0
    for record in records:
        if rows.amount(record) is None:
            continue
        words = rows.description(record)
        if rows.day(record, "date") is not None:
            dated += 1
        elif words and dated and not rows.cell(record, "date") and not _is_sum(record, words):
            undated += 1
    return undated > 1 and undated * 8 > dated


def _is_sum(record: Record, words: str) -> bool:
    """Whether a row is about the account rather than a movement."""
    first = next((cell for cell in record if cell.strip()), "")
    return figure_of(words) is not None or figure_of(first) is not None


def _is_only_words(record: Record, plan: ColumnPlan) -> bool:
    """Whether only columns of words are filled, and the row is as wide as the table."""
    filled = [i for i, cell in enumerate(record) if cell.strip()]
    return (
        len(record) > 1
        and all(
            i < len(plan.roles) and plan.roles[i] in {"description", "counterparty"} for i in filled
        )
        and not any(plan.roles[i] == "other" for i in filled)
        and 0 not in filled
    )
