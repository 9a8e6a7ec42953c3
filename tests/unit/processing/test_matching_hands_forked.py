"""Copies of the process as hands: answers come back in order, and no copy outlives its work."""

import os

from engine.processing.matching_hands import forked_hands


def test_copies_answer_in_the_order_of_the_works():
    with forked_hands(3) as hands:
        answers = hands.together([lambda n=n: [n, n * n] for n in range(3)], list[int])
    assert hands.count == 3
    assert answers == [[0, 0], [1, 1], [2, 4]]


def test_one_pair_of_hands_makes_no_copies():
    with forked_hands(1) as hands:
        assert hands.together([os.getpid], int) == [os.getpid()]
