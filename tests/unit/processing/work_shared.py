"""Works of a run that several hands share, as a worker process does them, and what may go wrong."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

from engine.processing.matching_hands import forked_hands


def squares():
    """The answers to more works than hands, in the order of the works."""
    with forked_hands(3) as hands:
        return hands.together([lambda n=n: [n, n * n] for n in range(40)], list[int])


def marks(place):
    """Twenty works, twice: each leaves a letter in a file of its own."""

    def work(number):
        with (Path(place) / str(number)).open("a") as file:
            file.write("x")
        return number

    with forked_hands(2) as hands:
        for _ in range(2):
            hands.together([lambda n=n: work(n) for n in range(20)], int)


def pids_beside_a_long_work(place):
    """Who does a work that ends only when nine others are done, and who does these."""
    folder = Path(place)

    def long():
        while len(list(folder.iterdir())) < 9:
            time.sleep(0.01)
        return os.getpid()

    def short(number):
        (folder / str(number)).touch()
        return os.getpid()

    with forked_hands(2) as hands:
        works = [long, *(lambda n=n: short(n) for n in range(9))]
        who = hands.together(works, int)
    return who[0], set(who[1:])


def with_a_lost_copy():
    """The answers when the copy ends in the middle of its first work."""
    here = os.getpid()

    def work(number):
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with forked_hands(2) as hands:
        return hands.together([lambda n=n: work(n) for n in range(9)], int)


def after_works_that_fail():
    """The answers to the next works of the same hands."""
    with forked_hands(2) as hands:
        with suppress(ZeroDivisionError):
            hands.together([lambda: 1 // 0] * 5, int)
        return hands.together([lambda n=n: n for n in range(3)], int)


def alone():
    """Who does the works of one pair of hands, and itself."""
    with forked_hands(1) as hands:
        return {*hands.together([os.getpid] * 3, int)}, os.getpid()
