"""Part of a task done by a copy of its worker: the same answers, whatever becomes of the copy."""

import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import work_beside

from engine.extraction import Context
from engine.processing.executor import TaskFailedError, WorkerExecutor, WorkerLostError
from engine.processing.extraction_task import ExtractionTask, extract
from engine.processing.page_codec import pack
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages
from tests.bench.long_statements import wrapped_statement

has_forks = sys.platform == "linux"


@pytest.fixture
def worker():
    workers = WorkerExecutor(1)
    yield workers
    workers.shutdown(cancel_futures=True)


def test_a_large_part_is_done_by_a_copy(worker):
    beside, itself = worker.submit(work_beside.pids_with, work_beside.MANY).result()
    assert (beside != itself) == has_forks


def test_a_small_part_is_done_by_the_worker(worker):
    beside, itself = worker.submit(work_beside.pids_with, 10).result()
    assert beside == itself


def test_a_worker_with_threads_is_not_copied(worker):
    beside, itself = worker.submit(work_beside.pids_with_a_thread).result()
    assert beside == itself


def test_an_answer_may_be_large(worker):
    assert worker.submit(work_beside.large_answer).result() == 5_000_000


def test_a_copy_that_is_killed_costs_nothing_but_time(worker):
    assert worker.submit(work_beside.copy_is_killed).result() == 7


def test_what_the_work_raises_is_raised(worker):
    with pytest.raises(TaskFailedError, match="ZeroDivisionError"):
        worker.submit(work_beside.work_fails).result()


def test_a_copy_that_nobody_asks_is_ended(worker):
    assert worker.submit(work_beside.nobody_asks).result() == ""


def test_a_copy_keeps_no_file_of_its_worker(worker):
    assert worker.submit(work_beside.files_of_copy).result() <= 2


def test_a_worker_takes_its_copy_along(worker, tmp_path):
    place = tmp_path / "pid"
    with pytest.raises(WorkerLostError):
        worker.submit(work_beside.die_beside_copy, str(place)).result(30)
    ends = time.monotonic() + 20
    while _lives(place.read_text()):
        assert time.monotonic() < ends
        time.sleep(0.01)


def test_a_statement_is_the_same_by_two_as_by_one(worker, tmp_path):
    path = tmp_path / "long.pdf"
    path.write_bytes(wrapped_statement(30).content)
    jobs = plan_jobs(path, inspect_document(path, path.name, limits=Limits()), ReadOptions())
    pages = tuple(pack(result.page) for job in jobs for result in read_pages(job))
    task = ExtractionTask("bank", "bank", pages, Context("u"))
    assert worker.submit(extract, replace(task, has_room=True)).result() == extract(task)


def _lives(pid):
    """Whether the process runs; one that nobody has waited for yet does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False
