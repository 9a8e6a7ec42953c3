"""The JSON of a reconciliation row: one run, its matches, and what stayed open."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

from engine.records.audit import AuditEntry
from engine.records.invoice import Currency
from engine.records.provenance import SCHEMA_VERSION, Fraction

MatchKind = Literal["one_to_one", "batch", "instalments", "netted"]
Treatment = Literal["fee", "discount", "exchange", "rounding", "open"]
Decision = Literal["proposed", "confirmed", "rejected"]


class Reason(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why two records were put together.

    ``score`` is this reason's part of the evidence, from -1 (speaks against) to 1 (speaks for);
    ``evidence`` is the sentence a reviewer reads, quoting both records.
    """

    name: str
    score: Annotated[float, Meta(ge=-1.0, le=1.0)]
    evidence: str


class Match(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of invoices and transactions that settle each other.

    ``amount_matched`` is positive, in ``currency``. ``difference`` is money paid less money
    billed in the same currency: negative when too little was paid.
    """

    match_id: str
    kind: MatchKind
    settlement: Literal["full", "partial"]
    invoice_ids: tuple[str, ...]
    transaction_ids: tuple[str, ...]
    currency: Currency | None = None
    amount_matched: Decimal
    difference: Decimal = Decimal("0.00")
    difference_treatment: Treatment | None = None
    confidence: Fraction
    reasons: tuple[Reason, ...] = ()
    decision: Decision = "proposed"
    decided_by: str | None = None
    decided_at: dt.datetime | None = None


class ReconciliationInfo(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the run was made."""

    matching_algorithm: str
    confidence_threshold: Fraction
    date_window_days: int
    engine_version: str
    run_at: dt.datetime
    run_by: str
    duration_seconds: float


class SourceDocument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One upload that the run drew on, at the version it had then."""

    upload_id: str
    kind: Literal["invoice", "bank"]
    file_name: str
    row_version: int


class ReconciliationSummary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the row's summary columns repeat.

    ``match_rate_percentage`` is the share of invoices that matched in full, from 0 to 100.
    ``total_amount_matched`` is null when matches mix currencies, or one has none that is known.
    """

    total_invoices_processed: int
    total_transactions_processed: int
    total_matches_found: int
    partial_matches: int
    unmatched_invoices: int
    unmatched_transactions: int
    total_amount_matched: Decimal | None
    amount_matched_by_currency: dict[str, Decimal]
    match_rate_percentage: Decimal


class Unmatched(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ids of what no match holds."""

    invoices: tuple[str, ...] = ()
    bank_transactions: tuple[str, ...] = ()


class ReconciliationDocument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``reconciliation_match_json``: one run and every decision made on it since."""

    schema_version: Literal[1] = SCHEMA_VERSION
    reconciliation_id: str
    reconciliation_info: ReconciliationInfo
    source_documents: tuple[SourceDocument, ...]
    reconciliation_summary: ReconciliationSummary
    matched: tuple[Match, ...]
    partial: tuple[Match, ...]
    unmatched: Unmatched
    audit_trail: tuple[AuditEntry, ...] = ()


def summarise_matches(
    matched: tuple[Match, ...],
    partial: tuple[Match, ...],
    unmatched: Unmatched,
    total_invoices: int,
    total_transactions: int,
) -> ReconciliationSummary:
    """Count and add up; rejected matches count for nothing."""
    kept = [m for m in matched if m.decision != "rejected"]
    amounts: dict[str, Decimal] = {}
    currencies = {match.currency for match in kept}
    for match in kept:
        if match.currency:
            known = amounts.get(match.currency, Decimal("0.00"))
            amounts[match.currency] = known + match.amount_matched
    settled = len({invoice_id for match in kept for invoice_id in match.invoice_ids})
    rate = Decimal(100 * settled) / total_invoices if total_invoices else Decimal(0)
    return ReconciliationSummary(
        total_invoices_processed=total_invoices,
        total_transactions_processed=total_transactions,
        total_matches_found=len(kept),
        partial_matches=sum(m.decision != "rejected" for m in partial),
        unmatched_invoices=len(unmatched.invoices),
        unmatched_transactions=len(unmatched.bank_transactions),
        total_amount_matched=(
            next(iter(amounts.values())) if len(currencies) == len(amounts) == 1 else None
        ),
        amount_matched_by_currency=amounts,
        match_rate_percentage=rate.quantize(Decimal("0.01")),
    )
