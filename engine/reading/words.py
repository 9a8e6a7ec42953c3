"""Characters put together to words by the pen's way across the page.

A new word begins where the text has a space or the pen jumps. pdfium's own idea of spaces is not
used: it tears numbers apart that were kerned and joins cells that stand close together.
"""

import unicodedata
from dataclasses import dataclass
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from engine.reading.glyphs import Glyphs, Style
from engine.reading.page import Turn, Word

_WORD_GAP: Final = 0.16
"""Gap that parts two words, in font sizes; a space is 0.22 to 0.33 wide in common fonts."""

_BACK_JUMP: Final = 0.6
_LINE_SHIFT: Final = 0.4
_SIZE_JUMP: Final = 1.7

_ASCENT: Final = 0.78
_DESCENT: Final = 0.22

_SPACES: Final = np.array(
    [0x20, 0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], np.uint32
)
_NOTHING: Final = np.array(
    [0x00, 0x0A, 0x0D, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF], np.uint32
)
_LINE_END_HYPHENS: Final = np.array([0x02, 0xFFFE], np.uint32)
"""What pdfium puts for a hyphen at the end of a line."""


@dataclass(frozen=True, slots=True)
class TextLayer:
    """What a page's text layer says.

    Attributes:
        words: In the order of the content, visible and invisible ones.
        turn: Degrees clockwise to turn the page as shown so that most of its text is upright.
        width: Points, of the turned page.
        height: Points, of the turned page.
        invisible_share: Part, 0..1, of the characters that are drawn without ink.
        unmapped_share: Part, 0..1, of the characters whose font names no Unicode character.
    """

    words: tuple[Word, ...]
    turn: Turn
    width: float
    height: float
    invisible_share: float
    unmapped_share: float


def read_text_layer(page: Any) -> TextLayer:
    """The text layer of a pypdfium2 ``PdfPage``; words that lie outside the page are left out."""
    text_page = page.get_textpage()
    try:
        return _read(Glyphs(text_page), page)
    finally:
        text_page.close()


