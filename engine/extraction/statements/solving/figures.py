"""Opening and closing balances and totals that a page names: a label and the amount beside it.

The amount stands to the right of its label in the same row, or below it when labels and amounts
make a table of their own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from engine.extraction.phrases import plain
from engine.extraction.statements.columns.heads import Role
from engine.extraction.statements.labels import Figure, figures_in
from engine.extraction.statements.lines.cells import Cell, TypedLine
from engine.extraction.statements.rows.table import Marker, Row
from engine.extraction.statements.solving.side_boxes import FreeLine, lines_beside_rows

BALANCE_FIGURES: frozenset[Figure] = frozenset({"opening", "closing", "dated", "carried"})
"""Figures that are a balance of the account."""

_OWED_WORDS = frozenset({"debiteur", "debitore", "debitorio", "deudor", "devedor", "overdrawn"})
"""Words in a balance's label that make it a debt."""

UNNAMED = 9
"""Rank of amounts that no label names: only arithmetic makes one a balance."""

_MOST_UNNAMED = 400
"""Amounts without a name that are looked at, at most."""

_LOOK_DOWN_A_BOX = 3
"""Lines below a label in a box beside the rows in which its amount may stand."""

_LOOK_BELOW = 4
"""Lines below a label in which its amount may stand."""


@dataclass(frozen=True, slots=True)
class NamedFigure:
    """A figure, its amount's cell and where it stands. ``rank`` is lower for surer places.

    ``is_negative``: it stands in a column of payments, or its label says that it is owed.
    """

    figure: Figure
    cell: Cell
    line: int
    page_number: int
    label: str
    rank: int
    is_negative: bool = False


def named_figures(
    lines: Sequence[TypedLine],
    markers: Sequence[Marker],
    row_lines: frozenset[int],
    rows: Sequence[Row] = (),
) -> list[NamedFigure]:
    """All named figures: those inside tables first, then those elsewhere, each in page order.

    Boxes beside the ``rows`` are looked through as if they stood alone.
    """
    roles = _roles_by_line(markers)
    inside = [
        NamedFigure(
            m.figure, m.cell, m.line, m.page_number, m.label, 0, _is_negative(m.label, m.role)
        )
        for m in markers
        if m.figure not in BALANCE_FIGURES or _is_balance(m.role, roles[m.line])
    ]
    known = {(m.line, m.cell.x0) for m in markers}
    outside = [
        named
        for index, line in enumerate(lines)
        if line.number not in row_lines
        for named in _on_line(lines, index, row_lines)
        if (named.line, named.cell.x0) not in known
    ]
    boxes = lines_beside_rows(lines, rows)
    taken = frozenset(line.number for line in boxes if not line.cells)
    outside += [
        named
        for index, line in enumerate(boxes)
        if line.number in row_lines and line.cells
        for named in _on_line(boxes, index, taken, _LOOK_DOWN_A_BOX)
        if (named.line, named.cell.x0) not in known
    ]
    return inside + outside


def unnamed_figures(
    lines: Sequence[TypedLine], rows: Sequence[Row], named: Sequence[NamedFigure]
) -> list[NamedFigure]:
    """Amounts outside the rows that no label names, the first ones of a document."""
    taken = {number for row in rows for number in row.lines}
    known = {id(figure.cell) for figure in named}
    free = (
        NamedFigure("dated", cell, line.number, line.page_number, line.text, UNNAMED)
        for line in lines
        if line.number not in taken
        for cell in line.cells
        if cell.money is not None and cell.money.value and id(cell) not in known
    )
    return list(islice(free, _MOST_UNNAMED))


def _roles_by_line(markers: Sequence[Marker]) -> dict[int, set[Role]]:
    roles: dict[int, set[Role]] = {}
    for marker in markers:
        roles.setdefault(marker.line, set()).add(marker.role)
    return roles


def _is_balance(role: Role, beside: set[Role]) -> bool:
    """Whether a balance's figure in a column with this role is the balance, not a sum beside it.

    Where there is no column of balances they stand among the payments, alone on their line.
    """
    return role in {"balance", "amount"} or len(beside) == 1


def _is_negative(label: str, role: Role | None = None) -> bool:
    return role == "debit" or not _OWED_WORDS.isdisjoint(plain(label).split())


def _on_line(
    lines: Sequence[TypedLine | FreeLine],
    index: int,
    row_lines: frozenset[int],
    reach: int = _LOOK_BELOW,
) -> Iterable[NamedFigure]:
    line = lines[index]
    if len(line.cells) > 24:
        return
    for position, cell in enumerate(line.cells):
        if cell.money is not None or cell.date is not None:
            continue
        label = _label_in(cell)
        if label is None:
            continue
        beside = _beside(line.cells[position + 1 :])
        if beside is not None:
            rank = 1 if label[1] else 3
            negative = _is_negative(cell.text)
            yield NamedFigure(
                label[0], beside, line.number, line.page_number, cell.text, rank, negative
            )
        elif label[1]:
            below = _below(cell, line, lines[index + 1 : index + 1 + reach], row_lines)
            if below is not None:
                found, where = below
                negative = _is_negative(cell.text)
                yield NamedFigure(label[0], found, where, line.page_number, cell.text, 2, negative)


def _label_in(cell: Cell) -> tuple[Figure, bool] | None:
    """The last figure that the cell names, and whether the cell is hardly more than its name."""
    tokens = plain(cell.text).split()
    hits = figures_in(cell.text)
    if not hits:
        return None
    last = hits[-1]
    after = len(tokens) - last.end
    if after > 6 or len(tokens) > 14:
        return None
    return last.label, last.start <= 3 and after <= 4


def _beside(cells: Sequence[Cell]) -> Cell | None:
    """The first amount to the right; a date, a sign or a currency may stand between."""
    for cell in cells[:4]:
        if cell.money is not None:
            return cell
        if cell.date is None and len(plain(cell.text).split()) > 3:
            return None
        if cell.date is None and figures_in(cell.text):
            return None
    return None


def _below(
    label: Cell,
    line: TypedLine | FreeLine,
    lines: Sequence[TypedLine | FreeLine],
    row_lines: frozenset[int],
) -> tuple[Cell, int] | None:
    for below in lines:
        if below.page_number != line.page_number or (below.number in row_lines and below.cells):
            return None
        under = [c for c in below.cells if c.x0 < label.x1 + 0.01 and label.x0 - 0.01 < c.x1]
        amounts = [cell for cell in under if cell.money is not None]
        if amounts:
            return amounts[0], below.number
        if any(cell.money for cell in below.cells) and under:
            return None
        if below is lines[0] and (cell := _in_order(label, line, below)) is not None:
            return cell, below.number
    return None


def _in_order(label: Cell, line: TypedLine | FreeLine, below: TypedLine | FreeLine) -> Cell | None:
    """The amount of a label that is wrapped around it, on a line of nothing but amounts.

    As many labels as amounts stand there, each before its own.
    """
    if len(line.cells) != len(below.cells) or not all(cell.money for cell in below.cells):
        return None
    if not all(a.x1 <= b.x0 for a, b in zip(line.cells, below.cells, strict=True)):
        return None
    return below.cells[line.cells.index(label)]
