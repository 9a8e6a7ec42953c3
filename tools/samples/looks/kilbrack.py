"""An old firm's formal bill: serif type, sentences around the sums, payable in three parts."""

import datetime as dt
from decimal import Decimal

from tools.samples.bills import Bill, cents
from tools.samples.formats import english, plain, worded
from tools.samples.sheet import TIMES, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

COLUMNS = (
    Column("Particulars", 64, 400),
    Column("No.", 400, 440, "centre"),
    Column("EUR", 440, 531, "right"),
)
STYLE = TableStyle(size=11, header_rule="#1b1b1b", row_height=24, padding=2)


def draw(bill: Bill) -> bytes:
    """The invoice as PDF."""
    sheet = Sheet(TIMES, title=f"Invoice {bill.number}", author=bill.vendor.name)
    _letterhead(sheet, bill)
    sheet.text(64, 176, "To", 11, italic=True)
    sheet.lines(84, 176, (bill.customer.name, *bill.customer.address), 11, 14)
    sheet.text(531, 176, worded(bill.date), 11, align="right")
    sheet.text(64, 276, f"INVOICE  No. {bill.number}", 15, bold=True)
    sheet.text(531, 276, f"Your account: {bill.customer_number}", 10, align="right")
    y = draw_header(sheet, 296, COLUMNS, STYLE)
    rows = [(i.description, plain(i.quantity), english(i.amount)) for i in bill.items]
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE)
    sheet.rule(440, y + 2, 531)
    for label, value in (
        ("", bill.subtotal),
        (f"Value added tax at {plain(bill.taxes[0][0])} per cent", bill.tax),
    ):
        sheet.text(430, y + 18, label, 11, align="right")
        sheet.text(529, y + 18, english(value), 11, align="right")
        y += 20
    sheet.rule(440, y + 6, 531)
    sheet.text(430, y + 24, "Total payable", 12, bold=True, align="right")
    sheet.text(529, y + 24, english(bill.total), 12, bold=True, align="right")
    sheet.rule(440, y + 29, 531)
    sheet.rule(440, y + 31, 531)
    _plan(sheet, bill, y + 76)
    return sheet.finish()


def _letterhead(sheet: Sheet, bill: Bill) -> None:
    vendor, middle = bill.vendor, sheet.width / 2
    sheet.box(48, 44, sheet.width - 48, sheet.height - 44, stroke="#1b1b1b", width=0.8)
    sheet.box(51, 47, sheet.width - 51, sheet.height - 47, stroke="#1b1b1b", width=0.3)
    sheet.text(middle, 84, "KILBRACK MACHINERY", 23, bold=True, align="centre", spacing=2)
    sheet.text(middle, 102, "& Sons", 13, italic=True, align="centre")
    address = ", ".join(vendor.address[:-1])
    sheet.text(middle, 120, address, 10, align="centre")
    contact = f"Telephone {vendor.phone}   {vendor.email}   VAT {vendor.tax_id}"
    sheet.text(middle, 133, contact, 9, align="centre")
    sheet.rule(64, 146, sheet.width - 64, 0.5)


def _plan(sheet: Sheet, bill: Bill, y: float) -> None:
    part = cents(bill.total / Decimal(3))
    days = (dt.date(2026, 8, 17), dt.date(2026, 9, 15), dt.date(2026, 10, 15))
    sheet.text(64, y, "As agreed, payable in three equal parts:", 11)
    for index, day in enumerate(days):
        sheet.text(84, y + 18 + index * 16, f"on {worded(day)}", 11)
        sheet.text(330, y + 18 + index * 16, english(part), 11, align="right")
    vendor = bill.vendor
    bank = (
        f"Kindly remit to {vendor.bank}, IBAN {vendor.iban_in_groups}, BIC {vendor.bic},",
        f"stating our number {bill.payment_reference}. Due in full by "
        f"{worded(bill.due) if bill.due else ''}.",
        "The goods remain the property of the seller until paid in full.",
    )
    sheet.lines(64, y + 90, bank, 10.5, 15)
    sheet.text(64, y + 170, "With compliments,", 11, italic=True)
    sheet.text(64, y + 200, "Tomás Kilbrack", 16, italic=True)
