"""Long statements of an invented bank with the truth of every row, for timing and for peers.

Drawn straight onto the page, so that hundreds of pages take seconds; the same pages and seed give
the same statement.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from random import Random
from typing import Final

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

PAYEES: Final = (
    "Harrow & Finch Ltd", "Ostwind Papier", "Calder Rail", "Brightwell Energy", "Mosskin Foods",
    "Tallow Street Market", "Pellerin Optique", "Quayside Rent", "Nordlys Data", "Ibex Couriers",
)  # fmt: skip
WAYS: Final = ("Card payment", "Transfer to", "Direct debit", "Standing order", "Deposit from")
OPENING: Final = Decimal("48210.55")
Printed = tuple[str, str]
"""A row's day and amount as they are drawn."""

_FIRST_DAY: Final = dt.date(2025, 1, 2)
_FIRST_TOP, _TOP = 660.0, 700.0


@dataclass(frozen=True, slots=True)
class MadeRow:
    """One transaction in truth; ``wraps`` are further lines of its description."""

    date: dt.date
    description: str
    amount: Decimal
    balance: Decimal
    wraps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeStatement:
    """A statement as PDF, and what it says; ``printed`` are each row's day and amount as drawn."""

    content: bytes
    rows: tuple[MadeRow, ...]
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a table is drawn.

    ``heads`` are words, their edge in points, and whether that is the right one; ``printed`` gives
    a row's day and amount.
    """

    heads: tuple[tuple[str, float, bool], ...]
    printed: Callable[[MadeRow], Printed]
    draw_row: Callable[[Canvas, MadeRow, Printed, float], None]
    row_points: float
    has_totals: bool = False


def balance_statement(pages: int, seed: int = 3) -> MadeStatement:
    """Paid out, paid in and a balance on every row; 37 or 38 rows a page: 15 000 on 400 pages."""
    counts = [(n + 1) * 75 // 2 - n * 75 // 2 for n in range(pages)]
    return _made(counts, made_rows(sum(counts), seed), _BALANCES)


def wrapped_statement(pages: int, seed: int = 4) -> MadeStatement:
    """Signed amounts with a running balance; each description takes two or three lines."""
    return _made([15] * pages, made_rows(15 * pages, seed, wraps=True), _WRAPPED)


def totals_statement(pages: int, seed: int = 5) -> MadeStatement:
    """Amounts marked CR or DR and no running balance; totals stand at the end."""
    return _made([36] * pages, made_rows(36 * pages, seed), _TOTALS)


def made_rows(count: int, seed: int, *, wraps: bool = False) -> tuple[MadeRow, ...]:
    """``count`` transactions within 360 days, in the order of their days."""
    random, balance, rows = Random(seed), OPENING, []
    for number in range(count):
        way, payee = random.choice(WAYS), random.choice(PAYEES)
        amount = Decimal(int(random.random() ** 3 * 400_000) + 99) / 100
        if way == "Deposit from" or balance - amount < 500:
            way, amount = "Deposit from", amount + 3000
        else:
            amount = -amount
        balance += amount
        more = (f"Mandate {payee[:4].upper()}-{number:06d}", f"Thank you {random.choice(PAYEES)}")
        rows.append(
            MadeRow(
                date=_FIRST_DAY + dt.timedelta(days=number * 360 // count),
                description=f"{way} {payee} {100_000 + number}",
                amount=amount,
                balance=balance,
                wraps=more[: random.randint(1, 2)] if wraps else (),
            )
        )
    return tuple(rows)


def _made(counts: list[int], rows: tuple[MadeRow, ...], layout: _Layout) -> MadeStatement:
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    printed = tuple(map(layout.printed, rows))
    waiting = iter(zip(rows, printed, strict=True))
    for page, count in enumerate(counts, start=1):
        y = _letterhead(canvas, page, rows)
        for words, x, is_right in layout.heads:
            (canvas.drawRightString if is_right else canvas.drawString)(x, y + 22, words)
        canvas.setFont("Helvetica", 8.5)
        for _ in range(count):
            layout.draw_row(canvas, *next(waiting), y)
            y -= layout.row_points
        if page == len(counts):
            _closing(canvas, rows, y, has_totals=layout.has_totals)
        canvas.drawCentredString(297, 24, f"Page {page} of {len(counts)}")
        canvas.showPage()
    canvas.save()
    return MadeStatement(out.getvalue(), rows, printed)


def _letterhead(canvas: Canvas, page: int, rows: tuple[MadeRow, ...]) -> float:
    """Draw what stands above the table; where its first row stands, in points."""
    canvas.setFont("Helvetica-Bold", 16)
    canvas.drawString(50, 790, "Merrowdale Savings Bank")
    canvas.setFont("Helvetica", 8.5)
    canvas.drawString(50, 772, "Account number 40918 27736  Currency EUR")
    if page > 1:
        canvas.setFont("Helvetica-Bold", 9)
        return _TOP
    first, last = rows[0].date, rows[-1].date
    canvas.drawString(50, 750, "Larkhill Trading Ltd")
    canvas.drawString(50, 738, "7 Weir Lane, Ashcombe")
    canvas.drawString(50, 714, f"Statement period {first:%d %B %Y} to {last:%d %B %Y}")
    canvas.drawString(50, 700, "Opening balance")
    canvas.drawRightString(240, 700, f"{OPENING:,.2f}")
    canvas.setFont("Helvetica-Bold", 9)
    return _FIRST_TOP


def _closing(canvas: Canvas, rows: tuple[MadeRow, ...], y: float, *, has_totals: bool) -> None:
    lines = [("Closing balance", rows[-1].balance)]
    if has_totals:
        lines.append(("Total credits", sum((r.amount for r in rows if r.amount > 0), Decimal(0))))
        lines.append(("Total debits", -sum((r.amount for r in rows if r.amount < 0), Decimal(0))))
    for label, amount in lines:
        y -= 8
        canvas.drawString(110, y, label)
        canvas.drawRightString(550, y, f"{amount:,.2f}")


def _draw_balance_row(canvas: Canvas, row: MadeRow, printed: Printed, y: float) -> None:
    canvas.drawString(50, y, printed[0])
    canvas.drawString(110, y, row.description)
    canvas.drawRightString(390 if row.amount < 0 else 470, y, printed[1])
    canvas.drawRightString(550, y, f"{row.balance:,.2f}")


def _draw_wrapped_row(canvas: Canvas, row: MadeRow, printed: Printed, y: float) -> None:
    canvas.drawString(50, y, printed[0])
    for number, words in enumerate((row.description, *row.wraps)):
        canvas.drawString(130, y - 11 * number, words)
    canvas.drawRightString(450, y, printed[1])
    canvas.drawRightString(550, y, f"{row.balance:,.2f}")


def _draw_marked_row(canvas: Canvas, row: MadeRow, printed: Printed, y: float) -> None:
    canvas.drawString(50, y, printed[0])
    canvas.drawString(130, y, row.description)
    canvas.drawRightString(550, y, printed[1])


def _marked(row: MadeRow) -> Printed:
    mark = "CR" if row.amount > 0 else "DR"
    return f"{row.date:%d.%m.%Y}", f"{abs(row.amount):,.2f} {mark}"


_BALANCES: Final = _Layout(
    heads=(
        ("Date", 50, False),
        ("Details", 110, False),
        ("Paid out", 390, True),
        ("Paid in", 470, True),
        ("Balance", 550, True),
    ),
    printed=lambda row: (f"{row.date:%d %b %Y}", f"{abs(row.amount):,.2f}"),
    draw_row=_draw_balance_row,
    row_points=16,
)
_WRAPPED: Final = _Layout(
    heads=(
        ("Date", 50, False),
        ("Description", 130, False),
        ("Amount", 450, True),
        ("Balance", 550, True),
    ),
    printed=lambda row: (f"{row.date:%d/%m/%Y}", f"{row.amount:,.2f}"),
    draw_row=_draw_wrapped_row,
    row_points=41,
)
_TOTALS: Final = _Layout(
    heads=(("Date", 50, False), ("Description", 130, False), ("Amount", 550, True)),
    printed=_marked,
    draw_row=_draw_marked_row,
    row_points=16.4,
    has_totals=True,
)
