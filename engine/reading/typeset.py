"""Pages made from text that has none: laid out, as words with places, and drawn.

Words and picture come from the same layout, so boxes lie where the words are.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from engine.reading.blocks import Block, OverlongError, Pairs, Paragraph, Table, Title
from engine.reading.lettering import font_of, length, wrapped
from engine.reading.page import Page, Word

_WIDTH: Final = 595.0
_HEIGHT: Final = 842.0
_MARGIN: Final = 48.0
_LABEL_WIDTH: Final = 120.0
_GAP: Final = 8.0
_LEADING: Final = 1.45
_BODY: Final = 9.0
_HEADING: Final = 10.5
_TITLE: Final = 17.0
_SMALL: Final = 8.0
_BOLD_SHARE: Final = 1.15
"""How much wider bold letters are, at most."""
_INK: Final = "#1f2328"
_GREY: Final = "#6b7280"
_RULE: Final = "#d0d7de"
_MOST_DPI: Final = 400


@dataclass(frozen=True, slots=True)
class Placed:
    """One word; ``x`` is its left edge and ``y`` its top, in points from the page's top left."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    grey: bool


@dataclass(frozen=True, slots=True)
class TypesetPage:
    """One page: its words, and the heights of its rules in points."""

    number: int
    placed: tuple[Placed, ...]
    rules: tuple[float, ...]

    @property
    def page(self) -> Page:
        """The same as a page that was read."""
        words = tuple(_word(placed) for placed in self.placed)
        return Page(self.number, _WIDTH, _HEIGHT, "text", words)


def typeset(blocks: Sequence[Block], max_pages: int | None = None) -> tuple[TypesetPage, ...]:
    """The pages that ``blocks`` fill, at least one.

    Raises:
        OverlongError: they fill more than ``max_pages``.
    """
    press = _Press(max_pages)
    for block in blocks:
        if isinstance(block, Title):
            press.title(block)
        elif isinstance(block, Pairs):
            press.pairs(block)
        elif isinstance(block, Table):
            press.table(block)
        else:
            press.paragraph(block)
    return press.pages()


def draw_page(page: TypesetPage, dpi: int) -> bytes:
    """The PNG of a page at ``dpi`` dots per inch, 400 at most."""
    scale = min(dpi, _MOST_DPI) / 72
    picture = Image.new("RGB", (round(_WIDTH * scale), round(_HEIGHT * scale)), "white")
    pen = ImageDraw.Draw(picture)
    for y in page.rules:
        pen.line(
            (_MARGIN * scale, y * scale, (_WIDTH - _MARGIN) * scale, y * scale),
            fill=_RULE,
            width=max(1, round(scale / 2)),
        )
    for placed in page.placed:
        font = font_of(placed.bold, round(placed.size * scale, 2))
        pen.text(
            (placed.x * scale, placed.y * scale),
            placed.text,
            fill=_GREY if placed.grey else _INK,
            font=font,
        )
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG", compress_level=6)
    return buffer.getvalue()


