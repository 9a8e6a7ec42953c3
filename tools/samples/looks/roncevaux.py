"""A French facture: serif type, burgundy, amounts with space and comma, TTC totals."""

from tools.samples.bills import Bill
from tools.samples.formats import dotted, french, french_worded, plain
from tools.samples.sheet import TIMES, Sheet
from tools.samples.table import Column, TableStyle, draw_header, draw_rows

WINE = "#7a1f3d"
COLUMNS = (
    Column("Désignation", 60, 300),
    Column("Quantité", 300, 355, "right"),
    Column("P.U. HT", 355, 420, "right"),
    Column("TVA", 420, 462, "right"),
    Column("Montant HT", 462, 540, "right"),
)
STYLE = TableStyle(size=10.5, header_size=10, header_rule=WINE, row_rule="#d9c7cd", row_height=23)


def draw(bill: Bill) -> bytes:
    """The invoice as PDF."""
    sheet = Sheet(TIMES, title=f"Facture {bill.number}", author=bill.vendor.name)
    vendor, middle = bill.vendor, sheet.width / 2
    sheet.text(middle, 70, "Atelier Roncevaux", 26, italic=True, color=WINE, align="centre")
    sheet.text(
        middle, 87, "STANDS · DÉCORS · SIGNALÉTIQUE", 8, color="#777777", align="centre", spacing=2
    )
    sheet.rule(230, 98, 365, 0.8, WINE)
    sheet.lines(60, 132, (vendor.name, *vendor.address, f"Tél. {vendor.phone}", vendor.email), 10)
    sheet.text(330, 132, "Facturé à :", 10, italic=True, color=WINE)
    sheet.lines(330, 148, (bill.customer.name, *bill.customer.address), 11, bold_first=True)
    sheet.text(60, 250, f"FACTURE N° {bill.number}", 16, bold=True, color=WINE)
    sheet.text(60, 270, f"Date d'émission : {french_worded(bill.date)}", 10.5)
    if bill.due:
        sheet.text(60, 285, f"Date d'échéance : {dotted(bill.due).replace('.', '/')}", 10.5)
    sheet.text(330, 270, f"Référence client : {bill.customer_number}", 10.5)
    sheet.text(330, 285, f"N° TVA client : {bill.customer.tax_id}", 10.5)
    y = draw_header(sheet, 306, COLUMNS, STYLE)
    rows = [
        (i.description, f"{plain(i.quantity)} {i.unit}".strip().replace(".", ","),
         french(i.unit_price), f"{plain(i.tax_rate)} %", french(i.amount))
        for i in bill.items
    ]  # fmt: skip
    y = draw_rows(sheet, y, COLUMNS, rows, STYLE)
    _totals(sheet, bill, y + 26)
    _foot(sheet, bill)
    return sheet.finish()


def _totals(sheet: Sheet, bill: Bill, y: float) -> None:
    rate = plain(bill.taxes[0][0])
    rows = (
        ("Total HT", bill.subtotal),
        (f"TVA {rate} %", bill.tax),
        ("Total TTC", bill.total),
    )
    for label, value in rows:
        sheet.text(370, y, label, 10.5)
        sheet.text(536, y, f"{french(value)} €", 10.5, align="right")
        y += 17
    sheet.box(360, y - 8, 540, y + 16, stroke=WINE, width=1.1)
    sheet.text(370, y + 8, "Net à payer", 12, bold=True, color=WINE)
    sheet.text(536, y + 8, f"{french(bill.total)} €", 12, bold=True, color=WINE, align="right")


def _foot(sheet: Sheet, bill: Bill) -> None:
    vendor = bill.vendor
    sheet.text(60, 640, "Règlement par virement à 30 jours", 10.5, bold=True)
    sheet.lines(
        60,
        656,
        (
            f"Banque : {vendor.bank}",
            f"IBAN : {vendor.iban_in_groups}",
            f"BIC : {vendor.bic}",
            f"Libellé du virement : {bill.payment_reference}",
        ),
        10,
    )
    late = (
        "En cas de retard de paiement, une pénalité égale à trois fois le taux d'intérêt légal "
        "sera exigible, ainsi qu'une indemnité forfaitaire pour frais de recouvrement de 40 €. "
        "Pas d'escompte pour règlement anticipé."
    )
    sheet.paragraph(60, 730, late, 480, 8.5, "#666666")
    siren = vendor.tax_id[4:]
    legal = (
        f"{vendor.name} au capital de 15 000 € · RCS Lyon-sur-Brume {siren} · "
        f"N° TVA intracommunautaire {vendor.tax_id}"
    )
    sheet.rule(60, 790, 540, 0.4, WINE)
    sheet.text(sheet.width / 2, 803, legal, 8, color="#666666", align="centre")
