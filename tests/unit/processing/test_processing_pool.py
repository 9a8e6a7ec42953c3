"""Lanes share an executor fairly."""

import threading
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor

import pytest

from engine.processing.pool import FairPool, InlineExecutor


class HeldExecutor(Executor):
    """Keeps tasks until the test lets them run, and remembers their order."""

    def __init__(self):
        self.held = []

    def submit(self, fn, /, *args):
        future = Future()
        self.held.append((future, fn, args))
        return future

    def release(self):
        future, fn, args = self.held.pop(0)
        future.set_result(fn(*args))


def test_a_short_lane_does_not_wait_for_a_long_one():
    executor = HeldExecutor()
    pool = FairPool(executor, 1)
    order = []
    for page in range(100):
        pool.submit("long", order.append, f"long {page}")
    pool.submit("short", order.append, "short")
    for _ in range(3):
        executor.release()
    assert "short" in order


def test_no_more_than_the_width_runs_at_once():
    executor = HeldExecutor()
    pool = FairPool(executor, 2)
    for _ in range(5):
        pool.submit("lane", int)
    assert len(executor.held) == 2
    assert pool.waiting == 3
    executor.release()
    assert len(executor.held) == 2


def test_workers_that_neither_run_nor_are_waited_for_are_idle():
    executor = HeldExecutor()
    pool = FairPool(executor, 3)
    assert pool.idle == 3
    for left in (2, 1, 0, 0):
        pool.submit("lane", int)
        assert pool.idle == left
    executor.release()
    assert pool.idle == 0
    executor.release()
    assert pool.idle == 1


def test_cancelling_a_lane_forgets_what_waits_in_it():
    executor = HeldExecutor()
    pool = FairPool(executor, 1)
    running = pool.submit("a", int)
    waiting = pool.submit("a", int)
    other = pool.submit("b", int)
    pool.cancel("a")
    executor.release()
    executor.release()
    assert running.result() == other.result() == 0
    with pytest.raises(CancelledError):
        waiting.result()


def test_errors_reach_whoever_asked():
    pool = FairPool(InlineExecutor(), 1)
    with pytest.raises(ValueError, match="invalid literal"):
        pool.submit("lane", int, "x").result()
    assert pool.submit("lane", int, "7").result() == 7


def test_thousands_of_inline_tasks_do_not_nest():
    pool = FairPool(InlineExecutor(), 1)
    results = [pool.submit("lane", abs, -n) for n in range(5000)]
    assert sum(f.result() for f in results) == sum(range(5000))


def test_a_task_may_submit_the_next_one_from_its_callback():
    pool = FairPool(ThreadPoolExecutor(2), 2)
    done = threading.Event()

    def more(future):
        if future.result() < 500:
            pool.submit("lane", int, future.result() + 1).add_done_callback(more)
        else:
            done.set()

    pool.submit("lane", int, 0).add_done_callback(more)
    assert done.wait(30)
    pool.close()


def test_closing_cancels_what_waits():
    executor = HeldExecutor()
    pool = FairPool(executor, 1)
    pool.submit("a", int)
    waiting = pool.submit("a", int)
    pool.close()
    assert waiting.cancelled()


def test_a_task_that_the_executor_refuses_fails_alone():
    class Picky(InlineExecutor):
        def submit(self, fn, /, *args):
            if fn is int:
                raise TypeError("this one cannot be sent")
            return super().submit(fn, *args)

    pool = FairPool(Picky(), 1)
    with pytest.raises(TypeError, match="cannot be sent"):
        pool.submit("a", int, "1").result()
    assert pool.submit("a", str, 1).result() == "1"


def test_people_take_turns_however_many_uploads_they_have():
    executor = HeldExecutor()
    pool = FairPool(executor, 1)
    order = []
    for number in range(50):
        pool.enter(f"ana's {number}", "ana")
        pool.submit(f"ana's {number}", order.append, "ana")
        pool.submit(f"ana's {number}", order.append, "ana")
    pool.enter("bob's", "bob")
    for _ in range(3):
        pool.submit("bob's", order.append, "bob")
    for _ in range(8):
        executor.release()
    assert order.count("bob") == 3


def test_a_cancelled_lane_takes_nobody_elses_turn():
    executor = HeldExecutor()
    pool = FairPool(executor, 1)
    order = []
    for owner in ("ana", "bob", "cy"):
        pool.enter(owner, owner)
        pool.submit(owner, order.append, owner)
        pool.submit(owner, order.append, owner)
    pool.cancel("bob")
    assert pool.waiting == 3
    while executor.held:
        executor.release()
    assert sorted(order) == ["ana", "ana", "cy", "cy"]
    pool.leave("ana")
    assert pool.idle == 1
