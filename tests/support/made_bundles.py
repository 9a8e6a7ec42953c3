"""Files that hold several invoices, drawn with reportlab, and what is on which page.

Vendors differ in language, labels, fonts and where things stand; numbers, dates and amounts follow
from a seed, so that every file can be made again.
"""

import io
import random
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4


@dataclass(frozen=True)
class Vendor:
    """How one vendor's invoices look."""

    name: str
    street: str
    tax_id: str
    title: str
    number: str
    date: str
    buyer: str
    heads: tuple[str, str, str, str]
    net: str
    tax: str
    total: str
    page: str
    font: str = "Helvetica"
    is_number_left: bool = False


VENDORS = (
    Vendor(
        "Tarn Freight Ltd", "4 Dock Road, Hull HU1 2AB", "GB 285 4471 06", "INVOICE", "Invoice no.",
        "Invoice date", "Bill to", ("Description", "Qty", "Unit price", "Amount"), "Subtotal",
        "VAT 20 %", "Total", "Page {} of {}",
    ),
    Vendor(
        "Holzwerk Brandt GmbH", "Sägestr. 8, 33602 Bielefeld", "DE 812 553 907", "Rechnung",
        "Rechnungsnummer", "Rechnungsdatum", "Rechnungsempfänger",
        ("Bezeichnung", "Menge", "Einzelpreis", "Betrag"), "Nettobetrag", "MwSt. 19 %",
        "Gesamtbetrag", "Seite {} von {}", "Times-Roman", True,
    ),
    Vendor(
        "Atelier Moreau SARL", "12 rue des Lices, 35000 Rennes", "FR 40 512 667 093", "FACTURE",
        "Facture n°", "Date de facture", "Facturé à",
        ("Désignation", "Quantité", "Prix unitaire", "Montant"), "Total HT", "TVA 20 %",
        "Total TTC", "Page {} / {}",
    ),
    Vendor(
        "De Wit Installaties BV", "Havenweg 31, 3812 PR Amersfoort", "NL 8534.22.117.B01",
        "Factuur", "Factuurnummer", "Factuurdatum", "Klant",
        ("Omschrijving", "Aantal", "Prijs", "Bedrag"), "Subtotaal", "BTW 21 %", "Totaalbedrag",
        "Pagina {} van {}", "Courier", True,
    ),
)  # fmt: skip


