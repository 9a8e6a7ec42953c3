"""Tickets and travel bookings: who goes where and when, fare, taxes, sum."""

import datetime as dt

from tools.training.draft import Draft, town_of
from tools.training.facts import Fact
from tools.training.facts_drawing import draw_facts
from tools.training.letter import end_letter
from tools.training.totals import sum_rows


def draw_journey(draft: Draft, y: float) -> None:
    """Draw the legs of the journey, then fare and taxes."""
    draft.enter("journey")
    style, chance, voice, bill = draft.style, draft.chance, draft.voice, draft.bill
    facts = [
        Fact("", style.label(voice.say("guest")), bill.customer.contact),
        Fact("", "PNR", chance.letters(3) + chance.digits(3)),
        Fact("", "e-Ticket", f"{chance.digits(3)}-{chance.digits(10)}"),
    ]
    y = draw_facts(draft, facts, style.left, style.right, y + style.leading, wide=True)
    cities = [town_of(city) for city in voice.words["cities"]]
    for _ in range(chance.whole(1, 3)):
        start, end = chance.some(cities, 2) if len(cities) > 1 else (cities[0], cities[0])
        day = bill.date + dt.timedelta(days=chance.whole(1, 60))
        clock = f"{chance.whole(5, 21):02d}:{chance.whole(0, 59):02d}"
        leg = f"{chance.letters(2)} {chance.digits(chance.whole(2, 4))}"
        draft.text(style.left, y, f"{leg}  {start} - {end}  {voice.date(day)} {clock}")
        y += style.leading * 1.3
    y += style.leading
    for item in bill.items:
        draft.text(style.left, y, item.description)
        draft.text(style.right, y, draft.bare("", item.amount), align="right")
        draft.truth.items.append({"description": item.description, "amount": item.amount})
        y += style.leading
    for row in sum_rows(draft):
        y = draft.room(y, style.leading)
        draft.text(style.left, y, row.label, bold=row.weight > 0)
        draft.text(style.right, y, row.text, bold=row.weight > 0, align="right")
        y += style.leading * 1.1
    end_letter(draft, y)
