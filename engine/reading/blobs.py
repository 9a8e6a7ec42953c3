"""Connected patches of ink in a small picture of true and false."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_MOST_RUNS: Final = 60_000

Boxes = NDArray[np.int64]
"""Rows of left, top, right, bottom; right and bottom are just outside."""


def blobs(ink: NDArray[np.bool_]) -> Boxes:
    """The boxes of all patches of ``ink`` that hang together, corners included.

    None at all when there are more strokes than a page of print has: grain, or a photograph.
    """
    tops, starts, ends = _runs(ink)
    if not len(tops) or len(tops) > _MOST_RUNS:
        return np.empty((0, 4), np.int64)
    roots = _roots(tops.tolist(), starts.tolist(), ends.tolist())
    names, of_run = np.unique(np.array(roots), return_inverse=True)
    boxes = np.empty((len(names), 4), np.int64)
    boxes[:, :2], boxes[:, 2:] = np.iinfo(np.int64).max, 0
    np.minimum.at(boxes[:, 0], of_run, starts)
    np.minimum.at(boxes[:, 1], of_run, tops)
    np.maximum.at(boxes[:, 2], of_run, ends)
    np.maximum.at(boxes[:, 3], of_run, tops + 1)
    return boxes


def _runs(ink: NDArray[np.bool_]) -> tuple[Boxes, Boxes, Boxes]:
    """Row, start and end of every stretch of ink, from top to bottom and left to right."""
    edged = np.zeros((ink.shape[0], ink.shape[1] + 2), np.int8)
    edged[:, 1:-1] = ink
    steps = np.diff(edged, axis=1)
    tops, starts = np.nonzero(steps == 1)
    ends = np.nonzero(steps == -1)[1]
    return tops, starts, ends


def _roots(tops: list[int], starts: list[int], ends: list[int]) -> list[int]:
    """For every stretch the first stretch of its patch."""
    parent = list(range(len(tops)))

    def root(run: int) -> int:
        while parent[run] != run:
            parent[run] = parent[parent[run]]
            run = parent[run]
        return run

    above = 0
    for run, top in enumerate(tops):
        while tops[above] < top - 1 or (tops[above] == top - 1 and ends[above] < starts[run]):
            above += 1
        other = above
        while other < run and tops[other] == top - 1 and starts[other] <= ends[run]:
            parent[root(run)] = root(other)
            other += 1
    return [root(run) for run in range(len(tops))]
