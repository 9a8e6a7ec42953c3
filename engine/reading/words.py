"""Characters put together to words by the pen's way across the page.

A new word begins where the text has a space or the pen jumps. pdfium's own idea of spaces is not
used: it tears numbers apart that were kerned and joins cells that stand close together.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.reading.code_points import are_hyphens, are_leftward
from engine.reading.frame import Frame
from engine.reading.glyphs import Glyphs, Styles
from engine.reading.mac_roman import mended_codes
from engine.reading.normal_text import normal
from engine.reading.page import Word

_WORD_GAP: Final = 0.14
"""Gap that parts two words, in font sizes; a space is 0.15 to 0.33 wide, kerning under 0.12."""

_LEFTWARD_GAP: Final = 0.18
"""The same between letters of scripts written leftwards, some of which join no other letter."""

_SPLIT_GAP: Final = 0.3
"""Widest gap, in font sizes, at which the last digit of an amount is put back to the others."""

_INK_OUTSIDE: Final = 0.1
"""Font sizes by which ink may reach over the line's height."""

_BACK_JUMP: Final = 0.6
_LINE_SHIFT: Final = 0.4
_SIZE_JUMP: Final = 1.7

_ASCENT: Final = 0.78
_DESCENT: Final = 0.22

_MOST_SPACING: Final = 0.6
_LAYER_CONFIDENCE: Final = 0.9
"""Of invisible words: they were recognised once, by a program that we do not know."""

_PER_CHARACTER: Final = ("index", "codes", "style", "size", "x0", "y0", "x1", "y1", "space_before")

_LEAST_LETTERS: Final = 2
"""Letters of a word that has a direction."""


