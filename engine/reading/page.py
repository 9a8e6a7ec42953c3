"""A page as words with places: what every reader of documents makes and every extractor takes.

Boxes are fractions of the upright page, so they fit any image of it at any resolution.
"""

from dataclasses import dataclass
from typing import Literal

import msgspec

from engine.reading.plane import Plane

PageSource = Literal["text", "ocr"]
Turn = Literal[0, 90, 180, 270]
EngineName = Literal["tesseract", "rapidocr"]


class Word(msgspec.Struct, frozen=True, gc=False):
    """One word and its box: fractions of the page, the origin is the page's top left corner.

    A long file has hundreds of thousands of them, so they are structs, which are made in a tenth
    of a dataclass's time.

    Attributes:
        text: The characters between two spaces; never empty.
        x0: Left edge.
        y0: Top edge; for a text layer the top of the tallest letters of the font.
        x1: Right edge.
        y1: Bottom edge; for a text layer a little under the baseline.
        confidence: 0 to 1; 1 for a text layer, what the OCR program says otherwise.
        font_size: Points; 0 when unknown.
        bold: Whether the font says it is bold; False when unknown.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float = 1.0
    font_size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The words of one page, in no promised order.

    Attributes:
        page_number: 1-based.
        width: Points, after ``turn``.
        height: Points, after ``turn``.
        source: Whether the words are the file's own text or were recognised in its image.
        words: Words of the page's main direction; text across it (margins, watermarks) is left out.
        turn: Degrees clockwise by which the page as a viewer shows it must be turned to be upright;
            0 unless it was scanned or drawn sideways. Width, height and boxes are of the turned
            page; ``render.page_png`` takes the same number.
        plane: How the flat sheet lies in the page's picture where that is not flat: strongly skewed
            or photographed; None otherwise. Boxes are those of the picture, as people see it.
        engine: Names of the OCR engines that recognised the words, joined by ``+``; empty for a
            text layer.
    """

    page_number: int
    width: float
    height: float
    source: PageSource
    words: tuple[Word, ...]
    turn: Turn = 0
    engine: str = ""
    plane: Plane | None = None


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Page)


def page_to_json(page: Page) -> bytes:
    """The page as JSON, for a cache."""
    return _encoder.encode(page)


def page_from_json(content: bytes) -> Page:
    """The page that ``page_to_json`` wrote.

    Raises:
        ValueError: ``content`` is not such a page.
    """
    return _decoder.decode(content)
