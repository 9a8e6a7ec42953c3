"""What follows the sums: how to pay, discounts for early payment, notes with other dates."""

import datetime as dt
from decimal import Decimal

from tools.training import numbering
from tools.training.bills import cents
from tools.training.draft import Draft


def draw_closing(draft: Draft, y: float) -> float:
    """Write the payment terms, bank details and notes; returns the y after."""
    chance, style = draft.chance, draft.style
    texts = [text for text in (_payment(draft), _exempt(draft), *_notes(draft)) if text]
    if chance.odds(0.25):
        texts = chance.shuffled(texts)
    y += style.leading
    if chance.odds(0.4):
        y = _bank_block(draft, y)
    width = style.inner * chance.pick((1, 1, 0.7))
    for text in texts:
        lines = draft.paper.wrap(text, width, style.size)
        y = draft.room(y, len(lines) * style.leading)
        y = draft.paper.lines(style.left, y, lines, style.size, style.leading)
        y += chance.pick((0.0, 3.0))
    return y


def other_parts(draft: Draft) -> dict[str, str]:
    """Dates, amounts and numbers that belong to other things than this bill."""
    chance, day = draft.chance, draft.bill.date
    return {
        "date2": draft.voice.date(day - dt.timedelta(days=chance.whole(2, 300))),
        "date3": draft.voice.date(day + dt.timedelta(days=chance.whole(70, 400))),
        "amount": draft.voice.money(chance.price(5, 2500)),
        "ref": numbering.reference(chance, day),
        "days": str(chance.pick((8, 10, 14, 21, 30))),
    }


def _payment(draft: Draft) -> str:
    bill, chance, voice = draft.bill, draft.chance, draft.voice
    if bill.is_credit:
        if bill.refers is None:
            return ""
        number, day = bill.refers
        return voice.tell("refers", number=number, date=voice.date(day))
    manner = chance.weigh({"": 3, "sentence": 3, "days": 3, "now": 0.4})
    if manner == "sentence" and bill.due is not None and bill.sums.due:
        name = "total_amount" if bill.sums.due == bill.sums.total else "amount_due"
        return voice.tell(
            "pay_by",
            amount=draft.money(name, bill.sums.due),
            date=draft.day("due_date", bill.due),
            number=bill.number,
        )
    if manner == "days":
        label = draft.style.label(voice.say("terms"))
        return f"{label} {voice.say('terms_days', days=str(bill.days))}"
    if manner == "now" and "due_date" not in draft.truth.values:
        return voice.tell("terms_now")
    return ""


def _exempt(draft: Draft) -> str:
    if any(tax.tax for tax in draft.bill.taxes):
        return ""
    return draft.voice.tell(draft.chance.pick(("reverse", "exempt")))


def _notes(draft: Draft) -> list[str]:
    chance, voice = draft.chance, draft.voice
    odds = {"notes": 0.35, "retention": 0.2, "late": 0.2, "thanks": 0.35, "skonto": 0.12}
    made = []
    for key, wanted in odds.items():
        if not chance.odds(wanted):
            continue
        parts = other_parts(draft)
        if key == "skonto":
            if draft.bill.is_credit:
                continue
            parts = _discount(draft, parts)
        made.append(voice.tell(key, **parts))
    if chance.odds(0.03):
        made.append(_elsewhere(draft))
    return made


def _elsewhere(draft: Draft) -> str:
    """What the total is in another currency, at the rate of the day."""
    chance, notation = draft.chance, draft.voice.notation.plain()
    code = "USD" if draft.voice.currency != "USD" else "EUR"
    rate = Decimal(chance.whole(8200, 12900)) / 10000
    worth = cents(draft.bill.sums.total * rate)
    base = f"1 {draft.voice.currency} = {notation.number(rate, 4)} {code}"
    return f"{base}  {code} {notation.number(worth)}"


def _discount(draft: Draft, parts: dict[str, str]) -> dict[str, str]:
    """A discount for paying early, with its own date and amount."""
    percent = Decimal(draft.chance.pick((2, 3)))
    reduced = cents(draft.bill.sums.total * (100 - percent) / 100)
    days = draft.chance.pick((7, 8, 10))
    early = draft.bill.date + dt.timedelta(days=days)
    return parts | {
        "percent": str(percent),
        "amount": draft.voice.money(reduced),
        "days": str(days),
        "date": draft.voice.date(early),
    }


def _bank_block(draft: Draft, y: float) -> float:
    style, voice, chance = draft.style, draft.voice, draft.chance
    bank = draft.bill.vendor.bank
    rows = [(voice.say("bank"), bank.bank)]
    if bank.iban:
        rows += [("IBAN", draft.iban()), (chance.pick(("BIC", "SWIFT", "BIC/SWIFT")), bank.bic)]
    else:
        rows += [(voice.say("account"), bank.number), (voice.say("routing"), bank.routing)]
    if chance.odds(0.4):
        rows.append((voice.say("payment_ref"), draft.bill.number))
    if chance.odds(0.3):
        rows.insert(0, (voice.say("payee"), draft.vendor_name()))
    y = draft.room(y, len(rows) * style.leading)
    if chance.odds(0.3):
        glue = chance.pick((", ", "  ", " | "))
        text = glue.join(f"{label}: {value}" for label, value in rows)
        lines = draft.paper.wrap(text, style.inner, style.size)
        return draft.paper.lines(style.left, y, lines, style.size, style.leading) + 4
    widest = max(draft.paper.measure(style.label(label), style.size) for label, _ in rows)
    middle = style.left + widest + 12
    for label, value in rows:
        draft.text(style.left, y, style.label(label))
        draft.text(middle, y, value)
        y += style.leading
    return y + 4
