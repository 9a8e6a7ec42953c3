"""What a run is asked for: its part of the uploads, tolerances, rates, steps and a preview."""

import dataclasses
import datetime as dt
from decimal import Decimal

import made_rows as made
import pytest

from engine.errors import InvalidInputError
from engine.records import RunScope, ToleranceTreatment


@pytest.fixture
def filled(engine):
    """Two parties, two accounts, two months; a payment for each bill but the last."""
    bills = [
        made.invoice("u1-1"),
        made.invoice("u1-2", vendor_name="Zenith", total_amount=Decimal("50.00")),
        made.invoice("u1-3", vendor_name="Zenith", invoice_date=dt.date(2026, 6, 1), due_date=None),
    ]
    made.add_invoices(engine.store, "u1", *bills)
    made.add_statement(
        engine.store,
        "b1",
        made.transaction("b1-1"),
        made.transaction(
            "b1-2",
            account_number="FR7630006000011234567890189",
            date=dt.date(2026, 3, 10),
            amount=Decimal("-50.00"),
            description="Zenith INV-u1-2",
        ),
        made.transaction("b1-3", amount=Decimal("9.00"), description="Interest"),
    )
    return engine


def run(engine, **changes):
    settings = dataclasses.replace(engine.run_settings(), **changes)
    return engine.reconcile(["u1"], ["b1"], settings=settings).document


def held(document):
    return [m.transaction_ids for m in document.matched]


def test_a_scope_narrows_the_answer_and_not_the_matching(filled):
    whole = run(filled)
    assert held(whole) == [("b1-1",), ("b1-2",)]
    by_party = run(filled, scope=RunScope(parties=("ZENITH",)))
    assert held(by_party) == [("b1-2",)]
    assert by_party.unmatched.invoices == ("u1-3",)
    assert by_party.reconciliation_summary.total_invoices_processed == 2
    by_account = run(filled, scope=RunScope(accounts=("DE02 1203 0000 0000 2020 51",)))
    assert held(by_account) == [("b1-1",)]
    assert by_account.unmatched.bank_transactions == ("b1-3",)
    days = RunScope(first_day=dt.date(2026, 3, 1), last_day=dt.date(2026, 3, 31))
    by_period = run(filled, scope=days)
    assert held(by_period) == [("b1-2",)]
    assert by_period.unmatched.invoices == ()
    assert by_period.reconciliation_info.scope == days
    assert not [check for check in filled.store.analytics.checks() if check.rows]


def test_a_preview_counts_and_stores_nothing(filled):
    tally = filled.preview_run(["u1"], ["b1"], filled.run_settings())
    assert (tally.matched, tally.unmatched_invoices, tally.unmatched_lines) == (2, 1, 1)
    assert tally.amounts == {"EUR": Decimal("169.00")}
    assert not filled.store.reconciliations.list()


def test_the_steps_are_told_with_the_share_that_is_done(filled):
    told = []
    filled.reconcile(["u1"], ["b1"], on_step=lambda step, share: told.append((step, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert ("Matching 3 invoices with 3 bank lines", 0.25) in told


def test_a_tolerance_names_small_differences(engine):
    made.add_invoices(engine.store, "u1", made.invoice("u1-1"))
    made.add_statement(engine.store, "b1", made.transaction("b1-1", amount=Decimal("-117.60")))
    fee = ToleranceTreatment(difference="fee", amount=Decimal("2.00"))
    document = run(engine, tolerance=fee)
    [match] = (*document.matched, *document.partial)
    assert (match.difference_treatment, match.rule) == ("fee", "Tolerance of this run")


def test_rates_are_kept_with_the_run(filled):
    rates = {"2026-02": {"USD": 0.92, "EUR": 1.0}}
    assert run(filled, rates=rates).reconciliation_info.rates == rates


@pytest.mark.parametrize(
    "changes",
    [
        {"rates": {"Feb": {"USD": 0.9}}},
        {"rates": {"2026-02": {"usd": 0.9}}},
        {"rates": {"2026-02": {"USD": 0.0}}},
        {"rates": {"2026-02": {"USD": float("nan")}}},
        {"tolerance": ToleranceTreatment(difference="fee")},
        {"tolerance": ToleranceTreatment(difference="fee", percent=Decimal(60))},
        {"scope": RunScope(first_day=dt.date(2026, 3, 2), last_day=dt.date(2026, 3, 1))},
    ],
)
def test_settings_that_cannot_be_are_refused(filled, changes):
    with pytest.raises(InvalidInputError):
        run(filled, **changes)
