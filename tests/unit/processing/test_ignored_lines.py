"""A bank line that a person takes out: no run matches it, and it can be taken back."""

import made_rows as made
import pytest

from engine.errors import AlreadyConfirmedError, InvalidInputError, NotFoundError


@pytest.fixture
def books(engine):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"))
    made.add_statement(engine.store, "b1", made.transaction("b1-1"))
    return engine


def states(engine):
    rows = engine.store.analytics.query(
        "register", sort_by="date", descending=True, limit=10, offset=0
    )
    return [(row["state"], row["aside_kind"], row["aside_evidence"]) for row in rows]


def test_a_run_sets_an_ignored_line_aside_with_the_reason(books):
    books.ignore_line("b1-1", "paid  privately", by="anna")
    assert states(books) == [("set_aside", "ignored", "anna: paid privately")]
    document = books.reconcile(["u1"], ["b1"]).document
    assert not document.matched
    [aside] = document.unmatched.set_aside
    assert (aside.kind, aside.evidence) == ("ignored", "anna: paid privately")
    assert document.unmatched.bank_transactions == ("b1-1",)
    assert not [check.name for check in books.store.analytics.checks() if check.rows]


def test_taking_it_back_brings_the_line_back_at_once_and_into_the_next_run(books):
    books.ignore_line("b1-1", "paid privately")
    books.reconcile(["u1"], ["b1"])
    books.heed_line("b1-1")
    books.heed_line("b1-1")
    assert states(books) == [("open", None, None)]
    assert len(books.reconcile(["u1"], ["b1"]).document.matched) == 1
    assert len(books.store.choices.history("ignored line")) == 2


def test_a_proposal_with_an_ignored_line_cannot_be_accepted(books):
    row = books.reconcile(["u1"], ["b1"])
    books.ignore_line("b1-1", "paid privately")
    [match] = row.document.matched
    with pytest.raises(InvalidInputError, match="paid privately"):
        books.decide(
            row.reconciliation_id, match.match_id, "confirmed", row_version=row.row_version
        )
    plan = books.plan_acceptance(row.reconciliation_id, 0.5)
    assert (plan.matches, plan.locked) == ((), 1)
    assert books.candidates(row.reconciliation_id, invoice_ids=["u1-1"]) == ()


def test_what_pays_an_invoice_or_has_no_reason_is_not_ignored(books):
    with pytest.raises(InvalidInputError):
        books.ignore_line("b1-1", "  ")
    with pytest.raises(NotFoundError):
        books.ignore_line("b1-9", "why")
    row = books.reconcile(["u1"], ["b1"])
    [match] = row.document.matched
    books.decide(row.reconciliation_id, match.match_id, "confirmed", row_version=row.row_version)
    with pytest.raises(AlreadyConfirmedError):
        books.ignore_line("b1-1", "why")
