"""What was read when single figures of a scan were read once more, by the place they stand at."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.lines.money import read_money
from engine.reading.cell_reading import CellReading
from engine.reading.page import Word

_SAME_PLACE = 0.5
"""Share of the smaller box that two boxes of one cell have in common."""


class SecondReadings:
    """The second readings of a document's cells, found by page and box."""

    def __init__(self, readings: Sequence[CellReading] = (), *, whole: bool = False) -> None:
        self._whole = whole
        self._by_page: defaultdict[int, list[CellReading]] = defaultdict(list)
        for reading in readings:
            self._by_page[reading.page_number].append(reading)

    def sizes(self, cell: Cell, page_number: int) -> dict[Decimal, float]:
        """The amounts, without signs, that were read where ``cell`` stands, and how surely."""
        found: dict[Decimal, float] = {}
        for reading in self._by_page.get(page_number, ()):
            if _common(cell.words, reading.bbox) < _SAME_PLACE:
                continue
            money = read_money(reading.text, whole=self._whole)
            if money is not None:
                found[money.value] = max(found.get(money.value, 0.0), reading.confidence)
        return found


def _common(words: Sequence[Word], box: tuple[float, float, float, float]) -> float:
    """The share of the smaller one of two boxes that lies in the other."""
    x0, x1 = min(w.x0 for w in words), max(w.x1 for w in words)
    y0, y1 = min(w.y0 for w in words), max(w.y1 for w in words)
    width = min(x1, box[2]) - max(x0, box[0])
    height = min(y1, box[3]) - max(y0, box[1])
    if width <= 0 or height <= 0:
        return 0.0
    smaller = min((x1 - x0) * (y1 - y0), (box[2] - box[0]) * (box[3] - box[1]))
    return width * height / max(smaller, 1e-12)
