"""Small PDFs, and an installation that reads them in the test's own process."""

import io

import pytest
from read_rows import invoices, read_upload, statement  # noqa: F401 (fixtures)
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from engine.processing.pool import InlineExecutor
from engine.services import Services
from engine.settings import Settings

INVOICE_LINES = (
    "Acme Supplies Ltd",
    "INVOICE",
    "Invoice number: {number}",
    "Invoice date: 2026-02-03",
    "Due date: 2026-03-05",
    "Total amount: EUR 119.00",
)


@pytest.fixture
def invoice_pdf():
    """Makes a PDF with one invoice a page."""

    def make(pages=1, number="INV-100", password=None):
        buffer = io.BytesIO()
        encryption = StandardEncryption(password) if password else None
        canvas = Canvas(buffer, invariant=1, encrypt=encryption)
        for page in range(pages):
            for row, text in enumerate(INVOICE_LINES):
                canvas.drawString(72, 760 - 20 * row, text.format(number=f"{number}-{page + 1}"))
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return make


@pytest.fixture
def pdf_of():
    """Makes a PDF of one page with the given lines."""

    def make(*lines):
        buffer = io.BytesIO()
        canvas = Canvas(buffer, invariant=1)
        for row, text in enumerate(lines):
            canvas.drawString(72, 760 - 20 * row, text)
        canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return make


@pytest.fixture
def open_engine(tmp_path):
    """Opens the test's installation, as often as the test likes; closes what is left open."""
    opened = []

    def open_again(executor=None, quick_executor=None, **settings):
        engine = Services(
            Settings(data_dir=tmp_path / "data", **settings),
            executor=executor or InlineExecutor(),
            quick_executor=quick_executor,
        )
        opened.append(engine)
        return engine

    yield open_again
    for engine in opened:
        engine.close()


@pytest.fixture
def engine(open_engine):
    """An open installation."""
    return open_engine()
