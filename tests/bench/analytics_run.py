"""Seconds from nested rows to the answers of every screen: first, again, and after one change."""

import datetime as dt
import time
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from engine.records import LineItem
from engine.store import Store
from tests.bench.sizes import Sizes
from tests.bench.timing import best_of
from tests.support import made_rows

QUESTIONS = (
    "kpis",
    "spend_by_vendor_month",
    "cash_by_month",
    "open_amount_by_currency",
    "ageing",
    "confidence_histogram",
)


def measure(sizes: Sizes, folder: Path) -> dict[str, Any]:
    """A store with many nested lines is asked what the dashboard asks."""
    store = Store(folder / "bench.duckdb", folder / "uploads")
    try:
        started = time.perf_counter()
        fill(store, sizes)
        filling = time.perf_counter() - started
        first, _ = best_of(1, lambda: _ask(store))
        again, answers = best_of(sizes.repeats, lambda: _ask(store))
        _change_one(store)
        changed, _ = best_of(1, lambda: _ask(store))
        lines = len(store.analytics.query("transactions"))
    finally:
        store.close()
    return {
        "rows": sizes.statements + sizes.invoice_files,
        "transactions": sizes.statements * sizes.lines_per_statement,
        "transactions_seen": lines,
        "invoices": sizes.invoice_files * sizes.invoices_per_file,
        "questions": len(answers),
        "filling_seconds": filling,
        "first_seconds": first,
        "again_seconds": again,
        "after_one_change_seconds": changed,
    }


def _ask(store: Store) -> dict[str, int]:
    return {name: len(store.analytics.query(name)) for name in QUESTIONS}


def fill(store: Store, sizes: Sizes) -> None:
    """Statements and files of invoices of these sizes."""
    random = Random(17)
    for number in range(sizes.statements):
        name = f"b{number}"
        lines = [_transaction(f"{name}-{n}", random) for n in range(sizes.lines_per_statement)]
        made_rows.add_statement(store, name, *lines)
    for number in range(sizes.invoice_files):
        name = f"i{number}"
        bills = [made_invoice(f"{name}-{n}", random) for n in range(sizes.invoices_per_file)]
        made_rows.add_invoices(store, name, *bills)


def _change_one(store: Store) -> None:
    row = store.bank.get("b0")
    assert row.document is not None
    store.bank.save_document("b0", row.document, row_version=row.row_version)


def _transaction(name: str, random: Random) -> Any:
    return made_rows.transaction(
        name,
        date=dt.date(2025, 1, 1) + dt.timedelta(days=int(random.random() * 600)),
        amount=_cents(random) - 5000,
        description=f"Transfer {int(random.random() * 1000)}",
        provenance={key: made_rows.read_from_page(key) for key in ("date", "amount")},
    )


def made_invoice(name: str, random: Random | None = None) -> Any:
    """An invoice of five items that add up."""
    random = random or Random(name)
    items = tuple(LineItem(description=f"Part {n}", amount=_cents(random)) for n in range(5))
    return made_rows.invoice(
        name,
        vendor_name=f"Vendor {int(random.random() * 80)}",
        invoice_date=dt.date(2025, 1, 1) + dt.timedelta(days=int(random.random() * 600)),
        total_amount=sum((line.amount for line in items if line.amount), Decimal("0.00")),
        line_items=items,
    )


def _cents(random: Random) -> Decimal:
    return Decimal(int(random.random() * 1_000_000)) / 100
