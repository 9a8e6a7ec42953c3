"""Find a document's tables and read their rows: by headers, or by alignment without any."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.extraction.statements.columns.alignment import infer_layout
from engine.extraction.statements.columns.column import column_for
from engine.extraction.statements.columns.headers import Head, Header, find_headers, panels_of
from engine.extraction.statements.columns.layout import Layout
from engine.extraction.statements.columns.under_heads import learn_layout
from engine.extraction.statements.lines.cells import TypedLine
from engine.extraction.statements.lines.furniture import furniture
from engine.extraction.statements.rows.day_balances import without_day_balances
from engine.extraction.statements.rows.gather import RowReader
from engine.extraction.statements.rows.late_dates import beside_amounts, dates_stand_below
from engine.extraction.statements.rows.lineparts import Part, part_of
from engine.extraction.statements.rows.stated_days import stated_days
from engine.extraction.statements.rows.table import Table
from engine.extraction.statements.rows.traits import traits_of

_SAME_HEAD = 0.02
"""Page widths by which the heads of one table may move from page to page."""

_Layouts = list[tuple[Header, list[Layout]]]

_LINES_ABOVE = 4
"""Lines above a table's first row that may belong to it: a heading, its first balance."""

_OWN_LAYOUT = 6
"""Amounts under one header from which it may have a layout of its own."""


@dataclass(frozen=True, slots=True)
class _Region:
    """Lines under one header."""

    header: Header
    lines: tuple[TypedLine, ...]


def read_tables(lines: Sequence[TypedLine]) -> Table:
    """Rows of all tables of transactions, in the document's order."""
    headers = find_headers(lines)
    kept = _without(lines, furniture(lines, [header.last_line for header in headers]))
    table = _read_by_headers(lines, kept, headers) if headers else Table()
    if _is_small(kept) or (len(table.rows) >= 2 and 3 * len(table.rows) > _likely_rows(kept)):
        return table
    aligned = _read_by_alignment(without_day_balances(kept))
    return aligned if len(aligned.rows) > 2 * len(table.rows) else table


def _likely_rows(lines: Sequence[TypedLine]) -> int:
    """Lines that begin with a date and end with an amount, and say something between."""
    return sum(
        line.cells[0].date is not None
        and any(not (cell.date or cell.money) for cell in line.cells)
        and line.cells[-1].money is not None
        for line in lines
    )


def _is_small(lines: Sequence[TypedLine]) -> bool:
    return not any(line.has("money") for line in lines)


def _without(lines: Sequence[TypedLine], dropped: frozenset[int]) -> list[TypedLine]:
    return [line for line in lines if line.number not in dropped]


def _read_by_headers(
    lines: Sequence[TypedLine], kept: Sequence[TypedLine], headers: Sequence[Header]
) -> Table:
    regions = list(_regions(kept, headers))
    layouts = _layouts(regions)
    panels = [_panels_for(region, layouts) for region in regions]
    parts = [_parts(region.lines, own) for region, own in zip(regions, panels, strict=True)]
    if dates_stand_below(list(itertools.chain.from_iterable(parts))):
        parts = [_with_late_dates(*of) for of in zip(parts, panels, strict=True)]
    reader = RowReader(traits_of(list(itertools.chain.from_iterable(parts))))
    first = headers[0].first_line
    for line in kept:
        if line.number >= first:
            break
        reader.pass_by(line)
    previous: Sequence[Layout] | None = None
    days = stated_days(headers, panels, lines)
    for region, own, own_parts, day in zip(regions, panels, parts, days, strict=True):
        if day is not None:
            reader.begin_day(day)
        reader.read(own_parts, new_columns=own is not previous)
        if not own:
            for line in region.lines:
                reader.pass_by(line)
        previous = own
    table = reader.close()
    table.headers = headers
    return table


def _parts(lines: Sequence[TypedLine], panels: Sequence[Layout]) -> list[list[Part]]:
    """For each panel the lines' parts in it."""
    return [
        [part for line in lines if (part := part_of(line, layout)) is not None] for layout in panels
    ]


def _with_late_dates(parts: Sequence[Sequence[Part]], panels: Sequence[Layout]) -> list[list[Part]]:
    return [beside_amounts(own, layout) for own, layout in zip(parts, panels, strict=True)]


