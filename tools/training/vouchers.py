"""Small bills, several on a page: each in its own strip with its own number, date and sum."""

from tools.training.chance import Chance
from tools.training.draft import Draft
from tools.training.making import Wish, make_bill, make_day, make_vendor
from tools.training.numbering import invoice_number, next_number
from tools.training.paper import Paper
from tools.training.style import Style
from tools.training.truth import Truth
from tools.training.voice import Voice


def draw_vouchers(
    chance: Chance, voice: Voice, style: Style, paper: Paper, count: int
) -> list[Truth]:
    """Draw ``count`` bills of one vendor, two to four on each page."""
    vendor = make_vendor(chance, voice)
    day = make_day(chance)
    number = invoice_number(chance, day)
    per_page = chance.pick((2, 3, 3, 4))
    layout = chance.digits(12)
    truths = []
    for index in range(count):
        if index % per_page == 0:
            paper.new_page(style.width, style.height)
        bill = make_bill(
            chance, voice, Wish(trade="freight", items=(1, 3), charged=0.0, paid=0.0),
            vendor=vendor, day=day, number=next_number(number, index),
        )  # fmt: skip
        draft = Draft(chance, voice, style, paper, bill, Truth(), layout=layout)
        height = (style.height - 40) / per_page
        _draw(draft, 20 + index % per_page * height, height)
        draft.truth.pages = (len(paper.pages), len(paper.pages))
        truths.append(draft.truth)
    return truths


def _draw(draft: Draft, top: float, height: float) -> None:
    draft.enter("voucher")
    style, chance, voice, bill = draft.style, draft.chance, draft.voice, draft.bill
    framed = chance.odds(0.5)
    if framed:
        draft.paper.box(style.left - 6, top, style.right + 6, top + height - 12, stroke=style.grey)
    y = top + style.size * 2
    draft.text(style.left, y, draft.vendor_name(), style.size + 2, bold=True)
    facts = [
        (voice.say("number"), draft.number()),
        (voice.say("date"), draft.day("invoice_date", bill.date)),
    ]
    for label, text in facts:
        draft.text(style.right, y, f"{style.label(label)} {text}", align="right")
        y += style.leading
    if chance.odds(0.7):
        label = style.label(voice.say("bill_to"))
        draft.text(style.left, y, f"{label} {draft.customer_name()}")
    y += style.leading * 1.4
    for item in bill.items:
        draft.text(style.left, y, draft.paper.wrap(item.description, style.inner * 0.6, 9)[0])
        draft.text(style.right, y, draft.bare("", item.amount), align="right")
        draft.truth.items.append({"description": item.description, "amount": item.amount})
        y += style.leading
    _sums(draft, y + 3)


def _sums(draft: Draft, y: float) -> None:
    style, voice, bill = draft.style, draft.voice, draft.bill
    rows = []
    taxes = [tax for tax in bill.taxes if tax.tax]
    if len(taxes) == 1 and not bill.is_gross_priced:
        rate = voice.notation.plain().quantity(taxes[0].rate)
        label = voice.say_unlike("net", "total")
        rows.append((label, draft.money("subtotal", bill.sums.subtotal)))
        rows.append((voice.say("tax", rate=rate), draft.money("tax_amount", bill.sums.tax)))
    label = voice.say_unlike("total", "net")
    rows.append((label, draft.money("total_amount", bill.sums.total)))
    for label, text in rows:
        draft.text(style.left + style.inner * 0.5, y, label, bold=label == rows[-1][0])
        draft.text(style.right, y, text, align="right", bold=label == rows[-1][0])
        y += style.leading
