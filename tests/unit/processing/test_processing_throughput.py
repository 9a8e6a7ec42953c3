"""What a program that is refused is told to wait follows from how fast uploads are done."""

import pytest

from engine.processing.throughput import Throughput


class Clock:
    def __init__(self):
        self.seconds = 100.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def clock():
    """A clock that goes on when it is told."""
    return Clock()


def done(clock, count, seconds):
    throughput = Throughput(clock)
    for _ in range(count):
        throughput.note()
        clock.seconds += seconds
    return throughput


@pytest.mark.parametrize("count", [0, 1])
def test_a_minute_is_said_before_anything_is_known(clock, count):
    assert done(clock, count, 2.0).retry_after() == 60


def test_five_places_are_waited_for_at_the_speed_of_late(clock):
    throughput = done(clock, 200, 9.0)
    clock.seconds -= 9.0
    assert throughput.retry_after() == 45


@pytest.mark.parametrize(("seconds", "said"), [(0.0, 1), (1000.0, 600)])
def test_it_is_never_less_than_a_second_nor_more_than_ten_minutes(clock, seconds, said):
    assert done(clock, 20, seconds).retry_after() == said
