"""Cells stacked above each other: the stretches across the page that make columns."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.lines.cells import Cell, TypedLine

ALIGNED: Final = 0.008
"""Page widths within which two edges are one edge."""

Stretch = tuple[float, float]
"""Left and right edge, in page widths."""


def standing_free(lines: Sequence[TypedLine], x0: float, x1: float) -> list[Cell]:
    """Amounts that stand in columns: none that text leads up to while others follow it.

    Where stacks of amounts nearly all follow a word closely and another amount stands right of
    them, they are words of descriptions.
    """
    free: list[Cell] = []
    led: list[Cell] = []
    for line in lines:
        cells = [cell for cell in line.cells if x0 <= cell.x0 < x1]
        for index, cell in enumerate(cells):
            if cell.money is not None:
                (led if _is_led_to(cells, index) else free).append(cell)
    counts = Counter(round(cell.x1 / ALIGNED) for cell in free)

    def joins(cell: Cell) -> bool:
        edge = round(cell.x1 / ALIGNED)
        return sum(counts[e] for e in (edge - 1, edge, edge + 1)) > 0

    return [*free, *(cell for cell in led if joins(cell))]


def _is_led_to(cells: Sequence[Cell], index: int) -> bool:
    """Whether text stands close before an amount and another amount after it."""
    before, cell = cells[index - 1] if index else None, cells[index]
    if before is None or before.date or before.money:
        return False
    return cell.x0 - before.x1 <= 0.6 * _em(cell) and any([c.money for c in cells[index + 1 :]])


def _em(cell: Cell) -> float:
    return 1.9 * (cell.x1 - cell.x0) / max(len(cell.text), 1)


def stacks_of(cells: Sequence[Cell]) -> list[Stretch]:
    """Stretches across the page where amounts are stacked, left to right, not overlapping."""
    counts = Counter([(cell.x0, cell.x1) for cell in cells])
    edges = Counter([round(cell.x1 / ALIGNED) for cell in cells])
    spans: list[list[float]] = []
    weights: list[int] = []
    for span in sorted(counts, key=lambda span: -edges[round(span[1] / ALIGNED)]):
        x0, x1 = span
        owner = max(range(len(spans)), key=lambda i: overlap(spans[i], span), default=None)
        if owner is None or overlap(spans[owner], span) < 0.4 * min(
            x1 - x0, spans[owner][1] - spans[owner][0]
        ):
            spans.append([x0, x1])
            weights.append(counts[span])
        elif edges[round(x1 / ALIGNED)] > 1 or weights[owner] == 1:
            spans[owner][0] = min(spans[owner][0], x0)
            spans[owner][1] = max(spans[owner][1], x1)
            weights[owner] += counts[span]
    return sorted((span[0], span[1]) for span in spans)


def look_like_amounts(cells: Sequence[Cell]) -> bool:
    """Whether figures of a stack are separated as those of amounts are, not all plain numbers."""
    unmarked = sum(cell.text.strip("-+").isdigit() for cell in cells)
    return 3 * unmarked <= 2 * len(cells)


def dominant(cells: Sequence[Cell]) -> list[Cell]:
    """The cells that share the edge, left or right, that most of them share."""
    lefts = Counter(round(cell.x0 / ALIGNED) for cell in cells)
    rights = Counter(round(cell.x1 / ALIGNED) for cell in cells)
    left, right = lefts.most_common(1)[0], rights.most_common(1)[0]

    def shares(cell: Cell) -> bool:
        if left[1] >= right[1]:
            return abs(round(cell.x0 / ALIGNED) - left[0]) <= 1
        return abs(round(cell.x1 / ALIGNED) - right[0]) <= 1

    return [cell for cell in cells if shares(cell)]


def leading_stacks(cells: Sequence[Cell]) -> list[Stretch]:
    """At most two stretches where dates are stacked by their left edges, left to right.

    A date printed once for each day stands left of the others and may be rare; what is rare and
    stands right of them begins descriptions.
    """
    edges = Counter(round(cell.x0 / ALIGNED) for cell in cells)
    found: list[Stretch] = []
    for edge, count in edges.most_common(4):
        most = max(edges.values())
        if len(found) == 2 or count * 8 < most:
            break
        stack = [c for c in cells if abs(round(c.x0 / ALIGNED) - edge) <= 1]
        x0, x1 = min(c.x0 for c in stack), max(c.x1 for c in stack)
        apart = not any(x0 < other[1] and other[0] < x1 for other in found)
        if apart and (count * 2 >= most or all(x1 < other[0] for other in found)):
            found.append((x0, x1))
    return sorted(found)


def begins_between(lines: Sequence[TypedLine], x0: float, x1: float) -> bool:
    """Whether any cell of ``lines`` begins from ``x0`` to before ``x1``."""
    return any(x0 <= cell.x0 < x1 for line in lines if line.x0 < x1 for cell in line.cells)


def standing_in(span: Stretch, cells: Sequence[Cell]) -> list[Cell]:
    """Those of ``cells`` that share any part of ``span``."""
    x0, x1 = span
    return [c for c in cells if c.x0 < x1 and x0 < c.x1 and c.x0 < c.x1] if x0 < x1 else []


def overlap(a: Sequence[float], b: Sequence[float]) -> float:
    """What two stretches share; negative is the gap between them."""
    return min(a[1], b[1]) - max(a[0], b[0])
