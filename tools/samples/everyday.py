"""What else happens on a bicycle maker's accounts, and pays none of the bills."""

import datetime as dt
from decimal import Decimal
from random import Random

from tools.samples.bills import cents
from tools.samples.entries import AccountName, Entry

FIRST_DAY, LAST_DAY = dt.date(2026, 8, 1), dt.date(2026, 10, 31)
SECOND_FIRST_DAY = dt.date(2026, 10, 1)
MONTHS = {8: "August", 9: "September", 10: "October"}
STAFF = (("M Brannock", "2684.15"), ("O Tierney", "2391.70"), ("S Quaid", "2118.44"))
SHOPS = (
    ("Alder & Pine Hardware", 18, 160),
    ("Whistle Stop Fuels", 45, 95),
    ("Brindle Coffee House", 6, 24),
    ("Northgate Parking", 3, 14),
    ("Sprocket Trade Counter", 40, 320),
)


def everyday() -> tuple[Entry, ...]:
    """All unrelated bookings of both accounts."""
    random = Random(2026)
    return (
        *_takings(random),
        *_monthly(),
        *_now_and_then(),
        *_card_purchases("main", FIRST_DAY, 91, 24, random),
        *_card_purchases("second", SECOND_FIRST_DAY, 30, 13, random),
        *_second_account(),
    )


def _money(random: Random, low: int, high: int) -> Decimal:
    return cents(Decimal(low * 100 + int(random.random() * (high - low) * 100)) / 100)


def _takings(random: Random) -> list[Entry]:
    entries = []
    day = FIRST_DAY
    while day <= LAST_DAY:
        if day.weekday() in (0, 3):
            lines = ("Card Settlement Terminal 0071", f"Batch {day:%d%m}7")
            entries.append(Entry("main", day, _money(random, 2100, 4900), lines, "card"))
        if day.weekday() == 2 and day.day % 2:
            amount = _money(random, 640, 2250)
            payer = "Spindrift Web Shop"
            lines = (f"SEPA Credit Transfer from {payer}", f"Payout {day:%Y%m%d}")
            entries.append(Entry("main", day, amount, lines, "transfer", payer))
        day += dt.timedelta(days=1)
    return entries


def _monthly() -> list[Entry]:
    entries = []
    for month, name in MONTHS.items():
        payday = dt.date(2026, month, 28 if month != 8 else 27)
        for person, wage in STAFF:
            lines = (f"SEPA Credit Transfer to {person}", f"Salary {name} 2026")
            entries.append(Entry("main", payday, -Decimal(wage), lines, "transfer", person))
        for day, amount, lines, kind, party in (
            (3, "-2450.00", ("Standing Order Millrace Business Park", f"Rent unit 6 {name}"),
             "transfer", "Millrace Business Park"),
            (14, "-86.10", ("Direct Debit Larkline Telecom", "Account 3300871"),
             "direct_debit", "Larkline Telecom"),
            (21, "-214.60", ("Direct Debit Oakshield Insurance", "Policy 55-20914"),
             "direct_debit", "Oakshield Insurance"),
            (23, "-1987.35", ("Direct Debit Tax Office", f"Payroll tax {name}"),
             "direct_debit", "Tax Office"),
            (30, "-18.00", ("Account Maintenance Fee",), "fee", ""),
        ):  # fmt: skip
            when = _working_day(dt.date(2026, month, day))
            entries.append(Entry("main", when, Decimal(amount), lines, kind, party))
    return entries


def _working_day(day: dt.date) -> dt.date:
    """The day itself, or the Friday before a weekend."""
    return day - dt.timedelta(days=max(0, day.weekday() - 4))


def _now_and_then() -> tuple[Entry, ...]:
    def at(
        month: int, day: int, amount: str, kind: str, party: str, *lines: str, reference: str = ""
    ) -> Entry:
        when = dt.date(2026, month, day)
        return Entry("main", when, Decimal(amount), lines, kind, party, reference)

    quill, copper = "Quillbrook Office Supply", "Copperlane Tooling"
    return (
        at(8, 5, "-388.20", "transfer", quill, f"SEPA Credit Transfer to {quill}",
           "QB-57790", reference="QB-57790"),
        at(8, 11, "1240.00", "cash", "", "Cash Lodgement Branch 037"),
        at(8, 12, "-640.00", "cheque", "", "Cheque 000412"),
        at(8, 24, "-412.05", "transfer", copper, f"SEPA Credit Transfer to {copper}",
           "CT260714", reference="CT260714"),
        at(9, 3, "-200.00", "cash", "", "ATM Withdrawal Kettle Lane", "Card 2291"),
        at(9, 8, "980.00", "cash", "", "Cash Lodgement Branch 037"),
        at(9, 21, "-3215.00", "direct_debit", "Tax Office", "Direct Debit Tax Office",
           "VAT July August"),
        at(9, 29, "-12.50", "fee", "", "International Payment Charge"),
        at(10, 1, "-10000.00", "transfer", "Fernhollow Cycles",
           "Transfer to own account Harrowmere", "Float October"),
        at(10, 2, "4.18", "interest", "", "Credit Interest Quarter 3"),
        at(10, 13, "1105.00", "cash", "", "Cash Lodgement Branch 037"),
        at(10, 16, "-275.00", "cheque", "", "Cheque 000413"),
        at(10, 22, "64.90", "card", "Sprocket Trade Counter", "Card Refund Sprocket Trade Counter",
           "Card 2291"),
    )  # fmt: skip


def _card_purchases(
    account: AccountName, first: dt.date, days: int, count: int, random: Random
) -> list[Entry]:
    card = "2291" if account == "main" else "4417"
    entries = []
    for _ in range(count):
        when = first + dt.timedelta(days=int(random.random() * days))
        shop, low, high = SHOPS[int(random.random() * len(SHOPS))]
        lines = (f"Card Purchase {shop}", f"Card {card}") if account == "main" else (
            f"Card {card} {shop}",
        )  # fmt: skip
        entries.append(Entry(account, when, -_money(random, low, high), lines, "card", shop))
    return entries


def _second_account() -> tuple[Entry, ...]:
    def on(day: int, amount: str, kind: str, party: str, *lines: str) -> Entry:
        return Entry("second", dt.date(2026, 10, day), Decimal(amount), lines, kind, party)

    return (
        on(1, "10000.00", "transfer", "Fernhollow Cycles", "Transfer received Fernhollow Cycles",
           "Float October"),
        on(2, "-45.00", "direct_debit", "Cloverfield Waste", "Direct debit Cloverfield Waste"),
        on(6, "-118.40", "direct_debit", "Bluebell Water", "Direct debit Bluebell Water"),
        on(9, "-1450.00", "transfer", "Ardnamore Apprentice Fund",
           "Transfer Ardnamore Apprentice Fund", "Annual levy 2026"),
        on(14, "730.00", "transfer", "Inverlea Cycling Club", "Transfer received Inverlea Cycling "
           "Club", "Workshop evening"),
        on(16, "-300.00", "cash", "", "Cash withdrawal", "Card 4417"),
        on(20, "-96.30", "direct_debit", "Larkline Telecom", "Direct debit Larkline Telecom"),
        on(28, "412.75", "transfer", "Wren Valley Hire", "Transfer received Wren Valley Hire",
           "Refund deposit"),
        on(30, "-7.50", "fee", "", "Account charges October"),
        on(30, "3.62", "interest", "", "Credit interest October"),
    )  # fmt: skip
