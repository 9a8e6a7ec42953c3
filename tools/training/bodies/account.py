"""Utility and telephone bills: the old balance, payments, this period's charges, what is due."""

import datetime as dt
from decimal import Decimal

from tools.training import numbering
from tools.training.bills import ZERO
from tools.training.draft import Draft
from tools.training.letter import end_letter

Row = tuple[str, str, bool]


def draw_account(draft: Draft, y: float) -> None:
    """Draw the account's summary, the charges and readings; long bills get a page of details."""
    draft.enter("account")
    chance, style = draft.chance, draft.style
    summary_first = chance.odds(0.7)
    rows = _summary(draft)
    if summary_first:
        y = _rows(draft, y + style.leading, rows)
    if draft.bill.trade == "energy" and chance.odds(0.8):
        y = _readings(draft, y + style.leading)
    y = _charges(draft, y + style.leading)
    if not summary_first:
        y = _rows(draft, y + style.leading, rows)
    end_letter(draft, y)
    draft.enter("supplement")
    if draft.chance.odds(0.35):
        _supplement(draft)


def _summary(draft: Draft) -> list[Row]:
    """The old balance and payments above the amount that is due now."""
    voice, sums = draft.voice, draft.bill.sums
    rows: list[Row] = []
    if sums.previous:
        rows.append((voice.say("prev_balance"), draft.money("", sums.previous), False))
        shown = -sums.received if draft.chance.odds(0.7) else sums.received
        rows.append((voice.say("payments"), draft.money("", shown), False))
    current = draft.money("total_amount", sums.total)
    rows.append((voice.say("current"), current, False))
    due = draft.money("amount_due", sums.due)
    rows.append((voice.say("due_amount"), due, True))
    return rows


def _rows(draft: Draft, y: float, rows: list[Row]) -> float:
    style, chance = draft.style, draft.chance
    left = style.left + (style.inner * 0.45 if chance.odds(0.4) else 0)
    right = style.right if chance.odds(0.6) else left + style.inner * 0.55
    boxed = chance.odds(0.4)
    top = y - style.size - 3
    for label, text, strong in rows:
        draft.text(left + 4, y, label, bold=strong)
        draft.text(right - 4, y, text, bold=strong, align="right")
        y += style.leading * 1.3
    if boxed:
        draft.paper.box(left, top, right, y - style.leading * 0.8, stroke=style.grey)
    return y


def _readings(draft: Draft, y: float) -> float:
    """Meter number, two readings with their days, the usage between them."""
    style, voice, chance, bill = draft.style, draft.voice, draft.chance, draft.bill
    old = chance.whole(1200, 88000)
    used = chance.whole(90, 2400)
    number = voice.notation.plain().quantity
    start = voice.date(bill.date - dt.timedelta(days=chance.whole(31, 95)))
    end = voice.date(bill.date - dt.timedelta(days=chance.whole(1, 6)))
    cells = [
        (voice.say("meter"), chance.digits(8)),
        (f"{voice.say('reading')} {start}", number(Decimal(old))),
        (f"{voice.say('reading')} {end}", number(Decimal(old + used))),
        (voice.say("usage"), f"{number(Decimal(used))} kWh"),
    ]
    if chance.odds(0.5):
        for label, text in cells:
            draft.text(style.left, y, style.label(label))
            draft.text(style.left + style.inner * 0.45, y, text)
            y += style.leading
        return y
    width = style.inner / len(cells)
    for index, (label, text) in enumerate(cells):
        parts = draft.paper.wrap(label, width - 6, style.small)
        draft.paper.lines(style.left + index * width, y, parts, style.small, style.small * 1.2)
        draft.text(style.left + index * width, y + style.small * 2.6, text)
    return y + style.small * 2.6 + style.leading * 1.5


def _charges(draft: Draft, y: float) -> float:
    """Each charge on a line, then net, tax and sum of this period."""
    style, voice, bill = draft.style, draft.voice, draft.bill
    for item in bill.items:
        y = draft.room(y, style.leading)
        draft.text(style.left, y, item.description)
        text = draft.bare("", item.amount)
        draft.text(style.right, y, text, align="right")
        said = {"description": item.description, "amount": item.amount}
        draft.truth.items.append(said)
        y += style.leading
    draft.paper.rule(style.left, y - style.size * 0.6, style.right, y - style.size * 0.6, 0.4)
    y += style.size * 0.7
    sums = bill.sums
    rows: list[Row] = []
    taxes = [tax for tax in bill.taxes if tax.tax]
    if len(taxes) == 1 and len(bill.taxes) == 1:
        rate = voice.notation.plain().quantity(taxes[0].rate)
        label = voice.say_unlike("net", "current")
        rows.append((label, draft.money("subtotal", sums.subtotal), False))
        label = voice.say("tax", rate=rate)
        rows.append((label, draft.money("tax_amount", sums.tax), False))
    label = voice.say_unlike("total", "due_amount", "net")
    rows.append((label, draft.money("total_amount", sums.total), True))
    y = draft.room(y, len(rows) * style.leading * 1.3)
    for label, text, strong in rows:
        draft.text(style.left, y, label, bold=strong)
        draft.text(style.right, y, text, bold=strong, align="right")
        y += style.leading * 1.2
    return y


def _supplement(draft: Draft) -> None:
    """A page of single uses with dates and small amounts, and their sum."""
    style, voice, chance = draft.style, draft.voice, draft.chance
    y = draft.turn_page()
    draft.text(style.left, y, voice.say("supplement"), style.size + 2, bold=True)
    y += style.leading * 2
    whole = ZERO
    size = style.small
    while y < draft.floor - size * 3 and chance.odds(0.985):
        day = draft.bill.date - dt.timedelta(days=chance.whole(1, 31))
        amount = chance.price(0.05, 4)
        whole += amount
        draft.text(style.left, y, voice.date(day), size)
        draft.text(style.left + 90, y, f"{chance.whole(0, 23):02d}:{chance.whole(0, 59):02d}", size)
        draft.text(style.left + 150, y, numbering.reference(chance, day), size)
        shown = voice.table_notation.plain().number(amount)
        draft.text(style.right, y, shown, size, align="right")
        y += size * 1.35
    draft.text(style.left, y + 3, voice.say("section_total"), size, bold=True)
    shown = voice.table_notation.plain().number(whole)
    draft.text(style.right, y + 3, shown, size, bold=True, align="right")
