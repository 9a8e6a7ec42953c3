"""A German Rechnung in the manner of a business letter, decimal comma, Skonto terms."""

import datetime as dt

from tools.samples.bills import Bill, cents
from tools.samples.formats import dotted, german, plain
from tools.samples.sheet import HELVETICA, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

STEEL, GREY = "#3d5a6c", "#6b6b6b"
COLUMNS = (
    Column("Pos.", 57, 85),
    Column("Art.-Nr.", 85, 135),
    Column("Bezeichnung", 135, 330),
    Column("Menge", 330, 372, "right"),
    Column("Einheit", 372, 410),
    Column("Einzelpreis", 410, 475, "right"),
    Column("Gesamt €", 475, 553, "right"),
)
STYLE = TableStyle(header_rule="#3d5a6c", row_height=19, padding=3, size=9)


def draw(bill: Bill) -> bytes:
    """The invoice as PDF."""
    sheet = Sheet(HELVETICA, title=f"Rechnung {bill.number}", author=bill.vendor.name)
    _letterhead(sheet, bill)
    _facts(sheet, bill)
    sheet.text(57, 322, f"Rechnung {bill.number}", 15, bold=True, color=STEEL)
    opening = "Sehr geehrte Damen und Herren, wir berechnen Ihnen wie folgt:"
    sheet.text(57, 344, opening, 9.5)
    y = draw_header(sheet, 358, COLUMNS, STYLE)
    rows = [
        (str(n), i.code, i.description, plain(i.quantity), i.unit, german(i.unit_price),
         german(i.amount))
        for n, i in enumerate(bill.items, start=1)
    ]  # fmt: skip
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE)
    sheet.rule(57, y + 2, 553, 0.6, STEEL)
    y = _totals(sheet, bill, y + 20)
    _terms(sheet, bill, y + 30)
    _foot(sheet, bill)
    return sheet.finish()


def _letterhead(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.disc(74, 62, 17, STEEL)
    sheet.disc(74, 62, 9, "#ffffff")
    sheet.text(102, 60, "OSTERFELD", 19, bold=True, color=STEEL, spacing=2)
    sheet.text(102, 74, "Präzisionsteile", 10, color=GREY, spacing=1)
    sender = " · ".join((vendor.name, *vendor.address[:2]))
    sheet.text(57, 138, sender, 6.5, color=GREY)
    sheet.rule(57, 141, 270, 0.3, GREY)
    customer = bill.customer
    sheet.lines(57, 158, (customer.name, *customer.address[:-1], "IRLAND"), 10.5, 14)


def _facts(sheet: Sheet, bill: Bill) -> None:
    facts = (
        ("Rechnungsnummer", bill.number),
        ("Rechnungsdatum", dotted(bill.date)),
        ("Lieferdatum", dotted(bill.date - dt.timedelta(days=3))),
        ("Kundennummer", bill.customer_number),
        ("Ihre Bestellung", bill.purchase_order),
        ("Ihre USt-IdNr.", bill.customer.tax_id),
        ("Bearbeiterin", "Frau Imhoff"),
    )
    for index, (label, value) in enumerate(facts):
        y = 158 + index * 14
        sheet.text(370, y, label, 9, color=GREY)
        sheet.text(553, y, value, 9, align="right")


def _totals(sheet: Sheet, bill: Bill, y: float) -> float:
    rate = plain(bill.taxes[0][0])
    for label, value in (
        ("Nettobetrag", bill.subtotal),
        (f"zzgl. {rate} % Umsatzsteuer", bill.tax),
    ):
        sheet.text(365, y, label, 9.5)
        sheet.text(550, y, f"{german(value)} €", 9.5, align="right")
        y += 16
    sheet.rule(365, y - 11, 553, 0.6, STEEL)
    sheet.text(365, y + 3, "Rechnungsbetrag", 10.5, bold=True)
    sheet.text(550, y + 3, f"{german(bill.total)} €", 10.5, bold=True, align="right")
    sheet.rule(365, y + 8, 553, 1.4, STEEL)
    return y


def _terms(sheet: Sheet, bill: Bill, y: float) -> None:
    if bill.discount and bill.due:
        by = dotted(bill.date + dt.timedelta(days=bill.discount.days))
        reduced = cents(bill.total * (100 - bill.discount.percent) / 100)
        sheet.lines(
            57,
            y,
            (
                f"Zahlungsbedingungen: zahlbar bis {dotted(bill.due)} ohne Abzug.",
                f"Bei Zahlung innerhalb von {bill.discount.days} Tagen (bis {by}) gewähren wir "
                f"{plain(bill.discount.percent)} % Skonto: {german(reduced)} €.",
                "Lieferung ab Werk Lindental. Die Ware bleibt bis zur vollständigen Bezahlung "
                "unser Eigentum.",
            ),
            9,
            14,
        )
    sheet.text(57, y + 58, "Mit freundlichen Grüßen", 9)
    sheet.text(57, y + 72, bill.vendor.name, 9)


def _foot(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.rule(57, 766, 553, 0.5, STEEL)
    blocks = (
        (57, (vendor.name, *vendor.address[:2])),
        (205, (f"Telefon {vendor.phone}", vendor.email, vendor.web)),
        (330, (vendor.bank, f"IBAN {vendor.iban_in_groups}", f"BIC {vendor.bic}")),
        (478, (f"USt-IdNr. {vendor.tax_id}", "HRB 90417 Lindental", "GF: Jutta Osterfeld")),
    )
    for x, lines in blocks:
        sheet.lines(x, 779, lines, 6.8, 9.5, color=GREY)
