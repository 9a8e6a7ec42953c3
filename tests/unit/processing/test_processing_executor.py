"""Worker processes: one task each, and a lost worker costs one task only."""

import math
import operator
import os
import signal
import time

import pytest

from engine.errors import EmptyFileError
from engine.processing.executor import TaskFailedError, WorkerExecutor, WorkerLostError
from engine.reading.sniff import mime_type_of


@pytest.fixture
def executor():
    workers = WorkerExecutor(2)
    yield workers
    workers.shutdown(cancel_futures=True)


def test_tasks_run_in_other_processes(executor):
    assert executor.submit(os.getpid).result() != os.getpid()


def test_results_come_back_to_the_task_that_asked(executor):
    futures = [executor.submit(math.factorial, n) for n in range(20)]
    assert [f.result() for f in futures] == [math.factorial(n) for n in range(20)]


def test_there_may_be_more_workers_later_on(tmp_path):
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    executor = WorkerExecutor(1)
    try:
        executor.submit(os.getpid).result()
        executor.widen(2)
        ends = [executor.submit(os.open, pipe, mode) for mode in (os.O_RDONLY, os.O_WRONLY)]
        assert all(end.result(timeout=60) for end in ends)  # each waits for the other
    finally:
        executor.shutdown(cancel_futures=True)


def test_an_exception_in_a_task_is_reported_and_the_worker_goes_on(executor):
    with pytest.raises(TaskFailedError, match="ZeroDivisionError") as caught:
        executor.submit(operator.truediv, 1, 0).result()
    assert "Traceback" in caught.value.trace
    assert executor.submit(math.sqrt, 9).result() == 3


def test_an_error_that_can_be_explained_comes_as_it_is(executor):
    with pytest.raises(EmptyFileError) as caught:
        executor.submit(mime_type_of, b"", "a.pdf").result()
    assert str(caught.value) == "“a.pdf” is empty."
    assert caught.value.hint


def test_a_worker_that_dies_costs_only_its_own_task(executor):
    others = [executor.submit(math.factorial, n) for n in range(10)]
    doomed = executor.submit(os._exit, 3)
    later = [executor.submit(math.factorial, n) for n in range(10)]
    with pytest.raises(WorkerLostError):
        doomed.result()
    assert [f.result() for f in others + later] == [math.factorial(n) for n in range(10)] * 2


def test_a_worker_killed_from_outside_is_replaced(executor):
    pid = executor.submit(os.getpid).result()
    os.kill(pid, signal.SIGKILL)
    results = []
    for _ in range(4):
        try:
            results.append(executor.submit(math.sqrt, 4).result())
        except WorkerLostError:
            results.append(None)
    assert results[-1] == 2


def test_a_task_that_hangs_loses_its_worker():
    executor = WorkerExecutor(1, task_timeout_seconds=0.2)
    with pytest.raises(WorkerLostError, match="no answer"):
        executor.submit(time.sleep, 60).result()
    executor.shutdown()


def test_workers_are_replaced_after_their_share_of_tasks():
    executor = WorkerExecutor(1, tasks_per_worker=2)
    pids = [executor.submit(os.getpid).result() for _ in range(4)]
    executor.shutdown()
    assert pids[0] == pids[1] != pids[2] == pids[3]


def test_workers_leave_ocr_programs_one_thread(executor):
    assert executor.submit(os.getenv, "OMP_THREAD_LIMIT").result() == "1"


def test_shutdown_ends_running_tasks_and_leaves_no_process():
    executor = WorkerExecutor(2)
    pid = executor.submit(os.getpid).result()
    running = executor.submit(time.sleep, 600)
    waiting = [executor.submit(time.sleep, 600) for _ in range(5)]
    executor.shutdown(cancel_futures=True)
    assert running.done()
    assert all(f.done() for f in waiting)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    with pytest.raises(RuntimeError, match="shut down"):
        executor.submit(os.getpid)


class Unreadable(Exception):
    """Can be sent but not rebuilt, as errors are whose arguments are not those they are made of."""

    def __init__(self, first, second):
        super().__init__(f"{first} {second}")


def test_an_answer_that_cannot_be_rebuilt_fails_its_task_and_the_workers_go_on(executor):
    with pytest.raises(WorkerLostError, match="second"):
        executor.submit(Unreadable, 1, 2).result(timeout=30)
    assert executor.submit(math.sqrt, 9).result(timeout=30) == 3
