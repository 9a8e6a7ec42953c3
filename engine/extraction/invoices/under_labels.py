"""What stands under a label: the values of the column that it heads, or of its cell."""

from collections.abc import Iterable
from typing import Any, Final

from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import LabelHit, Row, Segment, Sheet

ROWS_BELOW: Final = 6
"""Rows under a label that it may speak for."""

_PITCHES_BELOW: Final = 5.0
_COLUMN_SLACK: Final = 0.012
_PITCHES_IN_A_CELL: Final = 2.5
_WIDEST_CELL: Final = 0.2

AnyCandidate = Candidate[Any]
Placed = tuple[AnyCandidate, float, float]
"""A candidate with its left and right edge."""


def under_label(
    sheet: Sheet,
    hit: LabelHit,
    by_row: dict[int, list[Placed]],
    rivals: frozenset[Label],
) -> Iterable[tuple[AnyCandidate, float]]:
    """Candidates under the label in its column, with their closeness (0 to 1).

    Args:
        sheet: the page's rows.
        hit: the label.
        by_row: the candidates of each row.
        rivals: labels that end, in the same column, what this one speaks for.
    """
    left, right = _column(hit)
    passed = 0
    for row in sheet.below(hit.segment, ROWS_BELOW):
        distance = (row.y0 - hit.segment.y1) / sheet.pitch
        if distance > _PITCHES_BELOW or passed > 4:
            return
        here = by_row.get(row.number, ())
        inside = [placed for placed in here if _overlaps(placed[1], placed[2], left, right)]
        if here and passed == 0 and _are_paired(sheet.row_of(hit.segment), row):
            inside = [placed for placed in here if placed[0].segment.index == hit.segment.index]
        elif here and passed == 0 and not inside and distance < _PITCHES_IN_A_CELL:
            heads = sheet.row_of(hit.segment)
            inside = [c for c in here if _head_of(c[0].segment, heads, row) is hit.segment]
        for placed in inside:
            if not _has_label_before(placed[0]):
                yield placed[0], _closeness_below(placed, left, right, distance, passed)
        if inside or any(_overlaps(s.x0, s.x1, left, right) for s in row.segments):
            passed += 1
        for segment in row.segments:
            for other in segment.labels:
                if other.label in rivals and _opens_column(other, left, right):
                    return


def _are_paired(heads: Row, values: Row) -> bool:
    """Whether a row of labels stands over a row with as many values: the first over the first."""
    count = len(heads.segments)
    if count < 3 or count != len(values.segments):
        return False
    return all(segment.labels for segment in heads.segments) and not any(
        segment.labels for segment in values.segments
    )


def _head_of(value: Segment, heads: Row, values: Row) -> Segment | None:
    """Which of the words in a row of headings is in the same cell as ``value``, under none of them.

    Cells are wide, and a value may stand at the right edge of one while its heading stands at the
    left or in the middle. As many values as headings pair in order; otherwise the nearest heading
    counts that no other value stands under.
    """
    if len(heads.segments) < 2 or any(segment.labels for segment in values.segments):
        return None
    over = {
        segment.index: [h for h in heads.segments if _overlaps(segment.x0, segment.x1, h.x0, h.x1)]
        for segment in values.segments
    }
    if over[value.index]:
        return None
    if len(values.segments) == len(heads.segments) and all(
        not found or any(h.index == index for h in found) for index, found in over.items()
    ):
        return heads.segments[value.index]
    taken = {h.index for found in over.values() for h in found}
    apart = [
        (max(head.x0 - value.x1, value.x0 - head.x1), head.index)
        for head in heads.segments
        if head.index not in taken
    ]
    gap, index = min(apart, default=(1.0, 0))
    return heads.segments[index] if gap < _WIDEST_CELL else None


def _column(hit: LabelHit) -> tuple[float, float]:
    """The stretch across the page that a label heads: its segment, when it has it for itself."""
    segment = hit.segment
    alone = len(segment.labels) == 1
    left = segment.x0 if alone else hit.x0
    right = segment.x1 if alone else hit.x1
    return left - _COLUMN_SLACK, right + _COLUMN_SLACK


def _overlaps(x0: float, x1: float, left: float, right: float) -> bool:
    if x1 <= left or x0 >= right:
        return False
    return min(x1, right) - max(x0, left) > min(0.3 * (x1 - x0), 0.01)


def _has_label_before(candidate: AnyCandidate) -> bool:
    """Whether a label in the candidate's own segment stands before it."""
    return any(hit.start < candidate.start for hit in candidate.segment.labels)


def _closeness_below(
    placed: Placed, left: float, right: float, distance: float, passed: int
) -> float:
    _, x0, x1 = placed
    aligned = min(
        abs(x0 - left - _COLUMN_SLACK),
        abs(x1 - right + _COLUMN_SLACK),
        abs(x0 + x1 - left - right) / 2,
    )
    closeness = 0.95 if aligned < 0.015 else 0.85
    return float(closeness * (1.0 - 0.06 * max(0.0, distance)) * 0.8**passed)


def _opens_column(other: LabelHit, left: float, right: float) -> bool:
    """Whether a label begins a segment in the column."""
    return other.start == 0 and _overlaps(other.x0, other.x1, left, right)
