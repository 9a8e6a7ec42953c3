"""Foot of every page: registry, bank and contact in columns, page numbers, stamps."""

from tools.training.draft import Draft
from tools.training.heads import SEPARATORS


def footer_lines(draft: Draft, *, named: bool) -> list[list[str]]:
    """Groups of lines for the foot; ``named`` makes the vendor's full name one of them."""
    chance, voice, vendor = draft.chance, draft.voice, draft.bill.vendor
    groups = []
    if named or chance.odds(0.6):
        groups.append([draft.vendor_name(), *vendor.address])
    if chance.odds(0.7):
        lines = [f"{voice.say('phone')} {vendor.phone}", vendor.mail, vendor.web]
        groups.append(chance.some(lines, chance.whole(1, 3)))
    if chance.odds(0.65):
        groups.append(_bank_lines(draft))
    if chance.odds(0.75):
        label, text = draft.tax_id()
        lines = [f"{label} {text}" if label.endswith(":") else f"{label}: {text}"]
        if chance.odds(0.4):
            label, text = draft.second_id()
            lines.append(f"{label} {text}")
        if chance.odds(0.5):
            lines.append(voice.say("register", n=chance.digits(5)))
        if chance.odds(0.3):
            lines.append(f"{voice.say('director')}: {vendor.contact}")
        groups.append(lines)
    return groups


def _bank_lines(draft: Draft) -> list[str]:
    vendor, voice = draft.bill.vendor, draft.voice
    bank = vendor.bank
    if not bank.iban:
        account = f"{voice.say('account')}: {bank.number}"
        return [bank.bank, account, f"{voice.say('routing')}: {bank.routing}"]
    lines = [bank.bank, f"IBAN {draft.iban()}", f"BIC {bank.bic}"]
    if vendor.second_bank is not None:
        second = vendor.second_bank
        lines += [second.bank, f"IBAN {second.iban_in_groups}"]
    return lines


def foot_height(draft: Draft, groups: list[list[str]]) -> float:
    """The room that the foot takes at the end of each page."""
    size = min(7.5, draft.style.small)
    return max((len(group) for group in groups), default=0) * size * 1.3 + 16


def draw_foot(draft: Draft, groups: list[list[str]], manner: str) -> None:
    """Draw the foot on the current page: in columns, or centred lines."""
    if not groups:
        return
    style = draft.style
    size = min(7.5, style.small)
    top = style.bottom - foot_height(draft, groups) + 14
    if manner != "bare":
        draft.paper.rule(style.left, top - size - 3, style.right, top - size - 3, 0.5, style.grey)
    if manner == "centred":
        _centred(draft, groups, top, size)
        return
    width = style.inner / len(groups)
    for index, group in enumerate(groups):
        left = style.left + index * width
        y = top
        for line in group:
            fit = draft.paper.measure(line, size)
            fitting = size if fit <= width - 4 else max(4.5, size * (width - 4) / fit)
            draft.text(left, y, line, fitting, color=style.grey)
            y += size * 1.3


def _centred(draft: Draft, groups: list[list[str]], top: float, size: float) -> None:
    style = draft.style
    glue = SEPARATORS[len(groups) % 2]
    y = top
    for group in groups:
        line = glue.join(group)
        fit = draft.paper.measure(line, size)
        fitting = size if fit <= style.inner else max(4.5, size * style.inner / fit)
        middle = (style.left + style.right) / 2
        draft.text(middle, y, line, fitting, align="centre", color=style.grey)
        y += size * 1.3


def number_pages(draft: Draft, last: int) -> None:
    """Write "page 1 of 3" on the bill's pages, where this document does that."""
    style, chance = draft.style, draft.chance
    count = last - draft.first_page + 1
    if not chance.odds(0.75 if count > 1 else 0.25):
        return
    place = chance.pick(("right", "centre", "left"))
    at_top = chance.odds(0.3)
    x = {"right": style.right, "centre": style.width / 2, "left": style.left}[place]
    for index in range(count):
        draft.paper.current = draft.first_page + index
        text = draft.voice.say("page", n=str(index + 1), m=str(count))
        y = 20.0 if at_top else style.height - 14
        draft.text(x, y, text, min(8.0, style.small), align=place, color=style.grey)
    draft.paper.current = last


def draw_stamp(draft: Draft) -> None:
    """Write PAID, COPY or the like across the first page, pale and turned."""
    chance, style = draft.chance, draft.style
    key = "stamp_paid" if not draft.bill.sums.due and draft.bill.sums.paid else "stamp_copy"
    if not chance.odds(0.5 if key == "stamp_paid" else 0.03):
        return
    here = draft.paper.current
    draft.paper.current = draft.first_page
    color = chance.pick(("#dddddd", "#f3c0c0", "#c9d9ec"))
    size = chance.real(30, 80)
    turn = chance.pick((0.1, 20.0, 35.0, 45.0))
    x, y = style.width * chance.real(0.2, 0.5), style.height * chance.real(0.4, 0.7)
    draft.paper.text(x, y, draft.voice.tell(key), size, bold=True, color=color, turn=turn)
    draft.paper.current = here
