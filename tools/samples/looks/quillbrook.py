"""A shop's invoice: navy band, ruled table, totals boxed at the lower right."""

from tools.samples.bills import Bill
from tools.samples.formats import english, plain, priced, slashed
from tools.samples.sheet import HELVETICA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

NAVY = "#1f3a5f"
COLUMNS = (
    Column("Code", 40, 98),
    Column("Description", 98, 318),
    Column("Qty", 318, 358, "right"),
    Column("Unit price", 358, 424, "right"),
    Column("VAT %", 424, 470, "right"),
    Column("Amount", 470, 555, "right"),
)
STYLE = TableStyle(header_fill=NAVY, header_ink="#ffffff", grid="#9aa7b8", row_height=20)


def draw(bill: Bill) -> bytes:
    """The invoice as PDF."""
    sheet = Sheet(HELVETICA, title=f"Invoice {bill.number}", author=bill.vendor.name)
    _head(sheet, bill)
    y = draw_header(sheet, 292, COLUMNS, STYLE)
    rows = [
        (i.code, i.description, plain(i.quantity), english(i.unit_price), plain(i.tax_rate),
         english(i.amount))
        for i in bill.items
    ]  # fmt: skip
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE)
    _totals(sheet, bill, y + 16)
    _foot(sheet, bill)
    return sheet.finish()


def _head(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.box(0, 0, sheet.width, 84, fill=NAVY)
    sheet.box(40, 26, 72, 58, fill="#f2b134", radius=5)
    sheet.text(47, 51, "Q", 26, bold=True, color=NAVY)
    sheet.text(84, 47, vendor.name, 17, bold=True, color="#ffffff")
    sheet.text(84, 62, "Everything your desk is missing", 8.5, italic=True, color="#c9d4e3")
    sheet.text(555, 52, "INVOICE", 24, bold=True, color="#ffffff", align="right", spacing=1.5)
    y = sheet.lines(40, 108, vendor.address, 8.5, color="#555555")
    sheet.lines(40, y, (f"Tel {vendor.phone}", vendor.email), 8.5, color="#555555")
    sheet.text(40, 196, "Bill to", 9, bold=True, color=NAVY)
    sheet.lines(40, 211, (bill.customer.name, *bill.customer.address), 10, bold_first=True)
    sheet.box(330, 182, 555, 272, stroke="#9aa7b8")
    facts = (
        ("Invoice No.", bill.number),
        ("Invoice date", slashed(bill.date)),
        ("Due date", slashed(bill.due) if bill.due else ""),
        ("Customer No.", bill.customer_number),
        ("Your order", bill.purchase_order),
    )
    for index, (label, value) in enumerate(facts):
        y = 198 + index * 16
        sheet.text(340, y, label, 9, color="#555555")
        sheet.text(545, y, value, 9.5, bold=True, align="right")


def _totals(sheet: Sheet, bill: Bill, y: float) -> None:
    rows = [("Subtotal", english(bill.subtotal))]
    rows += [
        (f"VAT {plain(rate)}% on {english(net)}", english(tax)) for rate, net, tax in bill.taxes
    ]
    for label, value in rows:
        sheet.text(350, y + 12, label, 9)
        sheet.text(547, y + 12, value, 9, align="right")
        y += 18
    sheet.box(340, y, 555, y + 26, fill=NAVY)
    sheet.text(350, y + 17, "Total due", 11, bold=True, color="#ffffff")
    total = priced(bill.total, bill.currency)
    sheet.text(547, y + 17, total, 12, bold=True, color="#ffffff", align="right")


def _foot(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.rule(40, 742, 555, 0.6, "#9aa7b8")
    sheet.text(40, 758, "How to pay", 9, bold=True, color=NAVY)
    bank = f"{vendor.bank}  ·  IBAN {vendor.iban_in_groups}  ·  BIC {vendor.bic}"
    sheet.text(40, 772, bank, 8.5)
    note = f"Please quote {bill.number} with your payment. Payment within 30 days of invoice date."
    sheet.text(40, 785, note, 8.5)
    legal = f"{vendor.name}  ·  VAT No. {vendor.tax_id}  ·  {vendor.web}"
    sheet.text(sheet.width / 2, 812, legal, 7.5, color="#777777", align="centre")
