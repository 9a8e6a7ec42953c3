"""Targets of figures: how far a figure is from what somebody wants it to be."""

import pytest

from engine.errors import InvalidInputError
from engine.reports.targets import checked_target, target_of


@pytest.mark.parametrize(
    ("key", "wanted", "now", "better", "is_met", "words"),
    [
        ("match_rate", 90, 92.4, "up", True, "Target 90% met"),
        ("match_rate", 90, 90.0, "up", True, "Target 90% met"),
        ("match_rate", 90, 33.3333, "up", False, "56.7 points short of the target of 90%"),
        ("match_rate", 90, 89.99, "up", False, "0.1 points short of the target of 90%"),
        ("oldest_open", 30, 295.0, "down", False, "265 days over the target of 30 days"),
        ("time_to_confirm", 4.5, 2.0, "down", True, "Target 4.5 hours met"),
        ("corrections", 1, 1.5, "down", False, "0.5 over the target of 1"),
        ("corrections", 1, None, "down", None, "Target 1"),
    ],
)
def test_a_figure_is_held_against_its_target(key, wanted, now, better, is_met, words):
    found = target_of(key, wanted, now, better)
    assert (found.is_met, found.words) == (is_met, words)


def test_without_a_target_nothing_is_judged():
    assert target_of("match_rate", None, 50.0, "up") is None
    assert target_of("open_amount", 5, 50.0, "down") is None


@pytest.mark.parametrize(
    ("key", "value"), [("open_amount", 1), ("match_rate", 101), ("corrections", -1)]
)
def test_a_target_out_of_its_range_is_refused(key, value):
    with pytest.raises(InvalidInputError):
        checked_target(key, value)
