"""Workers are as many as cores and memory allow."""

import os

from engine.machine import memory_bytes, worker_count, worker_memory_bytes


def test_there_is_no_more_than_one_worker_for_a_core():
    assert worker_count(10**15) == len(os.sched_getaffinity(0))


def test_little_memory_means_few_workers_and_never_none():
    assert worker_count(1_200_000_000) == 1
    assert worker_count(100_000_000) == 1


def test_workers_share_three_quarters_of_the_memory():
    assert worker_memory_bytes(4, 16_000_000_000) == 3_000_000_000
    assert worker_memory_bytes(4, 2_000_000_000) == 1_500_000_000


def test_the_memory_of_this_machine_is_known():
    assert memory_bytes() > 100_000_000
