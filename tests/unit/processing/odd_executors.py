"""Executors that hold, count, lose and crash: what may happen to a task, made to happen."""

import os
import threading
import time
from concurrent.futures import Executor, Future

from engine.processing.executor import WorkerExecutor, WorkerLostError
from engine.processing.pool import InlineExecutor
from engine.processing.tasks import inspect, read


class HeldExecutor(Executor):
    """Keeps tasks until the test lets them run."""

    def __init__(self):
        self.held = []
        self.arrived = threading.Condition()

    def submit(self, fn, /, *args):
        if fn is inspect:
            return InlineExecutor().submit(fn, *args)
        future = Future()
        with self.arrived:
            self.held.append((future, fn, args))
            self.arrived.notify_all()
        return future

    def release(self, count=1):
        """Runs tasks; the pages that they read."""
        pages = []
        for _ in range(count):
            with self.arrived:
                assert self.arrived.wait_for(lambda: self.held, 20)
                future, fn, args = self.held.pop(0)
            pages += args[0].page_numbers if fn is read else ()
            future.set_result(fn(*args))
        return pages

    def release_until(self, is_done):
        """Runs tasks as they come until nothing more is expected."""
        ends = time.monotonic() + 30
        while not is_done():
            assert time.monotonic() < ends
            with self.arrived:
                has_more = self.arrived.wait_for(lambda: self.held, 0.05)
            if has_more:
                self.release()


class CountingExecutor(InlineExecutor):
    """Remembers which pages were read."""

    def __init__(self):
        self.pages = []

    def submit(self, fn, /, *args):
        if fn is read:
            self.pages += args[0].page_numbers
        return super().submit(fn, *args)


class LosingExecutor(InlineExecutor):
    """Loses the worker of every job that holds one of the bad pages."""

    def __init__(self, *bad_pages):
        self.bad_pages = set(bad_pages)
        self.jobs = []

    def submit(self, fn, /, *args):
        if fn is read:
            self.jobs.append(args[0].page_numbers)
            if self.bad_pages & set(args[0].page_numbers):
                future = Future()
                future.set_exception(WorkerLostError("killed"))
                return future
        return super().submit(fn, *args)


class PoisonedExecutor(WorkerExecutor):
    """Real workers, in which reading page 2 ends the process, or does what is said instead."""

    def __init__(self, workers, *, do_instead=(os._exit, 9), **limits):
        super().__init__(workers, **limits)
        self._instead = do_instead

    def submit(self, fn, /, *args):
        if fn is read and 2 in args[0].page_numbers:
            return super().submit(*self._instead)
        return super().submit(fn, *args)


class CrashingExecutor(WorkerExecutor):
    """A worker that ends, whatever it is asked."""

    def submit(self, fn, /, *args):
        return super().submit(os._exit, 9)
