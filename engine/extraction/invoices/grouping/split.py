"""Where one invoice ends and the next begins in a file: the likeliest of all ways to cut it.

Every cut is weighed by the evidence for it given the pages that would stand before it, and the cuts
are chosen together. How much worse the best way without a cut would be (or the best with it) is how
surely it is known.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from engine.extraction.invoices.grouping.boundaries import Shown, evidence
from engine.extraction.invoices.grouping.page_signs import PageSigns

_HOPELESS: Final = 24.0
"""Logarithm of odds by which a way to cut may be behind the best before it is given up."""

_MOST_OPEN: Final = 8


@dataclass(frozen=True, slots=True)
class Span:
    """Places of one invoice's pages in the sequence that was cut.

    ``confidence`` is the probability, from 0 to 1, that an invoice begins at the first of them.
    """

    places: tuple[int, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Cuts:
    """``spans`` in order, and for each page the probability that it begins an invoice."""

    spans: tuple[Span, ...]
    chances: tuple[float, ...]


@dataclass(slots=True)
class _Open:
    """Pages from ``start`` on that may be one invoice. ``inner``: score for no cut among them."""

    start: int
    group: Shown
    inner: float
    ends: list[float]
    """Score of the run, its end included, when it ends before page start + 1, start + 2, …"""


def cut(pages: Sequence[PageSigns], is_apart: Sequence[bool]) -> Cuts:
    """The likeliest way to cut ``pages`` into invoices; none of them is left out.

    ``is_apart[i]``: something that is no invoice's stands between page i - 1 and page i. Takes time
    in proportion to the number of pages.
    """
    if not pages:
        return Cuts((), ())
    runs, best_before, came_from = _forward(pages, is_apart)
    starts = [len(pages)]
    while starts[-1] > 0:
        starts.append(came_from[starts[-1]])
    starts.reverse()
    chances = _chances(runs, best_before, len(pages))
    spans = tuple(Span(tuple(range(first, end)), chances[first]) for first, end in pairwise(starts))
    return Cuts(spans, chances)


def _forward(
    pages: Sequence[PageSigns], is_apart: Sequence[bool]
) -> tuple[list[_Open], list[float], list[int]]:
    """All runs worth a thought, the best score up to each cut, and where its last run began."""
    count = len(pages)
    best_before = [0.0] + [-math.inf] * count
    came_from = [0] * (count + 1)
    runs: list[_Open] = []
    alive: list[_Open] = [_Open(0, Shown.of(pages[0]), 0.0, [])]
    runs.append(alive[0])
    for place in range(1, count + 1):
        for run in alive:
            if place == count:
                run.ends.append(run.inner)
            else:
                weight = evidence(pages[place], run.group, is_apart=is_apart[place])
                run.ends.append(run.inner + _log_chance(weight))
                run.inner += _log_chance(-weight)
                run.group.add(pages[place])
            score = best_before[run.start] + run.ends[-1]
            if score > best_before[place]:
                best_before[place], came_from[place] = score, run.start
        if place < count:
            run = _Open(place, Shown.of(pages[place]), 0.0, [])
            alive = _worth([*alive, run], best_before)
            if run in alive:
                runs.append(run)
    return runs, best_before, came_from


def _worth(alive: list[_Open], best_before: Sequence[float]) -> list[_Open]:
    """The runs that may still be part of the best way."""
    scores = [best_before[run.start] + run.inner for run in alive]
    limit = max(scores) - _HOPELESS
    ranked = sorted(zip(scores, alive, strict=True), key=lambda pair: -pair[0])[:_MOST_OPEN]
    kept = {id(run) for score, run in ranked if score >= limit}
    return [run for run in alive if id(run) in kept]


def _chances(runs: Sequence[_Open], best_before: Sequence[float], count: int) -> tuple[float, ...]:
    """For each page the probability that a cut before it is right."""
    best_after = [-math.inf] * count + [0.0]
    whole = [-math.inf] * (count + 1)
    by_start = {run.start: run for run in runs}
    for start in range(count - 1, -1, -1):
        run = by_start.get(start)
        if run is None:
            continue
        longer = -math.inf
        for length in range(len(run.ends), 0, -1):
            end = start + length
            whole[end] = max(whole[end], best_before[start] + longer)
            longer = max(longer, run.ends[length - 1] + best_after[end])
        best_after[start] = longer
    chances = [1.0]
    for place in range(1, count):
        margin = best_before[place] + best_after[place] - whole[place]
        chances.append(_probability(margin))
    return tuple(chances)


def _log_chance(log_odds: float) -> float:
    """The logarithm of a probability; what is all but certain costs all but nothing."""
    if log_odds < -_HOPELESS:
        return log_odds
    return -math.log1p(math.exp(-log_odds))


def _probability(log_odds: float) -> float:
    if log_odds > 30:
        return 1.0
    return 0.0 if log_odds < -30 else round(1 / (1 + math.exp(-log_odds)), 4)
