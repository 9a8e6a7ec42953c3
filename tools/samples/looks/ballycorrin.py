"""A joiner's plain bill, drawn to be printed, stamped and scanned."""

from tools.samples.bills import Bill
from tools.samples.formats import english, plain, slashed
from tools.samples.sheet import VERA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

COLUMNS = (
    Column("Work and materials", 62, 320),
    Column("Qty", 320, 365, "right"),
    Column("Rate", 365, 435, "right"),
    Column("Amount €", 435, 533, "right"),
)
STYLE = TableStyle(size=9.5, grid="#222222", row_height=26, header_height=26)


def draw(bill: Bill) -> bytes:
    """The invoice as PDF, before it is scanned."""
    sheet = Sheet(VERA, title=f"Invoice {bill.number}", author=bill.vendor.name)
    vendor = bill.vendor
    sheet.text(62, 88, vendor.name, 24, bold=True)
    sheet.text(62, 106, "Fitted furniture · Shop counters · Doors and stairs", 9, italic=True)
    sheet.lines(533, 78, (*vendor.address, f"Tel. {vendor.phone}"), 9, 12.5, align="right")
    sheet.rule(62, 126, 533, 1.6)
    sheet.text(62, 168, "Invoice to:", 9.5, italic=True)
    sheet.lines(62, 184, (bill.customer.name, *bill.customer.address), 10.5, 15, bold_first=True)
    facts = (
        ("Invoice number:", bill.number),
        ("Date:", slashed(bill.date)),
        ("Please pay by:", slashed(bill.due) if bill.due else ""),
        ("VAT no.:", vendor.tax_id),
    )
    for index, (label, value) in enumerate(facts):
        sheet.text(340, 184 + index * 18, label, 10)
        sheet.text(533, 184 + index * 18, value, 10, bold=True, align="right")
    y = draw_header(sheet, 286, COLUMNS, STYLE)
    rows = [
        (i.description, f"{plain(i.quantity)} {i.unit}".strip(), english(i.unit_price),
         english(i.amount))
        for i in bill.items
    ]  # fmt: skip
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE) + 24
    _totals(sheet, bill, y)
    _stamp(sheet)
    bank = (
        "Bank transfer to:",
        f"{vendor.bank}, {vendor.name}",
        f"IBAN {vendor.iban_in_groups}",
        f"Reference {bill.number}",
    )
    sheet.lines(62, 660, bank, 10, 15, bold_first=True)
    sheet.text(62, 748, "All work guaranteed for five years. Thank you for your custom.", 9)
    return sheet.finish()


def _totals(sheet: Sheet, bill: Bill, y: float) -> None:
    rows = [("Net total", bill.subtotal)]
    rows += [(f"VAT {plain(rate)}% on {english(net)}", tax) for rate, net, tax in bill.taxes]
    for label, value in rows:
        sheet.text(330, y, label, 10)
        sheet.text(529, y, english(value), 10, align="right")
        y += 18
    sheet.rule(330, y - 8, 533, 1.2)
    sheet.text(330, y + 10, "TOTAL DUE", 12, bold=True)
    sheet.text(529, y + 10, f"€ {english(bill.total)}", 12, bold=True, align="right")


def _stamp(sheet: Sheet) -> None:
    canvas = sheet.canvas
    canvas.saveState()
    canvas.translate(110, sheet.height - 560)
    canvas.rotate(9)
    canvas.setStrokeColorRGB(0.45, 0.45, 0.5)
    canvas.setFillColorRGB(0.45, 0.45, 0.5)
    canvas.setLineWidth(2)
    canvas.roundRect(0, 0, 128, 46, 5)
    canvas.setFont("Vera-Bold", 12)
    canvas.drawCentredString(64, 27, "RECEIVED")
    canvas.setFont("Vera", 11)
    canvas.drawCentredString(64, 10, "08 OCT 2026")
    canvas.restoreState()
