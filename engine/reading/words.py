"""Characters put together to words by the pen's way across the page."""

import unicodedata
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.reading.characters import Characters
from engine.reading.code_points import are_hyphens, are_leftward
from engine.reading.frame import Frame
from engine.reading.glyphs import Glyphs, Styles
from engine.reading.mac_roman import mended_codes
from engine.reading.normal_text import normal
from engine.reading.page import Word
from engine.reading.word_starts import word_starts

_ASCENT: Final = 0.78
_DESCENT: Final = 0.22

_LAYER_CONFIDENCE: Final = 0.9
"""Of invisible words: they were recognised once, by a program that we do not know."""

_LEAST_LETTERS: Final = 2
"""Letters of a word that has a direction."""


def words_of(chars: Characters, glyphs: Glyphs, styles: Styles, frame: Frame) -> tuple[Word, ...]:
    """The words that ``chars`` make, boxes as fractions of the turned page.

    Args:
        chars: Those of the page's main direction.
        glyphs: All characters of the page.
        styles: The page's styles.
        frame: In which ``chars`` are upright.
    """
    if not len(chars):
        return ()
    starts = word_starts(chars)
    codes = mended_codes(chars.codes, styles.font[chars.style])
    text = "".join(map(chr, np.where(are_hyphens(codes), 0x2D, codes).tolist()))
    boxes = _boxes(chars, starts, glyphs, frame)
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2
    inside: list[bool] = np.all((middles > 0) & (middles < 1), axis=1).tolist()
    places = np.round(np.clip(boxes, 0.0, 1.0), 5).tolist()
    ends = [*starts[1:].tolist(), len(text)]
    sizes = np.round(chars.size[starts], 2).tolist()
    bold = styles.bold[chars.style[starts]].tolist()
    invisible = styles.invisible[chars.style[starts]]
    trust = np.where(invisible, _LAYER_CONFIDENCE, 1.0).tolist()
    found = []
    for begin, end, place, confidence, size, is_bold, is_in in zip(
        starts.tolist(), ends, places, trust, sizes, bold, inside, strict=True
    ):
        word = text[begin:end]
        if not word.isascii():
            word = normal(_in_order_of_reading(word, chars.x0[begin:end]))
        if is_in and word:
            x0, y0, x1, y1 = place
            found.append(Word(word, x0, y0, x1, y1, confidence, size, is_bold))
    return tuple(without_repeats(found, frame.width, frame.height))


def _boxes(
    chars: Characters, starts: NDArray[np.intp], glyphs: Glyphs, frame: Frame
) -> NDArray[np.float64]:
    left, right = np.minimum.reduceat(chars.x0, starts), np.maximum.reduceat(chars.x1, starts)
    top, bottom = _heights(chars, starts, glyphs, frame)
    boxes: NDArray[np.float64] = np.stack([left, top, right, bottom], axis=1) / frame.scale
    return boxes


def _heights(
    chars: Characters, starts: NDArray[np.intp], glyphs: Glyphs, frame: Frame
) -> tuple[NDArray[Any], NDArray[Any]]:
    """Top and bottom of every word, measured from its baseline by its font's size.

    So words of one row agree, whatever their fonts and letters. Where the box that pdfium gives is
    elsewhere, the font's units are odd and that box is taken.
    """
    top, bottom = np.minimum.reduceat(chars.y0, starts), np.maximum.reduceat(chars.y1, starts)
    base = frame.baselines(glyphs.origins(chars.index[starts]))
    size = chars.size[starts]
    high, low = base - _ASCENT * size, base + _DESCENT * size
    shared = np.minimum(low, bottom) - np.maximum(high, top)
    sane = shared > 0.5 * np.minimum(bottom - top, size)
    return np.where(sane, high, top), np.where(sane, low, bottom)


def _in_order_of_reading(word: str, x0: NDArray[np.float64]) -> str:
    """A word whose letters are written leftwards but stand in the file from the left.

    Programs that shape Arabic themselves store it so. Letters of one ligature keep their order.
    ``x0`` are the left ends of its characters.
    """
    if len(x0) < _LEAST_LETTERS or not all(map(_is_leftward, word)):
        return word
    if (np.diff(x0) < 0).any() or x0[0] == x0[-1]:
        return word
    glyphs = np.split(np.arange(len(x0)), np.flatnonzero(np.diff(x0) > 0) + 1)
    return "".join(word[place] for glyph in reversed(glyphs) for place in glyph.tolist())


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
