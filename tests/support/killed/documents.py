"""Small files of every way of reading: text layers, a scan, bank files; and what they say."""

import io
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas


@dataclass(frozen=True)
class File:
    """One file of the batch."""

    name: str
    kind: str
    content: bytes


VENDORS = ("Acme Supplies Ltd", "Birch Paper GmbH", "Cedar Tools Inc")


def invoice_lines(vendor: str, number: str, day: str, total: str) -> list[str]:
    return [
        vendor,
        "INVOICE",
        f"Invoice number: {number}",
        f"Invoice date: {day}",
        "Description                Quantity    Price    Amount",
        f"Services                   1           {total}   {total}",
        f"Total amount: EUR {total}",
    ]


def statement_lines(rows: list[tuple[str, str, str]], opening: float) -> list[str]:
    lines = [
        "First Bank",
        "Account statement",
        "Account number: 12345678",
        "Statement period: 01.02.2026 - 28.02.2026",
        f"Opening balance                         {opening:.2f}",
        "Date          Description               Amount       Balance",
    ]
    for day, text, amount in rows:
        opening += float(amount)
        lines.append(f"{day}    {text:24}  {amount:>8}    {opening:.2f}")
    return [*lines, f"Closing balance                         {opening:.2f}"]


def pdf(*pages: list[str]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for lines in pages:
        canvas.setFont("Courier", 10)
        for row, text in enumerate(lines):
            canvas.drawString(60, 780 - 18 * row, text)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def scan(*pages: list[str]) -> bytes:
    """The pages as pictures, 150 dpi."""
    pictures = []
    for lines in pages:
        picture = Image.new("L", (1240, 700), 255)
        pen, font = ImageDraw.Draw(picture), ImageFont.load_default(26)
        for row, text in enumerate(lines):
            pen.text((100, 80 + 60 * row), text, fill=0, font=font)
        pictures.append(picture)
    buffer = io.BytesIO()
    pictures[0].save(
        buffer,
        "TIFF",
        save_all=True,
        append_images=pictures[1:],
        compression="tiff_lzw",
        dpi=(150, 150),
    )
    return buffer.getvalue()


def _invoice(place: int, pages: int = 1) -> File:
    vendor = VENDORS[place % len(VENDORS)]
    lines = [
        invoice_lines(
            vendor, f"N{place}-{page}", f"2026-02-{place + 1:02}", f"{100 + 10 * place + page}.00"
        )
        for page in range(1, pages + 1)
    ]
    return File(f"invoice-{place}.pdf", "invoices", pdf(*lines))


@cache
def files() -> dict[str, File]:
    """By short name."""
    statement = statement_lines(
        [
            ("03.02.2026", "Acme Supplies N0-1", "-101.00"),
            ("05.02.2026", "Birch Paper N1-1", "-111.00"),
            ("07.02.2026", "Customer payment", "250.00"),
            ("09.02.2026", "Cedar Tools N2-1", "-121.00"),
        ],
        1000.0,
    )
    table = (
        "Date;Description;Amount;Balance;Currency\n"
        "2026-02-11;Acme Supplies N3-1;-131.00;869.00;EUR\n"
        "2026-02-12;Customer payment;300.00;1169.00;EUR\n"
        "2026-02-13;Birch Paper N4-1;-141.00;1028.00;EUR\n"
    )
    scanned = [
        invoice_lines(VENDORS[1], f"S-{page}", f"2026-02-{20 + page}", f"{300 + page}.00")
        for page in (1, 2)
    ]
    made = [_invoice(0), _invoice(1), _invoice(2), _invoice(3, 3), _invoice(4), _invoice(5, 40)]
    named = {file.name.split(".")[0]: file for file in made}
    named["statement"] = File("statement.pdf", "bank", pdf(statement))
    named["table"] = File("movements.csv", "bank", table.encode())
    named["scan"] = File("scan.tif", "invoices", scan(*scanned))
    named["late"] = _invoice(6, 2)
    return named
