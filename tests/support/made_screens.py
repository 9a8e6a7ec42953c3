"""What tests of screens start from: small PDF files, and a screen's words as one text."""

import io

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

INVOICE_LINES = (
    "Acme Supplies Ltd",
    "INVOICE",
    "Invoice number: INV-100",
    "Invoice date: 2026-02-03",
    "Due date: 2026-03-05",
    "Total amount: EUR 119.00",
)
WORDS = ("title", "subheader", "markdown", "caption", "error", "warning", "info", "success")


def pdf(lines=INVOICE_LINES, password=None):
    """A one-page PDF with these lines of text."""
    buffer = io.BytesIO()
    encryption = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(buffer, invariant=1, encrypt=encryption)
    for row, text in enumerate(lines):
        canvas.drawString(60, 780 - 18 * row, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def words_on(app):
    """Everything that the screen says, without the marks that keep data from being markup."""
    said = [str(element.value) for kind in WORDS for element in app.get(kind)]
    return "\n".join(said).replace("\\", "").replace("\u2060", "").replace("\u00a0", " ")


def button(app, label):
    """The button of that label."""
    return next(found for found in app.button if found.label == label)


def labels_of(app):
    """The labels of all buttons."""
    return [found.label for found in app.button]
