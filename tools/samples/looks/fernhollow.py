"""The company's own invoices to its customers: teal, roomy, several in one file."""

from collections.abc import Sequence

from tools.samples.bills import Bill
from tools.samples.formats import english, plain, priced, worded
from tools.samples.sheet import HELVETICA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

TEAL = "#0f766e"
COLUMNS = (
    Column("Description", 56, 300),
    Column("Quantity", 300, 360, "right"),
    Column("Price", 360, 430, "right"),
    Column("VAT", 430, 470, "right"),
    Column("Net amount", 470, 540, "right"),
)
STYLE = TableStyle(
    size=9.5, header_fill="#ccfbf1", header_ink=TEAL, row_rule="#d1d5db", row_height=26
)


def draw(bills: Sequence[Bill]) -> tuple[bytes, list[tuple[int, ...]]]:
    """All bills in one PDF, and the pages (from 1) of each."""
    sheet = Sheet(HELVETICA, title="Invoices issued", author=bills[0].vendor.name)
    pages = []
    for bill in bills:
        if pages:
            sheet.new_page()
        _draw_bill(sheet, bill)
        pages.append((sheet.page_number,))
    return sheet.finish(), pages


def _draw_bill(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.disc(70, 64, 14, TEAL)
    sheet.disc(70, 64, 10, "#ffffff")
    sheet.disc(104, 64, 14, TEAL)
    sheet.disc(104, 64, 10, "#ffffff")
    sheet.text(128, 70, vendor.name, 16, bold=True, color=TEAL)
    lines = (*vendor.address, vendor.phone, vendor.email)
    sheet.lines(540, 56, lines, 8, 11, color="#4b5563", align="right")
    sheet.text(56, 160, f"Invoice {bill.number}", 22, bold=True)
    sheet.text(56, 192, "CUSTOMER", 7.5, bold=True, color=TEAL, spacing=1)
    y = sheet.lines(56, 206, (bill.customer.name, *bill.customer.address), 10, bold_first=True)
    if bill.customer.tax_id:
        sheet.text(56, y, f"VAT ID {bill.customer.tax_id}", 9, color="#4b5563")
    facts = [("DATE OF ISSUE", worded(bill.date))]
    if bill.due:
        facts.append(("PAYMENT DUE", worded(bill.due)))
    if bill.purchase_order:
        facts.append(("YOUR PO", bill.purchase_order))
    for index, (label, value) in enumerate(facts):
        x = 300 + (index % 2) * 130
        top = 192 + index // 2 * 38
        sheet.text(x, top, label, 7.5, bold=True, color=TEAL, spacing=1)
        sheet.text(x, top + 14, value, 10)
    y = draw_header(sheet, 310, COLUMNS, STYLE)
    rows = [
        (i.description, plain(i.quantity), english(i.unit_price), f"{plain(i.tax_rate)}%",
         english(i.amount))
        for i in bill.items
    ]  # fmt: skip
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE)
    _totals(sheet, bill, y + 26)
    _foot(sheet, bill)


def _totals(sheet: Sheet, bill: Bill, y: float) -> None:
    rows = [("Net total", bill.subtotal)]
    rows += [(f"VAT {plain(rate)}%", tax) for rate, _, tax in bill.taxes]
    for label, value in rows:
        sheet.text(360, y, label, 10)
        sheet.text(536, y, english(value), 10, align="right")
        y += 18
    sheet.rule(360, y - 8, 540, 1, TEAL)
    sheet.text(360, y + 10, "Amount payable", 12, bold=True, color=TEAL)
    total = priced(bill.total, bill.currency)
    sheet.text(536, y + 10, total, 13, bold=True, color=TEAL, align="right")
    if not bill.tax:
        sheet.text(56, y + 10, "Intra-Community supply, exempt from VAT.", 9, italic=True)


def _foot(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.box(56, 716, 540, 780, fill="#f0fdfa", radius=6)
    lines = (
        f"Please pay into our account at {vendor.bank}",
        f"IBAN {vendor.iban_in_groups}   BIC {vendor.bic}",
        f"Payment reference {bill.payment_reference}. Charges of foreign banks are the payer's.",
    )
    sheet.lines(70, 737, lines, 9, 14)
    legal = f"{vendor.name} · VAT {vendor.tax_id} · {vendor.web}"
    sheet.text(sheet.width / 2, 806, legal, 8, color="#4b5563", align="centre")
