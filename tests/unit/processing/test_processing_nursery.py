"""The process that workers are forked from: they are apart from it, from each other and from us."""

import math
import os
import resource
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from killed.server import ROOT, state_of

from engine.processing import nursery
from engine.processing.executor import WorkerExecutor, WorkerLostError
from engine.processing.nursery import Nursery
from engine.processing.warming import load

has_nursery = sys.platform == "linux"


@pytest.fixture
def executor():
    workers = WorkerExecutor(1)
    yield workers
    workers.shutdown(cancel_futures=True)


def pid_at(pipe, mode):
    """The worker's number, once another worker has come to the other end."""
    os.close(os.open(pipe, mode))
    return os.getpid()


def standing():
    """Parent, session and group of the worker, and the files that it has open."""
    files = [file.readlink() for file in Path("/proc/self/fd").iterdir() if file.is_symlink()]
    sockets = [name for name in files if str(name).startswith("socket:")]
    return os.getppid(), os.getsid(0), os.getpgrp(), len(sockets)


def wait_until_gone(pid):
    while state_of(pid) not in {None, "Z"}:
        time.sleep(0.01)


def test_a_worker_has_a_session_of_its_own_and_no_connection_but_its_own(executor):
    pid = executor.submit(os.getpid).result()
    parent, session, group, sockets = executor.submit(standing).result()
    assert session == group == pid
    assert sockets == 1
    assert (parent != os.getpid()) == has_nursery


def test_a_killed_worker_costs_the_other_nothing(executor, tmp_path):
    executor.widen(2)
    pipe = str(tmp_path / "pipe")
    os.mkfifo(pipe)
    ends = [executor.submit(pid_at, pipe, mode) for mode in (os.O_RDONLY, os.O_WRONLY)]
    first, second = (end.result(timeout=120) for end in ends)
    os.kill(first, signal.SIGKILL)
    wait_until_gone(first)
    assert state_of(second) not in {None, "Z"}
    assert [executor.submit(math.sqrt, n * n).result() for n in range(20)] == list(range(20))


def test_workers_live_on_when_what_they_were_forked_from_is_killed(executor):
    pid = executor.submit(os.getpid).result()
    parent = executor.submit(os.getppid).result()
    if parent != os.getpid():
        os.kill(parent, signal.SIGKILL)
        wait_until_gone(parent)
    assert executor.submit(os.getpid).result() == pid
    with pytest.raises(WorkerLostError):
        executor.submit(os._exit, 3).result()
    assert executor.submit(os.getppid).result() != parent or parent == os.getpid()


def test_without_a_nursery_workers_are_programs_of_their_own(executor, monkeypatch):
    monkeypatch.setattr(nursery, "_PROGRAM", Path("/dev/null"))
    assert executor.submit(os.getppid).result() == os.getpid()
    with pytest.raises(WorkerLostError, match="killed"):
        executor.submit(os.kill, 0, signal.SIGKILL).result()
    assert executor.submit(math.sqrt, 9).result() == 3


def test_a_worker_has_its_limits_and_what_it_is_forked_from_has_loaded_the_libraries():
    executor = WorkerExecutor(1, memory_bytes=1_000_000_000, ready=partial(load, ("bank",)))
    executor.begin()
    limit = executor.submit(resource.getrlimit, resource.RLIMIT_DATA).result()
    threads = executor.submit(os.listdir, "/proc/self/task").result()
    names = ("OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS")
    limits = [executor.submit(os.getenv, name).result() for name in names]
    executor.shutdown()
    assert limit == (1_000_000_000, 1_000_000_000)
    assert len(threads) == 1
    assert limits == ["1", "1"]


def test_tasks_are_done_where_the_libraries_cannot_be_loaded():
    executor = WorkerExecutor(1, ready=partial(load, ("nothing",)))
    assert executor.submit(math.sqrt, 9).result() == 3
    executor.shutdown()


def test_nothing_is_left_after_the_end():
    executor = WorkerExecutor(2)
    executor.begin()
    pids = [executor.submit(task).result() for task in (os.getpid, os.getppid)]
    executor.shutdown()
    assert [pid for pid in pids if pid != os.getpid() and state_of(pid) is not None] == []


def test_what_was_begun_and_never_asked_ends_too():
    begun = Nursery()
    begun.begin()
    pid = begun.pid
    assert state_of(pid) not in {None, "Z"}
    begun.end()
    assert begun.pid is None
    assert state_of(pid) is None


_PROGRAM = """
import os, time
from engine.processing.executor import WorkerExecutor
executor = WorkerExecutor(1)
print(*(executor.submit(task).result() for task in (os.getpid, os.getppid)), flush=True)
time.sleep(600)
"""


def test_nothing_is_left_where_the_program_that_asks_is_killed():
    with subprocess.Popen(
        [sys.executable, "-c", _PROGRAM], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as program:
        worker, parent = map(int, program.stdout.readline().split())
        program.kill()
    wait_until_gone(worker)
    wait_until_gone(parent)
