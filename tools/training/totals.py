"""The sums at the end: which are printed, under which words, and in which shape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tools.training.bills import Tax
from tools.training.columns import Column
from tools.training.draft import Draft
from tools.training.notation import SYMBOLS

_SIGNS = {*SYMBOLS, *SYMBOLS.values(), "Rs.", "Fr."}


@dataclass(frozen=True, slots=True)
class SumRow:
    """One sum as printed. ``weight`` is 2 for the total, 1 for other sums of sums, else 0."""

    label: str
    text: str
    weight: int = 0


def sum_rows(draft: Draft) -> list[SumRow]:
    """The rows that this document prints, noted in its truth."""
    bill, chance, sums = draft.bill, draft.chance, draft.bill.sums
    taxed = any(tax.tax for tax in bill.taxes)
    below = bill.is_gross_priced
    rows = [*_charge_rows(draft)]
    tax_rows: list[SumRow] = []
    shows_net = (taxed and chance.odds(0.88)) or (not taxed and chance.odds(0.4))
    if shows_net and not (bill.charges and not below and chance.odds(0.25) and rows):
        label = draft.voice.say_unlike("net", "sum", "total")
        tax_rows.append(SumRow(label, draft.money("subtotal", sums.subtotal)))
        if bill.charges and not below:
            draft.truth.accept("subtotal", sums.items)
    elif bill.charges and not below:
        draft.truth.put("subtotal", sums.items, draft.voice.money(sums.items))
        draft.truth.accept("subtotal", sums.subtotal)
    if taxed:
        tax_rows += _tax_rows(draft)
    elif chance.odds(0.3):
        rate = draft.voice.notation.plain().quantity(Decimal(0))
        label = draft.voice.say("tax", rate=rate)
        tax_rows.append(SumRow(label, draft.money("tax_amount", sums.tax)))
    total = _total_rows(draft)
    return [*rows, *total, *tax_rows] if below else [*rows, *tax_rows, *total]


def _charge_rows(draft: Draft) -> list[SumRow]:
    bill, voice = draft.bill, draft.voice
    if not bill.charges:
        return []
    rows = [SumRow(voice.say("sum"), draft.money("", bill.sums.items))]
    for charge in bill.charges:
        rate = voice.notation.plain().quantity(charge.percent)
        label = voice.say(charge.key, rate=rate)
        rows.append(SumRow(label, draft.money("", charge.amount)))
    return rows


def _tax_rows(draft: Draft) -> list[SumRow]:
    taxes = [tax for tax in draft.bill.taxes if tax.tax or len(draft.bill.taxes) > 1]
    sums = draft.bill.sums
    if len(taxes) == 1:
        return [SumRow(_tax_label(draft, taxes[0]), draft.money("tax_amount", sums.tax))]
    if any(tax.label for tax in taxes) or draft.chance.odds(0.6):
        rows = [SumRow(_tax_label(draft, tax), draft.money("", tax.tax)) for tax in taxes]
        if draft.chance.odds(0.35):
            label = draft.voice.say("tax_total")
            return [*rows, SumRow(label, draft.money("tax_amount", sums.tax), 1)]
        draft.truth.derive("tax_amount", sums.tax)
        return rows
    return [SumRow(draft.voice.say("tax_total"), draft.money("tax_amount", sums.tax))]


def _tax_label(draft: Draft, tax: Tax) -> str:
    rate = draft.voice.notation.plain().quantity(tax.rate)
    if tax.label:
        return draft.chance.pick((f"{tax.label} {rate}%", f"{tax.label} @ {rate}%"))
    label = draft.voice.say("tax", rate=rate)
    if len(draft.bill.taxes) > 1 and rate not in label:
        label = f"{label} {rate}%"
    return label


def _total_rows(draft: Draft) -> list[SumRow]:
    voice, sums, chance = draft.voice, draft.bill.sums, draft.chance
    rows = []
    if sums.rounding:
        rows.append(SumRow(voice.say("rounding"), draft.money("", sums.rounding)))
    label = draft.with_currency(voice.say_unlike("total", "net", "sum", "due_amount"), "total")
    rows.append(SumRow(label, draft.money("total_amount", sums.total), 2))
    if sums.paid:
        key = chance.pick(("paid", "prepaid"))
        shown = -sums.paid if chance.odds(0.6) else sums.paid
        ref = draft.bill.references["contract"]
        rows.append(SumRow(voice.say(key, ref=ref), draft.money("", shown)))
    if sums.paid or chance.odds(0.1):
        due = draft.money("amount_due", sums.due)
        rows.append(SumRow(voice.say_unlike("due_amount", "total"), due, 1))
    return rows


Drawing = Callable[[Draft, float, Sequence[SumRow], Sequence[Column]], float]


def draw_totals(draft: Draft, y: float, rows: Sequence[SumRow], columns: Sequence[Column]) -> float:
    """Draw the sums in one of their shapes; returns the y after."""
    y = draft.room(y, len(rows) * draft.style.leading * 1.5 + 24)
    if draft.chance.odds(0.06) and len(rows) <= 5:
        return _strip(draft, y + 12, rows, columns)
    return draft.chance.weigh(_SHAPES)(draft, y + draft.style.leading, rows, columns)


def _block(draft: Draft, y: float, rows: Sequence[SumRow], x0: float, x1: float) -> float:
    style, chance, paper = draft.style, draft.chance, draft.paper
    ruled, boxed, filled = chance.odds(0.4), chance.odds(0.12), chance.odds(0.15)
    step = style.leading * chance.real(1.0, 1.45)
    grown = style.size + chance.pick((0, 0, 1, 2, 3))
    suffix = style.suffix if chance.odds(0.5) else ""
    top = y - style.size - 2
    for row in rows:
        strong = row.weight == 2
        size = grown if strong else style.size
        if strong and ruled:
            paper.rule(x0, y - size - 1, x1, y - size - 1, 0.7, style.grey)
        if strong and filled:
            paper.box(x0, y - size - 1, x1, y + 4, fill="#e4e4e4")
        bold = row.weight > 0 and not (row.weight == 1 and ruled)
        label = row.label if row.label.endswith(":") else row.label + suffix
        room = x1 - x0 - paper.measure(row.text, size, bold=bold) - 14
        if draft.voice.said.get("apart"):
            room = min(room, (x1 - x0) * 0.62)
        fit = paper.measure(label, size, bold=bold)
        small = size if fit <= room else max(5.5, size * room / fit)
        draft.text(x0 + 3, y, label, small, bold=bold)
        _amount(draft, (x0, x1 - 3), y, row.text, size, bold=bold)
        y += step + (grown - style.size if strong else 0)
    if boxed:
        paper.box(x0, top, x1, y - step + 6, stroke=style.grey)
    return y


def _amount(
    draft: Draft, edges: tuple[float, float], y: float, text: str, size: float, *, bold: bool
) -> None:
    """The amount at the right edge; its currency beside it, or in a column of its own."""
    if "apart" not in draft.voice.said:
        draft.voice.said["apart"] = draft.chance.pick(("yes", "", "", "", "", ""))
    left, right = edges
    sign = text.rstrip("0123456789.,-'’ \u00a0\u202f")
    lead = sign.strip(" \u00a0")
    number = text[len(sign) :].strip(" \u00a0")
    apart = right - (right - left) * 0.36
    width = draft.paper.measure(number, size, bold=True)
    if draft.voice.said["apart"] and lead in _SIGNS and apart + 24 < right - width:
        draft.text(apart, y, lead, size, bold=bold)
        draft.text(right, y, number, size, bold=bold, align="right")
        return
    draft.text(right, y, text, size, bold=bold, align="right")


def _right(draft: Draft, y: float, rows: Sequence[SumRow], columns: Sequence[Column]) -> float:
    width = draft.chance.real(165, 270)
    return _block(draft, y, rows, draft.style.right - width, columns[-1].right)


def _full(draft: Draft, y: float, rows: Sequence[SumRow], columns: Sequence[Column]) -> float:
    return _block(draft, y, rows, draft.style.left, columns[-1].right)


def _left(draft: Draft, y: float, rows: Sequence[SumRow], columns: Sequence[Column]) -> float:
    left = draft.style.left
    return _block(draft, y, rows, left, left + draft.chance.real(180, 280))


def _in_columns(draft: Draft, y: float, rows: Sequence[SumRow], columns: Sequence[Column]) -> float:
    """As the last rows of the table: the sum under the amounts, its label beside it."""
    style = draft.style
    last = next(column for column in columns if column.key == "amount")
    facing = draft.chance.odds(0.6)
    for row in rows:
        bold = row.weight > 0
        width = draft.paper.measure(row.text, style.size, bold=bold)
        edge = max(last.left, style.left + width + 8)
        anchor = last.right - 3
        draft.text(anchor, y, row.text, bold=bold, align="right")
        left = min(edge, anchor - width) - 10
        if facing:
            draft.text(left, y, row.label, bold=bold, align="right")
        else:
            label = draft.paper.measure(row.label, style.size, bold=bold)
            draft.text(min(left - label, style.inner * 0.55 + style.left), y, row.label, bold=bold)
        y += style.leading * 1.2
    return y


def _strip(draft: Draft, y: float, rows: Sequence[SumRow], columns: Sequence[Column]) -> float:
    """Boxes side by side, each label above its sum."""
    style, paper = draft.style, draft.paper
    width = style.inner / len(rows)
    height = style.size * 3.4
    for index, row in enumerate(rows):
        left = style.left + index * width
        paper.box(left, y, left + width, y + height, stroke=style.grey)
        size = style.small
        while paper.measure(row.label, size) > width - 6 and size > 5:
            size -= 0.5
        draft.text(left + 3, y + style.size * 1.2, row.label, size)
        draft.text(
            left + width - 4, y + style.size * 2.8, row.text, bold=row.weight > 0, align="right"
        )
    return y + height + style.leading


_SHAPES: dict[Drawing, float] = {_right: 9, _in_columns: 4, _full: 2, _left: 0.8}
