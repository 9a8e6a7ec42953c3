"""How the bills of the samples were paid: every way that a reconciliation has to cope with."""

import datetime as dt
from decimal import Decimal

from tools.samples import payables, receivables
from tools.samples.bills import Bill, cents
from tools.samples.entries import AccountName, Entry, Settlement

USD_PER_EUR = Decimal("1.1684")
GBP_PER_EUR = Decimal("0.8702")


def settlements(freight: tuple[Bill, ...]) -> tuple[Settlement, ...]:
    """All settlements; bills that none of them names were not paid."""
    return (*_freight_settlements(freight), *_other_settlements(), *_receipts())


def _out(
    account: AccountName,
    month: int,
    day: int,
    amount: Decimal,
    payee: str,
    memo: str = "",
    reference: str = "",
) -> Entry:
    """A transfer that leaves the account, in the words of that account's bank."""
    first = "SEPA Credit Transfer to" if account == "main" else "Transfer"
    lines = (f"{first} {payee}", memo) if memo else (f"{first} {payee}",)
    when = dt.date(2026, month, day)
    return Entry(account, when, -amount, lines, "transfer", payee, reference)


def _one(outcome: str, bill: Bill, entry: Entry) -> Settlement:
    return Settlement(outcome, "one_to_one", (bill,), (entry,))


def _freight_settlements(bills: tuple[Bill, ...]) -> tuple[Settlement, ...]:
    totals = [bill.total for bill in bills]
    payee = "Tarnwick Freight"
    return (
        _one(
            "exact, number in the memo",
            bills[0],
            _out("main", 8, 20, totals[0], payee, "TF-20611", "TF-20611"),
        ),
        _one("exact, name only", bills[1], _out("main", 8, 27, totals[1], payee)),
        Settlement(
            "one payment for two invoices, both numbers given",
            "batch",
            bills[2:4],
            (_out("main", 9, 10, totals[2] + totals[3], payee, "TF-20613 TF-20614"),),
        ),
        _one(
            "exact, the amount is on two invoices, the number tells",
            bills[4],
            _out("main", 9, 17, totals[4], payee, "Inv TF-20615", "TF-20615"),
        ),
        _one(
            "exact, number mistyped",
            bills[5],
            _out("main", 9, 25, totals[5], payee, "TF-26016", "TF-26016"),
        ),
        Settlement(
            "one payment for two invoices, no number",
            "batch",
            bills[6:8],
            (_out("main", 10, 8, totals[6] + totals[7], payee, "2 invoices September"),),
        ),
        _one(
            "exact, from the other account",
            bills[8],
            _out("second", 10, 19, totals[8], payee, "TF-20619", "TF-20619"),
        ),
        _one(
            "exact, number shortened",
            bills[9],
            _out("second", 10, 27, totals[9], payee, "20620", "20620"),
        ),
        Settlement(
            "partial payment on account",
            "one_to_one",
            (bills[10],),
            (_out("main", 10, 29, Decimal("1500.00"), payee, "TF-20621 on account", "TF-20621"),),
            "partial",
            Decimal("1500.00") - totals[10],
            "open",
        ),
    )


def _other_settlements() -> tuple[Settlement, ...]:
    return (*_plain_settlements(), *_special_settlements())


def _plain_settlements() -> tuple[Settlement, ...]:
    energy = payables.GREYFERN
    collected = Entry(
        "main",
        dt.date(2026, 9, 28),
        -energy.total,
        ("Direct Debit Greyfern Energy", "Mandate 71004228"),
        "direct_debit",
        "Greyfern Energy",
    )
    return (
        _one(
            "exact, number in the memo",
            payables.QUILLBROOK,
            _out("main", 9, 16, payables.QUILLBROOK.total, "Quillbrook Office Supply",
                 "QB-58213 C-20884", "QB-58213"),
        ),
        _one(
            "exact, number with other punctuation, discount not taken",
            payables.OSTERFELD,
            _out("main", 9, 30, payables.OSTERFELD.total, "Osterfeld Praezisionsteile GmbH",
                 "RE 2026 04417 KD 41077", "RE 2026 04417"),
        ),
        _one(
            "exact, name only",
            payables.RONCEVAUX,
            _out("main", 10, 7, payables.RONCEVAUX.total, "Atelier Roncevaux SARL"),
        ),
        _one("direct debit, exact, name only", energy, collected),
        _one(
            "exact, number mistyped, bill scanned",
            payables.BALLYCORRIN,
            _out("second", 10, 21, payables.BALLYCORRIN.total, "Ballycorrin Joinery",
                 "BJ-0178", "BJ-0178"),
        ),
    )  # fmt: skip


