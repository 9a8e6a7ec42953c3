"""Pieces of a PDF: words, tables and bars in one look.

Text is drawn as it is, never as markup. Where the font has no letter for a character a question
mark stands in its place.
"""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

import reportlab
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing, String
from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    Flowable,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from engine.exports import ExportTable
from engine.exports.cells import cell_of, currency_of
from engine.presentation import UNKNOWN, amount, day, moment, percent

_FONTS: Final = (
    (
        Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
        Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
    ),
    (
        Path(reportlab.__file__).parent / "fonts/Vera.ttf",
        Path(reportlab.__file__).parent / "fonts/VeraBd.ttf",
    ),
)
"""The first pair that is installed; reportlab brings the last one along."""

INK: Final = colors.HexColor("#1c2521")
SOFT: Final = colors.HexColor("#5a625c")
RULE: Final = colors.HexColor("#dfe2da")
_HEAD: Final = colors.HexColor("#f2f3ee")
_COLOURS: Final = tuple(
    colors.HexColor(code)
    for code in ("#0f6b5c", "#c08128", "#3b6fb6", "#a8506e", "#7f8f3d", "#868d88")
)
_MOST_ROWS: Final = 40
_NUMBERS: Final = frozenset({"money", "number", "share"})
WIDTH: Final = landscape(A4)[0] - 30 * mm
"""Of what is printed, in points."""


def landscape_pdf(title: str, footer: str, story: Iterable[Flowable]) -> bytes:
    """A landscape A4 document; ``footer`` and the page's number stand below every page."""
    register_fonts()
    buffer = io.BytesIO()
    document = SimpleDocTemplate(
        buffer,
        pagesize=landscape(A4),
        leftMargin=15 * mm,
        rightMargin=15 * mm,
        topMargin=14 * mm,
        bottomMargin=14 * mm,
        title=title,
        author="Matchbook",
    )
    document.build(
        list(story),
        onFirstPage=lambda canvas, _: _footer(canvas, footer),
        onLaterPages=lambda canvas, _: _footer(canvas, footer),
    )
    return buffer.getvalue()


def _footer(canvas: Any, words: str) -> None:
    canvas.saveState()
    canvas.setFont("Board", 7)
    canvas.setFillColor(SOFT)
    canvas.drawString(15 * mm, 8 * mm, _drawable(words))
    canvas.drawRightString(landscape(A4)[0] - 15 * mm, 8 * mm, f"Page {canvas.getPageNumber()}")
    canvas.restoreState()


def bars(
    title: str,
    places: Sequence[str],
    series: Sequence[tuple[str, Sequence[Decimal]]],
    *,
    is_stacked: bool = False,
) -> Flowable | None:
    """A chart of series along places; None where there is nothing to draw."""
    if not series or not places:
        return None
    width, height = WIDTH / 3 - 8, 150.0
    drawing = Drawing(width, height + 44)
    drawing.add(String(0, height + 34, title, fontName="Board-Bold", fontSize=9, fillColor=INK))
    chart = VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 44, 26, int(width) - 50, int(height) - 26
    chart.data = [[float(value) for value in values] for _, values in series]
    chart.valueAxis.valueMin = min(0.0, *(value for row in chart.data for value in row))
    chart.categoryAxis.categoryNames = list(places)
    chart.categoryAxis.style = "stacked" if is_stacked else "parallel"
    chart.categoryAxis.labels.fontName = chart.valueAxis.labels.fontName = "Board"
    chart.categoryAxis.labels.fontSize = chart.valueAxis.labels.fontSize = 6
    chart.categoryAxis.labels.angle = 45 if len(places) > 6 else 0
    chart.categoryAxis.labels.boxAnchor = "ne" if len(places) > 6 else "n"
    chart.valueAxis.labelTextFormat = lambda value: f"{value:,.0f}"
    chart.valueAxis.strokeColor = chart.categoryAxis.strokeColor = RULE
    for index in range(len(series)):
        chart.bars[index].fillColor = _COLOURS[index % len(_COLOURS)]
        chart.bars[index].strokeColor = None
    drawing.add(chart)
    _legend(drawing, [name for name, _ in series], height, width)
    return drawing


