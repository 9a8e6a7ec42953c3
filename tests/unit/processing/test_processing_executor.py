"""Worker processes: one task each, and a lost worker costs one task only."""

import math
import operator
import os
import resource
import signal
import time
from pathlib import Path

import pytest

from engine.errors import EmptyFileError
from engine.processing import executor as executor_module
from engine.processing import nursery, worker_process
from engine.processing.executor import (
    TaskFailedError,
    WorkerExecutor,
    WorkerHungError,
    WorkerLostError,
)
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


def test_a_worker_killed_while_it_had_nothing_to_do_costs_no_task(executor):
    pid = executor.submit(os.getpid).result()
    os.kill(pid, signal.SIGKILL)
    while Path(f"/proc/{pid}/exe").exists():  # a zombie has none
        time.sleep(0.01)
    assert executor.submit(math.sqrt, 4).result() == 2


def test_a_worker_that_ends_with_its_task_unread_costs_no_task():
    executor = WorkerExecutor(1)
    pid = executor.submit(os.getpid).result()
    os.kill(pid, signal.SIGSTOP)
    waiting = executor.submit(math.sqrt, 4)
    time.sleep(0.05)  # so that it lies in the socket
    os.kill(pid, signal.SIGKILL)
    assert waiting.result() == 2
    assert executor.submit(os.getpid).result() != pid
    executor.shutdown()


def test_workers_that_never_take_a_task_are_not_started_for_ever(executor, monkeypatch):
    monkeypatch.setattr(executor_module, "_PAUSES_SECONDS", (0.0,))
    for program in (nursery, worker_process):
        monkeypatch.setattr(program, "_PROGRAM", Path("/dev/null"))
    with pytest.raises(WorkerLostError):
        executor.submit(math.sqrt, 4).result()


def test_a_task_that_hangs_loses_its_worker():
    executor = WorkerExecutor(1, task_timeout_seconds=0.2, attempts=3)
    with pytest.raises(WorkerHungError, match=r"no answer after 0\.2 seconds"):
        executor.submit(time.sleep, 60).result()
    executor.shutdown()


def test_a_kind_of_task_may_have_a_limit_of_its_own():
    executor = WorkerExecutor(1, limits={time.sleep: 0.2})
    with pytest.raises(WorkerHungError):
        executor.submit(time.sleep, 60).result()
    assert executor.submit(math.sqrt, 9).result() == 3
    executor.shutdown()


def dies_once(path):
    """Ends its process when it is called first."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return "done"
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_task_whose_worker_was_killed_is_done_by_another_where_that_is_wanted(tmp_path):
    executor = WorkerExecutor(1, attempts=2)
    assert executor.submit(dies_once, str(tmp_path / "once")).result() == "done"
    with pytest.raises(WorkerLostError, match="ended"):
        executor.submit(os._exit, 1).result()
    executor.shutdown()


def test_a_killed_worker_is_said_to_be_killed(executor):
    with pytest.raises(WorkerLostError, match="killed, as happens when memory runs out"):
        executor.submit(os.kill, 0, signal.SIGKILL).result()


def test_a_task_that_wants_too_much_memory_fails_alone_and_its_worker_goes():
    executor = WorkerExecutor(1, memory_bytes=1_000_000_000)
    before = executor.submit(os.getpid).result()
    with pytest.raises(TaskFailedError) as caught:
        executor.submit(bytearray, 4_000_000_000).result()
    assert caught.value.is_out_of_memory
    assert executor.submit(os.getpid).result() != before
    executor.shutdown()


KEPT = []


def keep(size):
    """Leaks."""
    KEPT.append(bytearray(size))
    return os.getpid()


def test_a_worker_that_keeps_too_much_memory_is_replaced():
    executor = WorkerExecutor(1, memory_bytes=400_000_000)
    small = [executor.submit(keep, 1_000).result() for _ in range(2)]
    large = executor.submit(keep, 250_000_000).result()
    assert small[0] == small[1] == large
    assert executor.submit(keep, 1_000).result() != large
    executor.shutdown()


def test_workers_leave_no_core_files(executor):
    assert executor.submit(resource.getrlimit, resource.RLIMIT_CORE).result() == (0, 0)


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
