"""Finds invoices that are one, and lines that pay an invoice once more.

Nothing is dropped here: the records found are only named.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from rapidfuzz import fuzz

from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.normalise import compact, name_tokens, unconfused
from engine.records.reconciliation import Duplicate

_SHORTEST_NUMBER = 4
_LEAST_DIGITS = 3
_ALIKE_NAME = 85


class FiledInvoice(NamedTuple):
    """An invoice and the file that it came in; ``file`` tells files apart, ``title`` names them."""

    invoice: OpenInvoice
    file: str
    title: str


def repeated_invoices(
    invoices: Sequence[FiledInvoice], confirmed: Collection[str] = ()
) -> tuple[Duplicate, ...]:
    """Invoices that say the same number, party, total and date, in the order of their files.

    The one in ``confirmed`` (ids that confirmed matches hold) is kept, else the earliest. Where no
    number says so, ``kept_id`` is None and nothing is to be left out.
    """
    alike: dict[tuple[str, str, Decimal], list[FiledInvoice]] = defaultdict(list)
    for filed in invoices:
        bill = filed.invoice
        if bill.total_amount is not None:
            number = unconfused(compact(bill.invoice_number or ""))
            kind = f"{bill.direction} {bill.document_type}"
            alike[number, kind, abs(bill.total_amount)].append(filed)
    found = []
    for key, group in alike.items():
        for same in _same_invoices(group) if len(group) > 1 else ():
            if key[0]:
                found.append(_invoice_copies(same, confirmed))
            elif _is_told_without_number(same):
                found.append(_maybe_copies(same))
    return tuple(found)


def _same_invoices(group: Sequence[FiledInvoice]) -> Iterator[list[FiledInvoice]]:
    """Clusters of the group whose parties, days and currencies do not speak against it.

    Thousands of copies may say the very same, so each way to say it is compared once.
    """
    clusters: list[list[FiledInvoice]] = []
    sayings: list[list[OpenInvoice]] = []
    home_of: dict[tuple[object, ...], int] = {}
    for filed in group:
        bill = filed.invoice
        said = (bill.currency, bill.invoice_date, bill.iban, bill.vendor_name, bill.customer_name)
        if said not in home_of:
            homes = (n for n, own in enumerate(sayings) if all(_agree(bill, o) for o in own))
            home_of[said] = home = next(homes, len(clusters))
            if home == len(clusters):
                clusters.append([])
                sayings.append([])
            sayings[home].append(bill)
        clusters[home_of[said]].append(filed)
    return (cluster for cluster in clusters if len(cluster) > 1)


def _agree(a: OpenInvoice, b: OpenInvoice) -> bool:
    if a.currency and b.currency and a.currency != b.currency:
        return False
    if a.invoice_date and b.invoice_date and not _same_day(a.invoice_date, b.invoice_date):
        return False
    return _same_party(a, b)


def _same_day(one: dt.date, other: dt.date) -> bool:
    """Equal, or one figure of the date was read otherwise, or day and month were swapped."""
    first, second = one.isoformat(), other.isoformat()
    swapped = (one.year, one.month, one.day) == (other.year, other.day, other.month)
    return swapped or sum(a != b for a, b in zip(first, second, strict=True)) <= 1


def _same_party(a: OpenInvoice, b: OpenInvoice) -> bool:
    if a.iban and b.iban and compact(a.iban) == compact(b.iban):
        return True
    return _same_name(a.vendor_name, b.vendor_name) and _same_name(a.customer_name, b.customer_name)


def _same_name(one: str | None, other: str | None) -> bool:
    first, second = name_tokens(one or ""), name_tokens(other or "")
    if not first or not second or first == second:
        return True
    return fuzz.token_set_ratio(" ".join(first), " ".join(second)) >= _ALIKE_NAME


def _is_told_without_number(same: Sequence[FiledInvoice]) -> bool:
    """Without a number only files that agree in a day and a party are worth a question."""
    return len({f.file for f in same}) > 1 and all(
        f.invoice.invoice_date and (f.invoice.vendor_name or f.invoice.iban) for f in same
    )


def _invoice_copies(same: Sequence[FiledInvoice], confirmed: Collection[str]) -> Duplicate:
    kept = next((f for f in same if f.invoice.invoice_id in confirmed), same[0])
    others = [f for f in same if f is not kept]
    dates = {f.invoice.invoice_date for f in same}
    what = "number, party, total and date" if len(dates) == 1 else "number, party and total"
    return Duplicate(
        kind="invoice",
        kept_id=kept.invoice.invoice_id,
        other_ids=tuple(f.invoice.invoice_id for f in others),
        confidence=0.98 if len(dates) == 1 else 0.9,
        evidence=f"{what} are those of {kept.invoice.invoice_number} in {kept.title}",
    )


def _maybe_copies(same: Sequence[FiledInvoice]) -> Duplicate:
    titles = " and ".join(dict.fromkeys(f.title for f in same))
    return Duplicate(
        kind="invoice",
        kept_id=None,
        other_ids=tuple(f.invoice.invoice_id for f in same),
        confidence=0.5,
        evidence=f"party, total and date are equal in {titles}; no number tells them apart",
    )


def paid_twice(
    settled: Iterable[tuple[OpenInvoice, Sequence[str]]],
    lines: Iterable[BankLine],
    days: Mapping[str, dt.date],
) -> tuple[Duplicate, ...]:
    """Lines that pay the whole of an invoice once more and name its number.

    Args:
        settled: Invoices that are paid, each with the ids of the lines that paid it.
        lines: Lines that no match holds.
        days: The day of every paying line.
    """
    settled = list(settled)
    billed = {(bill.currency, _effect(bill)) for bill, _ in settled}
    open_lines: dict[tuple[str | None, Decimal], list[tuple[BankLine, str]]] = defaultdict(list)
    for line in lines:
        if line.amount and (line.currency, line.amount) in billed:
            text = f"{line.description} {line.reference or ''}"
            open_lines[line.currency, line.amount].append((line, compact(text)))
    found = []
    for bill, payers in settled:
        number = compact(bill.invoice_number or "")
        if not payers or len(number) < _SHORTEST_NUMBER or _digits(number) < _LEAST_DIGITS:
            continue
        again = [
            line.transaction_id
            for line, text in open_lines.get((bill.currency, _effect(bill)), ())
            if number in text and line.transaction_id not in payers
        ]
        if again:
            day = days.get(payers[0])
            when = f", which was paid on {day.isoformat()}" if day else ", which is paid"
            found.append(
                Duplicate(
                    kind="payment",
                    kept_id=payers[0],
                    other_ids=tuple(again),
                    confidence=0.9,
                    evidence=f"the same amount, and the memo names {bill.invoice_number}{when}",
                )
            )
    return tuple(found)


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


def _effect(bill: OpenInvoice) -> Decimal:
    """What paying the bill does to the account."""
    amount = abs(bill.total_amount or Decimal(0))
    is_out = (bill.direction == "payable") != (bill.document_type == "credit_note")
    return -amount if is_out else amount
