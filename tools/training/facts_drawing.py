"""Ways to set labelled values: in line, in columns, ruled, stacked, in strips, run on."""

from collections.abc import Callable, Sequence

from tools.training.draft import Draft
from tools.training.facts import Fact

Drawing = Callable[[Draft, Sequence[Fact], float, float, float], float]
"""Draws facts between two x from a y on; returns the y after."""


def draw_facts(
    draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float, *, wide: bool
) -> float:
    """Set the facts in one of the ways that fit the width."""
    if not facts:
        return y
    way = draft.chance.weigh(_WIDE if wide else _NARROW)
    if way in {columns, ruled, leaders, pairs}:
        width = (x1 - x0) / 2 - 14 if way is pairs else x1 - x0
        if _needed(draft, facts) > width:
            way = stacked if not wide else run_on
    return way(draft, facts, x0, x1, y)


def _needed(draft: Draft, facts: Sequence[Fact]) -> float:
    """The width at which the widest label and the widest value stand side by side."""
    size, paper = draft.style.size, draft.paper
    labels = max(paper.measure(fact.label, size, bold=True) for fact in facts)
    return labels + max(paper.measure(fact.text, size, bold=True) for fact in facts) + 16


def inline(draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float) -> float:
    """Label and value on one line, a space between."""
    style = draft.style
    right = draft.chance.odds(0.15) and not style.is_label_bold
    for fact in facts:
        if right:
            draft.text(x1, y, f"{fact.label} {fact.text}", align="right")
        else:
            width = draft.text(x0, y, fact.label, bold=style.is_label_bold)
            space = draft.paper.measure(" ", style.size)
            draft.text(x0 + width + space, y, fact.text, bold=style.is_value_bold)
        y += style.leading
    return y


def columns(draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float) -> float:
    """Labels in one column, values in the next."""
    style, chance = draft.style, draft.chance
    align = chance.weigh({"left": 6, "far": 3, "facing": 2})
    widest = max(draft.paper.measure(f.label, style.size, bold=style.is_label_bold) for f in facts)
    values = max(draft.paper.measure(fact.text, style.size, bold=True) for fact in facts)
    middle = min(x0 + widest + chance.real(6, 28), x1 - values)
    middle = max(middle, x0 + widest + 6)
    for fact in facts:
        if align == "facing":
            draft.text(middle - 6, y, fact.label, bold=style.is_label_bold, align="right")
        else:
            draft.text(x0, y, fact.label, bold=style.is_label_bold)
        if align == "far":
            draft.text(x1, y, fact.text, bold=style.is_value_bold, align="right")
        else:
            draft.text(middle, y, fact.text, bold=style.is_value_bold)
        y += style.leading
    return y


def ruled(draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float) -> float:
    """A little table with lines: label left, value right."""
    style, paper = draft.style, draft.paper
    height = style.size * draft.chance.real(1.6, 2.1)
    widest = max(paper.measure(f.label, style.size, bold=style.is_label_bold) for f in facts)
    middle = x0 + widest + 10
    top = y - style.size
    fill = draft.chance.pick(("", "#eeeeee", "#f4f4f4"))
    for index, fact in enumerate(facts):
        up = top + index * height
        if fill:
            paper.box(x0, up, middle, up + height, fill=fill)
        paper.box(x0, up, x1, up + height, stroke=style.grey)
        base = up + height / 2 + style.size * 0.35
        draft.text(x0 + 4, base, fact.label, bold=style.is_label_bold)
        draft.text(middle + 4, base, fact.text, bold=style.is_value_bold)
    paper.rule(middle, top, middle, top + len(facts) * height, 0.6, style.grey)
    return top + len(facts) * height + style.leading


def stacked(draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float) -> float:
    """Each label small above its value."""
    style = draft.style
    for fact in facts:
        draft.text(x0, y, fact.label.rstrip(" :"), style.small, color=style.grey)
        draft.text(x0, y + style.size * 1.15, fact.text, bold=style.is_value_bold)
        y += style.size * 2.7
    return y


