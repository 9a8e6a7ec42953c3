"""Pages of text runs and rules, and their way into a PDF: in order or not, kerned, overprinted."""

import io
import random
from dataclasses import dataclass, field, replace
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4

_CID = ("STSong-Light", "HeiseiKakuGo-W5")


@dataclass(frozen=True)
class Run:
    """Text from ``x`` on, ``y`` points under the page's top; ``align`` r ends it at ``x``."""

    text: str
    x: float
    y: float
    size: float = 9.0
    align: str = "l"
    font: str = "sans"
    turned: bool = False

    @property
    def width(self) -> float:
        """Points from its first to its last letter."""
        return float(stringWidth(self.text, font_name(self.font), self.size))

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.x - self.width if self.align == "r" else self.x


@dataclass
class Sheet:
    """One page while it is filled; rules are x0, y0, x1, y1."""

    runs: list[Run] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass(frozen=True)
class Ink:
    """How a producer writes the runs.

    ``order``: as set, shuffled, or columns. ``kerned``: the last figure of amounts is placed by
    itself. ``doubled``: amounts are printed twice, a hair apart. ``forms``: pages are form
    XObjects. ``glyphs``: every letter is placed by itself.
    """

    order: str = "set"
    kerned: bool = False
    doubled: bool = False
    forms: bool = False
    glyphs: bool = False


@cache
def font_name(font: str) -> str:
    """The PDF font of a short name; it is registered when it is first asked for."""
    if font == "sans":
        return "Helvetica"
    if font in _CID:
        registerFont(UnicodeCIDFont(font))
        return font
    if font == "dejavu":
        registerFont(TTFont("DejaVuSans", "DejaVuSans.ttf"))
        return "DejaVuSans"
    return font


def as_pdf(sheets: list[Sheet], ink: Ink, rng: random.Random) -> bytes:
    """The PDF file of ``sheets``."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=True)
    for number, sheet in enumerate(sheets):
        if ink.forms:
            canvas.beginForm(f"page{number}", 0, 0, WIDTH, HEIGHT)
        for x0, y0, x1, y1 in sheet.rules:
            canvas.setLineWidth(0.5)
            canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        for run in _inked(_ordered(sheet.runs, ink.order, rng), ink):
            _write(canvas, run)
        if ink.forms:
            canvas.endForm()
            canvas.doForm(f"page{number}")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _write(canvas: Canvas, run: Run) -> None:
    canvas.setFont(font_name(run.font), run.size)
    if run.turned:
        canvas.saveState()
        canvas.translate(run.x, HEIGHT - run.y)
        canvas.rotate(90)
        canvas.drawString(0, 0, run.text)
        canvas.restoreState()
    else:
        canvas.drawString(run.left, HEIGHT - run.y, run.text)


def _ordered(runs: list[Run], order: str, rng: random.Random) -> list[Run]:
    if order == "shuffled":
        return rng.sample(runs, len(runs))
    if order == "columns":
        return sorted(runs, key=lambda run: (round(run.x), run.y))
    return runs


def _inked(runs: list[Run], ink: Ink) -> list[Run]:
    result: list[Run] = []
    for run in runs:
        pieces = [run]
        is_amount = run.align == "r" and run.text[-1:].isdigit()
        if ink.glyphs and not run.turned:
            pieces = _letters(run)
        elif ink.kerned and is_amount:
            head = replace(run, text=run.text[:-1], x=run.left, align="l")
            tail = replace(run, text=run.text[-1], x=run.left + head.width + 0.2 * run.size)
            pieces = [head, replace(tail, align="l")]
        result += pieces
        if ink.doubled and is_amount:
            result += [replace(piece, x=piece.x + 0.25) for piece in pieces]
    return result


def _letters(run: Run) -> list[Run]:
    x, letters = run.left, []
    for letter in run.text:
        piece = replace(run, text=letter, x=x, align="l")
        x += piece.width
        if letter != " ":
            letters.append(piece)
    return letters
