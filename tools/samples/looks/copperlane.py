"""A tool dealer's invoice with its sums above the items, and terms for paying early."""

import datetime as dt

from tools.samples.bills import Bill, cents
from tools.samples.formats import english, plain, priced, short
from tools.samples.sheet import HELVETICA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

COPPER, DARK = "#b3622b", "#2b2b2b"
COLUMNS = (
    Column("Item", 50, 95),
    Column("Product", 95, 330),
    Column("Qty", 330, 375, "centre"),
    Column("Net price", 375, 455, "right"),
    Column("Line total", 455, 545, "right"),
)
STYLE = TableStyle(size=9.5, header_fill="#f3e6dc", row_rule="#cccccc", row_height=24)


def draw(bill: Bill) -> bytes:
    """The invoice as PDF."""
    sheet = Sheet(HELVETICA, title=f"Tax invoice {bill.number}", author=bill.vendor.name)
    vendor = bill.vendor
    sheet.box(50, 40, 545, 45, fill=COPPER)
    sheet.text(50, 76, "COPPERLANE", 22, bold=True, color=COPPER, spacing=3)
    sheet.text(50, 90, "TOOLING LTD", 9, bold=True, color=DARK, spacing=5.5)
    contact = (*vendor.address[:-1], vendor.phone, vendor.email)
    sheet.lines(545, 66, contact, 8, 11, color="#666666", align="right")
    sheet.text(50, 148, "Tax invoice", 20, color=DARK)
    sheet.lines(50, 170, (bill.customer.name, *bill.customer.address), 9.5, 13)
    _summary(sheet, bill)
    y = draw_header(sheet, 300, COLUMNS, STYLE)
    rows = [
        (i.code, i.description, plain(i.quantity), english(i.unit_price), english(i.amount))
        for i in bill.items
    ]
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE)
    _terms(sheet, bill, y + 36)
    sheet.box(50, 790, 545, 792, fill=COPPER)
    legal = f"{vendor.name}. Registered in Ireland. VAT {vendor.tax_id}"
    sheet.text(50, 806, legal, 7.5, color="#666666")
    sheet.text(545, 806, "Page 1/1", 7.5, color="#666666", align="right")
    return sheet.finish()


def _summary(sheet: Sheet, bill: Bill) -> None:
    sheet.box(310, 130, 545, 282, stroke=COPPER, width=1)
    rows = (
        ("Document number", bill.number),
        ("Issued", short(bill.date)),
        ("Payable by", short(bill.due) if bill.due else ""),
        ("Account", bill.customer_number),
        ("Order reference", bill.purchase_order),
        ("Goods net", english(bill.subtotal)),
        (f"VAT at {plain(bill.taxes[0][0])}%", english(bill.tax)),
    )
    for index, (label, value) in enumerate(rows):
        y = 147 + index * 16
        sheet.text(320, y, label, 9, color="#666666")
        sheet.text(535, y, value, 9, align="right")
    sheet.rule(320, 251, 535, 0.8, COPPER)
    sheet.text(320, 270, "Invoice total", 11, bold=True)
    total = priced(bill.total, bill.currency)
    sheet.text(535, 270, total, 13, bold=True, color=COPPER, align="right")


def _terms(sheet: Sheet, bill: Bill, y: float) -> None:
    vendor, discount = bill.vendor, bill.discount
    sheet.text(50, y, "Payment terms", 10, bold=True, color=COPPER)
    if discount:
        by = short(bill.date + dt.timedelta(days=discount.days))
        reduced = priced(cents(bill.total * (100 - discount.percent) / 100), bill.currency)
        text = (
            f"{plain(discount.percent)}% {discount.days} days, net 30 days. Pay {reduced} on or "
            f"before {by} and keep the discount; the full amount is due after that."
        )
        y = sheet.paragraph(50, y + 15, text, 495, 9)
    sheet.text(50, y + 14, "Bank details", 10, bold=True, color=COPPER)
    bank = (
        f"Account name: {vendor.name}",
        f"Bank: {vendor.bank}, BIC {vendor.bic}",
        f"IBAN: {vendor.iban_in_groups}",
        f"Reference: {bill.payment_reference}",
    )
    sheet.lines(50, y + 29, bank, 9, 13)
