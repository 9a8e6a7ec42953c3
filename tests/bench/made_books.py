"""Books of any size: invoices, the bank lines that pay most of them, and lines that pay none."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from engine.matching import BankLine, OpenInvoice

FIRST_DAY = dt.date(2026, 1, 1)
SYLLABLES = (
    "bar", "den", "fol", "gra", "hul", "ken", "lom", "mir", "nor", "pel", "quin", "ros", "sta",
    "tor", "ul", "ver", "wex", "yar",
)  # fmt: skip
KINDS = ("Foods", "Tools", "Print", "Freight", "Energy", "Textiles", "Paper", "Systems")


@dataclass(slots=True)
class Books:
    """The problem and its answer: ``links`` are pairs (invoice id, transaction id)."""

    invoices: list[OpenInvoice] = field(default_factory=list)
    lines: list[BankLine] = field(default_factory=list)
    links: set[tuple[str, str]] = field(default_factory=set)


def make_books(invoices: int, transactions: int, seed: int = 5) -> Books:
    """So many of each; of the invoices nine in ten are paid, as often with a number as without."""
    random = Random(seed)
    books = Books()
    vendors = [_name(random) for _ in range(max(5, invoices // 8))]
    open_invoices = [_invoice(n, vendors, random) for n in range(invoices)]
    books.invoices = list(open_invoices)
    while open_invoices:
        _pay(books, open_invoices, random)
    while len(books.lines) < transactions:
        day = FIRST_DAY + dt.timedelta(days=int(random.random() * 365))
        sign = -1 if random.random() < 0.6 else 1
        words = f"Card {int(random.random() * 9000) + 1000} {_name(random)}"
        _add_line(books, day, sign * _amount(random), words)
    return books


def _pay(books: Books, waiting: list[OpenInvoice], random: Random) -> None:
    first, draw = waiting.pop(), random.random()
    assert first.due_date is not None
    assert first.total_amount is not None
    day = first.due_date + dt.timedelta(days=int(random.random() * 20) - 10)
    if draw < 0.10:
        return
    if draw < 0.20 and waiting and waiting[-1].vendor_name == first.vendor_name:
        second = waiting.pop()
        memo = f"{first.invoice_number} {second.invoice_number}"
        paid = first.total_amount + (second.total_amount or 0)
        _add_line(books, day, -paid, f"Transfer {first.vendor_name} {memo}", first, second)
        return
    number = f" {first.invoice_number}" if draw < 0.60 else ""
    words = f"Transfer {first.vendor_name}{number}"
    if draw > 0.95:
        part = (first.total_amount / 2).quantize(Decimal("0.01"))
        _add_line(books, day, -part, words, first)
        _add_line(books, day + dt.timedelta(days=9), part - first.total_amount, words, first)
        return
    _add_line(books, day, -first.total_amount, words, first)


def _add_line(books: Books, day: dt.date, amount: Decimal, words: str, *paid: OpenInvoice) -> None:
    line_id = f"t{len(books.lines)}"
    line = BankLine(
        transaction_id=line_id, account_number="1", date=day, amount=amount, currency="EUR",
        description=words,
    )  # fmt: skip
    books.lines.append(line)
    books.links.update((invoice.invoice_id, line_id) for invoice in paid)


def _invoice(number: int, vendors: list[str], random: Random) -> OpenInvoice:
    day = FIRST_DAY + dt.timedelta(days=int(random.random() * 300))
    return OpenInvoice(
        invoice_id=f"i{number}",
        invoice_number=f"{int(random.random() * 90) + 10}-{10_000 + number * 7}",
        invoice_date=day,
        due_date=day + dt.timedelta(days=30),
        vendor_name=vendors[int(random.random() * len(vendors))],
        customer_name="Own Company",
        currency="EUR",
        total_amount=_amount(random),
    )


def _name(random: Random) -> str:
    parts = [SYLLABLES[int(random.random() * len(SYLLABLES))] for _ in range(3)]
    return f"{''.join(parts).title()} {KINDS[int(random.random() * len(KINDS))]}"


def _amount(random: Random) -> Decimal:
    return Decimal(int(random.random() ** 3 * 900_000) + 500) / 100