def _panels_for(region: _Region, layouts: _Layouts) -> list[Layout]:
    """The layouts of a region: those of all like headers, or its own where they do not fit it."""
    shared = layouts[_group_of(layouts, region.header)][1]
    amounts = [cell for line in region.lines for cell in line.cells if cell.money]
    if not shared or len(amounts) < _OWN_LAYOUT:
        return shared
    money = [column for layout in shared for column in layout.money]
    fitting = sum(column_for(money, cell) is not None for cell in amounts)
    if 5 * fitting >= 4 * len(amounts):
        return shared
    own = _panel_layouts(region.header, region.lines)
    columns = [column for layout in own for column in layout.money]
    better = sum(column_for(columns, cell) is not None for cell in amounts)
    return own if better > fitting else shared


def _regions(kept: Sequence[TypedLine], headers: Sequence[Header]) -> Iterable[_Region]:
    """For each header the lines up to the next one."""
    ends = [header.first_line for header in headers[1:]] + [kept[-1].number + 1 if kept else 0]
    position = 0
    for header, end in zip(headers, ends, strict=True):
        while position < len(kept) and kept[position].number <= header.last_line:
            position += 1
        start = position
        while position < len(kept) and kept[position].number < end:
            position += 1
        yield _Region(header, tuple(kept[start:position]))


def _layouts(regions: Sequence[_Region]) -> _Layouts:
    """One entry for each different header: the layouts of its panels, learned over all pages."""
    groups: list[tuple[Header, list[TypedLine]]] = []
    for region in regions:
        group = next((g for g in groups if _alike(g[0], region.header)), None)
        if group is None:
            group = (region.header, [])
            groups.append(group)
        group[1].extend(region.lines)
    return [(header, _panel_layouts(header, lines)) for header, lines in groups]


def _panel_layouts(header: Header, lines: Sequence[TypedLine]) -> list[Layout]:
    panels = panels_of(header)
    bounds = [0.0, *(_between(a, b) for a, b in itertools.pairwise(panels)), 1.0]
    layouts = []
    for panel, x0, x1 in zip(panels, bounds, bounds[1:], strict=False):
        layout = learn_layout(panel, lines, x0, x1)
        if layout is not None and layout.roles - {"balance", "foreign", "other"}:
            layouts.append(layout)
    return layouts


def _between(left: Sequence[Head], right: Sequence[Head]) -> float:
    return (left[-1].x1 + right[0].x0) / 2


def _alike(a: Header, b: Header) -> bool:
    if a.roles != b.roles:
        return False
    return all(
        min(abs(p.x0 - q.x0), abs(p.x1 - q.x1)) <= _SAME_HEAD
        for p, q in zip(a.heads, b.heads, strict=True)
    )


def _group_of(layouts: _Layouts, header: Header) -> int:
    return next(i for i, (known, _) in enumerate(layouts) if _alike(known, header))


def _read_by_alignment(kept: Sequence[TypedLine]) -> Table:
    layout = infer_layout(kept)
    if layout is None:
        return Table()
    first = _first_row(kept, layout)
    parts = _parts(kept[first:], [layout])
    if dates_stand_below(parts):
        parts = _with_late_dates(parts, [layout])
    reader = RowReader(traits_of(parts))
    for line in kept[:first]:
        reader.pass_by(line)
    reader.read(parts, new_columns=True)
    return reader.close()


def _first_row(kept: Sequence[TypedLine], layout: Layout) -> int:
    """Where the table begins: a few lines above its first date, beside an amount if they do so."""
    dated = [index for index, line in enumerate(kept) if _stands_in(line, layout, "date")]
    paid = [index for index in dated if _stands_in(kept[index], layout, "money")]
    places = paid if 2 * len(paid) >= len(dated) else dated
    return max(0, places[0] - _LINES_ABOVE) if places else 0


def _stands_in(line: TypedLine, layout: Layout, kind: Literal["date", "money"]) -> bool:
    columns = layout.dates if kind == "date" else layout.money
    return any(getattr(cell, kind) and column_for(columns, cell) for cell in line.cells)
