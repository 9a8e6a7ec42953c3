"""Neighbours that add up: the quick ways find what trying every run finds."""

from hypothesis import given
from hypothesis import strategies as st

from engine.matching.neighbours import Neighbours

ONE_SIGN = st.lists(st.integers(1, 40), min_size=1, max_size=70)
ANY_SIGN = st.lists(st.integers(-40, 40), min_size=1, max_size=20)


def tried_one_by_one(amounts: list[int], low: int, high: int, longest: int):
    return [
        (tuple(range(start, end)), total)
        for start in range(len(amounts))
        for end in range(start + 2, min(len(amounts), start + longest) + 1)
        if low <= (total := sum(amounts[start:end])) <= high
    ]


@given(ONE_SIGN, st.sampled_from([1, -1]), st.integers(1, 200), st.integers(0, 30))
def test_runs_of_amounts_of_one_sign(amounts, sign, low, width):
    amounts = [sign * amount for amount in amounts]
    bounds = sorted((sign * low, sign * (low + width)))
    found = Neighbours(range(len(amounts)), amounts).adding_up_between(*bounds, longest=9)
    assert sorted(found) == tried_one_by_one(amounts, *bounds, 9)


@given(ANY_SIGN, st.integers(-60, 60).filter(bool))
def test_runs_with_credit_notes_among_them(amounts, target):
    found = Neighbours(range(len(amounts)), amounts).adding_up_to(target, longest=9)
    wanted = tried_one_by_one(amounts, target, target, 9)
    assert sorted(found) == [members for members, _ in wanted]
