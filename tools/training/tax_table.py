"""The little table that says base and tax of every rate."""

from tools.training.draft import Draft


def draw_tax_table(draft: Draft, y: float) -> float:
    """Draw base, rate, tax and gross of each rate from ``y`` on; returns the y after."""
    style, chance, voice = draft.style, draft.chance, draft.voice
    taxes = draft.bill.taxes
    if any(tax.label for tax in taxes) or not any(tax.tax for tax in taxes):
        return y
    y = draft.room(y, (len(taxes) + 3) * style.leading)
    if chance.odds(0.5):
        draft.text(style.left, y, voice.say("tax_table"), style.small, bold=True)
        y += style.leading
    titles = [voice.say("col_rate"), voice.say("base"), voice.say("col_tax"), voice.say("gross_of")]
    keys = [0, 1, 2, 3] if chance.odds(0.6) else [1, 0, 2, 3]
    if chance.odds(0.4):
        keys.remove(3)
    notation = voice.notation.plain()
    rows = []
    for tax in taxes:
        sums = (tax.base, tax.tax, tax.base + tax.tax)
        rows.append([f"{notation.quantity(tax.rate)}%", *(notation.number(v) for v in sums)])
    sums = draft.bill.sums
    if len(taxes) > 1 and chance.odds(0.6):
        draft.truth.put("tax_amount", sums.tax, notation.number(sums.tax))
        draft.truth.derived.discard("tax_amount")
        whole = (sums.subtotal, sums.tax, sums.subtotal + sums.tax)
        rows.append(["", *(notation.number(v) for v in whole)])
    return _draw(draft, y, [titles, *rows], keys)


def _draw(draft: Draft, y: float, rows: list[list[str]], keys: list[int]) -> float:
    style, paper = draft.style, draft.paper
    size = style.small
    widths = [max(paper.measure(row[k], size, bold=True) for row in rows) + 14 for k in keys]
    boxed = draft.chance.odds(0.4)
    for index, row in enumerate(rows):
        x = style.left
        for key, width in zip(keys, widths, strict=True):
            if boxed:
                paper.box(x, y - size - 1, x + width, y + 4, stroke=style.grey)
            paper.text(x + width - 4, y, row[key], size, bold=not index, align="right")
            x += width
        y += size + 5
    return y + style.leading
