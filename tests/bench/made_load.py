"""Small files, each another one, for many people who upload at once."""

import io

from reportlab.pdfgen.canvas import Canvas


def invoice(number: int) -> bytes:
    """A bill of one page."""
    return _page(
        f"Vendor {number % 40} Ltd",
        "INVOICE",
        f"Invoice number: LD-{number}",
        "Invoice date: 2026-02-03",
        "Due date: 2026-03-05",
        f"Total amount: EUR {100 + number % 900}.00",
    )


def statement(number: int) -> bytes:
    """A statement of two lines; the first pays the bill of that number."""
    paid = 100 + number % 900
    opening = 10_000 + number
    return _page(
        "First Bank",
        "Account statement",
        f"Account number: {10_000_000 + number}",
        "Statement period: 01.02.2026 - 28.02.2026",
        f"Opening balance                         {opening}.00",
        "Date          Description               Amount       Balance",
        f"04.02.2026    Vendor {number % 40} LD-{number}   -{paid}.00    {opening - paid}.00",
        f"05.02.2026    Customer payment           200.00      {opening - paid + 200}.00",
        f"Closing balance                         {opening - paid + 200}.00",
    )


def _page(*lines: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Courier", 10)
    for row, text in enumerate(lines):
        canvas.drawString(60, 780 - 18 * row, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
