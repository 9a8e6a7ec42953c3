"""Runs of a reconciliation over stored rows, and what people decide on them."""

import datetime as dt

import pytest

from engine.errors import (
    AlreadyConfirmedError,
    InvalidInputError,
    NotFoundError,
    NothingToReconcileError,
    StaleVersionError,
    UploadInUseError,
    WrongStateError,
)
from engine.records import (
    first_broken_entry,
)

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)


def kept(row):
    return [m for m in (*row.document.matched, *row.document.partial) if m.decision != "rejected"]


def test_bills_are_matched_with_the_lines_that_paid_them(engine, invoices, statement):
    row = engine.reconcile([invoices], [statement], threshold=0.0)
    groups = {(m.invoice_ids, m.transaction_ids) for m in row.document.matched}
    assert groups == {(("i-1",), ("t-1",)), (("i-2",), ("t-2",))}
    assert row.document.unmatched.bank_transactions == ("t-3",)
    assert row.match_rate_percentage == 100
    assert [s.upload_id for s in row.document.source_documents] == [invoices, statement]
    assert engine.reconciliation(row.reconciliation_id) == row


def test_a_rejected_match_frees_its_records_and_is_not_proposed_again(engine, invoices, statement):
    row = engine.reconcile([invoices], [statement], threshold=0.0)
    (acme,) = [m for m in kept(row) if m.invoice_ids == ("i-1",)]
    version = engine.decide(
        row.reconciliation_id,
        acme.match_id,
        "rejected",
        row_version=row.row_version,
        reason="other bill",
        by="anna",
    )
    decided = engine.reconciliation(row.reconciliation_id)
    assert decided.row_version == version
    assert decided.document.unmatched.invoices == ("i-1",)
    assert set(decided.document.unmatched.bank_transactions) == {"t-1", "t-3"}
    assert decided.total_matches_found == row.total_matches_found - 1
    assert decided.match_rate_percentage == 50
    entry = decided.document.audit_trail[-1]
    assert (entry.by, entry.action, entry.target) == ("anna", "reject", acme.match_id)
    assert first_broken_entry(decided.document.audit_trail) is None

    again = engine.reconcile([invoices], [statement], threshold=0.0)
    assert [m.invoice_ids for m in kept(again)] == [("i-2",)]


def test_a_rejection_can_be_taken_back(engine, invoices, statement):
    row = engine.reconcile([invoices], [statement], threshold=0.0)
    match_id = row.document.matched[0].match_id
    version = row.row_version
    for decision in ("rejected", "proposed", "confirmed"):
        version = engine.decide(row.reconciliation_id, match_id, decision, row_version=version)
    decided = engine.reconciliation(row.reconciliation_id)
    assert decided.document.unmatched == row.document.unmatched
    assert decided.document.reconciliation_summary == row.document.reconciliation_summary
    (match,) = [m for m in decided.document.matched if m.match_id == match_id]
    assert (match.decision, match.decided_by) == ("confirmed", "local")


def test_a_decision_on_an_old_run_version_is_refused(engine, invoices, statement):
    row = engine.reconcile([invoices], [statement], threshold=0.0)
    match_id = row.document.matched[0].match_id
    engine.decide(row.reconciliation_id, match_id, "confirmed", row_version=row.row_version)
    with pytest.raises(StaleVersionError):
        engine.decide(row.reconciliation_id, match_id, "rejected", row_version=row.row_version)
    with pytest.raises(NotFoundError):
        engine.decide(row.reconciliation_id, "none", "rejected", row_version=row.row_version + 1)


def test_money_cannot_pay_twice(engine, invoices, statement):
    first, second = (engine.reconcile([invoices], [statement], threshold=0.0) for _ in range(2))
    match_id = first.document.matched[0].match_id
    engine.decide(first.reconciliation_id, match_id, "confirmed", row_version=first.row_version)
    with pytest.raises(AlreadyConfirmedError):
        engine.decide(
            second.reconciliation_id, match_id, "confirmed", row_version=second.row_version
        )


def test_only_what_was_read_and_not_rejected_is_reconciled(engine, invoices, statement):
    engine.reject(invoices, "not ours")
    with pytest.raises(WrongStateError):
        engine.reconcile([invoices], [statement])


def test_nothing_to_match_is_an_error_of_its_own(engine, invoices, read_upload):
    empty = read_upload("bank", ())
    with pytest.raises(NothingToReconcileError):
        engine.reconcile([invoices], [empty])
    with pytest.raises(InvalidInputError):
        engine.reconcile([], [empty])
    with pytest.raises(InvalidInputError):
        engine.reconcile([invoices], [empty], threshold=1.5)


def test_an_upload_that_was_reconciled_stays(engine, invoices, statement):
    engine.reconcile([invoices], [statement])
    with pytest.raises(UploadInUseError):
        engine.delete(invoices)
