"""Several invoices on one page: the parts of the page, each of which is read as a page of its own.

A page is parted where an invoice's number or title is named again and again, down the page or in
columns, and every part turns out to have another number and a total. One number named twice (a
payment slip, a copy) or many numbers in one table part nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from statistics import median
from typing import Final

from msgspec.structs import replace as changed

from engine.extraction.invoices.grouping.page_signs import PageSigns, signs_of
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import LabelHit, Row
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.reading.lines import Line, lines_of
from engine.reading.page import Page, Word
from engine.records import BBox, Invoice, Provenance

_ANCHORS: Final[tuple[Label, ...]] = ("invoice_number", "title", "credit_title")
_SUMS: Final[frozenset[Label]] = frozenset({"total", "due", "weak_total"})
_SAME_BAND: Final = 0.02
_COLUMN_APART: Final = 0.22
_FEWEST_ROWS: Final = 4
_MOST_CROSSING: Final = 0.02
"""Share of a page's words that may stand across the line between two columns."""

_MOST_COLUMNS: Final = 4
_FURTHEST: Final = 4.0
"""Row heights by which a part may begin elsewhere than the first one did, before it no longer
matters by how many."""

WHOLE: Final[BBox] = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page: its box as fractions of the page, and itself as a page."""

    bbox: BBox
    page: Page
    rows: tuple[Row, ...]
    signs: PageSigns


def regions_of(page: Page, rows: Sequence[Row]) -> list[Region]:
    """The parts of ``page`` (whose rows are ``rows``) with one invoice each; none if it is one.

    The first part may be the end of an invoice that began on the page before.
    """
    hits = [hit for row in rows for segment in row.segments for hit in segment.labels]
    if sum(hit.label in _SUMS for hit in hits) < 2:
        return []
    for anchors in _anchor_sets(hits):
        regions = _invoices_in(page, _boxes(page, anchors))
        if regions:
            return regions
    return []


def region_of(page: Page, bbox: BBox) -> Region:
    """The part of ``page`` in ``bbox`` as a page of its own."""
    x0, y0, x1, y1 = bbox
    width, height = x1 - x0, y1 - y0
    words = tuple(
        changed(
            word,
            x0=(word.x0 - x0) / width,
            y0=(word.y0 - y0) / height,
            x1=(word.x1 - x0) / width,
            y1=(word.y1 - y0) / height,
        )
        for word in words_in(page, bbox)
    )
    part = replace(page, width=page.width * width, height=page.height * height, words=words)
    rows = tuple(rows_of(part))
    return Region(bbox, part, rows, signs_of(part, rows))


def words_in(page: Page, bbox: BBox) -> tuple[Word, ...]:
    """The words of ``page`` whose middles are in ``bbox``; their places stay those of the page."""
    x0, y0, x1, y1 = bbox
    return tuple(
        word
        for word in page.words
        if x0 <= (word.x0 + word.x1) / 2 < x1 and y0 <= (word.y0 + word.y1) / 2 < y1
    )


def around(boxes: Sequence[BBox]) -> BBox:
    """The box around all ``boxes``."""
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def put_back(invoice: Invoice, boxes: dict[int, BBox]) -> Invoice:
    """``invoice`` with places on the whole page; ``boxes`` by page number are what was read."""

    def back(place: Provenance) -> Provenance:
        box = boxes.get(place.page or 0)
        if box is None or place.bbox is None:
            return place
        x0, y0, x1, y1 = box
        left, top, right, bottom = place.bbox
        width, height = x1 - x0, y1 - y0
        return changed(
            place,
            bbox=(x0 + left * width, y0 + top * height, x0 + right * width, y0 + bottom * height),
        )

    return changed(
        invoice, provenance={path: back(place) for path, place in invoice.provenance.items()}
    )


def _anchor_sets(hits: Sequence[LabelHit]) -> Iterator[list[LabelHit]]:
    """Labels that could stand once in each part, the most telling first."""
    for label in _ANCHORS:
        same = [hit for hit in hits if hit.label == label]
        phrases = dict.fromkeys(hit.phrase for hit in same)
        for phrase in sorted(phrases, key=lambda p: -sum(h.phrase == p for h in same)):
            found = [hit for hit in same if hit.phrase == phrase]
            if len(found) >= 2:
                yield found
        if len(phrases) > 1:
            yield same


def _boxes(page: Page, anchors: Sequence[LabelHit]) -> list[BBox]:
    """A box for each anchor, in reading order, and one for what stands above the first."""
    columns = _columns(anchors)
    if len(columns) > _MOST_COLUMNS:
        return []
    edges = _edges(page.words, columns)
    if edges is None:
        return []
    boxes: list[list[BBox]] = []
    for (left, right), column in zip(pairwise(edges), columns, strict=True):
        words = [word for word in page.words if left <= (word.x0 + word.x1) / 2 < right]
        tops = _tops(replace(page, words=tuple(words)), [hit.segment.y0 for hit in column])
        boxes.append([(left, top, right, bottom) for top, bottom in pairwise([*tops, 1.0])])
    bands = [[box for box in band if box is not None] for band in zip_longest(*boxes)]
    if all(abs(box[1] - band[0][1]) < _SAME_BAND for band in bands for box in band):
        return [box for band in bands for box in band]
    return [box for column in boxes for box in column]


def _columns(anchors: Sequence[LabelHit]) -> list[list[LabelHit]]:
    """Anchors that stand under each other, from left to right; from top to bottom in each."""
    beside = any(
        abs(a.segment.y0 - b.segment.y0) < _SAME_BAND and abs(a.x0 - b.x0) > _COLUMN_APART
        for a in anchors
        for b in anchors
    )
    columns: list[list[LabelHit]] = []
    for hit in sorted(anchors, key=lambda hit: hit.x0):
        if columns and not (beside and hit.x0 - columns[-1][0].x0 > _COLUMN_APART):
            columns[-1].append(hit)
        else:
            columns.append([hit])
    return [sorted(column, key=lambda hit: hit.segment.y0) for column in columns]


def _edges(words: Sequence[Word], columns: Sequence[Sequence[LabelHit]]) -> list[float] | None:
    """Left and right edges of the columns; None when words stand across them."""
    first = min(word.x0 for word in words)
    edges = [0.0]
    for column in columns[1:]:
        edge = first + column[0].x0 - columns[0][0].x0
        before = max((w.x1 for w in words if w.x1 < edge and w.x0 < edge - 0.02), default=0.0)
        # Cells of one form begin alike to a hair; the line is drawn in the gap beside them.
        edge = (max(before, edge - 0.1) + edge) / 2
        crossing = sum(word.x0 < edge - 0.005 and word.x1 > edge + 0.005 for word in words)
        if crossing > _MOST_CROSSING * len(words) or edge <= edges[-1]:
            return None
        edges.append(edge)
    return [*edges, 1.0]


def _tops(column: Page, anchors: Sequence[float]) -> list[float]:
    """Where the parts of one column begin, from the top of the page on."""
    rows = [line for line in lines_of(column) if any(map(_is_said, line.words))]
    if not rows or any(b - a < _SAME_BAND for a, b in pairwise(anchors)):
        return []
    pitch = median(row.y1 - row.y0 for row in rows)
    tops = [0.0]
    offset = anchors[0] - rows[0].y0
    for before, anchor in pairwise(anchors):
        top = _top(rows, before, anchor, anchor - offset, pitch)
        if top is None:
            return []
        tops.append(top)
    return tops


def _is_said(word: Word) -> bool:
    """Whether a word is more than a rule or a leader drawn with signs."""
    return any(map(str.isalnum, word.text))


def _top(
    rows: Sequence[Line], before: float, anchor: float, expected: float, pitch: float
) -> float | None:
    """The middle of the gap between two anchors at which the second one's part begins."""
    best, worth = None, -10.0
    for above, row in pairwise(rows):
        if above.y0 < before or row.y0 > anchor + pitch / 2:
            continue
        gap = (row.y0 - above.y1) / pitch
        away = min(_FURTHEST, abs(row.y0 - expected) / pitch)
        if gap - away > worth:
            best, worth = max(above.y0, (above.y1 + row.y0) / 2), gap - away
    return best


def _invoices_in(page: Page, boxes: Sequence[BBox]) -> list[Region]:
    """The regions of ``boxes``; none unless each opens with another number and has a total.

    The last one's total may be on the next page.
    """
    if len(boxes) < 2:
        return []
    regions: list[Region] = []
    numbers = set[str]()
    for place, box in enumerate(boxes, 1):
        region = region_of(page, box)
        signs = region.signs
        opens = len(region.rows) >= _FEWEST_ROWS and signs.opens and signs.number is not None
        summed = signs.has_total and signs.amounts > 0
        if not opens or signs.number in numbers or not (summed or place == len(boxes)):
            return []
        numbers.add(str(signs.number))
        regions.append(region)
    return regions
