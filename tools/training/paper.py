"""Pages that remember what is written on them until they are printed.

The origin is the top left corner, lengths are points, ``y`` grows downwards. Because nothing is
printed before ``finish``, any page can be returned to (for "page 1 of 3"), and the writing can
come out in another order than it was drawn, as the programs that make real invoices do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tools.training.chance import Chance
from tools.training.faces import Face

Rgb = tuple[float, float, float]


@lru_cache(512)
def rgb(color: str) -> Rgb:
    """``#rrggbb`` as three numbers from 0 to 1."""
    return tuple(int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[return-value]


@dataclass(slots=True)
class Page:
    """One page: its size, its shapes in order, its words in order."""

    width: float
    height: float
    shapes: list[tuple[Any, ...]] = field(default_factory=list)
    words: list[tuple[Any, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Paper:
    """A document being drawn. ``order`` and ``strokes`` say how the words get into the file."""

    face: Face
    width: float
    height: float
    ink: str = "#1b1b1b"
    order: str = "drawn"
    strokes: str = "whole"
    title: str = ""
    pages: list[Page] = field(default_factory=list)
    current: int = -1

    def new_page(self, width: float = 0, height: float = 0) -> None:
        """Begin another page after the last and draw on it."""
        self.width, self.height = width or self.width, height or self.height
        self.pages.append(Page(self.width, self.height))
        self.current = len(self.pages) - 1

    def measure(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of a text in points."""
        return float(stringWidth(text, self.face.bold if bold else self.face.regular, size))

    def wrap(self, text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
        """The text in lines no wider than ``width``."""
        if self.measure(text, size, bold=bold) <= width:
            return [text]
        return list(simpleSplit(text, self.face.bold if bold else self.face.regular, size, width))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        italic: bool = False,
        color: str = "",
        align: str = "left",
        turn: float = 0.0,
    ) -> float:
        """Write one line with its baseline at ``y``; returns its width."""
        if not text:
            return 0.0
        name = self.face.bold if bold else self.face.italic if italic else self.face.regular
        width = float(stringWidth(text, name, size))
        left = x - {"left": 0.0, "right": width, "centre": width / 2}[align]
        page = self.pages[self.current]
        page.words.append((left, y, text, name, size, color or self.ink, turn))
        return width

    def lines(
        self, x: float, y: float, texts: Sequence[str], size: float, step: float, **how: Any
    ) -> float:
        """Write lines under each other; returns the baseline after the last."""
        for text in texts:
            self.text(x, y, text, size, **how)
            y += step
        return y

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, width: float = 0.6, color: str = ""
    ) -> None:
        """Draw a straight line."""
        page = self.pages[self.current]
        page.shapes.append(("line", x0, y0, x1, y1, width, color or self.ink))

    def box(
        self, x0: float, y0: float, x1: float, y1: float, *, fill: str = "", stroke: str = ""
    ) -> None:
        """Draw a rectangle, filled, outlined or both."""
        self.pages[self.current].shapes.append(("box", x0, y0, x1, y1, fill, stroke))

    def finish(self, chance: Chance) -> bytes:
        """The PDF with every page."""
        buffer = BytesIO()
        canvas = Canvas(buffer, (self.width, self.height), invariant=1, pageCompression=1)
        canvas.setTitle(self.title)
        for page in self.pages:
            canvas.setPageSize((page.width, page.height))
            _draw_shapes(canvas, page)
            _write(canvas, page, _ordered(page.words, self.order, chance), self.strokes)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()


def _ordered(words: list[tuple[Any, ...]], order: str, chance: Chance) -> list[tuple[Any, ...]]:
    if order == "rows":
        return sorted(words, key=lambda word: (round(word[1]), word[0]))
    if order == "backwards":
        return words[::-1]
    if order == "blocks":
        size = 12
        blocks = [words[i : i + size] for i in range(0, len(words), size)]
        return [word for block in chance.shuffled(blocks) for word in block]
    return words


def _draw_shapes(canvas: Canvas, page: Page) -> None:
    for shape in page.shapes:
        if shape[0] == "line":
            _, x0, y0, x1, y1, width, color = shape
            canvas.setStrokeColorRGB(*rgb(color))
            canvas.setLineWidth(width)
            canvas.line(x0, page.height - y0, x1, page.height - y1)
            continue
        _, x0, y0, x1, y1, fill, stroke = shape
        if fill:
            canvas.setFillColorRGB(*rgb(fill))
        if stroke:
            canvas.setStrokeColorRGB(*rgb(stroke))
            canvas.setLineWidth(0.6)
        canvas.rect(
            x0, page.height - y1, x1 - x0, y1 - y0, stroke=int(bool(stroke)), fill=int(bool(fill))
        )


def _write(canvas: Canvas, page: Page, words: list[tuple[Any, ...]], strokes: str) -> None:
    line = canvas.beginText()
    for left, y, text, name, size, color, turn in words:
        if turn:
            _write_turned(canvas, page, (left, y, text, name, size, color, turn))
            continue
        line.setFont(name, size)
        line.setFillColorRGB(*rgb(color))
        for part, x in _parts(text, left, name, size, strokes):
            line.setTextOrigin(x, page.height - y)
            line.textOut(part)
    canvas.drawText(line)


def _parts(text: str, left: float, name: str, size: float, strokes: str) -> list[tuple[str, float]]:
    """The pieces that a text is printed in, with the x of each."""
    if strokes == "whole" or len(text) < 2:
        return [(text, left)]
    pieces = text.split(" ") if strokes == "words" else list(text)
    gap = float(stringWidth(" ", name, size)) if strokes == "words" else 0.0
    made = []
    for piece in pieces:
        if piece.strip(" "):
            made.append((piece, left))
        left += float(stringWidth(piece, name, size)) + gap
    return made


def _write_turned(canvas: Canvas, page: Page, word: tuple[Any, ...]) -> None:
    left, y, text, name, size, color, turn = word
    canvas.saveState()
    canvas.setFont(name, size)
    canvas.setFillColorRGB(*rgb(color))
    canvas.translate(left, page.height - y)
    canvas.rotate(turn)
    canvas.drawString(0, 0, text)
    canvas.restoreState()
