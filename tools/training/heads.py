"""The top of the first page: who sends the bill, and often what the document is called."""

from collections.abc import Callable

from tools.training.draft import Draft, address_of

SEPARATORS = (" · ", " | ", ", ", " - ", "  ")


def draw_head(draft: Draft, *, with_title: bool) -> float:
    """Draw a letterhead of some kind; returns the y below it."""
    head = draft.chance.weigh(_HEADS)
    y = head(draft, with_title)
    if draft.chance.odds(0.2):
        draft.paper.rule(draft.style.left, y, draft.style.right, y, 0.8, draft.style.accent)
        y += 6
    return y + draft.chance.real(6, 26)


def contact_lines(draft: Draft) -> list[str]:
    """Some of the vendor's address, telephone, tax id and the like, each on its line."""
    chance, voice, vendor = draft.chance, draft.voice, draft.bill.vendor
    lines = list(address_of(vendor, with_country=chance.odds(0.25)))
    if chance.odds(0.5):
        lines.append(f"{voice.say('phone')} {vendor.phone}")
    if chance.odds(0.35):
        lines.append(vendor.mail)
    if chance.odds(0.3):
        lines.append(vendor.web)
    if chance.odds(0.35):
        lines.append(draft.style.label(draft.tax_id()[0]) + " " + draft.tax_id()[1])
        if chance.odds(0.35):
            label, text = draft.second_id()
            lines.append(f"{label} {text}")
    return lines


def _name(draft: Draft) -> str:
    """What the letterhead calls the vendor: in full, or only its brand."""
    name = draft.vendor_name(brand=draft.chance.odds(0.25))
    if draft.chance.odds(0.15):
        name = name.upper()
    return name


def _fit(draft: Draft, text: str, width: float, size: float) -> float:
    """The largest size up to ``size`` at which the text fits."""
    measured = draft.paper.measure(text, size, bold=True)
    return size if measured <= width else max(7.0, size * width / measured)


def _left(draft: Draft, with_title: bool) -> float:
    style, chance = draft.style, draft.chance
    y = style.top + 14
    name = _name(draft)
    size = _fit(draft, name, style.inner * (0.6 if with_title else 0.9), chance.real(11, 26))
    draft.text(style.left, y, name, size, bold=chance.odds(0.8), color=style.accent)
    after = y + size * 0.5
    if with_title:
        _title(draft, style.right, y, "right", style.inner * 0.35)
    step = style.small * 1.3
    if chance.odds(0.7):
        after = draft.paper.lines(
            style.left, y + size * 0.4 + step, contact_lines(draft), style.small, step,
            color=style.grey,
        )  # fmt: skip
    return after


def _right(draft: Draft, with_title: bool) -> float:
    style, chance = draft.style, draft.chance
    y = style.top + 14
    name = _name(draft)
    size = _fit(draft, name, style.inner * (0.6 if with_title else 0.9), chance.real(11, 24))
    draft.text(style.right, y, name, size, bold=True, color=style.accent, align="right")
    if with_title:
        _title(draft, style.left, y, "left", style.inner * 0.35)
    step = style.small * 1.3
    return draft.paper.lines(
        style.right, y + size * 0.4 + step, contact_lines(draft), style.small, step,
        align="right", color=style.grey,
    )  # fmt: skip


def _centre(draft: Draft, with_title: bool) -> float:
    style, chance = draft.style, draft.chance
    middle = (style.left + style.right) / 2
    y = style.top + 14
    name = _name(draft)
    size = _fit(draft, name, style.inner, chance.real(12, 24))
    draft.text(middle, y, name, size, bold=True, color=style.accent, align="centre")
    y += size * 0.4 + style.small * 1.4
    for line in _joined(draft, contact_lines(draft), style.inner):
        draft.text(middle, y, line, style.small, align="centre")
        y += style.small * 1.35
    if with_title:
        y += style.size * 1.6
        _title(draft, middle, y, "centre", style.inner)
        y += style.size
    return y


def _band(draft: Draft, with_title: bool) -> float:
    style, chance = draft.style, draft.chance
    height = chance.real(44, 84)
    fill = style.accent if style.accent != "#1b1b1b" else "#d9d9d9"
    ink = "#ffffff" if fill != "#d9d9d9" else style.ink
    draft.paper.box(0, 0, style.width, height, fill=fill)
    name = _name(draft)
    share = 0.55 if with_title else 0.95
    size = _fit(draft, name, style.inner * share, chance.real(13, 24))
    draft.text(style.left, height / 2 + 5, name, size, bold=True, color=ink)
    if with_title:
        _title(draft, style.right, height / 2 + 5, "right", style.inner * 0.4, ink)
    y = height + style.small * 1.9
    for line in _joined(draft, contact_lines(draft), style.inner):
        draft.text(style.left, y, line, style.small, color=style.grey)
        y += style.small * 1.35
    return y


def _split(draft: Draft, with_title: bool) -> float:
    """Name at one side, the address at the other, the title below or at the centre."""
    style, chance = draft.style, draft.chance
    y = style.top + 14
    name = _name(draft)
    size = _fit(draft, name, style.inner * 0.55, chance.real(11, 20))
    draft.text(style.left, y, name, size, bold=True, color=style.accent)
    step = style.small * 1.35
    after = draft.paper.lines(
        style.right, y - 4, contact_lines(draft), style.small, step, align="right"
    )
    after = max(after, y + size)
    if with_title:
        after += style.size * 1.6
        _title(draft, style.left, after, "left", style.inner)
        after += style.size
    return after


def _mark(draft: Draft, with_title: bool) -> float:
    """A coloured square with initials beside the name."""
    style, chance = draft.style, draft.chance
    side = chance.real(28, 52)
    y = style.top
    draft.paper.box(style.left, y, style.left + side, y + side, fill=style.accent)
    draft.text(
        style.left + side / 2, y + side * 0.62, draft.bill.vendor.initials, side * 0.32,
        bold=True, color="#ffffff", align="centre",
    )  # fmt: skip
    name = _name(draft)
    left = style.left + side + 10
    size = _fit(draft, name, (style.right - left) * (0.6 if with_title else 1), 15)
    draft.text(left, y + 14, name, size, bold=True)
    if with_title:
        _title(draft, style.right, y + 16, "right", style.inner * 0.32)
    lines = contact_lines(draft)
    step = style.small * 1.3
    after = draft.paper.lines(left, y + 14 + step * 1.2, lines, style.small, step)
    return max(after, y + side + 6)


def _title(draft: Draft, x: float, y: float, align: str, width: float, color: str = "") -> None:
    title = draft.title()
    title = title.upper() if draft.chance.odds(0.4) else title
    size = _fit(draft, title, width, draft.chance.real(12, 24))
    bold = draft.chance.odds(0.7)
    draft.text(x, y, title, size, bold=bold, align=align, color=color or draft.style.ink)


def _joined(draft: Draft, lines: list[str], width: float) -> list[str]:
    """The lines run together, as many in one as fit."""
    glue = draft.chance.pick(SEPARATORS)
    made = [""]
    for line in lines:
        longer = f"{made[-1]}{glue}{line}" if made[-1] else line
        if made[-1] and draft.paper.measure(longer, draft.style.small) > width:
            made.append(line)
        else:
            made[-1] = longer
    return made


_HEADS: dict[Callable[[Draft, bool], float], float] = {
    _left: 6, _right: 3, _centre: 2, _band: 2, _split: 3, _mark: 2.5,
}  # fmt: skip
