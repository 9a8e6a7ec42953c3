"""Copies among the records of a run: of each other, and of what other files hold.

A copy is left out of matching where the record that is kept is in the run or settled already; a
record of a file that the run does not draw on takes nothing away.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from engine.matching import BankLine, OpenInvoice
from engine.matching.duplicates import FiledInvoice, repeated_invoices
from engine.matching.repeated_lines import FiledLine, repeated_lines
from engine.processing.still_open import HeldRecords
from engine.records import Duplicate
from engine.store import Store


@dataclass(frozen=True, slots=True)
class Unrepeated:
    """A run's records without copies, and the copies that were found."""

    invoices: list[OpenInvoice]
    lines: list[BankLine]
    duplicates: tuple[Duplicate, ...]


def without_copies(
    store: Store, invoices: Sequence[OpenInvoice], lines: Sequence[BankLine], held: HeldRecords
) -> Unrepeated:
    """The records of a run, each counted once."""
    bill_ids = {i.invoice_id for i in invoices}
    line_ids = {t.transaction_id for t in lines}
    filed = _filed_invoices(store)
    held_bills = {f.invoice.invoice_id for f in filed if held.of("invoice", f.invoice.invoice_id)}
    days = [t.date for t in lines if t.date]
    filed_lines = _filed_lines(store, min(days), max(days)) if days else []
    held_lines = {
        f.line.transaction_id for f in filed_lines if held.of("transaction", f.line.transaction_id)
    }
    found = (
        *_of_run(repeated_invoices(filed, held_bills), bill_ids, held_bills),
        *_of_run(repeated_lines(filed_lines), line_ids, held_lines),
    )
    left_out = {key for d in found if d.kept_id is not None for key in d.other_ids}
    return Unrepeated(
        [i for i in invoices if i.invoice_id not in left_out],
        [t for t in lines if t.transaction_id not in left_out],
        found,
    )


def payers(store: Store) -> dict[str, list[str]]:
    """The lines of confirmed matches, by the invoices that they paid."""
    paid: dict[str, list[str]] = defaultdict(list)
    for row in store.analytics.query("confirmed_lines"):
        for invoice_id in row["invoice_ids"]:
            paid[invoice_id].append(row["transaction_id"])
    return paid


def _of_run(
    found: Iterable[Duplicate], in_run: Collection[str], held: Collection[str]
) -> list[Duplicate]:
    """What matters to the run: its copies of records that it has, or that are settled."""
    kept = []
    for duplicate in found:
        ids = [duplicate.kept_id] if duplicate.kept_id else []
        everyone = [*ids, *duplicate.other_ids]
        first = next((i for i in everyone if i in held), None)
        first = first or next((i for i in everyone if i in in_run), None)
        others = tuple(i for i in everyone if i in in_run and i != first)
        if duplicate.kept_id is None:
            others = tuple(i for i in everyone if i in in_run)
            if len(others) > 1:
                kept.append(replace(duplicate, other_ids=others))
        elif others:
            kept.append(replace(duplicate, kept_id=first, other_ids=others))
    return kept


def _filed_invoices(store: Store) -> list[FiledInvoice]:
    filed = []
    for row in store.analytics.query("filed_invoices"):
        upload_id, title = row.pop("upload_id"), row.pop("file_name")
        values = {key: value for key, value in row.items() if value is not None}
        filed.append(FiledInvoice(OpenInvoice(**values), upload_id, title))
    return filed


def _filed_lines(store: Store, first: object, last: object) -> list[FiledLine]:
    filed = []
    for row in store.analytics.query("filed_lines", from_date=first, to_date=last):
        line = BankLine(
            transaction_id=row["transaction_id"],
            account_number=row["account_number"],
            date=row["transaction_date"],
            amount=row["amount"],
            currency=row["currency"],
            description=row["description"] or "",
        )
        filed.append(FiledLine(line, row["balance"], row["upload_id"], row["file_name"]))
    return filed
