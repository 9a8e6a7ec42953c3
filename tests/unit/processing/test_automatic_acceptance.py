"""Proposals accepted without a person: off by default, earned by party, capped, undoable."""

from decimal import Decimal

import made_rows as made
import pytest

from engine.errors import InvalidInputError
from engine.processing.automatic import (
    AUTOMATIC,
    AutoPolicy,
    PartyDecision,
    caps_words,
    earned_by,
    read_caps,
    record_of,
)
from engine.services import last_step

POLICY = AutoPolicy(mode="on", least=0.9, earned=1, caps={"EUR": Decimal(500)})


def pay(engine, number, amount="119.00", name="Acme Corp"):
    """An invoice and the line that pays it, each in a file of its own."""
    total = Decimal(amount)
    bill = made.invoice(f"u{number}-1", total_amount=total, vendor_name=name)
    made.add_invoices(engine.store, f"u{number}", bill)
    line = made.transaction(
        f"b{number}-1", amount=-total, description=f"{name} {bill.invoice_number}"
    )
    made.add_statement(engine.store, f"b{number}", line)


def run(engine, *numbers):
    return engine.reconcile([f"u{n}" for n in numbers], [f"b{n}" for n in numbers])


def earn(engine):
    """One match of Acme Corp that a person confirmed."""
    pay(engine, 1)
    row = run(engine, 1)
    [match] = row.document.matched
    engine.decide(
        row.reconciliation_id, match.match_id, "confirmed", row_version=row.row_version, by="ben"
    )


def decisions(row):
    return [(m.decision, m.decided_by) for m in row.document.matched]


def test_nothing_is_accepted_by_itself_unless_somebody_chose_so(engine):
    earn(engine)
    pay(engine, 2, "230.00")
    assert engine.automatic_policy().mode == "off"
    assert decisions(run(engine, 2)) == [("proposed", None)]


def test_a_party_that_earned_it_is_accepted_by_automatic_in_one_step(engine):
    earn(engine)
    engine.choose_automatic_policy(POLICY, by="cleo")
    pay(engine, 2, "230.00")
    row = run(engine, 2)
    assert decisions(row) == [("confirmed", AUTOMATIC)]
    entry = row.document.audit_trail[-1]
    assert (entry.by, entry.action) == (AUTOMATIC, "confirm many")
    assert last_step(row.document).entry == entry
    engine.undo(row.reconciliation_id, row_version=row.row_version)
    after = engine.reconciliation(row.reconciliation_id)
    assert decisions(after) == [("proposed", None)]
    assert record_of(after.document).taken_back == 1
    [choice] = engine.automatic_history()
    assert (choice.chosen_by, choice.value["mode"]) == ("cleo", "on")


def test_the_shadow_confirms_nothing_and_is_held_against_what_people_say(engine):
    earn(engine)
    engine.choose_automatic_policy(
        AutoPolicy(mode="shadow", least=0.9, earned=1, caps={"EUR": Decimal(500)})
    )
    pay(engine, 2, "230.00")
    row = run(engine, 2)
    assert decisions(row) == [("proposed", None)]
    assert row.document.audit_trail[-1].action == "would confirm"
    assert last_step(row.document) is None
    assert (record_of(row.document).shadowed, record_of(row.document).waiting) == (1, 1)
    [match] = row.document.matched
    engine.decide(row.reconciliation_id, match.match_id, "rejected", row_version=row.row_version)
    found = record_of(engine.reconciliation(row.reconciliation_id).document)
    assert (found.agreed, found.rejected, found.waiting) == (0, 1, 0)


def test_other_parties_larger_amounts_and_other_currencies_wait(engine):
    earn(engine)
    pay(engine, 2, "230.00", name="Zenith Tools")
    pay(engine, 3, "900.00")
    row = run(engine, 2, 3)
    plan = engine.plan_automatic(row.reconciliation_id, POLICY)
    assert (len(plan.matches), plan.not_earned, plan.over_cap) == (0, 1, 1)
    dollars = AutoPolicy(mode="on", least=0.9, earned=1, caps={"USD": Decimal(5000)})
    assert engine.plan_automatic(row.reconciliation_id, dollars).over_cap == 2


def test_a_rejection_takes_back_what_was_earned_and_machines_earn_nothing():
    word = PartyDecision
    people = [word(parties=("acme",), is_confirmed=True, decided_by="ben")] * 4
    no = word(parties=("acme",), is_confirmed=False, decided_by="ben")
    machine = word(parties=("acme",), is_confirmed=True, decided_by=AUTOMATIC)
    assert earned_by([*people, no]) == {"acme": 0}
    assert earned_by([no, *people, machine]) == {"acme": 4}


def test_what_nobody_looked_at_teaches_no_later_run(engine):
    earn(engine)
    engine.choose_automatic_policy(POLICY)
    pay(engine, 2, "230.00")
    run(engine, 2)
    assert len(engine._match_memory.lessons().decided) == 1
    kinds = {row["kind"]: row for row in engine.store.analytics.query("confidence_correctness")}
    assert kinds["match"]["records"] == 1


@pytest.mark.parametrize(
    "policy",
    [
        AutoPolicy(mode="on"),
        AutoPolicy(least=0.5),
        AutoPolicy(earned=0),
        AutoPolicy(caps={"EUR": Decimal(0)}),
    ],
)
def test_a_policy_that_cannot_be_followed_is_refused(engine, policy):
    with pytest.raises(InvalidInputError):
        engine.choose_automatic_policy(policy)


def test_largest_amounts_are_read_by_currency():
    caps = read_caps("eur 1 000; USD 1200.50")
    assert caps == {"EUR": Decimal(1000), "USD": Decimal("1200.50")}
    assert caps_words(caps) == "EUR 1000, USD 1200.50"
    assert read_caps(" ") == {}
    for text in ("1000", "EUR", "EUR 1, EUR 2", "EUR -5", "EUR 1,000"):
        with pytest.raises(InvalidInputError):
            read_caps(text)