def _read(glyphs: Glyphs, page: Any) -> TextLayer:
    box = _page_box(page)
    rotation = int(page.get_rotation())
    codes = glyphs.codes
    spaces = np.isin(codes, _SPACES)
    solid = np.flatnonzero(~spaces & ~np.isin(codes, _NOTHING))
    if not len(solid):
        return _empty(box, rotation)
    styles, style_of = glyphs.styles()
    angles = np.array([_quarter(style.angle) for style in styles])[style_of]
    angle = _main_angle(angles[solid])
    solid = solid[angles[solid] == angle]
    runs = _Runs(glyphs, solid, spaces, styles, style_of, box, angle)
    words = runs.words()
    sample = solid[:: max(1, len(solid) // 256)]
    width, height = box[2] - box[0], box[3] - box[1]
    if angle in (90, 270):
        width, height = height, width
    return TextLayer(
        words=words,
        turn=cast("Turn", (angle - rotation) % 360),
        width=width,
        height=height,
        invisible_share=float(runs.invisible.mean()) if len(solid) else 0.0,
        unmapped_share=glyphs.map_error_share(sample),
    )


def _page_box(page: Any) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the part that viewers show, in the page's own points."""
    left, bottom, right, top = page.get_bbox()
    return left, bottom, max(right, left + 1e-3), max(top, bottom + 1e-3)


def _empty(box: tuple[float, float, float, float], rotation: int) -> TextLayer:
    width, height = box[2] - box[0], box[3] - box[1]
    if rotation in (90, 270):
        width, height = height, width
    return TextLayer((), 0, width, height, 0.0, 0.0)


def _quarter(angle: int) -> int:
    """The nearest of 0, 90, 180 and 270 degrees; -1 for text that stands aslant."""
    nearest = round(angle / 90) * 90
    return nearest % 360 if abs(angle - nearest) <= 10 else -1


def _main_angle(angles: NDArray[np.int_]) -> int:
    """The quarter turn that most characters have; 0 when all of them stand aslant."""
    straight = angles[angles >= 0]
    if not len(straight):
        return 0
    return int(np.bincount(straight).argmax())


class _Runs:
    """The page's main text in a frame whose x axis is the writing direction and y grows downwards.

    All arrays have one entry per character of ``solid``; lengths are points.
    """

    def __init__(
        self,
        glyphs: Glyphs,
        solid: NDArray[np.intp],
        spaces: NDArray[np.bool_],
        styles: list[Style],
        style_of: NDArray[np.intp],
        box: tuple[float, float, float, float],
        angle: int,
    ) -> None:
        self._glyphs, self._styles, self._box, self._angle = glyphs, styles, box, angle
        of_solid = style_of[solid]
        self.codes = glyphs.codes[solid]
        self.style = of_solid
        self.size = np.array([style.size for style in styles])[of_solid]
        self.invisible = np.array([style.invisible for style in styles])[of_solid]
        edges = _along(glyphs, solid, angle)
        self.x0, self.y0, self.x1, self.y1 = _frame(edges, box, angle)
        # A real space takes room; those that pdfium made up do not.
        width = glyphs.boxes[:, 2] - glyphs.boxes[:, 0]
        real = spaces & ((width > 0) | (np.abs(glyphs.boxes[:, 1] - glyphs.boxes[:, 3]) > 1e-3))
        seen = np.cumsum(real)
        self.space_before = np.diff(seen[solid], prepend=0) > 0

    def words(self) -> tuple[Word, ...]:
        """The words, boxes as fractions of the turned page."""
        if not len(self.codes):
            return ()
        self._drop_overprints()
        starts = np.flatnonzero(self._breaks())
        text = "".join(map(chr, np.where(np.isin(self.codes, _LINE_END_HYPHENS), 0x2D, self.codes)))
        ends = [*starts[1:].tolist(), len(text)]
        left = np.minimum.reduceat(self.x0, starts)
        right = np.maximum.reduceat(self.x1, starts)
        top, bottom = self._heights(starts)
        width, height = self._box[2] - self._box[0], self._box[3] - self._box[1]
        if self._angle in (90, 270):
            width, height = height, width
        boxes = np.stack([left / width, top / height, right / width, bottom / height], axis=1)
        inside = ((boxes[:, 0] + boxes[:, 2]) / 2 > 0) & ((boxes[:, 0] + boxes[:, 2]) / 2 < 1)
        inside &= ((boxes[:, 1] + boxes[:, 3]) / 2 > 0) & ((boxes[:, 1] + boxes[:, 3]) / 2 < 1)
        places = np.round(np.clip(boxes, 0.0, 1.0), 5).tolist()
        found = []
        for begin, end, place, is_in in zip(starts.tolist(), ends, places, inside, strict=True):
            style = self._styles[self.style[begin]]
            word = normal(text[begin:end])
            if is_in and word:
                x0, y0, x1, y1 = place
                found.append(Word(word, x0, y0, x1, y1, 1.0, round(style.size, 2), style.bold))
        return tuple(found)

    def _drop_overprints(self) -> None:
        """Leave out characters printed again over the one before, a way to make type look bold."""
        width = self.x1 - self.x0
        same = (self.codes[1:] == self.codes[:-1]) & (np.abs(np.diff(self.x0)) < 0.5 * width[1:])
        same &= np.abs(np.diff(self.y1)) < 0.25 * self.size[1:]
        keep = np.concatenate(([True], ~same))
        for name in ("codes", "style", "size", "x0", "y0", "x1", "y1", "space_before"):
            setattr(self, name, getattr(self, name)[keep])

    def _breaks(self) -> NDArray[np.bool_]:
        """Whether a word begins, for every character."""
        size = np.minimum(self.size[1:], self.size[:-1])
        larger = np.maximum(self.size[1:], self.size[:-1])
        gap = self.x0[1:] - self.x1[:-1]
        parted = self.space_before[1:] | (gap > _WORD_GAP * size) | (gap < -_BACK_JUMP * size)
        parted |= np.abs(np.diff(self.y1)) > _LINE_SHIFT * larger
        parted |= larger > _SIZE_JUMP * size
        return np.concatenate(([True], parted))

    def _heights(self, starts: NDArray[np.intp]) -> tuple[Any, Any]:
        """Top and bottom of every word: from the baseline by the font's size where that is sane."""
        low_top = np.minimum.reduceat(self.y0, starts)
        low_bottom = np.maximum.reduceat(self.y1, starts)
        return low_top, low_bottom


def _along(glyphs: Glyphs, solid: NDArray[np.intp], angle: int) -> NDArray[np.float64]:
    """``(k, 4)`` left, bottom, right, top in the page's own space, pen position to pen position."""
    boxes = glyphs.boxes[solid].astype(np.float64)[:, [0, 3, 2, 1]]
    if angle:
        doubtful = np.arange(len(solid))
    else:
        doubtful = np.flatnonzero((boxes[:, 2] - boxes[:, 0] < 0.01) | (boxes[:, 3] <= boxes[:, 1]))
    if len(doubtful):
        tight = glyphs.tight_boxes(solid[doubtful])[:, [0, 3, 2, 1]]
        pens = glyphs.origins(solid[doubtful])
        side = {0: 0, 90: 1, 180: 2, 270: 3}[angle]
        tight[:, side] = pens[:, side % 2]
        boxes[doubtful] = tight
    return boxes


def _frame(
    edges: NDArray[np.float64], box: tuple[float, float, float, float], angle: int
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any], NDArray[Any]]:
    """x0, y0, x1, y1 after turning the page clockwise by ``angle``, origin top left."""
    left, bottom, right, top = edges.T
    x0, x1 = left - box[0], right - box[0]
    y0, y1 = box[3] - top, box[3] - bottom
    width, height = box[2] - box[0], box[3] - box[1]
    if angle == 90:
        return height - y1, x0, height - y0, x1
    if angle == 180:
        return width - x1, height - y1, width - x0, height - y0
    if angle == 270:
        return y0, width - x1, y1, width - x0
    return x0, y0, x1, y1


def normal(text: str) -> str:
    """``text`` with composed accents, ligatures spelt out and full-width letters made plain.

    Not full NFKC: that would make 2 out of a raised ², and change numbers.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", "".join(map(_plain, text)))


def _plain(char: str) -> str:
    code = ord(char)
    is_ligature = 0xFB00 <= code <= 0xFB4F or 0xFB50 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC
    if is_ligature or 0xFF01 <= code <= 0xFF5E:
        return unicodedata.normalize("NFKC", char)
    return char
