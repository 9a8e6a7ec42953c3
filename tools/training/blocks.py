"""Blocks with a party's name and address: who pays, where goods go, who sells."""

from tools.training.draft import Draft, address_of
from tools.training.heads import SEPARATORS, contact_lines


def sender_line(draft: Draft, x: float, y: float, width: float) -> float:
    """The vendor in one small line above the address, as windows of envelopes want it."""
    style = draft.style
    glue = draft.chance.pick(SEPARATORS)
    text = glue.join((draft.vendor_name(), *draft.bill.vendor.address))
    size = min(7.0, style.small)
    while draft.paper.measure(text, size) > width and size > 4.5:
        size -= 0.5
    draft.text(x, y, text, size, color=style.grey)
    if draft.chance.odds(0.6):
        draft.paper.rule(x, y + 2.5, x + width, y + 2.5, 0.3, style.grey)
    return y + size + 10


def customer_block(draft: Draft, x0: float, x1: float, y: float, *, label: bool) -> float:
    """Whom the bill is for."""
    draft_lines = _customer_lines(draft)
    return _block(draft, x0, x1, y, draft.voice.say("bill_to") if label else "", draft_lines)


def ship_block(draft: Draft, x0: float, x1: float, y: float) -> float:
    """Where the goods went."""
    party = draft.bill.ship_to
    if party is None:
        return y
    lines = [party.name, *address_of(party)]
    return _block(draft, x0, x1, y, draft.voice.say("ship_to"), lines)


def seller_block(draft: Draft, x0: float, x1: float, y: float) -> float:
    """Who sends the bill, as a block like the others."""
    lines = [draft.vendor_name(), *contact_lines(draft)]
    return _block(draft, x0, x1, y, draft.voice.say("seller"), lines)


def _customer_lines(draft: Draft) -> list[str]:
    chance, voice, customer = draft.chance, draft.voice, draft.bill.customer
    name = draft.customer_name()
    lines = [name]
    if customer.is_person and chance.odds(0.3):
        lines.insert(0, voice.tell("person_prefix"))
    if not customer.is_person and chance.odds(0.3):
        extra = voice.tell("attention") if chance.odds(0.6) else customer.contact
        lines.insert(chance.pick((1, 1, 1, 0)), extra)
    lines += address_of(customer, with_country=chance.odds(0.25))
    if chance.odds(0.12):
        lines.append(f"{voice.say('phone')} {customer.phone}")
    if not customer.is_person and chance.odds(0.2):
        lines.append(f"{draft.style.label(voice.say('vat_label'))} {customer.tax_id.text}")
    return lines


def _block(draft: Draft, x0: float, x1: float, y: float, label: str, lines: list[str]) -> float:
    style, chance = draft.style, draft.chance
    manner = draft.voice.said.setdefault(
        "block", chance.weigh({"plain": 6, "ruled": 1.5, "boxed": 1.5, "filled": 1.5, "side": 1})
    )
    inset = 5 if manner in {"boxed", "filled"} else 0
    top = y - style.size - 2
    if label and manner == "side" and x1 - x0 > 170:
        draft.text(x0, y, style.label(label), bold=style.is_label_bold, color=style.grey)
        x0 += max(64, draft.paper.measure(style.label(label), style.size, bold=True) + 8)
    elif label:
        shown = style.label(label) if chance.odds(0.6) else label.rstrip(":")
        if manner == "filled":
            draft.paper.box(x0, top, x1, y + 3, fill="#e6e6e6")
        draft.text(x0 + inset, y, shown, bold=chance.odds(0.65))
        if manner == "ruled":
            draft.paper.rule(x0, y + 3, x1, y + 3, 0.5, style.grey)
        y += style.leading + 2
    bold_name = draft.voice.said.setdefault("bold name", chance.pick(("", "", "yes")))
    for index, line in enumerate(lines):
        for part in draft.paper.wrap(line, x1 - x0 - 2 * inset, style.size):
            draft.text(x0 + inset, y, part, bold=bool(bold_name) and not index)
            y += style.leading
    if manner == "boxed":
        draft.paper.box(x0, top, x1, y - style.leading + 6, stroke=style.grey)
    return y + 4
