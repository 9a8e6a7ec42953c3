"""Several accounts in one file: where the rows of each begin and which balances belong to it.

A new account begins where an opening balance follows the end of another and continues nothing. A
balance brought forward to the next page continues the account that it stands in.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from engine.extraction.statements.lines.cells import Cell
from engine.extraction.statements.rows.table import Marker, Row
from engine.extraction.statements.solving.chain import Chain, follow
from engine.extraction.statements.solving.figures import NamedFigure
from engine.extraction.statements.solving.signs import balance_of

_MOST_TRIED = 6
"""Opening and closing balances that are tried against each other, each."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows ``first`` to ``last`` (excluded) of one account.

    ``first_line`` and ``last_line`` bound what the document says of it.
    """

    first: int
    last: int
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Balances:
    """The balances chosen for one account; signed. ``closes`` says that they prove its rows."""

    opening: Decimal | None
    opening_at: NamedFigure | None
    closing: Decimal | None
    closing_at: NamedFigure | None
    closes: bool | None
    chain: Chain


def segments_of(rows: Sequence[Row], markers: Sequence[Marker], lines: int) -> list[Segment]:
    """The accounts' rows in order; one segment when the file holds one account."""
    cuts = [0, *_cuts(rows, markers), len(rows)]
    segments = []
    for first, last in itertools.pairwise(cuts):
        start = rows[first - 1].lines[-1] + 1 if first else 0
        end = rows[last].lines[0] if last < len(rows) else lines
        segments.append(Segment(first, last, start, end))
    return segments


def _cuts(rows: Sequence[Row], markers: Sequence[Marker]) -> list[int]:
    cuts: list[int] = []
    ended: Decimal | None = None
    for marker in markers:
        value = balance_of(marker.cell, is_owed=False)
        start = cuts[-1] if cuts else 0
        if marker.figure in {"closing", "carried"} and marker.position > start:
            ended = value
        elif marker.figure == "opening" and start < marker.position < len(rows):
            previous = balance_of(rows[marker.position - 1].balance, is_owed=False)
            if ended is not None and value not in {ended, previous}:
                cuts.append(marker.position)
                ended = None
    return cuts


def choose_balances(
    segment: Segment,
    amounts: Sequence[Decimal | None],
    balances: Sequence[Decimal | None],
    figures: Sequence[NamedFigure],
    *,
    is_owed: bool,
    is_only: bool,
    bounds: tuple[int, int],
) -> Balances:
    """Opening and closing balance of a segment: a pair that its rows prove, else the first ones.

    ``amounts`` and ``balances`` are the segment's. ``is_only``: the document has one account.
    ``bounds`` are the document's lines where its first row begins and its last one ends.
    """
    near = [f for f in figures if is_only or segment.first_line <= f.line < segment.last_line]
    near = _dated_by_place(near, bounds)
    openings = _ranked(near, ("opening",), is_owed)
    closings = _ranked(near, ("closing", "carried"), is_owed)
    totals = _ranked(near, ("total",), is_owed)
    first: Balances | None = None
    tried: list[_Signed | None] = [*openings] or [None]
    for opening in tried:
        chain = follow(amounts, balances, opening[0] if opening else None)
        balance = _pair(opening, closings or _proven(totals, chain), chain)
        if balance.closes:
            return balance
        if first is None or balance.chain.score > first.chain.score:
            first = balance
    if first is None:
        raise AssertionError("at least one opening balance, known or not, is tried")
    return first


def _dated_by_place(figures: Sequence[NamedFigure], bounds: tuple[int, int]) -> list[NamedFigure]:
    """Balances of a day as opening and closing ones: above the rows and below them.

    One that has no counterpart on the other side of the rows is the closing balance.
    """
    dated = [figure for figure in figures if figure.figure == "dated"]
    above = any(figure.line < bounds[0] for figure in dated)
    below = any(figure.line > bounds[1] for figure in dated)
    return [
        replace(f, figure="opening" if above and below and f.line < bounds[0] else "closing")
        if f.figure == "dated"
        else f
        for f in figures
    ]


_Signed = tuple[Decimal, NamedFigure]


def _pair(opening: _Signed | None, closings: Sequence[_Signed], chain: Chain) -> Balances:
    matching = next((c for c in closings if c[0] == chain.end), None) if opening else None
    closing = matching or (closings[0] if closings else None)
    closes = None if opening is None or not closings else matching is not None and not chain.gaps
    return Balances(
        opening[0] if opening else None,
        opening[1] if opening else None,
        closing[0] if closing else None,
        closing[1] if closing else None,
        closes,
        chain,
    )


def _proven(totals: Sequence[_Signed], chain: Chain) -> list[_Signed]:
    """Where no closing balance is named: the total that the rows come to."""
    return [total for total in totals if total[0] == chain.end and not chain.gaps][:1]


def _ranked(figures: Sequence[NamedFigure], names: tuple[str, ...], is_owed: bool) -> list[_Signed]:
    """Different values of the named figures, the surest first; carried ones last of all."""
    chosen = [figure for figure in figures if figure.figure in names]
    if "closing" in names:
        inside = [f for f in chosen if f.rank == 0]
        chosen = [*reversed(inside), *(f for f in chosen if f.rank)]
    chosen.sort(key=lambda f: (f.figure == "carried", f.rank))
    result: list[_Signed] = []
    for figure in chosen:
        value = _value(figure.cell, is_owed)
        if value is not None and all(value != known for known, _ in result):
            result.append((value, figure))
    return result[:_MOST_TRIED]


def _value(cell: Cell, is_owed: bool) -> Decimal | None:
    return balance_of(cell, is_owed=is_owed)
