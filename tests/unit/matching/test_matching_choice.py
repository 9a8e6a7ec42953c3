import math

import pytest

from engine.matching.assignment import choose
from engine.matching.competition import standings
from engine.matching.explanation import Explanation
from engine.matching.scoring import FamilyWeights, log_odds, probability, shipped_weights
from engine.matching.treatment import Settlement


def explanation(bills, payments):
    return Explanation("one_to_one", "exact", bills, payments, Settlement("exact", 1, 1))


def test_without_rivals_nothing_is_taken_away():
    apart = [explanation((0,), (0,)), explanation((1,), (1,))]
    assert standings([2.0, -1.0], apart).tolist() == pytest.approx([2.0, -1.0])
    assert standings([], []).tolist() == []


def test_equal_rivals_share_the_certainty():
    after = standings([6.0, 6.0], [explanation((0,), (0,)), explanation((1,), (0,))])
    assert probability(after[0]) == pytest.approx(0.5, abs=0.02)


def test_a_rival_that_is_needed_elsewhere_does_not_count():
    # Line 2 could pay bill 0 or 1, but bill 1 is surely paid by line 3.
    found = [explanation((0,), (2,)), explanation((1,), (2,)), explanation((1,), (3,))]
    after = standings([4.0, 4.0, 12.0], found)
    assert probability(after[0]) > 0.9
    assert probability(after[1]) < 0.1


def test_sets_that_share_much_compete_only_once():
    parts, fewer = explanation((0,), (1, 2, 3)), explanation((0,), (1, 2))
    one = standings([5.0, 2.0], [parts, fewer])
    two = standings([5.0, 2.0], [explanation((0,), (1,)), explanation((0,), (2,))])
    assert one.tolist() == pytest.approx(two.tolist())


def test_the_surest_explanations_are_chosen_and_nothing_is_used_twice():
    found = [explanation((0,), (0,)), explanation((0,), (1,)), explanation((1, 2), (1,))]
    assert choose(found, [0.9, 0.8, 0.6], range(3)) == [0, 2]
    assert choose(found, [0.9, 0.8, 0.6], range(2)) == [0]


def test_of_equally_sure_ones_the_earliest_is_chosen_whatever_their_order():
    found = [explanation((1,), (0,)), explanation((0,), (0,))]
    assert choose(found, [0.5, 0.5], range(2)) == [1]
    assert choose(found[::-1], [0.5, 0.5], range(2)) == [0]


def test_log_odds_are_the_sum_of_the_weights():
    weights = FamilyWeights(intercept=-1.0, evidence={"name:full": 2.0, "due:near": 0.5})
    assert log_odds(("name:full", "due:near", "round:never_seen"), weights) == 1.5
    assert probability(0.0) == 0.5


def test_the_shipped_weights_say_what_anybody_would():
    for family, weights in shipped_weights().items():
        evidence = weights.evidence
        assert math.isfinite(weights.intercept)
        assert weights.calibration.scale > 0
        if family in ("exact", "adjusted", "open"):
            assert evidence["name:full"] > evidence["name:other"]
            number, silent, another = (
                evidence[f"reference:{form}"] + evidence.get(f"name_reference:full {form}", 0.0)
                for form in ("number", "silent", "another")
            )
            assert number > max(silent, another)
            assert evidence["due:≥-3"] > evidence["due:≥61"]
