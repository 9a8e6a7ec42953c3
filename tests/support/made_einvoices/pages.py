"""A bill as people see it, and PDFs that carry files."""

import io

from pypdf import PdfWriter
from pypdf.generic import NameObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from made_einvoices.bill import Bill


def page_of(bill: Bill) -> bytes:
    """A PDF page that shows the bill as people see it."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True)
    title = "Gutschrift" if bill.type_code == "381" else "Rechnung"
    rows = [
        (60, 790, bill.seller), (60, 776, "Am Sandtorkai 1"), (60, 762, "20457 Hamburg"),
        (60, 710, bill.buyer), (60, 696, "Kaistraße 5"), (60, 682, "24103 Kiel"),
        (60, 630, title),
        (60, 600, "Rechnungsnummer:"), (200, 600, bill.number),
        (60, 586, "Rechnungsdatum:"), (200, 586, _german_day(bill.issued)),
        (60, 572, "Fällig am:"), (200, 572, _german_day(bill.due)),
        (60, 558, "Bestellnummer:"), (200, 558, bill.order),
        (60, 520, "Beschreibung"), (290, 520, "Menge"), (370, 520, "Einzelpreis"),
        (480, 520, "Betrag"),
    ]  # fmt: skip
    y = 504
    for line in bill.lines:
        rows += [
            (60, y, line.name), (290, y, line.quantity.replace(".", ",")),
            (370, y, _german(line.price)), (480, y, _german(line.amount)),
        ]  # fmt: skip
        y -= 16
    for label, amount in (
        ("Nettobetrag", bill.net), (f"zzgl. {bill.rate[:2]} % MwSt.", bill.tax),
        (f"Rechnungsbetrag {bill.currency}", bill.gross),
    ):  # fmt: skip
        y -= 16
        rows += [(300, y, label), (480, y, _german(amount))]
    rows += [
        (60, 90, f"USt-IdNr.: {bill.seller_vat}"),
        (60, 76, f"IBAN: {_grouped(bill.iban)}"),
        (60, 62, f"Verwendungszweck: {bill.reference}"),
    ]
    canvas.setFont("Helvetica", 10)
    for x, height, text in rows:
        canvas.drawString(x, height, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _german_day(day: str) -> str:
    return f"{day[6:]}.{day[4:6]}.{day[:4]}"


def _german(amount: str) -> str:
    return amount.replace(".", ",")


def _grouped(iban: str) -> str:
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))


def joined(*pages: bytes) -> bytes:
    """One PDF of several."""
    writer = PdfWriter()
    for page in pages:
        writer.append(io.BytesIO(page))
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def hybrid(page: bytes, files: dict[str, bytes], relationship: str = "/Alternative") -> bytes:
    """The PDF ``page`` with ``files`` embedded in it."""
    writer = PdfWriter(clone_from=io.BytesIO(page))
    for name, content in files.items():
        attached = writer.add_attachment(name, content)
        attached.associated_file_relationship = NameObject(relationship)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
