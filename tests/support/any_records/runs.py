"""Any reconciliation run."""

from hypothesis import strategies as st

from any_records.parts import audit_trails
from any_records.values import (
    built,
    counts,
    currencies,
    instants,
    maybe,
    money,
    names,
    shares,
    some,
    text,
)
from engine.records import (
    Allocation,
    Alternative,
    CarriedIn,
    CarriedRest,
    Duplicate,
    Match,
    Reason,
    ReconciliationDocument,
    ReconciliationInfo,
    ReconciliationSummary,
    SetAside,
    SourceDocument,
    Unmatched,
)

matches = built(
    Match,
    match_id=text,
    kind=st.sampled_from(["one_to_one", "batch", "instalments", "netted"]),
    settlement=st.sampled_from(["full", "partial"]),
    invoice_ids=some(text),
    transaction_ids=some(text),
    currency=currencies,
    amount_matched=money,
    difference=money,
    difference_treatment=maybe(st.sampled_from(["fee", "withholding_tax", "overpayment", "open"])),
    confidence=shares,
    reasons=some(
        built(Reason, name=text, score=st.floats(-1, 1), evidence=text, log_odds=st.floats(-30, 30))
    ),
    allocations=some(
        built(Allocation, invoice_id=text, transaction_id=text, amount=money, treated=money)
    ),
    alternatives=some(
        built(
            Alternative,
            kind=st.sampled_from(["one_to_one", "payout", "collective"]),
            invoice_ids=some(text),
            transaction_ids=some(text),
            difference=money,
            confidence=shares,
        )
    ),
    money_at_stake=maybe(money),
    is_tied=st.booleans(),
    rule=names,
    decision=st.sampled_from(["proposed", "confirmed", "rejected"]),
    decided_by=names,
    decided_at=maybe(instants),
)

reconciliations = built(
    ReconciliationDocument,
    reconciliation_id=text,
    reconciliation_info=built(
        ReconciliationInfo,
        matching_algorithm=text,
        confidence_threshold=shares,
        date_window_days=counts,
        engine_version=text,
        run_at=instants,
        run_by=text,
        duration_seconds=st.floats(0, 1e6),
        carried_in=built(
            CarriedIn,
            settled_invoices=counts,
            settled_transactions=counts,
            rests=some(
                built(
                    CarriedRest,
                    kind=st.sampled_from(["invoice", "transaction"]),
                    record_id=text,
                    amount_open=money,
                    currency=currencies,
                )
            ),
            reconciliation_ids=some(text),
        ),
    ),
    source_documents=some(
        built(
            SourceDocument,
            upload_id=text,
            kind=st.sampled_from(["invoice", "bank"]),
            file_name=text,
            row_version=counts,
        )
    ),
    reconciliation_summary=built(
        ReconciliationSummary,
        total_invoices_processed=counts,
        total_transactions_processed=counts,
        total_matches_found=counts,
        partial_matches=counts,
        unmatched_invoices=counts,
        unmatched_transactions=counts,
        total_amount_matched=maybe(money),
        amount_matched_by_currency=st.dictionaries(text, money, max_size=2),
        match_rate_percentage=st.decimals(0, 100, places=2),
    ),
    matched=some(matches),
    partial=some(matches),
    unmatched=built(
        Unmatched,
        invoices=some(text),
        bank_transactions=some(text),
        set_aside=some(
            built(
                SetAside,
                kind=st.sampled_from(["reversal", "own_transfer", "rule"]),
                transaction_ids=some(text),
                confidence=shares,
                evidence=text,
                rule=names,
            )
        ),
        duplicates=some(
            built(
                Duplicate,
                kind=st.sampled_from(["invoice", "bank_line", "payment"]),
                kept_id=names,
                other_ids=some(text),
                confidence=shares,
                evidence=text,
            )
        ),
    ),
    audit_trail=audit_trails,
)
