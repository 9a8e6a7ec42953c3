"""From the bytes of a table file to its accounts, by a guessed, remembered or given plan."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

import msgspec

from engine.extraction.bank_files.ledger import BankFile, Entry, Ledger, UnreadableBankFileError
from engine.extraction.bank_files.tables.facts import Facts, facts_of
from engine.extraction.bank_files.tables.grid import Grid, Record, grid_of
from engine.extraction.bank_files.tables.guess import Guess, guess_plan
from engine.extraction.bank_files.tables.layout import Layout, layout_of, layout_with
from engine.extraction.bank_files.tables.profile import movements_of
from engine.extraction.bank_files.tables.rows import RowReader
from engine.extraction.currencies import currency_of
from engine.extraction.statements.labels import figure_of
from engine.extraction.statements.solving.chain import follow
from engine.reading import bank_sniff
from engine.records import ColumnPlan

_GIVEN: Final = 0.97
_UNSIGNED: Final = 0.5
_MOST_FACTS: Final = 60
_LOOKED_AT: Final = 300
_DAY_ABOVE: Final = 0.93
_NOT_BOOKED: Final = "The file marks this as pending."
_NO_SIGN: Final = "The file does not say whether this came in or went out."


@dataclass(slots=True)
class _Account:
    """One account's rows on the way."""

    number: str | None
    currency: str | None
    entries: list[Entry] = field(default_factory=list)
    opening: Decimal | None = None
    closing: Decimal | None = None


@dataclass(frozen=True, slots=True)
class _Certainty:
    """How sure a plan's columns and its dates are, 0..1."""

    columns: float
    days: float


def read_table(content: bytes, mime_type: str, plans: Sequence[ColumnPlan] = ()) -> BankFile:
    """The accounts of a table, with the plan by which it was read.

    Of ``plans`` the first for tables with these columns is followed.

    Raises:
        UnreadableBankFileError: there is no table of days and amounts.
    """
    is_workbook = mime_type in {bank_sniff.XLSX, bank_sniff.XLS}
    grids = _grids(content, is_workbook)
    grid = grids[0]
    layout = layout_of(grid.records)
    guess = guess_plan(grid, layout)
    plan, certainty = guess.plan, _Certainty(guess.columns_certainty, guess.days.certainty)
    known = next((p for p in plans if p.signature == plan.signature), None)
    if known is not None:
        grid, layout, plan = _as_known(content, grids, guess, layout, known)
        certainty = _Certainty(_GIVEN, _GIVEN)
    file = _read(grid, layout, plan, certainty, "Excel" if is_workbook else "CSV")
    others = [g.sheet for g in grids[1:] if g.sheet and g is not grid and _has_rows(g)]
    if others:
        names = ", ".join(f"“{name}”" for name in others[:5])
        warning = f"Only the sheet “{grid.sheet}” was read; {names} have rows too."
        file = replace(file, warnings=(*file.warnings, warning))
    return file


def _grids(content: bytes, is_workbook: bool) -> list[Grid]:
    if not is_workbook:
        return [grid_of(content)]
    from engine.extraction.bank_files.tables.workbook import workbook_grids

    return workbook_grids(content)


def _has_rows(grid: Grid) -> bool:
    try:
        layout_of(grid.records)
    except UnreadableBankFileError:
        return False
    return True


def _as_known(
    content: bytes, grids: Sequence[Grid], guess: Guess, layout: Layout, known: ColumnPlan
) -> tuple[Grid, Layout, ColumnPlan]:
    """The table as a plan wants it that a person gave or that was right before."""
    grid = grids[0]
    if known.sheet is not None:
        grid = next((g for g in grids if g.sheet == known.sheet), grid)
    elif (known.delimiter, known.encoding) != (grid.delimiter, grid.encoding):
        grid = grid_of(content, known.encoding, known.delimiter)
    found = layout_with(grid.records, known.heads, known.header_row)
    if found is None:
        found = Layout(None, 0, known.heads) if known.header_row is None else layout
    plan = msgspec.structs.replace(
        known,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        header_row=None if found.header is None else found.header + 1,
        signature=guess.plan.signature,
        confidence=_GIVEN,
    )
    return grid, found, plan


