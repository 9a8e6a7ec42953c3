"""Copies of a process as hands: whoever is free takes the next work, and none is done twice."""

import pytest
import work_shared

from engine.processing.executor import WorkerExecutor


@pytest.fixture
def worker():
    workers = WorkerExecutor(1)
    yield workers
    workers.shutdown(cancel_futures=True)


def test_answers_come_in_the_order_of_the_works(worker):
    assert worker.submit(work_shared.squares).result() == [[n, n * n] for n in range(40)]


def test_every_work_is_done_once(worker, tmp_path):
    worker.submit(work_shared.marks, str(tmp_path)).result()
    assert {place.read_text() for place in tmp_path.iterdir()} == {"xx"}
    assert len(list(tmp_path.iterdir())) == 20


def test_while_one_does_a_long_work_the_other_does_all_the_rest(worker, tmp_path):
    long, others = worker.submit(work_shared.pids_beside_a_long_work, str(tmp_path)).result()
    assert len(others) == 1
    assert long not in others


def test_what_a_lost_copy_took_is_done_again(worker):
    assert worker.submit(work_shared.with_a_lost_copy).result() == list(range(9))


def test_works_that_failed_leave_nothing_for_the_next_ones(worker):
    assert worker.submit(work_shared.after_works_that_fail).result() == [0, 1, 2]


def test_one_pair_of_hands_makes_no_copies(worker):
    who, itself = worker.submit(work_shared.alone).result()
    assert who == {itself}