def _special_settlements() -> tuple[Settlement, ...]:
    net = payables.PELLWORTH.total - payables.PELLWORTH_CREDIT.total
    copper = payables.COPPERLANE
    reduced = cents(copper.total * Decimal("0.98"))
    part = cents(payables.KILBRACK.total / 3)
    return (
        Settlement(
            "credit note taken off",
            "netted",
            (payables.PELLWORTH, payables.PELLWORTH_CREDIT),
            (_out("main", 9, 24, net, "Pellworth Paper & Print", "P-7718 less CN-0342", "P-7718"),),
        ),
        Settlement(
            "early-payment discount taken",
            "one_to_one",
            (copper,),
            (_out("main", 9, 18, reduced, "Copperlane Tooling", "CT260911", "CT260911"),),
            difference=reduced - copper.total,
            treatment="discount",
        ),
        Settlement(
            "three instalments, the last from the other account",
            "instalments",
            (payables.KILBRACK,),
            (
                _out("main", 8, 17, part, "Kilbrack Machinery", "KM/1184 part 1 of 3", "KM/1184"),
                _out("main", 9, 15, part, "Kilbrack Machinery", "KM/1184 part 2 of 3", "KM/1184"),
                _out("second", 10, 15, part, "Kilbrack Machinery", "KM/1184 3 of 3", "KM/1184"),
            ),
        ),
        _dollars(),
        _pounds(),
    )


def _dollars() -> Settlement:
    bill = payables.TALLGRASS
    lines = (
        "International Payment Tallgrass Ridge",
        f"Inv 10482 USD {bill.total:,.2f} at {USD_PER_EUR}",
    )
    paid = -cents(bill.total / USD_PER_EUR)
    when = dt.date(2026, 9, 29)
    entry = Entry("main", when, paid, lines, "transfer", "Tallgrass Ridge", "10482")
    return Settlement(
        "dollar invoice paid from a euro account", "one_to_one", (bill,), (entry,),
        treatment="exchange",
    )  # fmt: skip


def _pounds() -> Settlement:
    bill = payables.WEXCOMBE
    lines = ("Card 4417 Wexcombe Hosting", f"GBP {bill.total:,.2f} rate {GBP_PER_EUR}")
    paid = -cents(bill.total / GBP_PER_EUR)
    entry = Entry("second", dt.date(2026, 10, 5), paid, lines, "card", "Wexcombe Hosting")
    return Settlement(
        "pound invoice paid by card from a euro account", "one_to_one", (bill,), (entry,),
        treatment="exchange",
    )  # fmt: skip


def _in(month: int, day: int, amount: Decimal, payer: str, memo: str, reference: str) -> Entry:
    lines = (f"SEPA Credit Transfer from {payer}", memo)
    return Entry("main", dt.date(2026, month, day), amount, lines, "transfer", payer, reference)


def _receipts() -> tuple[Settlement, ...]:
    first, second, third, _ = receivables.ISSUED
    paid = Decimal("4800.00")
    return (
        Settlement(
            "customer pays a part",
            "one_to_one",
            (first,),
            (_in(9, 22, paid, "Dunmarrow Outdoor Ltd", "FC-3051 part payment", "FC-3051"),),
            "partial",
            paid - first.total,
            "open",
        ),
        _one(
            "customer pays in full",
            second,
            _in(9, 29, second.total, "Sallybrook Tours", "FC-3052", "FC-3052"),
        ),
        Settlement(
            "customer pays in full, a bank on the way keeps a fee",
            "one_to_one",
            (third,),
            (
                _in(
                    10, 12, third.total - 15, "Velohaus Lindental eK", "RECHNUNG FC-3053", "FC-3053"
                ),
            ),
            difference=Decimal("-15.00"),
            treatment="fee",
        ),
    )
