"""A hosting firm's invoice as a web billing system makes it: few lines, much air, pounds."""

from tools.samples.bills import Bill
from tools.samples.formats import plain, priced, worded
from tools.samples.sheet import HELVETICA, Sheet

INDIGO, GREY = "#4338ca", "#6b7280"


def draw(bill: Bill) -> bytes:
    """The invoice as PDF."""
    sheet = Sheet(HELVETICA, title=f"Invoice {bill.number}", author=bill.vendor.name)
    _head(sheet, bill)
    amount, due = priced(bill.total, bill.currency), worded(bill.due) if bill.due else ""
    sheet.text(48, 300, f"{amount} due {due}", 19, bold=True)
    y = _items(sheet, bill, 340)
    for label, value in (
        ("Subtotal", priced(bill.subtotal, bill.currency)),
        ("VAT (reverse charge)", priced(bill.tax, bill.currency)),
        ("Total", amount),
        ("Amount due", f"{amount} {bill.currency}"),
    ):
        bold = label == "Amount due"
        sheet.text(330, y, label, 9, bold=bold)
        sheet.text(547, y, value, 9, bold=bold, align="right")
        sheet.rule(330, y + 6, 547, 0.3, "#d1d5db")
        y += 20
    note = (
        "VAT is to be accounted for by the recipient under the reverse charge. Your card ending "
        f"4417 will be charged on or after {worded(bill.date)}."
    )
    sheet.paragraph(48, y + 30, note, 420, 8.5, GREY)
    vendor = bill.vendor
    sheet.rule(48, 790, 547, 0.3, "#d1d5db")
    sheet.text(48, 804, f"{bill.number} · {amount} due {due}", 8, color=GREY)
    sheet.text(547, 804, f"{vendor.web} · Page 1 of 1", 8, color=GREY, align="right")
    return sheet.finish()


def _head(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.text(48, 70, "Invoice", 22, bold=True)
    sheet.box(511, 46, 547, 82, fill=INDIGO, radius=9)
    sheet.text(529, 72, "w", 24, bold=True, color="#ffffff", align="centre")
    facts = (
        ("Invoice number", bill.number),
        ("Date of issue", worded(bill.date)),
        ("Date due", worded(bill.due) if bill.due else ""),
        ("Account", bill.customer_number),
    )
    for index, (label, value) in enumerate(facts):
        sheet.text(48, 100 + index * 14, label, 9, bold=True)
        sheet.text(140, 100 + index * 14, value, 9)
    lines = (vendor.name, *vendor.address, "United Kingdom", vendor.email, f"VAT {vendor.tax_id}")
    sheet.lines(48, 176, lines, 9, 12.5, bold_first=True)
    bill_to = ("Bill to", bill.customer.name, *bill.customer.address, bill.customer.email)
    sheet.lines(270, 176, bill_to, 9, 12.5, bold_first=True)


def _items(sheet: Sheet, bill: Bill, y: float) -> float:
    for x, label in ((48, "Description"), (372, "Qty"), (462, "Unit price"), (547, "Amount")):
        sheet.text(x, y, label, 8, color=GREY, align="left" if x == 48 else "right")
    sheet.rule(48, y + 7, 547, 0.8)
    y += 24
    for item in bill.items:
        sheet.text(48, y, item.description, 9)
        sheet.text(372, y, plain(item.quantity), 9, align="right")
        sheet.text(462, y, priced(item.unit_price, bill.currency), 9, align="right")
        sheet.text(547, y, priced(item.amount, bill.currency), 9, align="right")
        y += 22
    return y + 8