def _read(
    grid: Grid, layout: Layout, plan: ColumnPlan, certainty: _Certainty, format_name: str
) -> BankFile:
    records = grid.records
    sample = movements_of(records, layout.first)
    rows = RowReader(plan, sample)
    is_grouped = _has_days_once(records[layout.first : layout.first + _LOOKED_AT], rows)
    reader = _TableReader(plan, rows, certainty, is_grouped)
    outside = list(records[: layout.header if layout.header is not None else layout.first])
    for record in records[layout.first :]:
        if not reader.take(record) and len(outside) < _MOST_FACTS + layout.first:
            outside.append(record)
    facts = facts_of(outside[-2 * _MOST_FACTS :], plan.decimal_sign, plan.date_order)
    facts.currency = facts.currency or _head_currency(plan)
    ledgers = tuple(_ledger(account, facts, reader.is_single) for account in reader.accounts)
    return BankFile(format_name, ledgers, tuple(reader.warnings()), plan)


def _head_currency(plan: ColumnPlan) -> str | None:
    """The currency that the name of a column of amounts gives (``Betrag (EUR)``)."""
    money = {"amount", "debit", "credit", "balance"}
    named = (h for h, role in zip(plan.heads, plan.roles, strict=False) if role in money)
    return next((code for head in named if (code := currency_of(head))), None)


class _TableReader:
    """Takes records one by one and sorts their movements by account and currency."""

    def __init__(
        self, plan: ColumnPlan, rows: RowReader, certainty: _Certainty, is_grouped: bool
    ) -> None:
        self._plan = plan
        self._rows = rows
        self._certainty = certainty
        self._accounts: dict[tuple[str, str], _Account] = {}
        self._last_day: dt.date | None = None
        self._last_account: _Account | None = None
        self._is_grouped = is_grouped
        self._void = 0
        self._undated = 0
        self._without_amount = 0

    @property
    def accounts(self) -> list[_Account]:
        """The accounts in the file's order; one without rows when there are none."""
        return list(self._accounts.values()) or [_Account(None, None)]

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

    def _account(self, record: Record, currency: str | None) -> _Account:
        number = self._rows.cell(record, "account")
        code = self._rows.cell(record, "currency").upper()
        account = self._accounts.get((number, code))
        if account is None:
            account = _Account(number or None, code or currency)
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
        self._without_amount += 1
        return True


def _has_days_once(records: Sequence[Record], rows: RowReader) -> bool:
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


def _ledger(account: _Account, facts: Facts, is_single: bool) -> Ledger:
    entries = tuple(account.entries)
    opening = account.opening
    closing = account.closing
    if opening is None and _is_summary(entries):
        opening, closing, entries = entries[0].amount, entries[0].balance, entries[1:]
    if is_single:
        opening = opening if opening is not None else facts.opening
        closing = closing if closing is not None else facts.closing
        closing = closing if closing is not None else _closing_now(facts, entries)
    chain = follow([e.amount for e in entries], [e.balance for e in entries], opening)
    if closing is None and chain.end is not None and chain.balances and not chain.gaps:
        closing = chain.end
    number = account.number or (facts.account if is_single else None)
    return Ledger(
        entries=entries,
        account_number=number or (facts.iban if is_single else None),
        iban=facts.iban if is_single else None,
        account_name=facts.holder,
        bank_name=facts.bank,
        currency=account.currency or _common(entries) or facts.currency,
        start=facts.start,
        end=facts.end,
        opening=opening,
        closing=closing,
    )


def _is_summary(entries: Sequence[Entry]) -> bool:
    """Whether the first row gives the opening and the closing balance of all the others.

    Some tables without names of columns begin so; figures that all agree leave no other reading.
    """
    if len(entries) < 3:
        return False
    first, rest = entries[0], entries[1:]
    chain = follow([e.amount for e in rest], [e.balance for e in rest], first.amount)
    is_whole = len(chain.agreeing) == len(rest) and chain.end == first.balance
    return is_whole and not _follows(entries)


def _follows(entries: Sequence[Entry]) -> bool:
    return not follow([e.amount for e in entries], [e.balance for e in entries], None).gaps


def _closing_now(facts: Facts, entries: Sequence[Entry]) -> Decimal | None:
    """A balance of a named day closes the table when no row is later, and none else is known."""
    if facts.now is None or facts.now[1] is None:
        return None
    amount, day = facts.now
    days = [entry.date for entry in entries if entry.date is not None]
    has_balances = any(entry.balance is not None for entry in entries)
    return amount if days and day is not None and day >= max(days) and not has_balances else None


def _common(entries: Sequence[Entry]) -> str | None:
    codes = {entry.currency for entry in entries if entry.currency}
    return codes.pop() if len(codes) == 1 else None
