"""The API as the app mounts it, over an installation that reads in the test's own process."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from engine.api import create_api
from engine.processing.pool import InlineExecutor
from engine.services import Services, services
from engine.settings import Settings

INVOICE = (
    "Acme Supplies Ltd",
    "INVOICE",
    "Invoice number: INV-100",
    "Invoice date: 2026-02-03",
    "Due date: 2026-03-05",
    "Total amount: EUR 119.00",
)
STATEMENT = (
    "First Bank",
    "Account statement",
    "Account number: 12345678",
    "Statement period: 01.02.2026 - 28.02.2026",
    "Opening balance                         1000.00",
    "Date          Description               Amount       Balance",
    "04.02.2026    Acme Supplies INV-100     -119.00       881.00",
    "05.02.2026    Customer payment           200.00      1081.00",
    "Closing balance                         1081.00",
)


def pdf(*pages):
    """A PDF with these lines of text on each page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for lines in pages:
        canvas.setFont("Courier", 10)
        for row, text in enumerate(lines):
            canvas.drawString(60, 780 - 18 * row, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def pdf_of():
    """Makes a PDF of one page with the given lines."""
    return lambda *lines: pdf(lines)


@pytest.fixture
def invoice_pdf():
    """One invoice."""
    return pdf(INVOICE)


@pytest.fixture
def statement_pdf():
    """A statement whose first line pays the invoice."""
    return pdf(STATEMENT)


@pytest.fixture
def engine(tmp_path):
    """An open installation."""
    opened = Services(Settings(data_dir=tmp_path), executor=InlineExecutor())
    yield opened
    opened.close()


@pytest.fixture
def client(engine):
    """A program that calls the API."""
    api = create_api(1_000_000)
    api.dependency_overrides[services] = lambda: engine
    with TestClient(Starlette(routes=[Mount("/api", api)])) as opened:
        yield opened


@pytest.fixture
def upload(client):
    """Uploads a file; the answer."""

    def send(kind, content, name="file.pdf", **more):
        files = {"file": (name, content, "application/pdf")}
        return client.post(f"/api/production/{kind}/upload", files=files, **more)

    return send
