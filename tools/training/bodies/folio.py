"""Hotel folios: a guest's stay, day by day, in charges and credits."""

import datetime as dt

from tools.training.bills import ZERO
from tools.training.draft import Draft
from tools.training.facts import Fact
from tools.training.facts_drawing import draw_facts
from tools.training.letter import end_letter


def draw_folio(draft: Draft, y: float) -> None:
    """Draw the stay's facts, the charges with payments, and the taxes inside the total."""
    draft.enter("folio")
    style, chance = draft.style, draft.chance
    wide = chance.odds(0.6)
    right = style.right if wide else style.left + style.inner * 0.5
    y = draw_facts(draft, _stay(draft), style.left, right, y + style.leading, wide=wide)
    y = _postings(draft, y + style.leading)
    y = _taxes(draft, y + style.leading)
    end_letter(draft, y)


def _stay(draft: Draft) -> list[Fact]:
    voice, chance, bill, style = draft.voice, draft.chance, draft.bill, draft.style
    nights = chance.whole(1, 6)
    arrival = bill.date - dt.timedelta(days=nights)
    texts = {
        "guest": bill.customer.contact,
        "room": chance.digits(3),
        "arrival": voice.date(arrival),
        "departure": voice.date(bill.date),
        "nights": str(nights),
    }
    return [Fact(key, style.label(voice.say(key)), text) for key, text in texts.items()]


def _postings(draft: Draft, y: float) -> float:
    """One line per charge, then what was paid, the sums of both columns, and the balance."""
    style, voice, chance, bill = draft.style, draft.voice, draft.chance, draft.bill
    charge_at, credit_at = style.right - chance.real(80, 120), style.right
    text_at = style.left + 84
    titles = (
        (style.left, voice.say("col_date"), "left"),
        (text_at, voice.say("col_text"), "left"),
        (charge_at, voice.say("col_amount"), "right"),
        (credit_at, voice.say("paid").split()[0], "right"),
    )
    for x, title, align in titles:
        draft.text(x, y, title, style.small, bold=True, align=align)
    y += style.leading * 1.2
    for item in sorted(bill.items, key=lambda item: item.day):
        y = draft.room(y, style.leading)
        draft.text(style.left, y, voice.date(item.day), style.small)
        draft.text(text_at, y, item.description)
        text = draft.bare("", item.amount)
        draft.text(charge_at, y, text, align="right")
        said = {"description": item.description, "amount": item.amount}
        draft.truth.items.append(said)
        y += style.leading
    if bill.sums.paid:
        draft.text(text_at, y, voice.say("card", ref=chance.digits(4)))
        draft.text(credit_at, y, draft.bare("", bill.sums.paid), align="right")
        y += style.leading
    return _balance(draft, y + 3, charge_at)


def _balance(draft: Draft, y: float, charge_at: float) -> float:
    style, voice, sums = draft.style, draft.voice, draft.bill.sums
    y = draft.room(y, style.leading * 4)
    draft.paper.rule(style.left, y - style.size, style.right, y - style.size, 0.6, style.grey)
    rows = []
    if sums.rounding != ZERO:
        rows.append((voice.say("rounding"), draft.money("", sums.rounding), False))
    label = voice.say_unlike("total", "due_amount")
    rows.append((label, draft.money("total_amount", sums.total), True))
    rows.append((voice.say("due_amount"), draft.money("amount_due", sums.due), False))
    for label, text, strong in rows:
        draft.text(style.left, y, label, bold=strong)
        draft.text(charge_at, y, text, bold=strong, align="right")
        y += style.leading * 1.2
    return y


def _taxes(draft: Draft, y: float) -> float:
    style, voice = draft.style, draft.voice
    notation = voice.notation.plain()
    taxes = [tax for tax in draft.bill.taxes if tax.tax]
    for tax in taxes:
        rate = notation.quantity(tax.rate)
        label = voice.say("tax", rate=rate)
        label = label if rate in label else f"{label} {rate}%"
        text = f"{label}  {notation.number(tax.base)}  {notation.number(tax.tax)}"
        draft.text(style.left, y, text, style.small)
        y += style.leading
    sums = draft.bill.sums
    if len(taxes) == 1 and len(draft.bill.taxes) == 1:
        draft.truth.put("tax_amount", sums.tax, notation.number(sums.tax))
        draft.truth.put("subtotal", sums.subtotal, notation.number(sums.subtotal))
    elif taxes:
        draft.truth.derive("tax_amount", sums.tax)
    return y
