"""Tables in the manners that real documents use: ruled, striped, or with nothing but air."""

from collections.abc import Sequence
from dataclasses import dataclass

from tools.samples.sheet import Align, Sheet


@dataclass(frozen=True, slots=True)
class Column:
    """One column from ``left`` to ``right``, in points from the page's left edge."""

    title: str
    left: float
    right: float
    align: Align = "left"

    def anchor(self, padding: float) -> float:
        """The x that text is set against."""
        if self.align == "right":
            return self.right - padding
        return self.left + padding if self.align == "left" else (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How a table looks. Colours are ``#rrggbb``; an empty one is not drawn."""

    size: float = 9
    row_height: float = 18
    header_height: float = 20
    padding: float = 4
    header_fill: str = ""
    header_ink: str = ""
    header_rule: str = ""
    row_rule: str = ""
    grid: str = ""
    stripe: str = ""
    header_size: float = 0


def draw_header(sheet: Sheet, y: float, columns: Sequence[Column], style: TableStyle) -> float:
    """Draw the column titles in the band that begins at ``y``; returns where the band ends."""
    bottom = y + style.header_height
    left, right = columns[0].left, columns[-1].right
    if style.header_fill:
        sheet.box(left, y, right, bottom, fill=style.header_fill)
    size = style.header_size or style.size
    baseline = y + style.header_height / 2 + size * 0.36
    for column in columns:
        sheet.text(
            column.anchor(style.padding),
            baseline,
            column.title,
            size,
            bold=True,
            color=style.header_ink,
            align=column.align,
        )
    if style.header_rule:
        sheet.rule(left, bottom, right, 0.9, style.header_rule)
    return bottom


def draw_rows(
    sheet: Sheet,
    y: float,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    style: TableStyle,
) -> float:
    """Draw rows of cells from ``y`` down; returns where the last one ends."""
    left, right = columns[0].left, columns[-1].right
    top = y
    for index, row in enumerate(rows):
        bottom = y + style.row_height
        if style.stripe and index % 2:
            sheet.box(left, y, right, bottom, fill=style.stripe)
        baseline = y + style.row_height / 2 + style.size * 0.36
        for column, cell in zip(columns, row, strict=True):
            anchor = column.anchor(style.padding)
            sheet.text(anchor, baseline, cell, style.size, align=column.align)
        if style.row_rule:
            sheet.rule(left, bottom, right, 0.4, style.row_rule)
        y = bottom
    if style.grid:
        _draw_grid(sheet, top, y, columns, style)
    return y


def _draw_grid(
    sheet: Sheet, top: float, bottom: float, columns: Sequence[Column], style: TableStyle
) -> None:
    head = top - style.header_height
    sheet.box(columns[0].left, head, columns[-1].right, bottom, stroke=style.grid)
    for column in columns[1:]:
        sheet.post(column.left, head, bottom, 0.5, style.grid)
    y = top
    while y < bottom - 1:
        sheet.rule(columns[0].left, y, columns[-1].right, 0.4, style.grid)
        y += style.row_height
