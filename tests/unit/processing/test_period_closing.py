"""A closed period keeps its confirmed matches until somebody reopens it and says why."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest
from msgspec.structs import replace

from engine.errors import InvalidInputError, NotFoundError, PeriodClosedError

END_OF_MONTH = dt.date(2026, 2, 28)
ACCOUNT = "DE02120300000000202051"


@pytest.fixture
def run(engine):
    """A run with one match, of a line of 10 February, confirmed."""
    made.add_invoices(engine.store, "u1")
    made.add_statement(engine.store, "b1")
    row = engine.reconcile(["u1"], ["b1"])
    decide(engine, row, "confirmed")
    return row


def decide(engine, row, decision):
    row = engine.reconciliation(row.reconciliation_id)
    [match] = row.document.matched
    return engine.decide(
        row.reconciliation_id, match.match_id, decision, row_version=row.row_version
    )


@pytest.mark.parametrize("decision", ["proposed", "rejected"])
def test_a_confirmed_match_of_a_closed_period_stays(engine, run, decision):
    engine.close_period(END_OF_MONTH)
    with pytest.raises(PeriodClosedError, match="all accounts up to 28 February 2026") as refused:
        decide(engine, run, decision)
    assert (refused.value.code, refused.value.http_status) == ("period_closed", 409)
    [match] = engine.reconciliation(run.reconciliation_id).document.matched
    assert match.decision == "confirmed"
    assert set(engine.locked_matches(run.reconciliation_id)) == {match.match_id}


def test_a_reopened_period_can_be_changed_and_who_reopened_it_is_kept(engine, run):
    closing = engine.close_period(END_OF_MONTH, by="anna", note="February")
    engine.reopen_period(closing.closing_id, "a late bill", by="bert")
    decide(engine, run, "proposed")
    [kept] = engine.closings()
    assert (kept.closed_by, kept.note, kept.closed_up_to) == ("anna", "February", END_OF_MONTH)
    assert (kept.reopened_by, kept.reopened_because) == ("bert", "a late bill")
    assert kept.reopened_at >= kept.closed_at
    assert engine.locked_matches(run.reconciliation_id) == {}


@pytest.mark.parametrize(
    ("up_to", "account"),
    [(dt.date(2026, 2, 9), None), (END_OF_MONTH, "DE89370400440532013000")],
)
def test_days_after_it_and_other_accounts_are_not_closed(engine, run, up_to, account):
    engine.close_period(up_to, account_number=account)
    decide(engine, run, "proposed")


def test_an_account_is_closed_however_its_number_is_written(engine, run):
    engine.close_period(dt.date(2026, 2, 10), account_number="DE02 1203 0000 0000 2020 51")
    with pytest.raises(PeriodClosedError, match="account DE02"):
        decide(engine, run, "proposed")


def test_nothing_new_is_confirmed_in_a_closed_period(engine, run):
    decide(engine, run, "proposed")
    engine.close_period(END_OF_MONTH)
    with pytest.raises(PeriodClosedError):
        decide(engine, run, "confirmed")
    decide(engine, run, "rejected")


def test_records_of_locked_matches_cannot_be_edited(engine, run):
    engine.close_period(END_OF_MONTH)
    bills = engine.invoice_upload("u1")
    cheaper = tuple(replace(i, total_amount=Decimal("19.00")) for i in bills.document.invoices)
    with pytest.raises(PeriodClosedError, match="A record that would change"):
        engine.save_invoices("u1", cheaper, row_version=bills.row_version)
    statement = engine.bank_upload("b1")
    later = tuple(replace(t, date=dt.date(2026, 3, 1)) for t in statement.document.transactions)
    with pytest.raises(PeriodClosedError):
        engine.save_statement(
            "b1", statement.document.statement_info, later, row_version=statement.row_version
        )
    for upload_id in ("u1", "b1"):
        with pytest.raises(PeriodClosedError):
            engine.reject(upload_id, "not ours")
    engine.confirm("b1")


def test_what_no_match_rests_on_can_be_edited(engine, run):
    engine.close_period(END_OF_MONTH)
    bills = engine.invoice_upload("u1")
    named = tuple(replace(i, purchase_order="PO-1") for i in bills.document.invoices)
    engine.save_invoices("u1", named, row_version=bills.row_version)


def test_reopening_needs_a_reason_and_a_closing_that_holds(engine, run):
    closing = engine.close_period(END_OF_MONTH)
    with pytest.raises(InvalidInputError, match="Say why"):
        engine.reopen_period(closing.closing_id, "  ")
    with pytest.raises(NotFoundError):
        engine.reopen_period("none", "late")
    engine.reopen_period(closing.closing_id, "late")
    with pytest.raises(InvalidInputError, match="already"):
        engine.reopen_period(closing.closing_id, "again")
