"""Tables beside that of the movements: what they list has been counted, or moved nothing.

Cheques paid are listed once more by number, promotions with their purchases and what is left of
them. Such a table has heads of its own, and only without its rows do the balances agree.
"""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from engine.extraction.statements.columns.headers import Header
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.rows.table import Marker, Row, Table
from engine.extraction.statements.solving.sum_rows import moved_to

_MOST_KINDS: Final = 6
"""Kinds of tables of one document that are looked at, at most."""

_LARGEST: Final = 0.5
"""Share of all rows that a table beside the others has, at most."""

_Kind = tuple[Role | None, ...]


def without_side_tables(table: Table) -> Iterator[Table]:
    """``table`` without the rows of one kind of its tables, then without all but the largest.

    Tables are of one kind where they have the same heads. One that goes from an opening balance to
    a closing one is an account's own.
    """
    starts = [header.first_line for header in table.headers]
    kinds = [_kind_of(header) for header in table.headers]

    def kind_at(line: int) -> _Kind:
        place = bisect_right(starts, line) - 1
        return kinds[place] if place >= 0 else ()

    counts: dict[_Kind, int] = {}
    for row in table.rows:
        kind = kind_at(row.lines[0])
        counts[kind] = counts.get(kind, 0) + 1
    ends = {(kind_at(marker.line), marker.figure) for marker in table.markers}
    small = [
        kind
        for kind, count in counts.items()
        if count <= _LARGEST * len(table.rows)
        if not {(kind, "opening"), (kind, "closing")} <= ends
    ]
    if len(counts) < 2 or len(counts) > _MOST_KINDS:
        return
    choices = [{kind} for kind in small]
    if len(small) > 1 and len(small) < len(counts):
        choices.append(set(small))
    for dropped in choices:
        yield _without(
            table,
            [kind_at(row.lines[0]) not in dropped for row in table.rows],
            [marker for marker in table.markers if kind_at(marker.line) not in dropped],
        )


def _kind_of(header: Header) -> _Kind:
    return tuple(head.role for head in header.heads)


def _without(table: Table, kept: list[bool], markers: list[Marker]) -> Table:
    places = [0]
    rows: list[Row] = []
    for row, is_kept in zip(table.rows, kept, strict=True):
        if is_kept:
            rows.append(row)
        places.append(len(rows))
    return Table(
        rows,
        [moved_to(marker, places[marker.position]) for marker in markers],
        table.headers,
        table.day_lines,
        table.has_stated_days,
        table.begins,
    )
