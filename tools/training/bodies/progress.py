"""Building contractors' bills on account: contract, work so far, retention, billed before."""

from decimal import Decimal

from tools.training.bills import cents
from tools.training.datafile import entries
from tools.training.draft import Draft
from tools.training.letter import end_letter

LANGUAGES = frozenset(entries("names", "progress"))


def draw_progress(draft: Draft, y: float) -> None:
    """Draw the work by its sections, then the way from the work done to what is billed now."""
    draft.enter("progress")
    style, voice, sums = draft.style, draft.voice, draft.bill.sums
    y = _sections(draft, y + style.leading)
    words = entries("names", "progress")[voice.language]
    for label, value in zip(words[:4], _steps(draft), strict=True):
        name = label.replace("{p}", "5")
        y = draft.room(y, style.leading)
        draft.text(style.left, y, name)
        draft.text(style.right, y, draft.money("", value), align="right")
        y += style.leading * 1.15
    rows = [(words[4], draft.money("subtotal", sums.subtotal), False)]
    taxes = [tax for tax in draft.bill.taxes if tax.tax]
    if len(taxes) == 1:
        rate = voice.notation.plain().quantity(taxes[0].rate)
        label = voice.say("tax", rate=rate)
        rows.append((label, draft.money("tax_amount", sums.tax), False))
    if sums.rounding:
        rows.append((voice.say("rounding"), draft.money("", sums.rounding), False))
    rows.append((voice.say("total"), draft.money("total_amount", sums.total), True))
    y = draft.room(y, len(rows) * style.leading * 1.3)
    for label, text, strong in rows:
        draft.text(style.left, y, label, bold=strong)
        draft.text(style.right, y, text, bold=strong, align="right")
        y += style.leading * 1.2
    end_letter(draft, y)


def _steps(draft: Draft) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Contract, work to date, retention and earlier bills that lead to this one's subtotal."""
    now = draft.bill.sums.subtotal
    done = cents(now * draft.chance.whole(15, 40) / 10)
    retention = cents(done * 5 / 100)
    before = done - retention - now
    contract = cents(done * draft.chance.whole(11, 25) / 10, Decimal(100))
    return contract, done, -retention, -before


def _sections(draft: Draft, y: float) -> float:
    style, chance, words = draft.style, draft.chance, draft.voice.words
    for index in range(chance.whole(2, 6)):
        amount = chance.price(900, 60000)
        draft.text(style.left, y, f"{index + 1:02d}")
        draft.text(style.left + 30, y, chance.pick(words["trades"]))
        draft.text(style.left + style.inner * 0.62, y, f"{chance.whole(5, 100)} %", align="right")
        text = draft.voice.table_notation.plain().number(amount)
        draft.text(style.right, y, text, align="right")
        y += style.leading * 1.2
    return y + style.leading
