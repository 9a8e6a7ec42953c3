"""The item table: any number of pages, wrapped descriptions, carried sums, sections."""

from dataclasses import dataclass
from decimal import Decimal

from tools.training.bills import ZERO, Item
from tools.training.columns import Column, cell, choose_keys, fits, lay_columns
from tools.training.draft import Draft

_OPTIONAL = ("gross", "tax", "unit", "date", "pos", "code", "discount", "rate", "price")


@dataclass(frozen=True, slots=True)
class TableLook:
    """How the table is drawn. Colours are ``#rrggbb``; an empty one is not drawn."""

    size: float
    step: float
    air: float
    has_header: bool
    header_fill: str
    header_ink: str
    header_rules: bool
    row_rules: bool
    grid: bool
    stripe: str
    carries: bool
    repeats_header: bool
    row_anchor: str


def choose_look(draft: Draft) -> TableLook:
    """A look that fits the document's colours."""
    chance, style = draft.chance, draft.style
    dark = chance.odds(0.25)
    fill = style.accent if dark and style.accent != "#1b1b1b" else chance.pick(("", "", "#e8e8e8"))
    manner = chance.weigh({"plain": 4, "ruled": 3, "grid": 2, "zebra": 2, "verticals": 0.5})
    size = min(style.size, chance.pick((style.size, style.size, style.small)))
    return TableLook(
        size=size,
        step=size * chance.real(1.15, 1.4),
        air=size * chance.real(0.25, 1.1),
        has_header=chance.odds(0.95),
        header_fill=fill,
        header_ink="#ffffff" if fill not in {"", "#e8e8e8"} else style.ink,
        header_rules=chance.odds(0.55),
        row_rules=manner == "ruled",
        grid=manner == "grid",
        stripe=chance.pick(("#f2f2f2", "#eef3f7", "#f7f2ea")) if manner == "zebra" else "",
        carries=chance.odds(0.4),
        repeats_header=chance.odds(0.8),
        row_anchor=chance.weigh({"first": 9, "last": 0.8}),
    )


def draw_table(draft: Draft, y: float) -> tuple[float, list[Column], TableLook]:
    """Draw all items from ``y`` on; returns the y after, the columns and the look."""
    look = choose_look(draft)
    if not look.has_header:
        draft.voice.said["currency of table"] = ""
    keys = choose_keys(draft)
    columns = lay_columns(draft, keys, look.size)
    for spare in _OPTIONAL:
        if fits(draft, columns):
            break
        if spare in keys:
            keys.remove(spare)
            columns = lay_columns(draft, keys, look.size)
    if look.has_header:
        y = _header(draft, y, columns, look)
    sections = _sections(draft)
    carried = ZERO
    section_sum = ZERO
    for index, item in enumerate(draft.bill.items):
        lines = _lines(draft, item, columns, look)
        needed = len(lines) * look.step + look.air + (look.step * 2.5 if look.carries else 0)
        if y + needed > draft.floor:
            y = _break_page(draft, y, columns, look, carried)
        if title := sections.get(index):
            y = _section_title(draft, y, title, look)
        y = _row(draft, y, index, item, (columns, look, lines))
        _note_item(draft, item, columns)
        carried += item.amount
        section_sum += item.amount
        if sections and (index + 1 in sections or index + 1 == len(draft.bill.items)):
            y = _sum_row(draft, y, columns, look, "section_total", section_sum)
            section_sum = ZERO
    if not look.grid and draft.chance.odds(0.5):
        draft.paper.rule(columns[0].left, y, columns[-1].right, y, 0.7, draft.style.grey)
    return y, columns, look


def _header(draft: Draft, y: float, columns: list[Column], look: TableLook) -> float:
    titles = [_wrapped_title(draft, column, look.size) for column in columns]
    height = max(len(lines) for lines in titles) * look.step + 7
    left, right = columns[0].left, columns[-1].right
    if look.header_fill:
        draft.paper.box(left, y, right, y + height, fill=look.header_fill)
    if look.header_rules or look.grid:
        draft.paper.rule(left, y, right, y, 0.7, draft.style.grey)
        draft.paper.rule(left, y + height, right, y + height, 0.7, draft.style.grey)
    for column, lines in zip(columns, titles, strict=True):
        base = y + 3 + look.size * 0.9
        draft.paper.lines(
            column.anchor, base, lines, look.size, look.step,
            bold=True, color=look.header_ink, align=column.align,
        )  # fmt: skip
    if look.grid:
        _posts(draft, y, y + height, columns)
    return y + height


