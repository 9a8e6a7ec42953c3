"""Rows whose day breaks the order that a document keeps: such a day may be misread or mistyped."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from engine.extraction.statements.rows.table import Row

_IN_ORDER: Final = 0.9
"""Share of steps in one direction from which a document is in the order of its dates."""

_LEAST_STEPS: Final = 4

_LONGEST: Final = 3
"""Rows of one day that may all stand at a wrong place, at most: their day is printed once."""

_Run = tuple[dt.date, list[int]]
"""A day and the rows of it that follow each other."""


def rows_out_of_order(rows: Sequence[Row], days: Sequence[dt.date | None]) -> Iterator[int]:
    """Rows whose day stands apart from the days on both sides where the rest is in order.

    Each section has an order of its own. Lists without descriptions (of cheques) may have that of
    their numbers, so nothing is said of them.
    """
    known = [(row, day) for row, day in enumerate(days) if day is not None]
    runs: list[_Run] = [
        (day, [row for row, _ in each])
        for (day, _), each in groupby(known, key=lambda known: (known[1], rows[known[0]].section))
    ]
    steps = [(a[0], b[0]) for a, b in pairwise(runs) if _are_listed_together(rows, a, b)]
    changes = [(a, b) for a, b in steps if a != b]
    rising = sum(a < b for a, b in changes)
    falling = len(changes) - rising
    if len(changes) < _LEAST_STEPS or max(rising, falling) < _IN_ORDER * len(changes):
        return
    direction = 1 if rising > falling else -1
    for before, run, after in zip(runs, runs[1:], runs[2:], strict=False):
        is_one_list = _are_listed_together(rows, before, run, after)
        if is_one_list and len(run[1]) <= _LONGEST and _is_apart(before, run, after, direction):
            yield from run[1]


def _are_listed_together(rows: Sequence[Row], *runs: _Run) -> bool:
    own = [rows[row] for _, each in runs for row in each]
    return len({row.section for row in own}) == 1 and all(row.texts for row in own)


def _is_apart(before: _Run, run: _Run, after: _Run, direction: int) -> bool:
    """Whether a day is not between its neighbours though they are in order themselves."""
    a, day, b = before[0], run[0], after[0]
    is_between = (a - day).days * direction <= 0 <= (b - day).days * direction
    return not is_between and (b - a).days * direction >= 0
