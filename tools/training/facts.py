"""The key facts of a bill: which are printed, in which order, under which words."""

import datetime as dt
from dataclasses import dataclass

from tools.training.draft import Draft

CURRENCY_WORDS = {
    "en": "Currency", "de": "Währung", "fr": "Devise", "nl": "Valuta", "it": "Valuta",
    "es": "Moneda", "pt": "Moeda", "cs": "Měna", "pl": "Waluta", "sv": "Valuta", "da": "Valuta",
    "nb": "Valuta", "fi": "Valuutta",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value as it is printed; ``key`` is the word list's."""

    key: str
    label: str
    text: str


_ODDS = {
    "due": 0.62, "delivered": 0.25, "ordered": 0.12, "period": 0.15, "customer_no": 0.5,
    "own_order": 0.22, "delivery_note": 0.18, "contract": 0.1, "project": 0.12,
    "reference": 0.2, "contact": 0.25, "terms": 0.3, "method": 0.15, "customer_vat": 0.2,
    "vendor_vat": 0.12, "page": 0.08, "currency": 0.1, "total": 0.1, "iban": 0.06,
}  # fmt: skip
_NOTED = frozenset({"number", "date", "due", "po", "total", "iban", "currency", "vendor_vat"})
"""Facts that the truth knows: once chosen they are printed, even under a word used twice."""


def choose_facts(draft: Draft, *, number: bool = True, date: bool = True) -> list[Fact]:
    """The facts that this document prints, noted in its truth; without those said elsewhere."""
    chance = draft.chance
    keys = [key for key, odds in _ODDS.items() if chance.odds(odds)]
    keys = chance.some(keys, chance.whole(1, 9))
    keys += ["po"] if chance.odds(0.38) else []
    keys = chance.shuffled(keys)
    head = [key for key, wanted in (("number", number), ("date", date)) if wanted]
    if chance.odds(0.2):
        head.reverse()
    keys = [*head, *keys] if chance.odds(0.75) else chance.shuffled([*head, *keys])
    made = [fact for key in keys if (fact := _fact(draft, key)) is not None]
    labels = [fact.label for fact in made]
    return [
        fact
        for index, fact in enumerate(made)
        if fact.key in _NOTED or fact.label not in labels[:index]
    ]


def _fact(draft: Draft, key: str) -> Fact | None:
    if key in {"number", "date", "due", "delivered", "ordered", "period"}:
        return _dated(draft, key)
    if key in {"total", "iban", "currency", "vendor_vat", "customer_vat", "po"}:
        return _valued(draft, key)
    bill, voice = draft.bill, draft.voice
    label = draft.style.label(voice.say(key if key != "page" else "page").split("{")[0].strip())
    if key in bill.references:
        return Fact(key, label, bill.references[key])
    if key == "contact":
        return Fact(key, label, bill.vendor.contact)
    if key == "terms":
        return Fact(key, label, voice.say("terms_days", days=str(bill.days)))
    if key == "method":
        return Fact(key, label, voice.say("methods"))
    return Fact(key, label, "1") if label.strip(" :/") else None


def _dated(draft: Draft, key: str) -> Fact | None:
    bill, voice = draft.bill, draft.voice
    if key == "number":
        word = "credit_number" if bill.is_credit else "number"
        return Fact(key, draft.style.label(voice.say(word)), draft.hashed_number())
    if key == "date":
        return Fact(key, draft.style.label(voice.say(key)), draft.day("invoice_date", bill.date))
    if key == "due":
        if bill.due is None:
            return None
        return Fact(key, draft.style.label(voice.say(key)), draft.day("due_date", bill.due))
    earlier = bill.date - dt.timedelta(days=draft.chance.whole(1, 20))
    text = voice.date(earlier)
    if key == "period":
        start = bill.date - dt.timedelta(days=draft.chance.whole(28, 92))
        text = f"{voice.date(start)} {draft.chance.pick(('-', '–'))} {text}"
    return Fact(key, draft.style.label(voice.say_unlike(key, "date", "due")), text)


def _valued(draft: Draft, key: str) -> Fact | None:
    bill, voice, style = draft.bill, draft.voice, draft.style
    if key == "total":
        name = "total_amount" if bill.sums.due == bill.sums.total else ""
        return Fact(key, style.label(voice.say("total")), draft.money(name, bill.sums.total))
    if key == "iban":
        return Fact(key, style.label("IBAN"), draft.iban()) if bill.vendor.bank.iban else None
    if key == "currency":
        draft.truth.put("currency", voice.currency, voice.currency)
        return Fact(key, style.label(CURRENCY_WORDS[voice.language]), voice.currency)
    if key == "vendor_vat":
        label, text = draft.tax_id()
        return Fact(key, style.label(label), text)
    if key == "customer_vat":
        if bill.customer.is_person:
            return None
        return Fact(key, style.label(voice.say(key)), bill.customer.tax_id.text)
    return _order(draft)


def _order(draft: Draft) -> Fact:
    label = draft.style.label(draft.voice.say_unlike("po", "own_order"))
    if draft.chance.odds(0.08):
        draft.truth.put("purchase_order", None, "")
        return Fact("po", label, draft.chance.pick(("-", "n/a", "--", "N/A")))
    order = draft.bill.purchase_order
    draft.truth.put("purchase_order", order, order)
    return Fact("po", label, order)
