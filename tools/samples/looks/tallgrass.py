"""An American invoice: letter size, month first, balance due on top, a slip to tear off."""

from reportlab.lib.pagesizes import LETTER

from tools.samples.bills import Bill
from tools.samples.formats import american, english, plain, priced
from tools.samples.sheet import HELVETICA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

COLUMNS = (
    Column("QTY", 36, 80, "right"),
    Column("ITEM", 84, 150),
    Column("DESCRIPTION", 150, 400),
    Column("RATE", 400, 480, "right"),
    Column("AMOUNT", 480, 576, "right"),
)
STYLE = TableStyle(
    size=9.5, header_fill="#404040", header_ink="#ffffff", stripe="#eeeeee", row_height=21
)
SAGE = "#5c7a4f"


def draw(bill: Bill) -> bytes:
    """The invoice as PDF."""
    sheet = Sheet(HELVETICA, *LETTER, title=f"Invoice #{bill.number}", author=bill.vendor.name)
    _head(sheet, bill)
    y = draw_header(sheet, 262, COLUMNS, STYLE)
    rows = [
        (plain(i.quantity), i.code, i.description, english(i.unit_price), english(i.amount))
        for i in bill.items
    ]
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE) + 18
    total = priced(bill.total, bill.currency)
    for label, value in (
        ("SUBTOTAL", english(bill.subtotal)),
        ("SALES TAX (export, exempt)", english(bill.tax)),
        ("TOTAL", total),
    ):
        sheet.text(400, y, label, 9.5, bold=label == "TOTAL")
        sheet.text(572, y, value, 9.5, bold=label == "TOTAL", align="right")
        y += 17
    sheet.text(36, y - 51, "All amounts in US dollars (USD).", 9, italic=True)
    sheet.text(36, y - 37, "Thank you for your business!", 9, italic=True)
    _slip(sheet, bill, total)
    return sheet.finish()


def _head(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.box(36, 40, 42, 108, fill=SAGE)
    sheet.text(52, 56, vendor.name, 14, bold=True)
    sheet.lines(52, 72, (*vendor.address, vendor.phone, vendor.email), 9, 12, color="#444444")
    sheet.text(576, 62, "INVOICE", 28, bold=True, color="#8a8a8a", align="right")
    sheet.box(430, 76, 576, 118, fill="#e7eee3")
    sheet.text(438, 90, "BALANCE DUE", 8, bold=True, color=SAGE)
    sheet.text(568, 109, priced(bill.total, bill.currency), 15, bold=True, align="right")
    sheet.text(36, 152, "BILL TO", 8, bold=True, color="#8a8a8a")
    sheet.lines(36, 166, (bill.customer.name, *bill.customer.address), 9.5, 13, bold_first=True)
    facts = (
        ("INVOICE #", bill.number),
        ("DATE", american(bill.date)),
        ("TERMS", "Net 45"),
        ("DUE DATE", american(bill.due) if bill.due else ""),
        ("P.O. #", bill.purchase_order),
        ("CUSTOMER ID", bill.customer_number),
    )
    for index, (label, value) in enumerate(facts):
        y = 152 + index * 15
        sheet.text(430, y, label, 8, bold=True, color="#8a8a8a")
        sheet.text(576, y, value, 9.5, align="right")


def _slip(sheet: Sheet, bill: Bill, total: str) -> None:
    vendor = bill.vendor
    sheet.rule(36, 610, 576, 0.8, "#777777", (4, 3))
    sheet.text(306, 605, "Please detach and return with your remittance", 7, align="centre")
    sheet.text(36, 640, "REMIT TO", 8, bold=True, color="#8a8a8a")
    sheet.lines(36, 654, (vendor.name, *vendor.address), 9, 12)
    sheet.text(230, 640, "WIRE / ACH", 8, bold=True, color="#8a8a8a")
    sheet.lines(230, 654, (vendor.bank, vendor.bank_text, f"EIN {vendor.tax_id}"), 9, 12)
    sheet.text(430, 640, "INVOICE #", 8, bold=True, color="#8a8a8a")
    sheet.text(576, 640, bill.number, 9.5, align="right")
    sheet.text(430, 656, "AMOUNT DUE", 8, bold=True, color="#8a8a8a")
    sheet.text(576, 656, total, 9.5, bold=True, align="right")
    sheet.text(430, 672, "AMOUNT ENCLOSED", 8, bold=True, color="#8a8a8a")
    sheet.rule(516, 676, 576)
