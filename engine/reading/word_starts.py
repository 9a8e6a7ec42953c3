"""Where words begin: the text has a space there, or the pen jumps.

pdfium's own idea of spaces is not used: it tears numbers apart that were kerned and joins cells
that stand close together.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.reading.characters import Characters

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
_MOST_SPACING: Final = 0.6


def word_starts(chars: Characters) -> NDArray[np.intp]:
    """Places of the characters, of which there is one at least, with which words begin."""
    size = np.minimum(chars.size[1:], chars.size[:-1])
    larger = np.maximum(chars.size[1:], chars.size[:-1])
    leftward = chars.are_leftward()
    # Hebrew and Arabic are written leftwards.
    goes_left = leftward & (np.diff(chars.x0) < 0)
    gap = np.where(goes_left, chars.x0[:-1] - chars.x1[1:], chars.x0[1:] - chars.x1[:-1]) / size
    gap = gap - _letter_spacing(chars, gap)
    widest = np.where(leftward, _LEFTWARD_GAP, _WORD_GAP)
    sunk = np.abs(np.diff(chars.y1))
    parted = chars.space_before[1:] | (gap > widest) | (gap < -_BACK_JUMP)
    parted |= (sunk > _LINE_SHIFT * larger) & ~_are_inside(chars)
    parted |= larger > _SIZE_JUMP * size
    parted &= ~chars.are_one_glyph()
    parted &= ~_end_amounts(chars, parted, (sunk < 0.1 * size) & (gap < _SPLIT_GAP))
    return np.flatnonzero(np.concatenate(([True], parted)))


def _are_inside(chars: Characters) -> NDArray[np.bool_]:
    """Whether one of two characters stands within the other's height, both of one size.

    A letter with a mark above it may have a box around its ink alone: it is of the same line.
    """
    top, bottom = np.diff(chars.y0), np.diff(chars.y1)
    room = _INK_OUTSIDE * chars.size[1:]
    within = ((top > -room) & (bottom < room)) | ((top < room) & (bottom > -room))
    result: NDArray[np.bool_] = within & (np.diff(chars.size) == 0)
    return result


def _letter_spacing(chars: Characters, gap: NDArray[np.float64]) -> NDArray[np.float64]:
    """The even gap between letters that are set apart on purpose, per gap, in font sizes."""
    spacing = np.zeros(len(gap))
    inner = (np.diff(chars.style) == 0) & ~chars.space_before[1:] & (gap < _MOST_SPACING)
    for style in np.unique(chars.style[1:][inner & (gap > _WORD_GAP)]).tolist():
        members = inner & (chars.style[1:] == style)
        usual = float(np.median(gap[members]))
        if usual > 0.08 and members.sum() >= 4:
            spacing[members] = usual
    return spacing


def _end_amounts(
    chars: Characters, parted: NDArray[np.bool_], near: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Whether only kerning parts the last digit of an amount from the others: 653.1 3."""
    found = np.zeros(len(parted), np.bool_)
    if len(chars) < 4:
        return found
    digit = (chars.codes >= 0x30) & (chars.codes <= 0x39)
    mark = (chars.codes == 0x2E) | (chars.codes == 0x2C)
    found[2:] = digit[:-3] & mark[1:-2] & digit[2:-1] & digit[3:]
    found[2:] &= ~parted[:-2] & ~parted[1:-1]
    lone = np.ones(len(parted), np.bool_)
    lone[:-1] = parted[1:]
    result: NDArray[np.bool_] = found & near & lone & ~chars.space_before[1:]
    return result
