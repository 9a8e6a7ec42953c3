"""Rows whose date stands on the line below their amount, before the rest of the description.

The room between lines shows it: the dated line is close under the amount, the next row is farther.
Such a date is taken up to its amount, and both lines are read from the table's left edge on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from msgspec import structs

from engine.extraction.statements.columns.layout import Layout
from engine.extraction.statements.rows.lineparts import Part, part_of
from engine.extraction.statements.rows.named_lines import figure_on
from engine.extraction.statements.rows.spacing import FARTHEST_WRAP, pitch

_LEAST_ROWS: Final = 3
_MOST: Final = 0.8
"""Share of a document's amounts that have their date below, at least."""

_ROUNDING: Final = 0.002
"""Page widths."""

_WIDER: Final = 1.25
"""How much farther the next row is than the date from its amount, at least."""


def dates_stand_below(panels: Sequence[Sequence[Part]]) -> bool:
    """Whether the rows of a document's tables print their date on the line under their amount."""
    gaps = [gap for parts in panels for gap in _gaps(parts)]
    if len(gaps) < _LEAST_ROWS:
        return False
    amounts = sum(part.amounts and figure_on(part) is None for parts in panels for part in parts)
    wider = [after >= _WIDER * before for before, after in gaps if after is not None]
    return (
        len(gaps) >= _MOST * amounts
        and len(wider) >= _LEAST_ROWS - 1
        and sum(wider) >= _MOST * len(wider)
    )


def beside_amounts(parts: Sequence[Part], layout: Layout) -> list[Part]:
    """The parts of one table with each date on its amount's line; ``layout`` made them."""
    edge = min([layout.text_x0, *(column.x0 - _ROUNDING for column in layout.dates)])
    whole = replace(layout, dates=(), text_x0=edge)
    moved = list(parts)
    for index, (above, below) in enumerate(pairwise(parts)):
        if _is_dated_below(above, below):
            line = part_of(above.line, whole) or above
            moved[index] = structs.replace(line, dates=below.dates)
            moved[index + 1] = below.undated()
    return moved


def _is_dated_below(above: Part, below: Part) -> bool:
    """Whether ``below`` is a line with a date alone close under an amount without one."""
    return (
        above.amounts
        and "date" not in above.dates
        and "date" in below.dates
        and not below.money
        and above.line.page_number == below.line.page_number
        and pitch(above, below) <= FARTHEST_WRAP
        and figure_on(above) is None
    )


def _gaps(parts: Sequence[Part]) -> Iterator[tuple[float, float | None]]:
    """For each such pair its pitch, and that from its last line to an amount on the same page."""
    for index, (above, below) in enumerate(pairwise(parts)):
        if not _is_dated_below(above, below):
            continue
        last, after = below, None
        for part in parts[index + 2 :]:
            if part.line.page_number != last.line.page_number:
                break
            if part.amounts or "date" in part.dates:
                after = pitch(last, part)
                break
            last = part
        yield pitch(above, below), after
