"""Bills without the usual table: prose, sums first, and forms made of boxes."""

from tools.training.columns import Column
from tools.training.draft import Draft
from tools.training.facts import Fact
from tools.training.facts_drawing import strip
from tools.training.item_table import draw_table
from tools.training.letter import end_letter
from tools.training.totals import draw_totals, sum_rows


def draw_prose(draft: Draft, y: float) -> None:
    """Each charge a line of text with its amount at the end, sums in the same manner."""
    draft.enter("prose")
    style, chance = draft.style, draft.chance
    dotted, inset = chance.odds(0.4), chance.pick((0.0, 20.0))
    right = style.right - chance.pick((0.0, 60.0, 120.0))
    beside = chance.odds(0.3)
    lines = []
    for item in draft.bill.items:
        lines.append((item.description, draft.bare("", item.amount), False))
        draft.truth.items.append({"description": item.description, "amount": item.amount})
    lines += [(row.label, row.text, row.weight > 0) for row in sum_rows(draft)]
    y += style.leading
    for label, text, strong in lines:
        y = draft.room(y, style.leading * 1.3)
        left = style.left + inset
        if beside:
            draft.text(left, y, f"{label}: {text}", bold=strong)
        else:
            width = draft.text(left, y, label, bold=strong)
            if dotted:
                start = left + width + 3
                space = right - draft.paper.measure(text, style.size, bold=True) - 6 - start
                count = int(space / draft.paper.measure(".", style.size))
                draft.text(start, y, "." * count)
            draft.text(right, y, text, bold=strong, align="right")
        y += style.leading * 1.25
    end_letter(draft, y)


def draw_sums_first(draft: Draft, y: float) -> None:
    """The sums above the table, and nowhere else."""
    draft.enter("sums first")
    style = draft.style
    edge = [Column("amount", "", "right", style.left, style.right)]
    y = draw_totals(draft, y, sum_rows(draft), edge)
    draft.enter("table")
    y, _, _ = draw_table(draft, y + style.leading)
    end_letter(draft, y)


def draw_form(draft: Draft, y: float) -> None:
    """Boxes with small labels, for the sums as well as the facts, as printed forms have them."""
    draft.enter("form")
    style, chance = draft.style, draft.chance
    sums = [Fact("", row.label, row.text) for row in sum_rows(draft)]
    before = chance.odds(0.4)
    if before:
        y = strip(draft, sums, style.left, style.right, y + style.leading)
    draft.enter("table")
    y, _, _ = draw_table(draft, y + style.leading * 0.5)
    if not before:
        y = draft.room(y + style.leading, style.size * 8)
        y = strip(draft, sums, style.left, style.right, y)
    end_letter(draft, y)