def _legend(drawing: Drawing, names: Sequence[str], height: float, width: float) -> None:
    x, y = 0.0, height + 22.0
    for index, name in enumerate(names):
        label = _drawable(name)[:22]
        step = 10 + 3.6 * len(label) + 8
        if x and x + step > width:
            x, y = 0.0, y - 9.0
        colour = _COLOURS[index % len(_COLOURS)]
        drawing.add(String(x, y, "■", fontName="Board", fontSize=7, fillColor=colour))
        drawing.add(String(x + 9, y, label, fontName="Board", fontSize=6.5, fillColor=INK))
        x += step


def table_of(table: ExportTable, zone: dt.tzinfo, *, most: int = _MOST_ROWS) -> Iterable[Flowable]:
    """A table under its name, cut after ``most`` rows; nothing when it has none."""
    rows = list(table.rows)
    if not rows:
        return
    are_numbers = [column.kind in _NUMBERS for column in table.columns]
    head = [
        words(column.title, size=7.5, bold=True, is_number=is_number)
        for column, is_number in zip(table.columns, are_numbers, strict=True)
    ]
    body = [
        [
            words(_cell(table, index, row, zone), size=7.5, is_number=is_number)
            for index, is_number in enumerate(are_numbers)
        ]
        for row in rows[:most]
    ]
    drawn = Table([head, *body], repeatRows=1, hAlign="LEFT")
    drawn.setStyle(
        TableStyle(
            [
                ("BACKGROUND", (0, 0), (-1, 0), _HEAD),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, RULE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
            ]
        )
    )
    yield Spacer(1, 6 * mm)
    yield words(table.name, size=13, bold=True)
    yield drawn
    if len(rows) > most:
        yield words(f"and {len(rows) - most:,} more rows", size=7.5, colour=SOFT)


def _cell(table: ExportTable, index: int, row: Any, zone: dt.tzinfo) -> str:
    column = table.columns[index]
    value = cell_of(column, row, zone)
    if value is None:
        return UNKNOWN
    if column.kind == "share" and not isinstance(value, str):
        return percent(value)  # type: ignore[arg-type]
    if column.kind == "money" and isinstance(value, Decimal):
        return amount(value, currency_of(column, row))
    if isinstance(value, dt.datetime):
        return moment(value, zone)
    if isinstance(value, dt.date):
        return day(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return f"{value:.2f}" if isinstance(value, float | Decimal) else str(value)


def words(
    text: str,
    size: float = 9,
    *,
    bold: bool = False,
    colour: Any = INK,
    is_number: bool = False,
) -> Paragraph:
    """A paragraph of plain text; numbers end where their column does."""
    style = ParagraphStyle(
        "board",
        fontName="Board-Bold" if bold else "Board",
        fontSize=size,
        leading=size * 1.32,
        textColor=colour,
        alignment=TA_RIGHT if is_number else TA_LEFT,
    )
    return Paragraph(escape(_drawable(text)), style)


def _drawable(text: str) -> str:
    known = _letters()
    line = " ".join(text.split()).replace("\u2060", "")
    return "".join(letter if ord(letter) in known or letter == " " else "?" for letter in line)


@cache
def register_fonts() -> None:
    """Make the letters known; once."""
    regular, bold = next(pair for pair in _FONTS if all(path.is_file() for path in pair))
    registerFont(TTFont("Board", str(regular)))
    registerFont(TTFont("Board-Bold", str(bold)))


@cache
def _letters() -> frozenset[int]:
    regular, _ = next(pair for pair in _FONTS if all(path.is_file() for path in pair))
    return frozenset(TTFont("Letters", str(regular)).face.charToGlyph)
