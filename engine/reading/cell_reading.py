"""Second readings of single cells: figures on scanned pages that were asked for once more.

A cell is asked for by its place; each voice that read it again gives one reading. What the first
reading of the page made of the cell is not among them.
"""

from dataclasses import dataclass, field

from engine.reading.document import ReadOptions
from engine.reading.page import EngineName, Turn


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell on a page; the box is in fractions of the upright page, as words' boxes are.

    ``text`` is what was read there at first: it tells whether letters (CR) belong to the figure.
    """

    page_number: int
    bbox: tuple[float, float, float, float]
    text: str = ""


@dataclass(frozen=True, slots=True)
class CellReading:
    """What one voice reads in a cell.

    Attributes:
        page_number: 1-based.
        bbox: The box of the place that was asked for, unchanged: x0, y0, x1, y1.
        text: The figure as it reads it, without spaces at the ends; never empty.
        confidence: 0 to 1, what the engine says itself.
        engine: Whose voice it is. There may be several readings by one engine, each of the cell
            prepared in another way.
    """

    page_number: int
    bbox: tuple[float, float, float, float]
    text: str
    confidence: float
    engine: EngineName


@dataclass(frozen=True, slots=True)
class CellJob:
    """Cells of one page to be read again. ``path`` must be readable where the job is done.

    ``turn`` is the page's, as its first reading found it.
    """

    path: str
    mime_type: str
    page_number: int
    turn: Turn
    cells: tuple[CellPlace, ...]
    password: str | None = field(repr=False)
    options: ReadOptions
