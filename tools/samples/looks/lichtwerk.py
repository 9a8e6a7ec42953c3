"""A ZUGFeRD invoice: a sober German page, and the same bill as XML inside the PDF."""

from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import NameObject

from tools.samples.bills import Bill
from tools.samples.cii import cii
from tools.samples.formats import dotted, german, plain
from tools.samples.sheet import HELVETICA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

AMBER, GREY = "#a15c07", "#6b6b6b"
XML_NAME = "factur-x.xml"
COLUMNS = (
    Column("Artikel", 50, 110),
    Column("Bezeichnung", 110, 330),
    Column("Menge", 330, 385, "right"),
    Column("Preis EUR", 385, 465, "right"),
    Column("Betrag EUR", 465, 545, "right"),
)
STYLE = TableStyle(header_rule=AMBER, row_height=20, padding=4, size=9)


def draw(bill: Bill) -> bytes:
    """The invoice as PDF with its XML inside."""
    sheet = Sheet(HELVETICA, title=f"Rechnung {bill.number}", author=bill.vendor.name)
    _head(sheet, bill)
    y = draw_header(sheet, 330, COLUMNS, STYLE)
    rows = [
        (i.code, i.description, f"{plain(i.quantity)} {i.unit}", german(i.unit_price),
         german(i.amount))
        for i in bill.items
    ]  # fmt: skip
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE) + 26
    for label, value in (("Nettobetrag", bill.subtotal), ("Umsatzsteuer 0 %", bill.tax)):
        sheet.text(360, y, label, 9)
        sheet.text(545, y, german(value), 9, align="right")
        y += 16
    sheet.rule(360, y - 10, 545, 0.8, AMBER)
    sheet.text(360, y + 4, "Rechnungsbetrag EUR", 10, bold=True)
    sheet.text(545, y + 4, german(bill.total), 10, bold=True, align="right")
    sheet.text(50, y + 50, "Steuerfreie innergemeinschaftliche Lieferung.", 9)
    sheet.text(50, y + 64, "Diese Datei enthält die Rechnung auch als XML (ZUGFeRD).", 9)
    _foot(sheet, bill)
    return _with_xml(sheet.finish(), cii(bill))


def _head(sheet: Sheet, bill: Bill) -> None:
    vendor, customer = bill.vendor, bill.customer
    sheet.disc(62, 60, 12, AMBER)
    sheet.text(84, 66, vendor.name, 16, bold=True, color=AMBER)
    sheet.lines(50, 96, vendor.address, 8.5, 11, color=GREY)
    sheet.lines(50, 160, (customer.name, *customer.address), 10, 13)
    facts = (
        ("Rechnungsnummer", bill.number),
        ("Rechnungsdatum", dotted(bill.date)),
        ("Fällig am", dotted(bill.due) if bill.due else ""),
        ("Bestellnummer", bill.purchase_order),
        ("Ihre USt-IdNr.", customer.tax_id),
    )
    for index, (label, value) in enumerate(facts):
        sheet.text(360, 160 + index * 15, label, 9, color=GREY)
        sheet.text(545, 160 + index * 15, value, 9, align="right")
    sheet.text(50, 290, "Rechnung", 15, bold=True)


def _foot(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.rule(50, 765, 545, 0.5, AMBER)
    sheet.text(50, 780, f"USt-IdNr. {vendor.tax_id}", 8, color=GREY)
    sheet.text(190, 780, f"{vendor.bank} · IBAN {vendor.iban_in_groups}", 8, color=GREY)
    sheet.text(545, 780, f"Verwendungszweck {bill.payment_reference}", 8, color=GREY, align="right")


def _with_xml(pdf: bytes, xml: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    attached = writer.add_attachment(XML_NAME, xml)
    attached.associated_file_relationship = NameObject("/Alternative")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
