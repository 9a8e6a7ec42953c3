"""Pages as rows of segments: words that stand together, with the labels and places they have.

A segment is what an eye takes in at once: a label, a value, a cell, one line of an address. Every
later step works on segments, so it never needs to know how a page was drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from engine.extraction.invoices.sheet.labels import Label
from engine.reading.page import Page, PageSource, Word
from engine.records import BBox


@dataclass(frozen=True, slots=True)
class LabelHit:
    """A label in a segment: its words are ``segment.words[start:end]``."""

    label: Label
    segment: "Segment"
    start: int
    end: int
    phrase: str

    @property
    def x0(self) -> float:
        """Left edge of the label's first word."""
        return self.segment.words[self.start].x0

    @property
    def x1(self) -> float:
        """Right edge of the label's last word."""
        return self.segment.words[self.end - 1].x1


@dataclass(eq=False, slots=True)
class Segment:
    """Words of one row without a gap between them; the box is in page fractions.

    ``row`` counts the rows of all pages of the document from 0; ``index`` is the place in the row.
    """

    page: int
    row: int
    index: int
    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    source: PageSource
    text: str
    starts: tuple[int, ...]
    """Where each word begins in ``text``."""
    tokens: tuple[str, ...]
    owners: tuple[int, ...]
    """For each token the index of its word."""
    figured: tuple[int, ...]
    """Indexes of the words that hold a figure."""
    labels: list[LabelHit] = field(default_factory=list)

    def word_at(self, position: int) -> int:
        """Index of the word that holds ``text[position]``."""
        for index in range(len(self.starts) - 1, -1, -1):
            if self.starts[index] <= position:
                return index
        return 0

    @property
    def size(self) -> float:
        """Height as a fraction of the page."""
        return self.y1 - self.y0


@dataclass(eq=False, slots=True)
class Row:
    """One visual row: its segments from left to right."""

    page: int
    number: int
    segments: tuple[Segment, ...]
    y0: float
    y1: float

    @property
    def text(self) -> str:
        """All words with one space between each two."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def tokens(self) -> tuple[str, ...]:
        """All tokens from left to right."""
        return tuple(token for segment in self.segments for token in segment.tokens)


@dataclass(eq=False, slots=True)
class Sheet:
    """All rows of some pages, in order, with their segments and labels in reading order.

    ``pitch`` is the usual height of a row as a fraction of the page.
    """

    pages: tuple[Page, ...]
    rows: tuple[Row, ...]
    pitch: float
    segments: tuple[Segment, ...]
    labels: tuple[LabelHit, ...]

    def below(self, segment: Segment, reach: int) -> list[Row]:
        """Up to ``reach`` rows under the segment's row on its page."""
        first = segment.row - self.rows[0].number + 1
        return [row for row in self.rows[first : first + reach] if row.page == segment.page]

    def row_of(self, segment: Segment) -> Row:
        """The row that holds ``segment``."""
        return self.rows[segment.row - self.rows[0].number]


def sheet_of(pages: Sequence[Page], rows: Sequence[Row]) -> Sheet:
    """A sheet of ``rows``, which must not be none and be those of ``pages`` in order."""
    heights = [row.y1 - row.y0 for row in rows]
    segments = tuple(segment for row in rows for segment in row.segments)
    labels = tuple(hit for segment in segments for hit in segment.labels)
    return Sheet(tuple(pages), tuple(rows), median(heights), segments, labels)


def box_of(words: Sequence[Word]) -> BBox:
    """The box around ``words``, kept within the page."""
    if len(words) == 1:
        word = words[0]
        x0, y0, x1, y1 = word.x0, word.y0, word.x1, word.y1
    else:
        x0, y0 = min([word.x0 for word in words]), min([word.y0 for word in words])
        x1, y1 = max([word.x1 for word in words]), max([word.y1 for word in words])
    return max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1)
