"""The load program works at a small size; it is judged by failures and losses, never by time."""

import os

from tests.bench.load.__main__ import measure
from tests.bench.load.effort import effort_of
from tests.bench.load.tally import Tally, lost, p95


def test_a_few_people_meet_no_error_and_lose_nothing(tmp_path):
    figures = measure(sessions=2, programs=4, seconds=15, folder=tmp_path)
    assert figures["failed"] == []
    assert figures["lost"] == []
    assert figures["by_kind"]["screen"]["count"] > 0
    assert figures["answers"] > 10


def test_an_edit_that_the_history_does_not_hold_is_lost():
    edits = [(2, "a"), (3, "b"), (3, "c")]
    assert lost(edits, ["a", "b", "c"]) == ["3"]
    assert lost(edits[:2], ["a"]) == ["b"]
    assert lost(edits[:2], ["b", "a"]) == []


def test_of_a_hundred_times_the_95th_counts():
    assert p95([float(n) for n in range(100)]) == 95.0
    assert p95([]) == 0.0
    tally = Tally()
    tally.took("list", 1.0)
    tally.took("upload", 9.0)
    assert tally.figures()["reads_p95_seconds"] == 1.0


def test_a_screen_counts_as_one_answer():
    tally = Tally()
    tally.took("screen", 1.0)
    tally.took("screen Upload", 1.0)
    tally.took("row", 0.1)
    assert tally.answers == 2


def test_what_the_server_spends_is_known():
    before = effort_of(os.getpid())
    spent = effort_of(os.getpid()).since(before, answers=0)
    assert set(spent) == {
        "server_cpu_seconds",
        "workers_cpu_seconds",
        "machine_cpu_seconds",
        "server_cpu_ms_per_answer",
    }
    assert min(spent.values()) >= 0
