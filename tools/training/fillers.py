"""Pages that lie between invoices and are none: delivery notes, orders, terms, empty sides."""

from tools.training import numbering
from tools.training.bills import Bill
from tools.training.chance import Chance
from tools.training.closing import other_parts
from tools.training.draft import Draft
from tools.training.paper import Paper
from tools.training.style import Style
from tools.training.terms import draw_terms
from tools.training.truth import Truth
from tools.training.voice import Voice


def draw_filler(
    chance: Chance, voice: Voice, style: Style, paper: Paper, bill: Bill, kind: str
) -> None:
    """Draw one page of a kind: terms, blank, delivery, order or cover. It belongs to no invoice."""
    paper.face, paper.ink = style.face, style.ink
    draft = Draft(chance, voice, style, paper, bill, Truth())
    if kind == "terms":
        draw_terms(draft)
        return
    paper.new_page(style.width, style.height)
    if kind == "blank":
        return
    if kind == "cover":
        _cover(draft)
        return
    _goods(draft, "delivery" if kind == "delivery" else "order_confirmation")


def _goods(draft: Draft, kind: str) -> None:
    """A list of the goods without sums; an order confirmation names prices."""
    style, voice, bill, chance = draft.style, draft.voice, draft.bill, draft.chance
    y = style.top + 20
    draft.text(style.left, y, bill.vendor.name, style.size + 4, bold=True)
    y += 40
    draft.paper.lines(
        style.left, y, (bill.customer.name, *bill.customer.address), style.size, style.leading
    )
    number = numbering.reference(chance, bill.date)
    key = "delivery_note" if kind == "delivery" else "own_order"
    day = voice.date(bill.date)
    facts = (
        f"{style.label(voice.say(key))} {number}",
        f"{style.label(voice.say('delivered'))} {day}",
        f"{style.label(voice.say('customer_no'))} {bill.references['customer_no']}",
    )
    draft.paper.lines(style.left + style.inner * 0.6, y, facts, style.size, style.leading)
    y += 80
    draft.text(style.left, y, f"{voice.tell(kind)} {number}", style.size + 4, bold=True)
    y += 28
    priced = kind != "delivery"
    for item in bill.items[:25]:
        notation = voice.table_notation.plain()
        count = f"{notation.quantity(abs(item.quantity))} {item.unit}"
        draft.text(style.left, y, count)
        draft.text(style.left + 80, y, item.description)
        if priced:
            amount = notation.number(abs(item.amount))
            draft.text(style.right, y, amount, align="right")
        y += style.leading * 1.2
    draft.text(style.left, y + 40, f"{voice.say('col_date')}: ______________")


def _cover(draft: Draft) -> None:
    style, voice, chance = draft.style, draft.voice, draft.chance
    y = style.top + 60
    draft.text(style.left, y, draft.bill.customer.name, style.size + 6, bold=True)
    for _ in range(chance.whole(2, 5)):
        y += style.leading * 2
        text = voice.tell("notes", **other_parts(draft))
        for line in draft.paper.wrap(text, style.inner, style.size):
            draft.text(style.left, y, line)
            y += style.leading