class Runs:
    """The page's main text in a frame whose x axis is the writing direction and y grows downwards.

    All arrays have one entry per character; lengths are points.

    Args:
        glyphs: All characters of the page.
        solid: ``(k,)`` indexes of those that are read: of one direction, no spaces.
        spaces: ``(n,)`` whether a character is a space.
        styles: The page's styles.
        style_of: ``(n,)`` which of ``styles`` a character has.
        frame: Turns the direction of ``solid`` upright.
    """

    def __init__(
        self,
        glyphs: Glyphs,
        solid: NDArray[np.intp],
        spaces: NDArray[np.bool_],
        styles: Styles,
        style_of: NDArray[np.intp],
        frame: Frame,
    ) -> None:
        self._glyphs, self._styles, self._frame = glyphs, styles, frame
        self.index = solid
        self.codes = glyphs.codes[solid]
        self.style = style_of[solid]
        self.x0, self.y0, self.x1, self.y1 = frame.boxes(_along(glyphs, solid, frame.angle))
        self.size = self._believable_sizes()
        # A real space takes room; those that pdfium made up do not.
        real = spaces & (glyphs.boxes[:, 2] != glyphs.boxes[:, 0])
        self.space_before = np.diff(np.cumsum(real)[solid], prepend=0) > 0

    def words(self) -> tuple[Word, ...]:
        """The words, boxes as fractions of the turned page."""
        if not len(self.codes):
            return ()
        self._drop_overprints()
        starts = np.flatnonzero(self._breaks())
        codes = mended_codes(self.codes, self._styles.font[self.style])
        text = "".join(map(chr, np.where(are_hyphens(codes), 0x2D, codes).tolist()))
        left, right = np.minimum.reduceat(self.x0, starts), np.maximum.reduceat(self.x1, starts)
        top, bottom = self._heights(starts)
        boxes = np.stack([left, top, right, bottom], axis=1) / self._frame.scale
        middles = (boxes[:, :2] + boxes[:, 2:]) / 2
        inside: list[bool] = np.all((middles > 0) & (middles < 1), axis=1).tolist()
        places = np.round(np.clip(boxes, 0.0, 1.0), 5).tolist()
        ends = [*starts[1:].tolist(), len(text)]
        sizes = np.round(self.size[starts], 2).tolist()
        bold = self._styles.bold[self.style[starts]].tolist()
        invisible = self._styles.invisible[self.style[starts]]
        trust = np.where(invisible, _LAYER_CONFIDENCE, 1.0).tolist()
        found = []
        for begin, end, place, confidence, size, is_bold, is_in in zip(
            starts.tolist(), ends, places, trust, sizes, bold, inside, strict=True
        ):
            word = text[begin:end]
            if not word.isascii():
                word = normal(self._in_order_of_reading(word, begin, end))
            if is_in and word:
                x0, y0, x1, y1 = place
                found.append(Word(word, x0, y0, x1, y1, confidence, size, is_bold))
        return tuple(without_repeats(found, self._frame.width, self._frame.height))

    def invisible_share(self) -> float:
        """Part, 0..1, of the characters that leave no ink."""
        return float(self._styles.invisible[self.style].mean()) if len(self.style) else 0.0

    def _believable_sizes(self) -> NDArray[np.float64]:
        """Font sizes, replaced by the tallest box where a font's own units make no sense."""
        sizes = self._styles.size
        alike = self._alike_styles()
        highest = np.zeros(len(sizes))
        np.maximum.at(highest, alike[self.style], self.y1 - self.y0)
        tallest = highest[alike]
        doubtful = (tallest > 0) & ((tallest > 2.5 * sizes) | (tallest < 0.33 * sizes))
        found: NDArray[np.float64] = np.where(doubtful, tallest, sizes)[self.style]
        return np.maximum(found, 0.1)

    def _alike_styles(self) -> NDArray[np.intp]:
        """For each style the first one of the same known font and size.

        One object may hold nothing but a low letter, whose box is no measure of its font.
        """
        found = np.arange(len(self._styles.size))
        firsts: dict[tuple[int, float], int] = {}
        pairs = zip(self._styles.font.tolist(), self._styles.size.tolist(), strict=True)
        for place, (font, size) in enumerate(pairs):
            if font:
                found[place] = firsts.setdefault((font, size), place)
        return found

    def _drop_overprints(self) -> None:
        """Leave out characters printed again over the one before, a way to make type look bold."""
        shift = np.abs(np.diff(self.x0))
        narrow = np.minimum(0.12 * self.size[1:], 0.4 * (self.x1 - self.x0)[1:])
        same = (self.codes[1:] == self.codes[:-1]) & (shift <= narrow)
        same &= np.abs(np.diff(self.y1)) < 0.12 * self.size[1:]
        same &= ~self._is_one_glyph()
        if same.any():
            keep = np.concatenate(([True], ~same))
            for name in _PER_CHARACTER:
                setattr(self, name, getattr(self, name)[keep])

    def _is_one_glyph(self) -> NDArray[np.bool_]:
        """Whether a character and the one before come from one ligature: the same box, one object.

        One entry fewer than there are characters.
        """
        same = (np.diff(self.x0) == 0) & (np.diff(self.x1) == 0) & (np.diff(self.style) == 0)
        result: NDArray[np.bool_] = same & (np.diff(self.index) == 1)
        return result

    def _breaks(self) -> NDArray[np.bool_]:
        """Whether a word begins, for every character."""
        size = np.minimum(self.size[1:], self.size[:-1])
        larger = np.maximum(self.size[1:], self.size[:-1])
        gap = np.where(self._goes_left(), self.x0[:-1] - self.x1[1:], self.x0[1:] - self.x1[:-1])
        gap = gap / size
        gap = gap - self._letter_spacing(gap)
        widest = np.where(self._are_leftward(), _LEFTWARD_GAP, _WORD_GAP)
        parted = self.space_before[1:] | (gap > widest) | (gap < -_BACK_JUMP)
        parted |= (np.abs(np.diff(self.y1)) > _LINE_SHIFT * larger) & ~self._is_inside()
        parted |= larger > _SIZE_JUMP * size
        parted &= ~self._is_one_glyph()
        level = np.abs(np.diff(self.y1)) < 0.1 * size
        parted &= ~self._ends_amount(parted, level & (gap < _SPLIT_GAP))
        return np.concatenate(([True], parted))

    def _is_inside(self) -> NDArray[np.bool_]:
        """Whether one of two characters stands within the other's height, both of one size.

        A letter with a mark above it may have a box around its ink alone: it is of the same line.
        """
        top, bottom = np.diff(self.y0), np.diff(self.y1)
        room = _INK_OUTSIDE * self.size[1:]
        within = ((top > -room) & (bottom < room)) | ((top < room) & (bottom > -room))
        result: NDArray[np.bool_] = within & (np.diff(self.size) == 0)
        return result

    def _goes_left(self) -> NDArray[np.bool_]:
        """Whether two characters follow each other leftwards, as Hebrew and Arabic are written."""
        result: NDArray[np.bool_] = self._are_leftward() & (np.diff(self.x0) < 0)
        return result

    def _are_leftward(self) -> NDArray[np.bool_]:
        """Whether two characters are of scripts written leftwards."""
        leftward = are_leftward(self.codes)
        result: NDArray[np.bool_] = leftward[1:] & leftward[:-1]
        return result

    def _in_order_of_reading(self, word: str, begin: int, end: int) -> str:
        """A word whose letters are written leftwards but stand in the file from the left.

        Programs that shape Arabic themselves store it so. Letters of one ligature keep their order.
        """
        if end - begin < _LEAST_LETTERS or not all(map(_is_leftward, word)):
            return word
        x0 = self.x0[begin:end]
        if (np.diff(x0) < 0).any() or x0[0] == x0[-1]:
            return word
        glyphs = np.split(np.arange(end - begin), np.flatnonzero(np.diff(x0) > 0) + 1)
        return "".join(word[place] for glyph in reversed(glyphs) for place in glyph.tolist())

    def _letter_spacing(self, gap: NDArray[np.float64]) -> NDArray[np.float64]:
        """The even gap between letters that are set apart on purpose, per gap, in font sizes."""
        spacing = np.zeros(len(gap))
        inner = (np.diff(self.style) == 0) & ~self.space_before[1:] & (gap < _MOST_SPACING)
        for style in np.unique(self.style[1:][inner & (gap > _WORD_GAP)]).tolist():
            members = inner & (self.style[1:] == style)
            usual = float(np.median(gap[members]))
            if usual > 0.08 and members.sum() >= 4:
                spacing[members] = usual
        return spacing

    def _ends_amount(self, parted: NDArray[np.bool_], near: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Whether only kerning parts the last digit of an amount from the others: 653.1 3."""
        found = np.zeros(len(parted), np.bool_)
        if len(self.codes) < 4:
            return found
        digit = (self.codes >= 0x30) & (self.codes <= 0x39)
        mark = (self.codes == 0x2E) | (self.codes == 0x2C)
        found[2:] = digit[:-3] & mark[1:-2] & digit[2:-1] & digit[3:]
        found[2:] &= ~parted[:-2] & ~parted[1:-1]
        lone = np.ones(len(parted), np.bool_)
        lone[:-1] = parted[1:]
        result: NDArray[np.bool_] = found & near & lone & ~self.space_before[1:]
        return result

    def _heights(self, starts: NDArray[np.intp]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Top and bottom of every word, measured from its baseline by its font's size.

        So words of one row agree, whatever their fonts and letters. Where the box that pdfium gives
        is elsewhere, the font's units are odd and that box is taken.
        """
        top, bottom = np.minimum.reduceat(self.y0, starts), np.maximum.reduceat(self.y1, starts)
        base = self._frame.baselines(self._glyphs.origins(self.index[starts]))
        size = self.size[starts]
        high, low = base - _ASCENT * size, base + _DESCENT * size
        shared = np.minimum(low, bottom) - np.maximum(high, top)
        sane = shared > 0.5 * np.minimum(bottom - top, size)
        return np.where(sane, high, top), np.where(sane, low, bottom)


def _is_leftward(char: str) -> bool:
    """Whether ``char`` is a letter, or a mark on one, of a script written from right to left."""
    inside = bool(are_leftward(np.array([ord(char)], np.uint32))[0])
    return inside and unicodedata.category(char)[0] in "LM"


def without_repeats(words: Sequence[Word], width: float, height: float) -> list[Word]:
    """``words`` without those that stand on an equal word, as in type printed twice to look bold.

    ``width`` and ``height`` are the page's, in points.
    """
    kept: list[Word] = []
    places: dict[str, list[Word]] = {}
    for word in words:
        near = places.get(word.text)
        if near is None:
            places[word.text] = [word]
        elif _stands_on(word, near, width, height):
            continue
        else:
            near.append(word)
        kept.append(word)
    return kept


def _stands_on(word: Word, others: Sequence[Word], width: float, height: float) -> bool:
    across, down = 0.12 * word.font_size / width, 0.12 * word.font_size / height
    x, y = word.x0, word.y0
    for other in others:
        if -down <= other.y0 - y <= down and -across <= other.x0 - x <= across:
            return True
    return False


def _along(glyphs: Glyphs, solid: NDArray[np.intp], angle: int) -> NDArray[np.float64]:
    """``(k, 4)`` left, bottom, right, top in the page's own space, pen position to pen position."""
    boxes: NDArray[np.float64] = glyphs.boxes[solid].astype(np.float64)[:, [0, 3, 2, 1]]
    empty = (boxes[:, 2] - boxes[:, 0] < 0.01) | (boxes[:, 3] - boxes[:, 1] < 0.01)
    doubtful = np.flatnonzero(empty)
    if len(doubtful):
        # The font names no width: the ink has to do, from the pen's place on.
        tight = glyphs.tight_boxes(solid[doubtful])[:, [0, 3, 2, 1]]
        pens = glyphs.origins(solid[doubtful])
        side = {0: 0, 90: 1, 180: 2, 270: 3}[angle]
        tight[:, side] = pens[:, side % 2]
        boxes[doubtful] = tight
    return boxes