def _wrapped_title(draft: Draft, column: Column, size: float) -> list[str]:
    return draft.paper.wrap(
        column.title, max(20.0, column.right - column.left - 4), size, bold=True
    )


def _lines(draft: Draft, item: Item, columns: list[Column], look: TableLook) -> list[str]:
    column = next(column for column in columns if column.key == "text")
    width = column.right - column.left - 6
    texts = [item.description, *item.details]
    return [line for text in texts for line in draft.paper.wrap(text, width, look.size)]


def _row(
    draft: Draft, y: float, index: int, item: Item, parts: tuple[list[Column], TableLook, list[str]]
) -> float:
    columns, look, lines = parts
    height = len(lines) * look.step + look.air
    left, right = columns[0].left, columns[-1].right
    if look.stripe and index % 2:
        draft.paper.box(left, y, right, y + height, fill=look.stripe)
    first = y + look.air / 2 + look.size * 0.85
    for column in columns:
        if column.key == "text":
            draft.paper.lines(column.anchor, first, lines, look.size, look.step)
            continue
        base = first + (len(lines) - 1) * look.step if look.row_anchor == "last" else first
        text = cell(draft, item, column.key, index)
        draft.paper.text(column.anchor, base, text, look.size, align=column.align)
    if look.row_rules or look.grid:
        draft.paper.rule(left, y + height, right, y + height, 0.4, draft.style.grey)
    if look.grid:
        _posts(draft, y, y + height, columns)
    return y + height


def _posts(draft: Draft, top: float, bottom: float, columns: list[Column]) -> None:
    for x in (columns[0].left, *(column.right for column in columns)):
        draft.paper.rule(x, top, x, bottom, 0.4, draft.style.grey)


def _break_page(
    draft: Draft, y: float, columns: list[Column], look: TableLook, carried: Decimal
) -> float:
    if look.carries and carried:
        _sum_row(draft, y, columns, look, draft.voice.said.setdefault(
            "carry key", draft.chance.pick(("carried", "page_total"))), carried)  # fmt: skip
    y = draft.turn_page()
    if look.has_header and look.repeats_header:
        y = _header(draft, y, columns, look)
    if look.carries and carried and draft.voice.said["carry key"] == "carried":
        y = _sum_row(draft, y, columns, look, "brought", carried)
    return y


def _sum_row(
    draft: Draft, y: float, columns: list[Column], look: TableLook, key: str, value: Decimal
) -> float:
    last = next(column for column in columns if column.key == "amount")
    base = y + look.step
    label_column = next(column for column in columns if column.key == "text")
    draft.text(label_column.left + 3, base, draft.voice.say(key), look.size, italic=True)
    draft.text(last.anchor, base, draft.bare("", value), look.size, align=last.align)
    return y + look.step * 1.6


def _sections(draft: Draft) -> dict[int, str]:
    """Titles of sections by the index of their first item; mostly none."""
    count = len(draft.bill.items)
    if count < 4 or not draft.chance.odds(0.15):
        return {}
    middle = draft.chance.whole(1, count - 2)
    words = draft.voice.words
    return {0: f"1. {draft.chance.pick(words['trades'])}",
            middle: f"2. {draft.chance.pick(words['trades'])}"}  # fmt: skip


def _section_title(draft: Draft, y: float, title: str, look: TableLook) -> float:
    draft.text(draft.style.left + 3, y + look.step, title, look.size, bold=True)
    return y + look.step * 1.5


def _note_item(draft: Draft, item: Item, columns: list[Column]) -> None:
    keys = {column.key for column in columns}
    said: dict[str, object] = {"description": item.description}
    if "quantity" in keys:
        said["quantity"] = item.quantity
    if "price" in keys:
        said["unit_price"] = item.unit_price
    if "rate" in keys:
        said["tax_rate"] = item.rate
    said["amount"] = item.amount
    draft.truth.items.append(said)  # type: ignore[arg-type]
