"""A page to draw on with the origin at its top left corner, in points."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

Align = Literal["left", "right", "centre"]


@cache
def register_fonts() -> None:
    """Make the free fonts that come with reportlab known: Vera and its bold and italic."""
    for name, file_name in (("Vera", "Vera"), ("Vera-Bold", "VeraBd"), ("Vera-Italic", "VeraIt")):
        registerFont(TTFont(name, f"{file_name}.ttf"))


@dataclass(frozen=True, slots=True)
class Typeface:
    """The three fonts of one document."""

    regular: str
    bold: str
    italic: str


HELVETICA = Typeface("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
TIMES = Typeface("Times-Roman", "Times-Bold", "Times-Italic")
COURIER = Typeface("Courier", "Courier-Bold", "Courier-Oblique")
VERA = Typeface("Vera", "Vera-Bold", "Vera-Italic")


@dataclass(slots=True)
class Sheet:
    """A document being drawn, page after page. ``y`` grows downwards."""

    face: Typeface
    width: float = A4[0]
    height: float = A4[1]
    title: str = ""
    author: str = ""
    ink: str = "#1b1b1b"
    buffer: BytesIO = field(default_factory=BytesIO)
    canvas: Canvas = field(init=False)

    def __post_init__(self) -> None:
        register_fonts()
        size = (self.width, self.height)
        self.canvas = Canvas(self.buffer, size, invariant=1, pageCompression=1)
        self.canvas.setTitle(self.title)
        self.canvas.setAuthor(self.author)

    @property
    def page_number(self) -> int:
        """The page being drawn, from 1."""
        return int(self.canvas.getPageNumber())

    def new_page(self) -> None:
        """Finish this page and begin the next."""
        self.canvas.showPage()

    def finish(self) -> bytes:
        """The PDF with every page that was begun."""
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 9,
        *,
        bold: bool = False,
        italic: bool = False,
        color: str = "",
        align: Align = "left",
        font: str = "",
        spacing: float = 0.0,
    ) -> float:
        """Write one line with its baseline at ``y``; returns its width in points."""
        name = font or (self.face.bold if bold else self.face.italic if italic else "")
        name = name or self.face.regular
        width = stringWidth(text, name, size) + spacing * max(0, len(text) - 1)
        left = x - {"left": 0.0, "right": width, "centre": width / 2}[align]
        self.canvas.setFillColor(HexColor(color or self.ink))
        line = self.canvas.beginText(left, self.height - y)
        line.setFont(name, size)
        if spacing:
            line.setCharSpace(spacing)
        line.textOut(text)
        if spacing:
            line.setCharSpace(0)
        self.canvas.drawText(line)
        return width

    def lines(
        self,
        x: float,
        y: float,
        texts: Sequence[str],
        size: float = 9,
        leading: float = 0,
        *,
        color: str = "",
        align: Align = "left",
        bold_first: bool = False,
    ) -> float:
        """Write lines under each other; returns the baseline after the last."""
        step = leading or size * 1.35
        for index, text in enumerate(texts):
            self.text(x, y, text, size, bold=bold_first and not index, color=color, align=align)
            y += step
        return y

    def paragraph(
        self, x: float, y: float, text: str, width: float, size: float = 9, color: str = ""
    ) -> float:
        """Write text wrapped to ``width``; returns the baseline after the last line."""
        return self.lines(
            x, y, simpleSplit(text, self.face.regular, size, width), size, color=color
        )

    def rule(
        self,
        x0: float,
        y: float,
        x1: float,
        width: float = 0.6,
        color: str = "#1b1b1b",
        dash: Sequence[int] = (),
    ) -> None:
        """Draw a horizontal line."""
        self._line(x0, y, x1, y, width, color, dash)

    def post(self, x: float, y0: float, y1: float, width: float = 0.6, color: str = "") -> None:
        """Draw a vertical line."""
        self._line(x, y0, x, y1, width, color or self.ink, ())

    def box(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        *,
        fill: str = "",
        stroke: str = "",
        width: float = 0.6,
        radius: float = 0,
    ) -> None:
        """Draw a rectangle, filled, outlined or both."""
        canvas = self.canvas
        canvas.setFillColor(HexColor(fill) if fill else Color(0, 0, 0, 0))
        canvas.setStrokeColor(HexColor(stroke or "#000000"))
        canvas.setLineWidth(width)
        shape = (x0, self.height - y1, x1 - x0, y1 - y0)
        if radius:
            canvas.roundRect(*shape, radius, stroke=int(bool(stroke)), fill=int(bool(fill)))
        else:
            canvas.rect(*shape, stroke=int(bool(stroke)), fill=int(bool(fill)))

    def disc(self, x: float, y: float, radius: float, color: str) -> None:
        """Draw a filled circle."""
        self.canvas.setFillColor(HexColor(color))
        self.canvas.circle(x, self.height - y, radius, stroke=0, fill=1)

    def _line(
        self,
        x0: float,
        y0: float,
        x1: float,
        y1: float,
        width: float,
        color: str,
        dash: Sequence[int],
    ) -> None:
        self.canvas.setStrokeColor(HexColor(color))
        self.canvas.setLineWidth(width)
        self.canvas.setDash(*((list(dash),) if dash else ([],)))
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)
        self.canvas.setDash([])