def leaders(draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float) -> float:
    """Labels and values joined by dots."""
    style = draft.style
    dot = draft.paper.measure(".", style.size)
    widest = max(draft.paper.measure(fact.label, style.size) for fact in facts)
    middle = x0 + widest + 4 * dot
    for fact in facts:
        label = fact.label.rstrip(" :")
        width = draft.paper.measure(label, style.size)
        count = max(2, int((middle - x0 - width - 4) / dot))
        draft.text(x0, y, f"{label}{'.' * count}: {fact.text}")
        y += style.leading
    return y


def pairs(draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float) -> float:
    """Two columns of labels and values side by side."""
    half = (len(facts) + 1) // 2
    middle = (x0 + x1) / 2
    draw = draft.chance.pick((inline, columns))
    left = draw(draft, facts[:half], x0, middle - 14, y)
    rest = facts[half:]
    return max(left, draw(draft, rest, middle, x1, y)) if rest else left


def strip(draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float) -> float:
    """Ruled boxes in a row, each with its label above its value; more rows where needed."""
    style, paper, chance = draft.style, draft.paper, draft.chance
    top = y - style.size
    is_boxed, fill = chance.odds(0.7), chance.pick(("", "", "#ececec", "#f3f3f3"))
    centred = chance.odds(0.3)
    height = style.size * 3.1
    for row in _rows(draft, facts, x1 - x0):
        width = (x1 - x0) / len(row)
        if fill:
            paper.box(x0, top, x1, top + style.size * 1.5, fill=fill)
        for index, fact in enumerate(row):
            left = x0 + index * width
            if is_boxed:
                paper.box(left, top, left + width, top + height, stroke=style.grey)
            place = {"align": "centre"} if centred else {}
            anchor = left + width / 2 if centred else left + 4
            label, text = fact.label.rstrip(" :"), fact.text
            bold = style.is_label_bold or bool(fill)
            draft.text(anchor, top + style.size * 1.1, label, style.small, bold=bold, **place)
            draft.text(anchor, top + style.size * 2.6, text, bold=style.is_value_bold, **place)
        if not is_boxed:
            paper.rule(x0, top + style.size * 1.5, x1, top + style.size * 1.5, 0.5, style.grey)
        top += height + (0 if is_boxed else 4)
    return top + style.leading


def run_on(draft: Draft, facts: Sequence[Fact], x0: float, x1: float, y: float) -> float:
    """All facts one after another in a line, wrapped where it is full."""
    style, chance = draft.style, draft.chance
    glue = chance.pick(("   ", "  |  ", "  /  ", "     ", ", "))
    x = x0
    for index, fact in enumerate(facts):
        text = f"{fact.label} {fact.text}" + (glue.rstrip() if index < len(facts) - 1 else "")
        width = draft.paper.measure(text, style.size)
        if x > x0 and x + width > x1:
            x, y = x0, y + style.leading
        draft.text(x, y, text)
        x += (
            width
            + draft.paper.measure(glue, style.size)
            - draft.paper.measure(glue.rstrip(), style.size)
        )
    return y + style.leading


def _rows(draft: Draft, facts: Sequence[Fact], width: float) -> list[Sequence[Fact]]:
    """The facts in rows whose cells are wide enough for the widest of them."""
    style = draft.style
    widest = max(
        max(
            draft.paper.measure(fact.label, style.small, bold=True),
            draft.paper.measure(fact.text, style.size, bold=style.is_value_bold),
        )
        for fact in facts
    )
    fit = max(1, min(6, int(width // (widest + 10))))
    rows = -(-len(facts) // fit)
    size = -(-len(facts) // rows)
    return [facts[i : i + size] for i in range(0, len(facts), size)]


_NARROW: dict[Drawing, float] = {inline: 5, columns: 9, ruled: 3, stacked: 1.5, leaders: 0.7}
_WIDE: dict[Drawing, float] = {strip: 6, pairs: 4, run_on: 1.2, inline: 1, columns: 1}
