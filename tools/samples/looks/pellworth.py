"""A printer's invoice and its credit note: green side bar, no lines in the table, totals left."""

from tools.samples.bills import Bill
from tools.samples.formats import english, plain, rate, worded
from tools.samples.sheet import VERA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

GREEN, PALE = "#2e6b4f", "#e4efe9"
COLUMNS = (
    Column("What", 190, 400),
    Column("How many", 400, 455, "right"),
    Column("Each", 455, 500, "right"),
    Column("Sum", 500, 562, "right"),
)
STYLE = TableStyle(size=7.6, header_ink=GREEN, row_height=19, padding=2)


def draw(bill: Bill) -> bytes:
    """The invoice or the credit note as PDF."""
    kind = "Credit note" if bill.is_credit_note else "Invoice"
    sheet = Sheet(VERA, title=f"{kind} {bill.number}", author=bill.vendor.name)
    _side_bar(sheet, bill)
    sheet.text(190, 92, kind, 26, color=GREEN)
    facts = [("Number", bill.number), ("Issued on", worded(bill.date))]
    if bill.due:
        facts.append(("Pay by", worded(bill.due)))
    if bill.purchase_order:
        facts.append(("Order ref.", bill.purchase_order))
    if bill.about:
        facts.append(("Credits our invoice", bill.about))
    for index, (label, value) in enumerate(facts):
        sheet.text(190, 122 + index * 15, label, 8, color="#666666")
        sheet.text(300, 122 + index * 15, value, 8.5, bold=True)
    sheet.text(190, 208, "For", 8, color="#666666")
    sheet.lines(190, 222, (bill.customer.name, *bill.customer.address), 8.5, bold_first=True)
    y = draw_header(sheet, 310, COLUMNS, STYLE)
    rows = [
        (f"{i.description} ({plain(i.tax_rate)}%)", plain(i.quantity), rate(i.unit_price),
         english(i.amount))
        for i in bill.items
    ]  # fmt: skip
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE)
    _totals(sheet, bill, y + 30)
    return sheet.finish()


def _side_bar(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.box(0, 0, 160, sheet.height, fill=PALE)
    sheet.box(0, 0, 10, sheet.height, fill=GREEN)
    sheet.text(30, 84, "Pellworth", 17, bold=True, color=GREEN)
    sheet.text(30, 100, "Paper & Print", 11, color=GREEN)
    y = sheet.lines(30, 140, vendor.address, 7.2, 11)
    y = sheet.lines(30, y + 8, (vendor.phone, vendor.email), 7.2, 11)
    y = sheet.lines(30, y + 8, ("VAT number", vendor.tax_id), 7.2, 11)
    if not bill.is_credit_note:
        lines = ("Please pay to", vendor.bank, "IBAN", vendor.iban_in_groups, "BIC", vendor.bic)
        sheet.lines(30, y + 18, lines, 7.2, 12, bold_first=True)


def _totals(sheet: Sheet, bill: Bill, y: float) -> None:
    sign = "-" if bill.is_credit_note else ""
    rows = [("Net", bill.subtotal)]
    rows += [(f"VAT {plain(rate_)}%", tax) for rate_, _, tax in bill.taxes]
    for label, value in rows:
        sheet.text(192, y, label, 8.5)
        sheet.text(360, y, f"{sign}{english(value)}", 8.5, align="right")
        y += 16
    sheet.box(186, y - 8, 366, y + 18, fill=GREEN)
    label = "Total credit EUR" if bill.is_credit_note else "Total to pay EUR"
    sheet.text(192, y + 9, label, 9, bold=True, color="#ffffff")
    total = f"{sign}{english(bill.total)}"
    sheet.text(360, y + 9, total, 10.5, bold=True, color="#ffffff", align="right")
    note = (
        "We will set this credit off against your next payment. Please quote both numbers."
        if bill.is_credit_note
        else f"Please put {bill.number} on your transfer. Paper from managed forests."
    )
    sheet.paragraph(190, y + 48, note, 360, 8, "#666666")
