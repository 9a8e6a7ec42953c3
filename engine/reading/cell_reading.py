"""Second readings of single cells: figures on scanned pages that were asked for once more.

A cell is asked for by its place; each voice that read it again gives one reading. What the first
reading of the page made of the cell is not among them.
"""

from dataclasses import dataclass

from engine.reading.page import EngineName


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell on a page; the box is in fractions of the upright page, as words' boxes are."""

    page_number: int
    bbox: tuple[float, float, float, float]


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
