"""A haulier's quarter: twelve weekly bills that came as one file, some of them on two pages."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from random import Random

from tools.samples.bills import Bill, Item, cents, item
from tools.samples.parties import TARNWICK

FIRST_FRIDAY = dt.date(2026, 8, 7)
FIRST_NUMBER = 20611
CONSIGNMENTS = (6, 31, 5, 8, 0, 7, 38, 4, 0, 9, 29, 6)
"""Deliveries billed in each week; two weeks had storage only, so those two bills are alike."""

PLACES = (
    "Dunmarrow", "Inverlea", "Ballinree", "Hazelmere", "Sallybrook", "Carrowbeg", "Kilbrack",
    "Ardnamore", "Ballycorrin",
)  # fmt: skip
GOODS = ("Pallet, boxed cycles", "Parcel, spare parts", "Half pallet, frames", "Wheels, 4 cartons")
STORAGE = (
    item("Racked storage, bay 14, per week", "1", "145.00", code="ST-WK"),
    item("Handling in and out, pallets", "6", "8.75", code="ST-HD"),
)


def freight_run(consignments: Sequence[int] = CONSIGNMENTS) -> tuple[Bill, ...]:
    """One bill a week in the order of their dates; by default the twelve of the samples."""
    random = Random(20611)
    return tuple(
        _weekly_bill(week, deliveries, random) for week, deliveries in enumerate(consignments)
    )


def _weekly_bill(week: int, deliveries: int, random: Random) -> Bill:
    day = FIRST_FRIDAY + dt.timedelta(weeks=week)
    consignments = tuple(_consignment(day, random) for _ in range(deliveries))
    return Bill(
        TARNWICK,
        f"TF-{FIRST_NUMBER + week}",
        day,
        day + dt.timedelta(days=21),
        (*consignments, *STORAGE),
        customer_number="FER012",
        payment_reference=f"TF-{FIRST_NUMBER + week}",
    )


def _consignment(friday: dt.date, random: Random) -> Item:
    # random() is the one method whose numbers are the same in every Python.
    sent = friday - dt.timedelta(days=int(random.random() * 5))
    goods = GOODS[int(random.random() * len(GOODS))]
    place = PLACES[int(random.random() * len(PLACES))]
    pieces = 1 + int(random.random() * 4)
    rate = cents(Decimal(1180 + int(random.random() * 5200)) / 100)
    docket = f"{sent:%d%m}{int(random.random() * 900) + 100}"
    return Item(f"{goods} to {place}", Decimal(pieces), rate, code=docket)