@dataclass
class Bundle:
    """A file in the making: ``invoices`` are (number, first page, last page) in their order."""

    seed: int = 1
    invoices: list[tuple[str, int, int]] = field(default_factory=list)
    pages: int = 0

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=A4, invariant=True)
        self._count = 0

    def content(self) -> bytes:
        """The PDF."""
        self.canvas.save()
        return self._bytes.getvalue()

    def invoice(self, vendor: Vendor, pages: int = 1, *, count=True, rows: int = 3) -> str:
        """An invoice over ``pages`` pages; its number."""
        number = self.next_number(vendor)
        self.invoices.append((number, self.pages + 1, self.pages + pages))
        total = 0
        for page in range(1, pages + 1):
            top = self._head(vendor, number) if page == 1 else HEIGHT - 60
            if count:
                self._put(60, 30, vendor.page.format(page, pages), vendor.font, 8)
            per_page = rows if pages == 1 else 20
            total, top = self._items(vendor, top, per_page, total)
            if page == pages:
                self._sums(vendor, top, total)
            self._turn()
        return number

    def sheet(self, vendor: Vendor, columns: int, rows: int, most: int | None = None) -> None:
        """One page with small invoices of ``vendor`` in a grid, row by row."""
        self.pages += 1
        width, height = WIDTH / columns, HEIGHT / rows
        for place in range(min(most or columns * rows, columns * rows)):
            row, column = divmod(place, columns)
            number = self.next_number(vendor)
            self.invoices.append((number, self.pages, self.pages))
            self._voucher(
                vendor, number, column * width + 25, HEIGHT - row * height - 30, width - 50
            )
        self.canvas.showPage()

    def text(self, title: str, *lines: str) -> None:
        """A page that is no invoice's."""
        self._put(60, HEIGHT - 70, title, "Helvetica-Bold", 16)
        for place, line in enumerate(lines):
            self._put(60, HEIGHT - 110 - 13 * place, line, "Helvetica", 9)
        self._turn()

    def blank(self) -> None:
        """An empty page."""
        self._turn()

    def again(self, mark: str) -> None:
        """Let the next page be the first one once more, with ``mark`` at its top."""
        self.rng = random.Random(self.seed)
        self._count = 0
        self._put(300, HEIGHT - 30, mark, "Helvetica-Bold", 12)

    def next_number(self, vendor: Vendor) -> str:
        """Another invoice number in the vendor's way."""
        self._count += 1
        initials = "".join(word[0] for word in vendor.name.split()[:2]).upper()
        return f"{initials}-{2400 + 7 * self._count}"

    def _turn(self) -> None:
        self.pages += 1
        self.canvas.showPage()

    def _put(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)

    def _right(self, x: float, y: float, text: str, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawRightString(x, y, text)

    def _date(self) -> str:
        return f"{self.rng.randint(13, 28)}.{self.rng.randint(1, 12):02}.2025"

    def _head(self, vendor: Vendor, number: str) -> float:
        put, font = self._put, vendor.font
        put(60, HEIGHT - 60, vendor.name, font, 14)
        put(60, HEIGHT - 76, vendor.street, font, 9)
        put(60, HEIGHT - 88, vendor.tax_id, font, 9)
        put(60, HEIGHT - 130, vendor.title, font, 18)
        x = 60 if vendor.is_number_left else 350
        put(x, HEIGHT - 160, f"{vendor.number}: {number}", font, 10)
        put(x, HEIGHT - 174, f"{vendor.date}: {self._date()}", font, 10)
        put(60, HEIGHT - 200, f"{vendor.buyer}:", font, 10)
        put(60, HEIGHT - 213, f"Customer {self.rng.randint(100, 999)} & Sons", font, 10)
        return HEIGHT - 250

    def _items(self, vendor: Vendor, top: float, rows: int, total: int) -> tuple[int, float]:
        places = (60, 330, 440, 535)
        for x, head in zip(places, vendor.heads, strict=True):
            write = self._put if x == 60 else self._right
            write(x, top, head, vendor.font, 9)
        for row in range(1, rows + 1):
            count, price = self.rng.randint(1, 9), self.rng.randint(100, 90000)
            total += count * price
            cells = (f"Article {self.rng.randint(100, 999)}", str(count), money(price))
            for x, text in zip(places, (*cells, money(count * price)), strict=True):
                write = self._put if x == 60 else self._right
                write(x, top - 16 * row, text, vendor.font, 9)
        return total, top - 16 * rows - 30

    def _sums(self, vendor: Vendor, top: float, net: int) -> None:
        tax = net // 5
        sums = ((vendor.net, net), (vendor.tax, tax), (vendor.total, net + tax))
        for place, (name, amount) in enumerate(sums):
            self._put(360, top - 15 * place, name, vendor.font, 10)
            self._right(535, top - 15 * place, money(amount), vendor.font, 10)

    def _voucher(self, vendor: Vendor, number: str, x: float, y: float, width: float) -> None:
        net = self.rng.randint(1000, 99999)
        put, font = self._put, vendor.font
        put(x, y, vendor.name, font, 11)
        put(x, y - 13, vendor.street, font, 7)
        put(x, y - 32, f"{vendor.number}: {number}", font, 9)
        put(x, y - 44, f"{vendor.date}: {self._date()}", font, 9)
        for place, (name, amount) in enumerate(
            ((vendor.net, net), (vendor.tax, net // 5), (vendor.total, net + net // 5))
        ):
            put(x, y - 70 - 13 * place, name, font, 9)
            self._right(x + width, y - 70 - 13 * place, money(amount), font, 9)


def money(cents: int) -> str:
    """An amount with a point."""
    return f"{cents // 100:,}.{cents % 100:02}"
