"""Broadcasters' bills to agencies: every spot on its line, gross, commission, net."""

import datetime as dt
from decimal import Decimal

from tools.training import numbering
from tools.training.bills import ZERO, cents
from tools.training.draft import Draft
from tools.training.facts import Fact
from tools.training.facts_drawing import draw_facts
from tools.training.letter import end_letter

_PROGRAMMES = (
    "Morning News", "Noon Report", "Evening News", "Late Show", "Weather First", "Sports Sunday",
    "Drive Time", "Local at Six", "Movie Night", "Weekend Today", "Prime Rotation",
)  # fmt: skip


def draw_spots(draft: Draft, y: float) -> None:
    """Draw the campaign's facts, the spots that ran, and the sums."""
    draft.enter("spots")
    style, chance = draft.style, draft.chance
    y = draw_facts(draft, _campaign(draft), style.left, style.right, y + style.leading, wide=True)
    rates = [item.amount for item in draft.bill.items]
    y = _lines(draft, y + style.leading, rates)
    y = _sums(draft, draft.room(y + style.leading, style.leading * 6))
    if chance.odds(0.5):
        text = "We warrant that the above announcements were broadcast as shown on the log."
        draft.text(style.left, y, text, style.small)
        y += style.leading
    end_letter(draft, y)


def _campaign(draft: Draft) -> list[Fact]:
    chance, bill, voice = draft.chance, draft.bill, draft.voice
    start = bill.date - dt.timedelta(days=chance.whole(28, 40))
    flight = f"{voice.date(start)} - {voice.date(bill.date - dt.timedelta(days=2))}"
    texts = {
        "Advertiser": bill.customer.brand,
        "Product": chance.pick(("Fall Sale", "Brand", "Issue", "Spring Launch")),
        "Estimate #": chance.digits(4),
        "Order #": numbering.reference(chance, bill.date),
        "Flight Dates": flight,
        "Market": chance.pick(("Local", "National", "Regional")),
        "Billing Type": "Cash",
    }
    keys = chance.some(list(texts), chance.whole(3, 7))
    return [Fact("", draft.style.label(key), texts[key]) for key in keys]


def _lines(draft: Draft, y: float, rates: list[Decimal]) -> float:
    style, chance, bill = draft.style, draft.chance, draft.bill
    size = style.small
    titles = ("#", "Date", "Time", "Length", "Programme", "Rate")
    places = [0, 0.06, 0.24, 0.38, 0.5, 1.0]
    for title, place in zip(titles, places, strict=True):
        x = style.left + place * style.inner
        draft.text(x, y, title, size, bold=True, align="right" if place == 1 else "left")
    y += size * 1.7
    for index, rate in enumerate(rates):
        y = draft.room(y, size * 1.5)
        day = bill.items[index].day
        cells = (
            str(index + 1),
            draft.voice.date(day),
            f"{chance.whole(5, 11)}:{chance.whole(0, 59):02d} {chance.pick(('AM', 'PM'))}",
            chance.pick((":15", ":30", ":30", ":60")),
            chance.pick(_PROGRAMMES),
            draft.bare("", rate),
        )
        for cell, place in zip(cells, places, strict=True):
            x = style.left + place * style.inner
            draft.text(x, y, cell, size, align="right" if place == 1 else "left")
        draft.truth.items.append({"description": cells[4], "amount": rate})
        y += size * 1.45
    return y


def _sums(draft: Draft, y: float) -> float:
    """Gross, commission and net; either may be taken for the total."""
    style, chance, sums = draft.style, draft.chance, draft.bill.sums
    commission = -sum((c.amount for c in draft.bill.charges if c.key == "discount"), ZERO)
    rows = [("Total Spots", str(len(draft.bill.items)))]
    gross_label = chance.pick(("Gross Amount", "Gross Billing", "Actual Gross Billing", "Total"))
    rows.append((gross_label, draft.money("", sums.items)))
    if commission:
        label = chance.pick(("Agency Commission", "Less Agency Commission", "Commission"))
        shown = commission if chance.odds(0.5) else -commission
        rows.append((label, draft.money("", cents(shown))))
    if sums.tax:
        rows.append((draft.voice.say("tax", rate=draft.voice.notation.plain().quantity(
            draft.bill.taxes[0].rate)), draft.money("tax_amount", sums.tax)))  # fmt: skip
    label = chance.pick(("Net Amount Due", "Net Due", "Amount Due", "Total Due", "Net Billing"))
    rows.append((label, draft.money("total_amount", sums.total)))
    if commission:
        draft.truth.accept("total_amount", sums.items)
    left = style.left + style.inner * chance.pick((0.0, 0.5, 0.6))
    for name, text in rows:
        draft.text(left, y, name, bold=name == rows[-1][0])
        draft.text(style.right, y, text, align="right", bold=name == rows[-1][0])
        y += style.leading * 1.2
    return y