class _Press:
    """Sets blocks from top to bottom, and begins a page when one is full."""

    def __init__(self, max_pages: int | None) -> None:
        self._max_pages = max_pages
        self._done: list[TypesetPage] = []
        self._placed: list[Placed] = []
        self._rules: list[float] = []
        self._y = _MARGIN

    def pages(self) -> tuple[TypesetPage, ...]:
        if self._placed or not self._done:
            self._turn_page()
        return tuple(self._done)

    def title(self, block: Title) -> None:
        for line in wrapped(block.text, _WIDTH - 2 * _MARGIN, _TITLE * _BOLD_SHARE):
            self._line(((line, _MARGIN, False),), _TITLE, bold=True)
        if block.subtitle:
            for line in wrapped(block.subtitle, _WIDTH - 2 * _MARGIN, _SMALL):
                self._line(((line, _MARGIN, False),), _SMALL, grey=True)

    def pairs(self, block: Pairs) -> None:
        rows = [(label, value) for label, value in block.rows if value]
        if not rows:
            return
        self._heading(block.heading)
        right = _WIDTH - _MARGIN
        for label, value in rows:
            if block.is_sum:
                start = right - 2.2 * _LABEL_WIDTH
                self._line(((label, start, False), (value, right, True)), _BODY)
                continue
            width = right - _MARGIN - _LABEL_WIDTH
            for index, line in enumerate(wrapped(value, width, _BODY)):
                shown = (label, _MARGIN, False) if index == 0 else ("", _MARGIN, False)
                self._line((shown, (line, _MARGIN + _LABEL_WIDTH, False)), _BODY, grey_first=True)

    def table(self, block: Table) -> None:
        if not block.rows:
            return
        self._heading(block.heading)
        self._cells(block, block.heads, is_head=True)
        for row in block.rows:
            self._cells(block, row, is_head=False)

    def paragraph(self, block: Paragraph) -> None:
        if not block.text:
            return
        self._heading(block.heading)
        for line in wrapped(block.text, _WIDTH - 2 * _MARGIN, _BODY):
            self._line(((line, _MARGIN, False),), _BODY)

    def _cells(self, block: Table, row: Sequence[str], *, is_head: bool) -> None:
        """One row of a table; its left-set cells may be of several lines."""
        breadth = _WIDTH - 2 * _MARGIN
        columns: list[tuple[list[str], float, bool]] = []
        x = _MARGIN
        for text, share in zip(row, block.widths, strict=True):
            width = abs(share) * breadth
            edge = x + width if share < 0 else x
            columns.append((wrapped(text, width - _GAP, _BODY), edge, share < 0))
            x += width
        for index in range(max(len(lines) for lines, _, _ in columns)):
            parts = tuple(
                (lines[index] if index < len(lines) else "", edge, is_right)
                for lines, edge, is_right in columns
            )
            self._line(parts, _BODY, bold=is_head)

    def _heading(self, text: str) -> None:
        room = _HEADING * _LEADING + 3 * _BODY * _LEADING
        if self._y + room > _HEIGHT - _MARGIN:
            self._turn_page()
        self._y += _BODY
        if text:
            self._line(((text, _MARGIN, False),), _HEADING, bold=True)
            self._rules.append(self._y - 1)
            self._y += 3

    def _line(
        self,
        parts: Sequence[tuple[str, float, bool]],
        size: float,
        *,
        bold: bool = False,
        grey: bool = False,
        grey_first: bool = False,
    ) -> None:
        """Texts at their edges: left ones, or right ones where the third part says so."""
        if self._y + size * _LEADING > _HEIGHT - _MARGIN:
            self._turn_page()
        for index, (text, edge, is_right) in enumerate(parts):
            x = max(_MARGIN, edge - length(text, size, bold)) if is_right else edge
            for word in text.split():
                is_grey = grey or (grey_first and index == 0)
                self._placed.append(Placed(word, x, self._y, size, bold, is_grey))
                x += length(f"{word} ", size, bold)
        self._y += size * _LEADING

    def _turn_page(self) -> None:
        number = len(self._done) + 1
        if self._max_pages is not None and number > self._max_pages:
            raise OverlongError
        self._done.append(TypesetPage(number, tuple(self._placed), tuple(self._rules)))
        self._placed, self._rules, self._y = [], [], _MARGIN


def _word(placed: Placed) -> Word:
    right = placed.x + length(placed.text, placed.size, placed.bold)
    bottom = placed.y + placed.size * 1.2
    return Word(
        placed.text,
        min(placed.x, _WIDTH - 1) / _WIDTH,
        placed.y / _HEIGHT,
        min(1.0, right / _WIDTH),
        bottom / _HEIGHT,
        font_size=placed.size,
        bold=placed.bold,
    )
