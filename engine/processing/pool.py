"""Shares an executor fairly between people and their lanes: a long file does not block a short one.

Each upload has its own lane, and each person takes turns with all others, however many uploads
they have. At most ``width`` tasks are with the executor at any time. Whatever waits can be
cancelled by lane.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sized
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from typing import Any, TypeVar

from engine.watching.meters import note_stage

T = TypeVar("T")
S = TypeVar("S", bound=Sized)


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
        self._turns: OrderedDict[str, OrderedDict[str, deque[_Task]]] = OrderedDict()
        self._owners: dict[str, str] = {}
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
            return self._count()

    @property
    def idle(self) -> int:
        """Workers that have nothing to do."""
        with self._lock:
            return max(0, self.width - self._running - self._count())

    def enter(self, lane: str, owner: str) -> None:
        """Say whose ``lane`` is, before it has tasks; lanes of nobody are as one person's."""
        with self._lock:
            self._owners[lane] = owner

    def leave(self, lane: str) -> None:
        """Forget whose ``lane`` is: it will have no more tasks."""
        with self._lock:
            self._owners.pop(lane, None)

    def submit(self, lane: str, function: Callable[..., T], *args: Any) -> "Future[T]":
        """Queue ``function(*args)`` at the end of ``lane``."""
        future: Future[T] = Future()
        with self._lock:
            lanes = self._turns.setdefault(self._owners.get(lane, ""), OrderedDict())
            lanes.setdefault(lane, deque()).append(_Task(future, function, args))
        self._dispatch()
        return future

    def cancel(self, lane: str) -> None:
        """Forget what waits in ``lane``; what runs already runs on."""
        with self._lock:
            tasks = [task for lanes in self._turns.values() for task in lanes.pop(lane, ())]
            for owner in [owner for owner, lanes in self._turns.items() if not lanes]:
                del self._turns[owner]
        for task in tasks:
            task.future.cancel()

    def close(self, *, wait: bool = True) -> None:
        """Cancel what waits, end what runs, and ``wait`` for the workers to go."""
        with self._lock:
            names = [name for lanes in self._turns.values() for name in lanes]
        for name in names:
            self.cancel(name)
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
            if self._running >= self.width or not self._turns:
                self._is_dispatching = False
                return None
            owner, lanes = next(iter(self._turns.items()))
            lane, tasks = next(iter(lanes.items()))
            task = tasks.popleft()
            _after_turn(lanes, lane, tasks)
            _after_turn(self._turns, owner, lanes)
            self._running += 1
            return task

    def _count(self) -> int:
        return sum(len(tasks) for lanes in self._turns.values() for tasks in lanes.values())

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


def _after_turn(line: OrderedDict[str, S], name: str, rest: S) -> None:
    """Who had their turn goes to the end of the line, or away when they have no more."""
    if rest:
        line.move_to_end(name)
    else:
        del line[name]
