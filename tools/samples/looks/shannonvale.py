"""A bank's digital statement: paid out, paid in and a running balance, over many pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from stdnum import iban

from tools.samples.accounts import BankAccount
from tools.samples.entries import Entry
from tools.samples.formats import english, short, worded
from tools.samples.parties import OWN
from tools.samples.sheet import HELVETICA, Sheet
from tools.samples.table import Column, TableStyle, draw_header

SEA, MIST = "#0b4f6c", "#e8f1f5"
COLUMNS = (
    Column("Date", 40, 104),
    Column("Details", 104, 330),
    Column("Paid out", 330, 400, "right"),
    Column("Paid in", 400, 470, "right"),
    Column("Balance", 470, 555, "right"),
)
HEADER = TableStyle(size=8.5, header_fill=SEA, header_ink="#ffffff")
LINE, GAP, BOTTOM = 11.0, 8.0, 742.0


@dataclass(slots=True)
class _Cursor:
    sheet: Sheet
    account: BankAccount
    y: float = 0.0


def draw(account: BankAccount) -> tuple[bytes, list[int]]:
    """The statement as PDF, and the page (from 1) that each entry is on."""
    title = f"Statement {short(account.period_end)}"
    sheet = Sheet(HELVETICA, title=title, author=account.bank_name)
    cursor = _Cursor(sheet, account)
    _page_head(cursor)
    _summary(cursor)
    _table_head(cursor)
    _balance_row(cursor, "Opening balance", account.opening)
    pages = list(_entries(cursor))
    _balance_row(cursor, "Closing balance", account.closing)
    _page_foot(cursor)
    return sheet.finish(), pages


def _entries(cursor: _Cursor) -> Iterator[int]:
    account, before = cursor.account, cursor.account.opening
    for entry, balance in zip(account.entries, account.balances, strict=True):
        if cursor.y + len(entry.lines) * LINE + GAP > BOTTOM:
            _balance_row(cursor, "Balance carried forward", before)
            _page_foot(cursor)
            cursor.sheet.new_page()
            _page_head(cursor)
            _table_head(cursor)
            _balance_row(cursor, "Balance brought forward", before)
        _entry_row(cursor, entry, balance)
        before = balance
        yield cursor.sheet.page_number


def _page_head(cursor: _Cursor) -> None:
    sheet, account = cursor.sheet, cursor.account
    sheet.box(40, 34, 66, 60, fill=SEA)
    sheet.disc(53, 52, 8, "#f4a259")
    sheet.box(40, 51, 66, 60, fill=SEA)
    sheet.text(76, 54, account.bank_name, 18, bold=True, color=SEA)
    sheet.text(555, 46, "Business current account", 10, bold=True, align="right")
    number = f"Statement no. 31  ·  Page {sheet.page_number}"
    sheet.text(555, 59, number, 8, color="#666666", align="right")
    sheet.rule(40, 70, 555, 1.2, SEA)
    cursor.y = 86


def _summary(cursor: _Cursor) -> None:
    sheet, account = cursor.sheet, cursor.account
    sheet.lines(40, 100, (account.holder, *OWN.address), 10, 14, bold_first=True)
    facts = (
        ("Account name", account.holder),
        ("IBAN", iban.format(account.iban)),
        ("BIC", account.bic),
        ("Currency", "Euro (EUR)"),
        ("Period", f"{worded(account.period_start)} to {worded(account.period_end)}"),
    )
    for index, (label, value) in enumerate(facts):
        sheet.text(290, 100 + index * 14, label, 8.5, color="#666666")
        sheet.text(555, 100 + index * 14, value, 9, align="right")
    sheet.box(40, 182, 555, 226, fill=MIST)
    sums = (
        ("Opening balance", account.opening),
        ("Total paid out", account.paid_out),
        ("Total paid in", account.paid_in),
        ("Closing balance", account.closing),
    )
    for index, (label, value) in enumerate(sums):
        sheet.text(54 + index * 128, 199, label, 8, color="#666666")
        sheet.text(54 + index * 128, 215, f"€{english(value)}", 12, bold=True, color=SEA)
    cursor.y = 244


def _table_head(cursor: _Cursor) -> None:
    cursor.y = draw_header(cursor.sheet, cursor.y, COLUMNS, HEADER) + 4


def _balance_row(cursor: _Cursor, label: str, balance: Decimal) -> None:
    sheet = cursor.sheet
    baseline = cursor.y + LINE
    sheet.text(COLUMNS[1].anchor(4), baseline, label, 8.5, bold=True)
    sheet.text(COLUMNS[4].anchor(4), baseline, english(balance), 8.5, bold=True, align="right")
    cursor.y += LINE + GAP
    sheet.rule(40, cursor.y - 3, 555, 0.4, "#b8c9d1")


def _entry_row(cursor: _Cursor, entry: Entry, balance: Decimal) -> None:
    sheet = cursor.sheet
    baseline = cursor.y + LINE
    sheet.text(COLUMNS[0].anchor(4), baseline, short(entry.date), 8.5)
    column = COLUMNS[2] if entry.amount < 0 else COLUMNS[3]
    sheet.text(column.anchor(4), baseline, english(abs(entry.amount)), 8.5, align="right")
    sheet.text(COLUMNS[4].anchor(4), baseline, english(balance), 8.5, align="right")
    for index, text in enumerate(entry.lines):
        color = "#555555" if index else ""
        sheet.text(COLUMNS[1].anchor(4), baseline + index * LINE, text, 8.5, color=color)
    cursor.y += len(entry.lines) * LINE + GAP
    sheet.rule(40, cursor.y - 3, 555, 0.3, "#dde6ea")


def _page_foot(cursor: _Cursor) -> None:
    sheet = cursor.sheet
    sheet.rule(40, 786, 555, 0.5, SEA)
    legal = (
        "Shannonvale Bank plc, 1 Estuary Quay, Limerick V99 S2B1. Regulated in the State. "
        "Please check this statement and tell us",
        "of any error within 60 days. Lost card: 020 913 0999, day and night.",
    )
    sheet.lines(40, 798, legal, 7, 9.5, color="#666666")
