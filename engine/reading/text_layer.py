"""The text layer of a PDF page: its words, and what tells whether they can be trusted."""

from dataclasses import dataclass
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from engine.reading.characters import characters_of
from engine.reading.code_points import are_nothing, are_spaces
from engine.reading.frame import Frame
from engine.reading.glyphs import Glyphs
from engine.reading.page import Turn, Word
from engine.reading.words import words_of

_MOST_SLANT: Final = 10
"""Degrees by which text may stand off the page's sides and still count as straight."""


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
    rotation = int(page.get_rotation())
    spaces = are_spaces(glyphs.codes)
    solid = np.flatnonzero(~spaces & ~are_nothing(glyphs.codes))
    if not len(solid):
        frame = Frame.of(page, rotation)
        return TextLayer((), 0, frame.width, frame.height, 0.0, 0.0)
    styles, style_of = glyphs.styles()
    angles = _quarters(styles.angle)[style_of]
    angle = _main_angle(angles[solid])
    solid = solid[angles[solid] == angle]
    frame = Frame.of(page, angle)
    chars = characters_of(glyphs, solid, spaces, styles, style_of, frame).without_overprints()
    invisible = styles.invisible[chars.style]
    return TextLayer(
        words=words_of(chars, glyphs, styles, frame),
        turn=cast("Turn", (angle - rotation) % 360),
        width=frame.width,
        height=frame.height,
        invisible_share=float(invisible.mean()) if len(chars) else 0.0,
        unmapped_share=glyphs.map_error_share(solid[:: max(1, len(solid) // 256)]),
    )


def _quarters(angles: NDArray[np.int64]) -> NDArray[np.int64]:
    """The nearest of 0, 90, 180 and 270 degrees; -1 for text that stands aslant."""
    nearest = (angles + 45) // 90 * 90
    return np.where(np.abs(angles - nearest) <= _MOST_SLANT, nearest % 360, -1)


def _main_angle(angles: NDArray[np.int_]) -> int:
    """The quarter turn that most characters have; 0 when all of them stand aslant."""
    straight = angles[angles >= 0]
    if not len(straight):
        return 0
    return int(np.bincount(straight).argmax())
