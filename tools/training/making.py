"""Makes up bills: who charges whom for what, when, and how much is left to pay."""

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal

from tools.training import numbering
from tools.training.bills import (
    CENT,
    ZERO,
    Bill,
    Charge,
    Item,
    Sums,
    Tax,
    cents,
    halved,
    line_amount,
    sums_of,
    taxes_of,
)
from tools.training.chance import Chance
from tools.training.datafile import entries
from tools.training.parties import Party, make_company, make_person
from tools.training.voice import Voice

FIRST_DAY, DAYS = dt.date(2016, 1, 4), 3900
_PRICES = {
    "goods": (1.2, 480), "services": (25, 1400), "works": (40, 9000), "food": (0.8, 24),
    "stay": (4, 240), "freight": (6, 600), "software": (5, 900), "media": (60, 4200),
    "care": (15, 260), "law": (20, 900), "rental": (30, 1900), "energy": (3, 380),
    "telecom": (2, 70), "travel": (4, 520),
}  # fmt: skip
_ABROAD = ("de-DE", "en-GB", "fr-FR", "en-US", "es-ES", "it-IT", "nl-NL", "de-CH", "sv-SE")
_CURRENCY_SCALE = {"CZK": 22, "SEK": 10, "DKK": 7, "NOK": 10, "INR": 60, "MXN": 15, "PLN": 4}
_STEPS = {"CHF": "0.05", "CZK": "1", "SEK": "1", "INR": "1", "DKK": "0.25", "AUD": "0.05"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a family wants of a bill; the rest is left to chance."""

    kind: str = "invoice"
    trade: str = ""
    items: tuple[int, int] = (1, 9)
    gross_priced: float = 0.1
    charged: float = 0.25
    paid: float = 0.12
    previous: float = 0.0
    person: float = 0.12
    untaxed: float = 0.06
    coded: float = 0.8
    commission: float = 0.0
    rates: int = 2


def make_day(chance: Chance) -> dt.date:
    """A day of the last ten years or so."""
    return FIRST_DAY + dt.timedelta(days=chance.whole(0, DAYS))


def make_vendor(chance: Chance, voice: Voice) -> Party:
    """Mostly a company, now and then somebody in business alone."""
    return make_person(chance, voice) if chance.odds(0.06) else make_company(chance, voice)


def make_bill(
    chance: Chance,
    voice: Voice,
    wish: Wish,
    *,
    vendor: Party | None = None,
    customer: Party | None = None,
    day: dt.date | None = None,
    number: str = "",
) -> Bill:
    """A bill whose sums hold; what is given is kept."""
    day = day or make_day(chance)
    trade = wish.trade or chance.pick(("goods", "services", "works", "software", "rental", "law"))
    sign = -1 if wish.kind == "credit_note" and chance.odds(0.45) else 1
    main, rates = _rates(chance, voice, wish)
    is_gross = chance.odds(wish.gross_priced) and main > 0
    items = tuple(_item(chance, voice, trade, rates, day, sign, wish) for _ in _count(chance, wish))
    charges = _charges(chance, wish, items, sign)
    taxes = taxes_of(items, charges, main, is_gross=is_gross)
    subtotal = sum((tax.base for tax in taxes), ZERO)
    taxes = _split(chance, voice, taxes, is_gross=is_gross)
    days = chance.pick((7, 8, 10, 14, 14, 15, 20, 21, 30, 30, 30, 45, 60))
    maker = numbering.credit_number if wish.kind == "credit_note" else numbering.invoice_number
    buyer = customer or _customer(chance, voice, wish)
    return Bill(
        kind=wish.kind,
        trade=trade,
        number=number or maker(chance, day),
        date=day,
        due=day + dt.timedelta(days=days) if wish.kind == "invoice" else None,
        days=days,
        vendor=vendor or make_vendor(chance, voice),
        customer=buyer,
        ship_to=_ship_to(chance, voice, buyer),
        items=items,
        charges=charges,
        taxes=taxes,
        sums=_sums(chance, voice, wish, (items, taxes, subtotal)),
        is_gross_priced=is_gross,
        purchase_order=numbering.order_number(chance, day),
        refers=_refers(chance, day, wish),
        references=_references(chance, day),
    )


def _refers(chance: Chance, day: dt.date, wish: Wish) -> tuple[str, dt.date] | None:
    if wish.kind != "credit_note" or chance.odds(0.25):
        return None
    earlier = day - dt.timedelta(days=chance.whole(3, 70))
    return numbering.invoice_number(chance, earlier), earlier


def _references(chance: Chance, day: dt.date) -> dict[str, str]:
    keys = ("customer_no", "own_order", "delivery_note", "contract", "project", "reference")
    return {key: numbering.reference(chance, day) for key in keys}


def _ship_to(chance: Chance, voice: Voice, buyer: Party) -> Party | None:
    if not chance.odds(0.2):
        return None
    return buyer if chance.odds(0.5) else make_company(chance, voice)


def _customer(chance: Chance, voice: Voice, wish: Wish) -> Party:
    if chance.odds(0.06):
        land = entries("lands", chance.pick(_ABROAD))
        return make_company(chance, replace(voice, words={**voice.words, **land}))
    return make_person(chance, voice) if chance.odds(wish.person) else make_company(chance, voice)


def _count(chance: Chance, wish: Wish) -> range:
    return range(chance.whole(*wish.items))


def _rates(chance: Chance, voice: Voice, wish: Wish) -> tuple[Decimal, tuple[Decimal, ...]]:
    known = [Decimal(rate) for rate in voice.words["rates"]]
    if chance.odds(wish.untaxed):
        return ZERO, (ZERO,)
    main = chance.pick([rate for rate in known if rate] or known)
    if wish.rates == 1 or wish.commission or chance.odds(0.78) or voice.country in {"US", "IN"}:
        return main, (main,)
    other = chance.pick(known)
    return main, (main, main, other)


def _item(
    chance: Chance,
    voice: Voice,
    trade: str,
    rates: tuple[Decimal, ...],
    day: dt.date,
    sign: int,
    wish: Wish,
) -> Item:
    low, high = _PRICES[trade]
    price = chance.price(low, high)
    if (scale := _CURRENCY_SCALE.get(voice.currency)) is not None:
        price = cents(price * scale, Decimal("0.5") if scale > 5 else CENT)
    quantity = _quantity(chance, price, is_retail=trade in {"food", "stay", "travel", "media"})
    discount = Decimal(chance.pick((5, 10, 10, 15, 20, 25))) if chance.odds(0.08) else ZERO
    earlier = day - dt.timedelta(days=chance.whole(0, 25))
    return Item(
        code=numbering.reference(chance, day) if chance.odds(wish.coded) else "",
        description=chance.pick(entries("goods", voice.language)[trade]),
        details=_details(chance, voice, day),
        quantity=quantity * sign,
        unit=chance.pick(voice.words["units"]),
        unit_price=price,
        discount=discount,
        rate=chance.pick(rates),
        amount=line_amount(quantity * sign, price, discount),
        day=earlier,
    )


def _quantity(chance: Chance, price: Decimal, *, is_retail: bool) -> Decimal:
    many = 2.0 if price < 50 and not is_retail else 0.0
    style = chance.weigh({"one": 4, "few": 4, "many": many, "part": 0.2 if is_retail else 1.2})
    if style == "one":
        return Decimal(1)
    if style == "few":
        return Decimal(chance.whole(2, 12))
    if style == "many":
        return Decimal(chance.whole(13, 1500))
    return Decimal(chance.pick(("0.5", "1.5", "2.25", "7.75", "12.5", "37.8", "0.75", "3.125")))


def _details(chance: Chance, voice: Voice, day: dt.date) -> tuple[str, ...]:
    lines = chance.weigh({0: 7, 1: 2, 2: 0.8, 3: 0.3})
    return tuple(
        voice.tell(
            "detail",
            date2=voice.date(day - dt.timedelta(days=chance.whole(5, 40))),
            date3=voice.date(day - dt.timedelta(days=chance.whole(0, 4))),
            ref=numbering.reference(chance, day),
        )
        for _ in range(lines)
    )


def _charges(chance: Chance, wish: Wish, items: tuple[Item, ...], sign: int) -> tuple[Charge, ...]:
    total = sum((item.amount for item in items), ZERO)
    if chance.odds(wish.commission):
        return (Charge("discount", -cents(total * 15 / 100), Decimal(15)),)
    if not chance.odds(wish.charged):
        return ()
    made = []
    keys = chance.some(("discount", "shipping", "surcharge"), chance.weigh({1: 4, 2: 1}))
    for key in ("discount", "shipping", "surcharge"):
        if key not in keys:
            continue
        if key == "discount":
            percent = Decimal(chance.pick((2, 3, 5, 10, 15)))
            made.append(Charge(key, -cents(total * percent / 100), percent))
        else:
            made.append(Charge(key, chance.price(3, 90) * sign))
    return tuple(charge for charge in made if charge.amount)


def _split(
    chance: Chance, voice: Voice, taxes: tuple[Tax, ...], *, is_gross: bool
) -> tuple[Tax, ...]:
    if voice.country != "IN" or is_gross or not chance.odds(0.6):
        return taxes
    return halved(taxes, ("CGST", chance.pick(("SGST", "SGST", "SGST/UTGST"))))


def _sums(
    chance: Chance,
    voice: Voice,
    wish: Wish,
    parts: tuple[tuple[Item, ...], tuple[Tax, ...], Decimal],
) -> Sums:
    items, taxes, subtotal = parts
    step = CENT
    if voice.currency in _STEPS and chance.odds(0.6):
        step = Decimal(_STEPS[voice.currency])
    sums = sums_of(items, taxes, subtotal, step=step)
    if wish.kind == "invoice" and chance.odds(wish.paid):
        share = chance.pick((Decimal(1), Decimal("0.5"), Decimal("0.3"), Decimal("0.2")))
        sums = replace(sums, paid=cents(sums.total * share))
    if wish.kind == "invoice" and chance.odds(wish.previous):
        before = chance.price(20, 400)
        received = before if chance.odds(0.7) else cents(before / 2)
        sums = replace(sums, previous=before, received=received if chance.odds(0.85) else ZERO)
    return sums
