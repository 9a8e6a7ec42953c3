"""A small bank's printed statement, one signed amount column, drawn to be scanned."""

from decimal import Decimal

from stdnum import iban

from tools.samples.accounts import BankAccount
from tools.samples.entries import Entry
from tools.samples.formats import MONTH_NAMES, english, worded
from tools.samples.parties import OWN
from tools.samples.sheet import VERA, Sheet
from tools.samples.table import Column, TableStyle, draw_header

COLUMNS = (
    Column("Booked", 56, 112),
    Column("Particulars", 112, 420),
    Column("Amount EUR", 420, 540, "right"),
)
HEADER = TableStyle(size=9.5, header_rule="#1b1b1b")
LINE, GAP, BOTTOM = 12.5, 8.0, 690.0


def draw(account: BankAccount) -> tuple[bytes, list[int]]:
    """The statement as PDF before it is scanned, and the page (from 1) that each entry is on."""
    sheet = Sheet(VERA, title="Statement", author=account.bank_name)
    y = _first_head(sheet, account)
    pages = []
    for entry in account.entries:
        if y + len(entry.lines) * LINE > BOTTOM:
            sheet.text(536, y + 10, "continued overleaf", 9, italic=True, align="right")
            sheet.new_page()
            y = _next_head(sheet, account)
        y = _entry_row(sheet, y, entry)
        pages.append(sheet.page_number)
    sheet.rule(56, y + 2, 540, 1)
    _sums(sheet, y + 20, account)
    return sheet.finish(), pages


def signed(amount: Decimal) -> str:
    """1,234.56- for money out and 1,234.56+ for money in."""
    return f"{english(abs(amount))}{'-' if amount < 0 else '+'}"


def _first_head(sheet: Sheet, account: BankAccount) -> float:
    sheet.text(56, 80, "HARROWMERE BANK", 20, bold=True)
    sheet.text(56, 96, "Founded by farmers and fishermen", 9, italic=True)
    sheet.lines(540, 72, ("Mill Street 4", "Harrowmere", "Co. Sligo F99 M1R2"), 9, align="right")
    sheet.rule(56, 110, 540, 1.4)
    sheet.lines(56, 146, (account.holder, *OWN.address), 10, 14.5)
    facts = (
        ("Statement", "10/2026"),
        ("Account holder", account.holder),
        ("IBAN", iban.format(account.iban)),
        ("From", worded(account.period_start)),
        ("To", worded(account.period_end)),
    )
    for index, (label, value) in enumerate(facts):
        sheet.text(284, 146 + index * 15, label, 9)
        sheet.text(540, 146 + index * 15, value, 9, bold=True, align="right")
    sheet.text(56, 250, f"Balance on {worded(account.period_start)}", 10, bold=True)
    sheet.text(536, 250, signed(account.opening), 10, bold=True, align="right")
    return draw_header(sheet, 264, COLUMNS, HEADER) + 4


def _next_head(sheet: Sheet, account: BankAccount) -> float:
    sheet.text(56, 70, "HARROWMERE BANK", 12, bold=True)
    sheet.text(540, 70, f"Statement 10/2026, page {sheet.page_number}", 9, align="right")
    sheet.text(56, 86, f"{account.holder}, IBAN {iban.format(account.iban)}", 9)
    return draw_header(sheet, 100, COLUMNS, HEADER) + 4


def _entry_row(sheet: Sheet, y: float, entry: Entry) -> float:
    baseline = y + LINE
    day = f"{entry.date.day:02d} {MONTH_NAMES[entry.date.month - 1][:3]}"
    sheet.text(COLUMNS[0].anchor(4), baseline, day, 9.5)
    sheet.text(COLUMNS[2].anchor(4), baseline, signed(entry.amount), 9.5, align="right")
    sheet.lines(COLUMNS[1].anchor(4), baseline, entry.lines, 9.5, LINE)
    return y + len(entry.lines) * LINE + GAP


def _sums(sheet: Sheet, y: float, account: BankAccount) -> None:
    for label, value in (
        ("Total debits", signed(-account.paid_out)),
        ("Total credits", signed(account.paid_in)),
        (f"Balance on {worded(account.period_end)}", signed(account.closing)),
    ):
        sheet.text(60, y, label, 10, bold=True)
        sheet.text(536, y, value, 10, bold=True, align="right")
        y += 16
    note = (
        "A minus sign after an amount means money that left the account. Objections within six "
        "weeks, in writing. Harrowmere Bank is a mutual society."
    )
    sheet.paragraph(56, y + 20, note, 480, 8)
