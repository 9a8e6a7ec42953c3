"""Whether a file is invoices or a statement, when nobody says."""

import io

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from engine.processing.kind_guess import kind_of_name

STATEMENT = (
    "First Bank - Account statement",
    "Account number: 12345678   Statement period: 01.02.2026 - 28.02.2026",
    "Opening balance                         1000.00",
    "Date          Description               Amount       Balance",
    "04.02.2026    Acme Supplies INV-100     -119.00       881.00",
    "05.02.2026    Customer payment           200.00      1081.00",
    "06.02.2026    Card purchase              -81.00      1000.00",
    "Closing balance                         1000.00",
)


def pdf(lines):
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Courier", 10)
    for row, text in enumerate(lines):
        canvas.drawString(50, 780 - 18 * row, text)
    canvas.save()
    return buffer.getvalue()


def picture(lines):
    image = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(30)
    for row, text in enumerate(lines):
        draw.text((80, 100 + 60 * row), text, fill=0, font=font)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", dpi=(200, 200))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Statement 2026-02.pdf", "bank"),
        ("kontoauszug_12.pdf", "bank"),
        ("Relevé de compte.pdf", "bank"),
        ("estratto conto.pdf", "bank"),
        ("scan0001.pdf", "invoice"),
        ("INV-2026-17.pdf", "invoice"),
        ("Rechnung Bankhaus.pdf", "invoice"),
    ],
)
def test_a_name_speaks_for_a_kind(name, kind):
    assert kind_of_name(name) == kind


def test_words_decide_whatever_the_name_says(engine):
    receipt = engine.upload("invoice.pdf", pdf(STATEMENT))
    assert (receipt.kind, receipt.is_kind_sure) == ("bank", True)


def test_without_words_the_name_decides(engine):
    receipt = engine.upload("Kontoauszug.pdf", pdf(("1", "2")))
    assert (receipt.kind, receipt.is_kind_sure) == ("bank", False)
    assert engine.wait(receipt.upload_id, 60).status == "completed"
    assert engine.upload_kind(receipt.upload_id) == "bank"


def test_whoever_says_what_it_is_is_believed(engine):
    receipt = engine.upload("a.pdf", pdf(STATEMENT), kind="invoice")
    engine.wait(receipt.upload_id, 60)
    assert engine.upload_kind(receipt.upload_id) == "invoice"


@pytest.mark.ocr
def test_a_scan_becomes_what_its_words_say_once_it_is_read(engine):
    receipt = engine.upload("scan.png", picture(STATEMENT))
    assert (receipt.kind, receipt.is_kind_sure) == ("invoice", False)
    assert engine.wait(receipt.upload_id, 120).status == "completed"
    assert engine.upload_kind(receipt.upload_id) == "bank"
    assert engine.bank_upload(receipt.upload_id).document.processing_info.pages_ocr == 1
