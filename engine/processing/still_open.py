"""What of invoices and bank lines confirmed matches of earlier runs left open. Pure.

A run starts from there: what is settled is left out, what is paid in part enters with its rest.
Nothing of this is stored: a match that is taken back makes its records open again.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from engine.matching import BankLine, OpenInvoice
from engine.records import Match
from engine.records.reconciliation import CarriedIn, CarriedRest

RecordKind: TypeAlias = Literal["invoice", "transaction"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What confirmed matches hold of one record; amounts positive, in ``currency``."""

    kind: RecordKind
    record_id: str
    currency: str | None
    claimed: Decimal
    amount_open: Decimal
    run_at: dt.datetime
    reconciliation_ids: Sequence[str]


class HeldRecords:
    """What confirmed matches hold, by record."""

    def __init__(self, held: Iterable[Held]) -> None:
        self._held: Mapping[tuple[RecordKind, str], Held] = {(h.kind, h.record_id): h for h in held}

    def of(self, kind: RecordKind, record_id: str) -> Held | None:
        """What is held of a record; None when nothing is."""
        return self._held.get((kind, record_id))

    def refused(self, match: Match) -> list[Held]:
        """Records that confirmed matches leave too little of for ``match``."""
        wanted: list[tuple[RecordKind, str, Decimal | None]] = [
            *(("invoice", i, _wanted_of_invoice(match, i)) for i in match.invoice_ids),
            *(("transaction", t, _wanted_of_line(match, t)) for t in match.transaction_ids),
        ]
        return [
            held
            for kind, record_id, amount in wanted
            if (held := self.of(kind, record_id)) and _is_too_much(amount, held, match)
        ]


@dataclass(frozen=True, slots=True)
class Opening:
    """What a run begins with, and what the record of the run says of that."""

    invoices: list[OpenInvoice]
    lines: list[BankLine]
    carried: CarriedIn


def still_open(
    invoices: Sequence[OpenInvoice], lines: Sequence[BankLine], held: HeldRecords
) -> Opening:
    """The records with what is left of them; those of which nothing is left are only counted."""
    rests: list[CarriedRest] = []
    runs: set[str] = set()
    open_bills: list[OpenInvoice] = []
    open_lines: list[BankLine] = []
    for invoice in invoices:
        found = held.of("invoice", invoice.invoice_id)
        if found is None:
            open_bills.append(invoice)
            continue
        runs.update(found.reconciliation_ids)
        if found.amount_open:
            open_bills.append(_rest_of_invoice(invoice, found.amount_open))
            rests.append(_rest("invoice", found, open_bills[-1].amount_due))
    for line in lines:
        found = held.of("transaction", line.transaction_id)
        if found is None:
            open_lines.append(line)
            continue
        runs.update(found.reconciliation_ids)
        if found.amount_open:
            amount = found.amount_open.copy_sign(line.amount or Decimal(0))
            open_lines.append(replace(line, amount=amount))
            rests.append(_rest("transaction", found, amount))
    carried = CarriedIn(
        settled_invoices=len(invoices) - len(open_bills),
        settled_transactions=len(lines) - len(open_lines),
        rests=tuple(rests),
        reconciliation_ids=tuple(sorted(runs)),
    )
    return Opening(open_bills, open_lines, carried)


def _rest_of_invoice(invoice: OpenInvoice, amount_open: Decimal) -> OpenInvoice:
    """Its net sum says nothing about the rest, so it goes."""
    due = invoice.amount_due or invoice.total_amount or Decimal(0)
    return replace(invoice, amount_due=amount_open.copy_sign(due), subtotal=None)


def _rest(kind: RecordKind, held: Held, amount: Decimal | None) -> CarriedRest:
    return CarriedRest(
        kind=kind,
        record_id=held.record_id,
        amount_open=amount if amount is not None else held.amount_open,
        currency=held.currency,
    )


def _wanted_of_invoice(match: Match, invoice_id: str) -> Decimal | None:
    parts = [a.amount + a.treated for a in match.allocations if a.invoice_id == invoice_id]
    if parts:
        return abs(sum(parts, Decimal(0)))
    return None if match.settlement == "full" else Decimal(0)


def _wanted_of_line(match: Match, transaction_id: str) -> Decimal | None:
    parts = [a.amount for a in match.allocations if a.transaction_id == transaction_id]
    return abs(sum(parts, Decimal(0))) if parts else None


def _is_too_much(amount: Decimal | None, held: Held, match: Match) -> bool:
    """``amount`` is None for the whole of the record."""
    is_foreign = None not in (match.currency, held.currency) and match.currency != held.currency
    if amount is None or (held.kind == "invoice" and is_foreign):
        return held.claimed > 0
    return amount > held.amount_open or not held.amount_open
