"""Decisions that stand in the rows teach the next run, are shown, and can be forgotten."""

import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest

from engine.errors import InvalidInputError


def paid(key, day, text="BRIGHTWAY HOLDCO", **changes):
    return made.transaction(key, description=text, date=dt.date(2026, 2, day), **changes)


@pytest.fixture
def decided(engine):
    """One match by an unknown name, confirmed."""
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"))
    made.add_statement(engine.store, "b1", paid("b1-1", 14))
    row = engine.reconcile(["u1"], ["b1"], threshold=0.0)
    [match] = (*row.document.matched, *row.document.partial)
    engine.decide(row.reconciliation_id, match.match_id, "confirmed", row_version=row.row_version)
    return row, match


def next_run(engine):
    row = engine.reconcile(["u2"], ["b2"], threshold=0.0)
    [match] = (*row.document.matched, *row.document.partial)
    return match.confidence


@pytest.fixture
def next_month(engine):
    made.add_invoices(engine.store, "u2", made.invoice("u2-1", total_amount=Decimal("77.40")))
    made.add_statement(engine.store, "b2", paid("b2-1", 17, amount=Decimal("-77.40")))


def test_a_confirmed_name_is_known_until_it_is_forgotten(engine, decided, next_month):
    [lesson] = engine.known_about_matches()
    assert lesson.sentence == "The bank writes “BRIGHTWAY HOLDCO” for Acme Corp."
    taught = next_run(engine)
    engine.forget_about_matches(lesson.subject, by="anna")
    assert engine.known_about_matches() == []
    assert next_run(engine) < taught


def test_a_decision_that_is_taken_back_teaches_nothing(engine, decided):
    row, match = decided
    engine.decide(row.reconciliation_id, match.match_id, "proposed", row_version=2)
    assert engine.known_about_matches() == []


def test_all_can_be_forgotten_and_strange_subjects_are_refused(engine, decided):
    with pytest.raises(InvalidInputError):
        engine.forget_about_matches("alias NOBODY")
    engine.forget_about_matches()
    assert engine.known_about_matches() == []


def test_decisions_about_rejected_files_teach_nothing(engine, decided):
    engine.reject("b1", "not ours")
    assert engine.known_about_matches() == []
