"""A made installation of any size: statements, files of invoices, and runs that match them.

Places, words and amounts vary as those of read pages do, so that the file's compression is not
flattered. The same sizes give the same rows.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Final, TypeVar

from engine.records import BankDocument, Invoice, LineItem, Match, Provenance, Transaction
from engine.records.reconciliation import Reason
from engine.store import Store
from tests.support import made_rows

T = TypeVar("T")

FIRST_DAY: Final = dt.date(2025, 1, 1)
DAYS: Final = 600
ITEMS: Final = 5
"""Lines of each invoice."""

_PLACES: Final = 5_000
_CURRENCIES: Final = ("EUR", "EUR", "EUR", "USD", "GBP")
_WORDS: Final = (
    "transfer", "card", "payment", "rent", "order", "invoice", "salary", "energy", "freight",
    "office", "refund", "monthly", "service", "materials", "travel", "insurance",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BigSizes:
    """So many rows of each kind; a run draws on ``files_per_run`` files and as many statements."""

    statements: int = 500
    lines: int = 1_500
    files: int = 500
    invoices: int = 100
    files_per_run: int = 10
    matched_share: float = 0.8

    @property
    def uploads(self) -> int:
        """Rows of both upload tables."""
        return self.statements + self.files

    @property
    def nested_lines(self) -> int:
        """Bank lines and lines of invoices."""
        return self.statements * self.lines + self.files * self.invoices * ITEMS


def fill(store: Store, sizes: BigSizes, seed: int = 23) -> None:
    """Add all rows; statement n pays the invoices of file n, as far as there is one."""
    maker = _Maker(Random(seed))
    bills: list[tuple[Invoice, ...]] = []
    for number in range(sizes.files):
        name = f"i{number}"
        bills.append(tuple(maker.invoice(f"{name}-{n}") for n in range(sizes.invoices)))
        status = "confirmed" if number % 4 == 0 else "completed"
        made_rows.add_invoices(store, name, *bills[-1], status=status)
    paid: list[tuple[Match, ...]] = []
    for number in range(sizes.statements):
        billed = bills[number] if number < len(bills) else ()
        wanted = [bill for bill in billed if maker.random.random() < sizes.matched_share]
        lines = tuple(_lines(f"b{number}", maker, wanted, sizes.lines))
        made_rows.add_statement(store, f"b{number}", *lines)
        paid.append(tuple(map(maker.match, wanted, lines)))
    for start in range(0, min(len(bills), len(paid)), sizes.files_per_run):
        _add_run(store, start, bills, paid, sizes)


def made_statements(count: int, lines: int, seed: int = 29) -> list[BankDocument]:
    """So many records of statements, each with so many lines."""
    maker = _Maker(Random(seed))
    return [
        made_rows.bank_document(f"b{number}", *_lines(f"b{number}", maker, (), lines))
        for number in range(count)
    ]


def _lines(
    name: str, maker: "_Maker", paid: Sequence[Invoice], count: int
) -> "Sequence[Transaction]":
    ids = [f"{name}-{n}" for n in range(count)]
    paying = [maker.paying(line_id, bill) for line_id, bill in zip(ids, paid, strict=False)]
    return [*paying, *map(maker.line, ids[len(paying) :])]


def _add_run(
    store: Store,
    start: int,
    bills: Sequence[Sequence[Invoice]],
    paid: Sequence[tuple[Match, ...]],
    sizes: BigSizes,
) -> None:
    numbers = range(start, min(start + sizes.files_per_run, len(bills), len(paid)))
    store.reconciliations.insert(
        made_rows.reconciliation(
            f"r{start}",
            matched=tuple(match for number in numbers for match in paid[number]),
            run_at=made_rows.NOON + dt.timedelta(minutes=start),
            sources=[
                (f"{kind[0]}{number}", kind) for kind in ("invoice", "bank") for number in numbers
            ],
            totals=(len(numbers) * sizes.invoices, len(numbers) * sizes.lines),
        )
    )


class _Maker:
    """Records that differ from one another as those of a business do."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self._places: dict[str, list[Provenance]] = {
            field: [self._place(field) for _ in range(_PLACES)]
            for field in ("date", "description", "amount", "balance", "number", "total", "party")
        }

    def invoice(self, name: str) -> Invoice:
        items = tuple(
            LineItem(description=self._words(3), quantity=Decimal(1), amount=self._amount())
            for _ in range(ITEMS)
        )
        day = self._day()
        return made_rows.invoice(
            name,
            invoice_number=f"{int(self.random.random() * 1e6):06d}-{name}",
            vendor_name=f"Vendor {int(self.random.random() ** 2 * 400)}",
            invoice_date=day,
            due_date=day + dt.timedelta(days=30),
            currency=self._one_of(_CURRENCIES),
            total_amount=sum((item.amount for item in items if item.amount), Decimal("0.00")),
            line_items=items,
            confidence=self._confidence(),
            provenance=self._read(
                invoice_number="number", invoice_date="date", total_amount="total",
                vendor_name="party",
            ),
        )  # fmt: skip

    def line(self, name: str) -> Transaction:
        amount = self._amount()
        words = self._words(4)
        return self._transaction(
            name,
            date=self._day(),
            amount=amount if self.random.random() < 0.4 else -amount,
            currency=self._one_of(_CURRENCIES),
            description=f"{words} {int(self.random.random() * 1e9)}",
        )

    def paying(self, name: str, bill: Invoice) -> Transaction:
        assert bill.due_date is not None
        assert bill.total_amount is not None
        return self._transaction(
            name,
            date=bill.due_date + dt.timedelta(days=int(self.random.random() * 20) - 10),
            amount=-bill.total_amount,
            currency=bill.currency,
            description=f"{bill.vendor_name} {bill.invoice_number}",
        )

    def match(self, bill: Invoice, line: Transaction) -> Match:
        draw = self.random.random()
        return made_rows.match(
            f"m-{bill.invoice_id}",
            invoice_ids=(bill.invoice_id,),
            transaction_ids=(line.transaction_id,),
            currency=bill.currency,
            amount_matched=bill.total_amount,
            confidence=0.99 - draw / 4,
            decision="confirmed" if draw < 0.3 else "rejected" if draw > 0.98 else "proposed",
            decided_by="anna" if draw < 0.3 or draw > 0.98 else None,
            reasons=tuple(
                Reason(name=name, score=0.5, log_odds=1.5, evidence=f"{line.description}: {name}")
                for name in ("amount", "number", "name", "days")
            ),
        )

    def _transaction(self, name: str, **told: object) -> Transaction:
        number = int(self.random.random() * 40)
        return made_rows.transaction(
            name,
            account_number=f"DE{number:02d}120300000000202051",
            page=int(self.random.random() * 40) + 1,
            balance=self._amount(),
            confidence=self._confidence(),
            provenance=self._read(
                date="date", description="description", amount="amount", balance="balance"
            ),
            **told,
        )

    def _read(self, **places: str) -> dict[str, Provenance]:
        return {field: self._one_of(self._places[kind]) for field, kind in places.items()}

    def _place(self, text: str) -> Provenance:
        left, top = (round(0.9 * self.random.random(), 5) for _ in range(2))
        return Provenance(
            page=int(self.random.random() * 40) + 1,
            bbox=(left, top, round(left + 0.08, 5), round(top + 0.01, 5)),
            text=f"{text} {int(self.random.random() * 1e6)}",
            confidence=self._confidence(),
            source="text",
        )

    def _confidence(self) -> float:
        return round(1 - self.random.random() ** 3 / 2, 3)

    def _amount(self) -> Decimal:
        return Decimal(int(self.random.random() ** 2 * 1_000_000) + 1) / 100

    def _day(self) -> dt.date:
        return FIRST_DAY + dt.timedelta(days=int(self.random.random() * DAYS))

    def _words(self, count: int) -> str:
        return " ".join(self._one_of(_WORDS) for _ in range(count))

    def _one_of(self, choices: Sequence[T]) -> T:
        return choices[int(self.random.random() * len(choices))]
