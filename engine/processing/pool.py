"""Shares an executor fairly between lanes, so that a long file does not block a short one.

Each upload has its own lane. At most ``width`` tasks are with the executor at any time; the next
task comes from the lane whose turn it is. Whatever waits can be cancelled by lane.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any, TypeVar

from engine.watching.meters import note_stage

T = TypeVar("T")


class InlineExecutor(Executor):
    """Runs each task in the caller's thread at once: the reference implementation."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """The finished future of ``fn(*args, **kwargs)``."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # handed to whoever asks for the result
            future.set_exception(error)
        return future


@dataclass(frozen=True, slots=True)
class _Task:
    future: "Future[Any]"
    function: Callable[..., Any]
    args: tuple[Any, ...]


class FairPool:
    """Lanes of tasks over one executor, which the pool owns and shuts down.

    ``width`` is a number, or tells it anew whenever it is asked: a cluster grows and shrinks.
    """

    def __init__(self, executor: Executor, width: int | Callable[[], int]) -> None:
        self._executor = executor
        self._width = width
        self._lock = threading.Lock()
        self._lanes: OrderedDict[str, deque[_Task]] = OrderedDict()
        self._running = 0
        self._is_dispatching = False

    @property
    def width(self) -> int:
        """Tasks that run at once."""
        return self._width if isinstance(self._width, int) else self._width()

    @property
    def waiting(self) -> int:
        """Tasks that no worker has yet."""
        with self._lock:
            return sum(map(len, self._lanes.values()))

    @property
    def idle(self) -> int:
        """Workers that have nothing to do."""
        with self._lock:
            return max(0, self.width - self._running - sum(map(len, self._lanes.values())))

    def submit(self, lane: str, function: Callable[..., T], *args: Any) -> "Future[T]":
        """Queue ``function(*args)`` at the end of ``lane``."""
        future: Future[T] = Future()
        with self._lock:
            self._lanes.setdefault(lane, deque()).append(_Task(future, function, args))
        self._dispatch()
        return future

    def cancel(self, lane: str) -> None:
        """Forget what waits in ``lane``; what runs already runs on."""
        with self._lock:
            tasks = self._lanes.pop(lane, deque())
        for task in tasks:
            task.future.cancel()

    def close(self, *, wait: bool = True) -> None:
        """Cancel what waits, end what runs, and ``wait`` for the workers to go."""
        with self._lock:
            lanes = list(self._lanes)
        for lane in lanes:
            self.cancel(lane)
        self._executor.shutdown(wait=wait, cancel_futures=True)

    def _dispatch(self) -> None:
        # One thread at a time hands out tasks; an executor that runs them at once would
        # otherwise call back into this loop once per task, ever deeper.
        with self._lock:
            if self._is_dispatching:
                return
            self._is_dispatching = True
        while (task := self._next()) is not None:
            if task.future.set_running_or_notify_cancel():
                self._start(task)
            else:
                self._give_back_slot()

    def _next(self) -> _Task | None:
        with self._lock:
            if self._running >= self.width or not self._lanes:
                self._is_dispatching = False
                return None
            lane, tasks = next(iter(self._lanes.items()))
            task = tasks.popleft()
            if tasks:
                self._lanes.move_to_end(lane)
            else:
                del self._lanes[lane]
            self._running += 1
            return task

    def _give_back_slot(self) -> None:
        with self._lock:
            self._running -= 1

    def _start(self, task: _Task) -> None:
        began = time.perf_counter()
        try:
            inner = self._executor.submit(task.function, *task.args)
        except Exception as error:  # handed to whoever asks; the pool must go on dispatching
            self._give_back_slot()
            task.future.set_exception(error)
            return
        inner.add_done_callback(lambda done: self._finish(task, began, done))

    def _finish(self, task: _Task, began: float, inner: "Future[Any]") -> None:
        note_stage(task.function.__name__, time.perf_counter() - began)
        self._give_back_slot()
        if inner.cancelled():
            task.future.set_exception(RuntimeError("the workers were shut down"))
        elif (error := inner.exception()) is not None:
            task.future.set_exception(error)
        else:
            task.future.set_result(inner.result())
        self._dispatch()
