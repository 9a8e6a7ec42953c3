"""Several accounts in one file: where the rows of each begin.

A new account begins where an opening balance follows the end of another and continues nothing, or
where a running balance does not follow but a balance printed before it is the one that it follows
from. A balance brought forward to the next page continues the account that it stands in.
"""

import itertools
from collections.abc import Iterable, Sequence
from decimal import Decimal

from engine.extraction.statements.rows.table import Marker, Row
from engine.extraction.statements.solving.accounts import Balances, Segment, value_of
from engine.extraction.statements.solving.figures import BALANCE_FIGURES, UNNAMED, NamedFigure
from engine.extraction.statements.solving.signs import balance_of

_MOST_ACCOUNTS = 60
"""Accounts of one file, at most: more gaps are no accounts."""


def segments_of(rows: Sequence[Row], cuts: Iterable[int], lines: int) -> list[Segment]:
    """The accounts' rows in order, with new ones at ``cuts``; one segment without any."""
    bounds = [0, *sorted(set(cuts)), len(rows)]
    segments = []
    for first, last in itertools.pairwise(bounds):
        start = rows[first - 1].lines[-1] + 1 if first else 0
        end = rows[last].lines[0] if last < len(rows) else lines
        segments.append(Segment(first, last, start, end))
    return segments


def cuts_by_labels(
    rows: Sequence[Row], markers: Sequence[Marker], figures: Sequence[NamedFigure]
) -> list[int]:
    """Rows before which one account has ended and another one begins, by the balances' labels."""
    places = {(figure.line, figure.cell.x0): figure for figure in figures if not figure.rank}
    cuts: list[int] = []
    ended: tuple[int, Decimal | None] | None = None
    for marker in markers:
        figure = places.get((marker.line, marker.cell.x0))
        if figure is None or marker.figure not in BALANCE_FIGURES:
            continue
        value, start = value_of(figure), cuts[-1] if cuts else 0
        if _begins(marker, rows, ended, start, value):
            cuts.append(marker.position)
            ended = None
        elif marker.figure != "opening" and marker.position > start:
            ended = marker.position, value
    return cuts


def _begins(
    marker: Marker,
    rows: Sequence[Row],
    ended: tuple[int, Decimal | None] | None,
    start: int,
    value: Decimal | None,
) -> bool:
    """Whether a balance is the opening one of another account than the rows before."""
    if ended is None or not start < marker.position < len(rows):
        return False
    if marker.figure != "opening" and ended[0] != marker.position:
        return False
    previous = balance_of(rows[marker.position - 1].balance, is_owed=False)
    is_named = marker.figure in {"opening", "dated"}
    return is_named and value not in {ended[1], previous}


def cuts_at_gaps(
    rows: Sequence[Row],
    segment: Segment,
    proof: Balances,
    figures: Sequence[NamedFigure],
    *,
    is_owed: bool,
) -> list[int]:
    """Rows of a segment before which a balance is printed that the next ones follow from."""
    if proof.chain.newest_first or len(proof.chain.gaps) > _MOST_ACCOUNTS:
        return []
    balances = [f for f in figures if f.figure in BALANCE_FIGURES and f.rank != UNNAMED]
    cuts = []
    for gap in proof.chain.gaps:
        if gap.before is None:
            continue
        first = segment.first + gap.before + 1
        last = segment.first + gap.row
        implied = gap.printed - (gap.expected - gap.known)
        after, before = rows[first - 1].lines[-1], rows[last].lines[-1]
        if any(
            after < figure.line < before and value_of(figure, is_owed=is_owed) == implied
            for figure in balances
        ):
            cuts.append(first)
    return cuts
