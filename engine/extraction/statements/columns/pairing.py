"""Which stack of cells stands under which head of a table."""

from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.columns.headers import Head
from engine.extraction.statements.columns.stacks import Stretch, overlap

REACH: Final = 0.07
"""Page widths from a head to its cells, at most."""

_BESIDE: Final = 0.02
"""What standing beside a head costs more than standing under it, in page widths."""

_EDGES: Final = 0.3
"""What counts of the distance of edges where one head stands over two stacks."""

_Option = tuple[float, tuple[tuple[int, int], ...]]


def paired(heads: Sequence[Head], spans: Sequence[Stretch]) -> list[tuple[Head, Stretch]]:
    """Heads and the stacks of amounts under them, both from left to right, none crossing.

    The pairing with the least distance altogether; a head or a stack may stay alone.
    """
    best: dict[tuple[int, int], _Option] = {}
    for i in range(len(heads) + 1):
        for j in range(len(spans) + 1):
            options: list[_Option] = [(0.0, ())]
            if i:
                options.append(best[i - 1, j])
            if j:
                options.append(best[i, j - 1])
            if i and j:
                gain = REACH - span_distance(heads[i - 1], spans[j - 1])
                if gain > 0:
                    before = best[i - 1, j - 1]
                    options.append((before[0] + gain, (*before[1], (i - 1, j - 1))))
            best[i, j] = max(options, key=lambda option: option[0])
    return [(heads[i], spans[j]) for i, j in best[len(heads), len(spans)][1]]


def span_distance(head: Head, span: Stretch) -> float:
    """0 where they overlap well, else how far the nearest like edges are apart."""
    middle = abs((head.x0 + head.x1) - (span[0] + span[1])) / 2
    edges = min(abs(head.x0 - span[0]), abs(head.x1 - span[1]), middle)
    shared = overlap((head.x0, head.x1), span)
    if shared > 0:
        inside = 0.5 * max(0.0, min(head.x1 - head.x0, span[1] - span[0]) - shared)
        return min(edges, inside) + _EDGES * edges
    return _BESIDE - shared
