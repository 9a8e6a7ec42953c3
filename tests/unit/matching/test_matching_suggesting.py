"""How sure a match has to be for its money, and what stands beside one that may be wrong."""

import math
from decimal import Decimal

import pytest
from matching_rows import invoice, line, run

from engine.matching.explanation import Explanation
from engine.matching.ledger import build_ledger
from engine.matching.suggesting import confidences_needed
from engine.matching.treatment import Settlement


def needed(amount, suggest_from=0.5, threshold=0.75):
    bills = [invoice(f"{n}", "100.00") for n in range(3)]
    ledger = build_ledger(bills, [line("t", "-100.00")])
    cents = -round(amount * 100)
    found = Explanation("one_to_one", "exact", (0,), (0,), Settlement("exact", cents, cents))
    return confidences_needed(ledger, [found], suggest_from, threshold)[0]


def test_more_money_asks_for_more_certainty_up_to_a_point():
    assert needed(100) == pytest.approx(0.5)
    assert needed(20) < needed(100) < needed(200) < needed(100_000) == 0.73
    assert needed(0.01) > 0.1


def test_without_a_bound_everything_may_be_shown():
    assert needed(100_000, suggest_from=0.0) == 0.0


def both(result):
    return (*result.matched, *result.partial)


def test_twins_are_shown_side_by_side_as_a_tie():
    twins = [invoice("1", "50.00"), invoice("2", "50.00", invoice_number="INV-2")]
    (found,) = both(run(twins, [line("t", "-50.00", "ACME TOOLS")]))
    assert found.is_tied
    assert found.money_at_stake == Decimal("50.00")
    (other,) = found.alternatives
    assert {*found.invoice_ids, *other.invoice_ids} == {"1", "2"}
    assert float(other.confidence) == pytest.approx(float(found.confidence), abs=0.1)


def test_a_sure_match_is_never_wholly_sure_and_says_what_holds_it():
    (found,) = run(
        [invoice("70001", "512.34")], [line("t", "-512.34", "ACME TOOLS INV-70001")]
    ).matched
    assert 0.9 < found.confidence <= 0.999
    assert not found.is_tied
    assert found.money_at_stake == Decimal("512.34")


def test_another_party_with_another_number_is_no_proposal():
    bills = [
        invoice("70001", "512.34"),
        invoice("80001", "77.00", vendor_name="Omega Print", invoice_number="OM-80001"),
    ]
    result = run(bills, [line("t", "-512.34", "OMEGA PRINT INV-70999")], suggest_from=0.01)
    for found in both(result):
        assert found.confidence <= 0.2
        total = sum(reason.log_odds for reason in found.reasons)
        assert 1 / (1 + math.exp(-total)) == pytest.approx(found.confidence, abs=0.0001)


def test_a_part_payment_that_names_no_invoice_is_never_sure():
    result = run([invoice("70001", "900.00")], [line("t", "-450.00", "ACME TOOLS")], suggest_from=0)
    for found in both(result):
        assert found.settlement == "partial"
        assert found.confidence <= 0.74
