"""The JSON of a reconciliation row: one run, its matches, and what stayed open."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

from engine.records.audit import AuditEntry
from engine.records.invoice import Currency
from engine.records.provenance import SCHEMA_VERSION, Fraction
from engine.records.rules import MatchingRule

MatchKind = Literal[
    "one_to_one", "batch", "instalments", "netted", "payout", "collective", "many_to_many"
]
"""``payout``: a processor's or marketplace's deposit for many invoices, less its fees;
``collective``: one line for many direct debits or transfers; ``many_to_many``: made by hand."""

Treatment = Literal[
    "fee", "discount", "exchange", "rounding", "withholding_tax", "overpayment", "open"
]
Decision = Literal["proposed", "confirmed", "rejected"]

SetAsideKind = Literal[
    "reversal", "returned_debit", "own_transfer", "duplicate_line", "refund", "rule", "ignored"
]
"""Why bank lines pay no invoice of the run: two cancel each other, a debit came back, money moved
between own accounts, an overlapping statement repeats a line, money was given back, a rule of the
user's own says so, or a person took the line out."""


class Reason(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why two records were put together.

    ``score`` is this reason's part of the evidence, from -1 (speaks against) to 1 (speaks for);
    ``log_odds`` the same unbounded, in natural units: those of a match add up to the log-odds of
    its confidence. ``evidence`` is the sentence a reviewer reads, quoting both records.
    """

    name: str
    score: Annotated[float, Meta(ge=-1.0, le=1.0)]
    evidence: str
    log_odds: float = 0.0


class Allocation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much of one bank line pays one invoice.

    ``amount`` is in the match's currency, signed as the bank line; ``treated`` is what of the
    invoice needs no payment (a fee, a discount, tax withheld), signed as ``amount``.
    """

    invoice_id: str
    transaction_id: str
    amount: Decimal
    treated: Decimal = Decimal("0.00")


class Alternative(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another explanation of a match's records, which was not chosen."""

    kind: MatchKind
    invoice_ids: tuple[str, ...]
    transaction_ids: tuple[str, ...]
    difference: Decimal = Decimal("0.00")
    confidence: Fraction


class Proposal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group of invoices and transactions that settle each other.

    ``amount_matched`` is positive, in ``currency``. ``difference`` is money paid less money
    billed in the same currency: negative when too little was paid. ``allocations`` say which line
    pays how much of which invoice. ``money_at_stake`` is what would stand in the wrong place if the
    match is wrong, positive, in ``currency``. ``is_tied`` says that an alternative is about as
    likely, so that a person has to choose. ``rule`` names the user's own rule that made the match.
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
    allocations: tuple[Allocation, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    money_at_stake: Decimal | None = None
    is_tied: bool = False
    rule: str | None = None
    decision: Decision = "proposed"
    decided_by: str | None = None
    decided_at: dt.datetime | None = None


class Match(Proposal, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A proposal, and what a person made of it; or one that a person put together.

    ``is_manual`` says the latter, and ``note`` why. ``rate`` is what one unit of the invoices'
    currency was taken for in ``currency``. ``replaced`` are the proposals that a match made by hand
    took the place of: they come back when it is undone.
    """

    is_manual: bool = False
    note: str | None = None
    rate: Decimal | None = None
    replaced: tuple[Proposal, ...] = ()


class SetAside(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bank lines that pay no invoice of the run, and why."""

    kind: SetAsideKind
    transaction_ids: tuple[str, ...]
    confidence: Fraction
    evidence: str
    rule: str | None = None


class Duplicate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Records that seem to be one.

    An invoice uploaded twice, a line of overlapping statements, an invoice paid twice.
    ``kept_id`` is the record that counts, which may be of another run; ``other_ids`` are left out
    of matching where the kind is ``invoice`` or ``bank_line``. Without ``kept_id`` a person has to
    say, and nothing is left out.
    """

    kind: Literal["invoice", "bank_line", "payment"]
    kept_id: str | None
    other_ids: tuple[str, ...]
    confidence: Fraction
    evidence: str


class CarriedRest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What confirmed matches of earlier runs left of a record, signed as the record."""

    kind: Literal["invoice", "transaction"]
    record_id: str
    amount_open: Decimal
    currency: Currency | None = None


class CarriedIn(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a run took over from confirmed matches of earlier runs (``reconciliation_ids``).

    Invoices and bank lines that were settled whole are left out of the run and only counted.
    """

    settled_invoices: int = 0
    settled_transactions: int = 0
    rests: tuple[CarriedRest, ...] = ()
    reconciliation_ids: tuple[str, ...] = ()


class RunScope(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which part of its uploads a run answers for; empty is all.

    Everything is matched, so that no payment is taken for another; what lies outside is left out of
    the answer. ``parties`` are names of the invoices' other sides; the days are those of bank
    lines, and invoices dated after ``last_day`` are left out.
    """

    accounts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    first_day: dt.date | None = None
    last_day: dt.date | None = None


class ReconciliationInfo(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the run was made; ``rules`` are the user's own that were on, in their order.

    ``rates`` maps a month ("2024-01") to currencies and what one unit of each is worth.
    """

    matching_algorithm: str
    confidence_threshold: Fraction
    date_window_days: int
    engine_version: str
    run_at: dt.datetime
    run_by: str
    duration_seconds: float
    carried_in: CarriedIn = CarriedIn()
    rules: tuple[MatchingRule, ...] = ()
    rates: dict[str, dict[str, float]] | None = None
    scope: RunScope = RunScope()


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
    """Ids of what no match holds; ``set_aside`` and ``duplicates`` say why some of it is there."""

    invoices: tuple[str, ...] = ()
    bank_transactions: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()


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
