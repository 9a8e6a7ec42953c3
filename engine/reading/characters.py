"""The characters of a page that are read, in a frame whose x axis is the writing direction.

y grows downwards. What pdfium says of fonts and boxes is doubted here, so that nobody else has to.
"""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from engine.reading.code_points import are_leftward
from engine.reading.frame import Frame
from engine.reading.glyphs import Glyphs, Styles


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters of one direction, no spaces, in the order of the content; lengths are points.

    All arrays have one entry per character.

    Attributes:
        index: Which of the page's glyphs it is.
        codes: Code points as pdfium gives them.
        style: Which of the page's styles it has.
        size: Of its font.
        x0: Left end, from pen position to pen position.
        y0: Top.
        x1: Right end.
        y1: Bottom.
        space_before: Whether a space that takes room stands before it.
    """

    index: NDArray[np.intp]
    codes: NDArray[np.uint32]
    style: NDArray[np.intp]
    size: NDArray[np.float64]
    x0: NDArray[np.float64]
    y0: NDArray[np.float64]
    x1: NDArray[np.float64]
    y1: NDArray[np.float64]
    space_before: NDArray[np.bool_]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.codes)

    def are_one_glyph(self) -> NDArray[np.bool_]:
        """Whether a character and the one before come from one ligature: the same box, one object.

        One entry fewer than there are characters.
        """
        same = (np.diff(self.x0) == 0) & (np.diff(self.x1) == 0) & (np.diff(self.style) == 0)
        result: NDArray[np.bool_] = same & (np.diff(self.index) == 1)
        return result

    def are_leftward(self) -> NDArray[np.bool_]:
        """Whether a character and the one before are of scripts written leftwards.

        One entry fewer than there are characters.
        """
        leftward = are_leftward(self.codes)
        result: NDArray[np.bool_] = leftward[1:] & leftward[:-1]
        return result

    def without_overprints(self) -> "Characters":
        """Without those printed again over the one before, a way to make type look bold."""
        shift = np.abs(np.diff(self.x0))
        narrow = np.minimum(0.12 * self.size[1:], 0.4 * (self.x1 - self.x0)[1:])
        same = (self.codes[1:] == self.codes[:-1]) & (shift <= narrow)
        same &= np.abs(np.diff(self.y1)) < 0.12 * self.size[1:]
        same &= ~self.are_one_glyph()
        if not same.any():
            return self
        keep = np.concatenate(([True], ~same))
        kept = {field.name: getattr(self, field.name)[keep] for field in fields(self)}
        return replace(self, **kept)


def characters_of(
    glyphs: Glyphs,
    solid: NDArray[np.intp],
    spaces: NDArray[np.bool_],
    styles: Styles,
    style_of: NDArray[np.intp],
    frame: Frame,
) -> Characters:
    """The characters of a page that are read.

    Args:
        glyphs: All characters of the page.
        solid: ``(k,)`` indexes of those that are read: of one direction, no spaces.
        spaces: ``(n,)`` whether a character is a space.
        styles: The page's styles.
        style_of: ``(n,)`` which of ``styles`` a character has.
        frame: Turns the direction of ``solid`` upright.
    """
    style = style_of[solid]
    x0, y0, x1, y1 = frame.boxes(_along(glyphs, solid, frame.angle))
    # A real space takes room; those that pdfium made up do not.
    real = spaces & (glyphs.boxes[:, 2] != glyphs.boxes[:, 0])
    return Characters(
        index=solid,
        codes=glyphs.codes[solid],
        style=style,
        size=_believable_sizes(styles, style, y1 - y0),
        x0=x0,
        y0=y0,
        x1=x1,
        y1=y1,
        space_before=np.diff(np.cumsum(real)[solid], prepend=0) > 0,
    )


def _believable_sizes(
    styles: Styles, style: NDArray[np.intp], heights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Font sizes, replaced by the tallest box where a font's own units make no sense."""
    sizes = styles.size
    alike = _alike_styles(styles)
    highest = np.zeros(len(sizes))
    np.maximum.at(highest, alike[style], heights)
    tallest = highest[alike]
    doubtful = (tallest > 0) & ((tallest > 2.5 * sizes) | (tallest < 0.33 * sizes))
    found: NDArray[np.float64] = np.where(doubtful, tallest, sizes)[style]
    return np.maximum(found, 0.1)


def _alike_styles(styles: Styles) -> NDArray[np.intp]:
    """For each style the first one of the same known font and size.

    One object may hold nothing but a low letter, whose box is no measure of its font.
    """
    found = np.arange(len(styles.size))
    firsts: dict[tuple[int, float], int] = {}
    pairs = zip(styles.font.tolist(), styles.size.tolist(), strict=True)
    for place, (font, size) in enumerate(pairs):
        if font:
            found[place] = firsts.setdefault((font, size), place)
    return found


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
