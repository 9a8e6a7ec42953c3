"""An energy supplier's bill of two pages: a big sum to pay, then how it comes about."""

import datetime as dt

from tools.samples.bills import Bill
from tools.samples.formats import english, plain, priced, short
from tools.samples.sheet import HELVETICA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

FERN, SLATE = "#4f8a3c", "#37474f"
COLUMNS = (
    Column("Charge", 50, 230),
    Column("Units", 230, 300, "right"),
    Column("", 300, 350),
    Column("Rate (€)", 350, 430, "right"),
    Column("Amount (€)", 430, 545, "right"),
)
STYLE = TableStyle(header_ink=FERN, header_rule=FERN, row_rule="#dddddd", row_height=20)
USAGE = (3120, 3384, 3010, 2740, 2655, 2915)


def draw(bill: Bill) -> bytes:
    """The bill as PDF."""
    sheet = Sheet(HELVETICA, title="Electricity bill", author=bill.vendor.name, ink=SLATE)
    _head(sheet, bill)
    _summary(sheet, bill)
    _usage(sheet)
    legal = f"{bill.vendor.name}, registered in Ireland. VAT registration {bill.vendor.tax_id}"
    sheet.text(50, 806, "Page 1 of 2", 8)
    sheet.text(545, 806, legal, 8, align="right")
    sheet.new_page()
    _detail(sheet, bill)
    sheet.text(50, 806, "Page 2 of 2", 8)
    return sheet.finish()


def _head(sheet: Sheet, bill: Bill) -> None:
    for x, y, radius in ((62, 62, 9), (74, 52, 6), (82, 42, 4)):
        sheet.disc(x, y, radius, FERN)
    sheet.text(96, 66, "greyfern", 24, bold=True, color=FERN)
    sheet.text(204, 66, "energy", 24, color=SLATE)
    contact = (*bill.vendor.address, bill.vendor.phone, bill.vendor.web)
    sheet.lines(545, 46, contact, 8, 11, align="right")


def _summary(sheet: Sheet, bill: Bill) -> None:
    sheet.lines(50, 140, (bill.customer.name, *bill.customer.address), 10, 14)
    facts = (
        ("Electricity bill number", bill.number),
        ("Account number", bill.customer_number),
        ("Bill date", short(bill.date)),
        ("Billing period", f"{short(dt.date(2026, 7, 14))} to {short(dt.date(2026, 9, 13))}"),
        ("Meter point", "10 099 441 207"),
    )
    for index, (label, value) in enumerate(facts):
        sheet.text(300, 140 + index * 16, label, 9)
        sheet.text(545, 140 + index * 16, value, 9, bold=True, align="right")
    sheet.box(50, 236, 545, 352, fill="#eef5ea", radius=8)
    rows = (
        ("Your last bill", "912.40"),
        ("Payment received 28 Jul 2026, thank you", "-912.40"),
        ("Balance before this bill", "0.00"),
        ("New charges", english(bill.total)),
    )
    for index, (label, value) in enumerate(rows):
        sheet.text(66, 260 + index * 18, label, 10)
        sheet.text(360, 260 + index * 18, value, 10, align="right")
    sheet.text(528, 268, "Amount due", 11, align="right")
    total = priced(bill.total, bill.currency)
    sheet.text(528, 300, total, 26, bold=True, color=FERN, align="right")
    due = short(bill.due) if bill.due else ""
    sheet.text(528, 322, f"Due {due}", 10, bold=True, align="right")
    note = (
        f"You do not need to do anything. We will collect {total} from your bank account by "
        f"direct debit on or shortly after {due}."
    )
    sheet.paragraph(50, 380, note, 495, 10)


def _usage(sheet: Sheet) -> None:
    sheet.text(50, 450, "Your electricity use, kWh", 12, bold=True, color=FERN)
    months = ("Sep-Nov", "Nov-Jan", "Jan-Mar", "Mar-May", "May-Jul", "Jul-Sep")
    for index, (month, used) in enumerate(zip(months, USAGE, strict=True)):
        x, top = 62 + index * 82, 650 - used / 24
        sheet.box(x, top, x + 46, 650, fill=FERN if index == 5 else "#b9d3b0")
        sheet.text(x + 23, top - 5, f"{used:,}", 8, align="centre")
        sheet.text(x + 23, 663, month, 8, align="centre")
    sheet.rule(50, 650, 545, 0.8, SLATE)
    help_text = (
        "Power cut or emergency? Call 020 919 9999 at any hour. Trouble paying? Talk to us early: "
        "we agree payment plans with every customer who asks."
    )
    sheet.paragraph(50, 710, help_text, 495, 9)


def _detail(sheet: Sheet, bill: Bill) -> None:
    sheet.text(50, 70, "How we worked out your bill", 16, bold=True, color=FERN)
    sheet.text(545, 70, f"Bill number {bill.number}", 9, align="right")
    y = draw_header(sheet, 96, COLUMNS, STYLE)
    rows = [
        (i.description, f"{i.quantity:,}", i.unit, plain(i.unit_price), english(i.amount))
        for i in bill.items
    ]
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE) + 20
    for label, value in (
        ("Total excluding VAT", bill.subtotal),
        (f"VAT {plain(bill.taxes[0][0])}%", bill.tax),
        ("Total new charges including VAT", bill.total),
    ):
        bold = label.startswith("Total new")
        sheet.text(426, y, label, 9.5, bold=bold, align="right")
        sheet.text(541, y, english(value), 9.5, bold=bold, align="right")
        y += 17
    sheet.text(50, y + 30, "Meter readings", 12, bold=True, color=FERN)
    readings = (
        "Day: 48,210 (14 Jul, actual) to 50,394 (13 Sep, actual)",
        "Night: 17,655 (14 Jul, actual) to 18,386 (13 Sep, actual)",
        "Tariff: Business Two-Rate. Contract ends 31 Mar 2027.",
    )
    sheet.lines(50, y + 48, readings, 9, 14)
