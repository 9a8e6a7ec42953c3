"""Fitting the probabilities of extracted values to documents whose values are known."""

import datetime as dt
from decimal import Decimal

import pytest

from engine.extraction.invoices.confidence.model import probability
from engine.extraction.invoices.ranking import Ranks
from tools.fitting.comparing import is_right, matched
from tools.fitting.examples import Example
from tools.fitting.folds import Fold, cross_validated
from tools.fitting.measuring import acceptable_share, calibration_gap, measured
from tools.fitting.ranking import fit_ranking, gains_of, preferred_place
from tools.fitting.regression import Penalty, fit
from tools.fitting.rivals import Rivalry
from tools.fitting.together import togetherness_of


def example(source, number, right, field="iban", **signals):
    return Example(source, f"v{number}", False, f"d{number}", field, signals, right, 0.8)


def examples(source, count=40):
    """Values that are right when they are labelled, and half the time when they are not."""
    return [
        example(source, i, i % 2 == 0 or i % 4 == 1, labelled=float(i % 2 == 0))
        for i in range(count)
    ]


@pytest.mark.parametrize(
    ("field", "true", "value", "same"),
    [
        ("total_amount", 10.5, Decimal("10.50"), True),
        ("total_amount", 10.5, Decimal("10.51"), False),
        ("invoice_date", "2026-05-05", dt.date(2026, 5, 5), True),
        ("vendor_name", "ACME Tools Ltd", "Acme Tools", True),
        ("vendor_name", "ACME Tools Ltd", "Beta Stores", False),
        ("iban", "DE02 1203 0000", "DE0212030000", True),
        ("invoice_number", "A 77", "A77", True),
        ("invoice_number", None, "A77", False),
    ],
)
def test_a_value_is_right_when_it_says_what_the_truth_says(field, true, value, same):
    assert is_right(field, {field: true}, value, credit=False) is same


def test_nothing_is_said_of_a_field_that_the_truth_leaves_out():
    assert is_right("iban", {}, "DE02", credit=False) is None


def test_other_accepted_readings_are_right_too_and_a_credit_has_either_sign():
    truth = {"total_amount": 10.0, "_accept": {"total_amount": [12.0]}}
    assert is_right("total_amount", truth, Decimal(12), credit=False)
    assert not is_right("total_amount", truth, Decimal(-10), credit=False)
    assert is_right("total_amount", truth, Decimal(-10), credit=True)


def test_invoices_of_a_file_are_paired_by_what_they_share():
    truths = [{"invoice_number": "A"}, {"invoice_number": "B"}, {"invoice_number": "C"}]
    read = [{"invoice_number": "B"}, {"invoice_number": "A"}]
    assert matched(truths, read, [False] * 3) == [1, 0, None]


def test_weights_follow_the_shares_that_were_right():
    weights = fit(examples("a") + examples("b"), Penalty(0.01, 0.01))["iban"]
    assert probability(weights, {"labelled": 1.0}) > 0.95
    assert probability(weights, {}) == pytest.approx(0.5, abs=0.1)


def test_the_same_examples_give_the_same_weights():
    known = examples("a") + examples("b")
    assert fit(known) == fit(known)


def test_a_source_that_is_held_out_does_not_teach():
    misleading = [example("c", 100 + i, right=False, labelled=1.0) for i in range(80)]
    folds = cross_validated(
        examples("a", 80) + examples("b", 80) + misleading, Penalty(0.1, 0.1), 0.5
    )
    judged = {fold.name: fold for fold in folds}
    assert set(judged) == {"a", "b", "c"}
    assert min(judged["c"].chances) > 0.9
    assert max(judged["a"].chances) < 0.8


def test_what_can_be_accepted_unseen_ends_before_the_first_errors():
    judged = [(0.9, True)] * 100 + [(0.8, False)] * 5 + [(0.7, True)] * 95
    assert acceptable_share(judged) == 0.5
    assert acceptable_share([(0.9, True), (0.9, False)]) == 0


def test_the_calibration_gap_is_nothing_where_promises_are_kept():
    kept = [(0.75, True)] * 75 + [(0.75, False)] * 25
    assert calibration_gap(kept) == pytest.approx(0)
    assert calibration_gap([(0.95, False)]) == pytest.approx(0.95)
    measure = measured(kept, truths=150, least=0.5)
    assert (measure.precision, measure.recall) == (0.75, 0.5)


def test_fields_that_go_wrong_together_are_surer_together_than_by_chance():
    fields = ("invoice_number", "invoice_date", "currency", "total_amount")
    rows = [example("a", i, i % 5 > 0, field) for i in range(50) for field in fields]
    fold = Fold("a", frozenset({"a"}), tuple(rows), (0.8,) * len(rows))
    assert togetherness_of([fold]) == pytest.approx(0.25, abs=0.1)
    assert togetherness_of([]) == 1


def rivalry(source, number, right=1, rules=0):
    """Three candidates, of which the one that is near is right."""
    signals = tuple(
        {"near": float(i == right), "chosen by the rules": float(i == rules)} for i in range(3)
    )
    places = tuple(i == right for i in range(3))
    return Rivalry(
        source, f"v{number}", False, "vendor_name", signals, places, rules, right == rules
    )


def test_ranking_learns_what_the_right_candidates_share():
    weights = fit_ranking([rivalry("a", i) for i in range(30)], 1.0, 0.5)
    assert weights["near"] > 1 > weights["chosen by the rules"]
    assert preferred_place(rivalry("b", 99, right=2), weights, 1.0, 0.6) == 2
    assert preferred_place(rivalry("b", 99, right=0), weights, 1.0, 0.6) is None


def test_what_ranking_gains_is_counted_on_sources_that_did_not_teach():
    known = [rivalry(source, i + 100 * ord(source)) for source in "ab" for i in range(30)]
    ranks = Ranks(version=1, margin=1.0, share=0.6, fields={})
    gain = gains_of(known, "vendor_name", 1.0, 0.5, ranks)[False]
    assert (gain.truths, gain.by_rules, gain.by_weights) == (60, 0, 60)
