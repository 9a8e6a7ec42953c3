"""Several accounts in one file: where the rows of each begin.

A new account begins where an opening balance follows the end of another and continues nothing, or
where a running balance does not follow but a balance printed before it is the one that it follows
from. So it does where a running balance does not follow at the head of another account, and where
the balances of several accounts prove the rows of each. A balance brought forward to the next page
continues the account that it stands in.
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

_ENDLESS = 10**9
"""A line below all others."""


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


def cuts_at_heads(
    rows: Sequence[Row], segment: Segment, proof: Balances, heads: Sequence[int]
) -> list[int]:
    """Rows of a segment where the head of another account stands in a gap of the balances.

    ``heads`` are the lines that name another account's number or currency.
    """
    cuts = []
    for gap in proof.chain.gaps:
        if gap.before is None:
            continue
        low, high = sorted((gap.before, gap.row))
        for row in range(segment.first + low + 1, segment.first + high + 1):
            after, before = rows[row - 1].lines[-1], rows[row].lines[0]
            if any(after < head < before for head in heads):
                cuts.append(row)
    return cuts


def cuts_by_sums(
    rows: Sequence[Row],
    amounts: Sequence[Decimal | None],
    figures: Sequence[NamedFigure],
    *,
    is_owed: bool,
) -> list[int]:
    """Rows before which an account begins, where all accounts' own balances prove their rows.

    Each has an opening and a closing balance of its own, above its rows or below them, between
    which its rows lead exactly.
    """
    named = [figure for figure in figures if figure.figure in {"opening", "closing"}]
    named.sort(key=lambda figure: figure.line)
    cuts: list[int] = []
    start, top = 0, -1
    for end in range(1, len(rows) + 1):
        bottom = rows[end].lines[0] if end < len(rows) else _ENDLESS
        if not any(rows[end - 1].lines[-1] < figure.line < bottom for figure in named):
            continue
        own = [figure for figure in named if top < figure.line < bottom]
        if _is_proven(amounts[start:end], own, is_owed):
            cuts.append(end)
            start, top = end, rows[end - 1].lines[-1]
    return cuts[:-1] if len(cuts) > 1 and cuts[-1] == len(rows) else []


def _is_proven(
    amounts: Sequence[Decimal | None], figures: Sequence[NamedFigure], is_owed: bool
) -> bool:
    """Whether amounts lead from an opening balance among ``figures`` to a closing one."""
    if None in amounts:
        return False
    moved = sum((amount for amount in amounts if amount is not None), Decimal(0))
    ends = {value_of(f, is_owed=is_owed) for f in figures if f.figure == "closing"} - {None}
    starts = (value_of(f, is_owed=is_owed) for f in figures if f.figure == "opening")
    return any(start is not None and start + moved in ends for start in starts)
