"""Pages of words that are set by hand or by a writer, in points from the top left."""

from dataclasses import dataclass, field

from engine.reading.page import Page, Word

POINTS = (595.0, 842.0)
NARROW = "iljtfrI1.,:;'!|()[]-/ "


@dataclass
class Sheet:
    """Words of the page that is being written."""

    number: int
    words: list[Word] = field(default_factory=list)

    def put(self, text: str, x: float, y: float, size: float, *, right: bool = False) -> float:
        """Write ``text`` from ``x`` points on, or up to ``x``; the end is returned."""
        if right:
            x -= width(text, size)
        for piece in text.split(" "):
            if piece:
                end = x + width(piece, size)
                self.words.append(
                    Word(piece, x / POINTS[0], (y - size) / POINTS[1], end / POINTS[0],
                         (y + 0.25 * size) / POINTS[1], 1.0, size)
                )  # fmt: skip
            x += width(piece + " ", size)
        return x

    def page(self) -> Page:
        """The finished page."""
        return Page(self.number, *POINTS, "text", tuple(self.words))


def width(text: str, size: float) -> float:
    """Width of ``text`` in points."""
    return sum((0.28 if c in NARROW else 0.56) * size for c in text)


def page_of(rows: list[list[tuple[float, str]]], number: int = 1, pitch: float = 14.0) -> Page:
    """A page of hand-set rows, 60 points from the top: each a list of (x, text).

    A negative x sets the text flush right, ending at its size. An empty row leaves space.
    """
    sheet = Sheet(number)
    y = 60.0
    for row in rows:
        for x, text in row:
            sheet.put(text, abs(x), y, 9, right=x < 0)
        y += pitch
    return sheet.page()
