"""Worker processes behind the standard Executor interface, one task at a time each.

Unlike the standard process pool, a worker that dies or hangs costs exactly the task that it was
doing: the others go on and a new worker takes its place. Workers never run the program's main
module, which under Streamlit is a screen.
"""

import logging
import pickle
import queue
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

from engine.processing.nursery import Nursery, can_fork
from engine.processing.settling import TaskFailedError, settle
from engine.processing.worker_process import (
    UntakenError,
    WorkerHungError,
    WorkerLostError,
    WorkerProcess,
)

__all__ = ["TaskFailedError", "WorkerExecutor", "WorkerHungError", "WorkerLostError"]

T = TypeVar("T")

log = logging.getLogger(__name__)

_PAUSES_SECONDS: Final = (0.1, 0.5, 2.0)
_MOST_UNTAKEN: Final = 3
"""Workers that may end before they take one and the same task, without it counting as tried."""
_FULL_SHARE: Final = 0.5
"""A worker that keeps more than this share of its memory after a task is replaced."""


class _Item(NamedTuple):
    """A task on its way to a worker."""

    future: "Future[Any]"
    message: bytes
    timeout_seconds: float


class WorkerExecutor(Executor):
    """Runs module-level functions in up to ``workers`` processes, started when first needed.

    Args:
        workers: processes at most.
        task_timeout_seconds: a task that takes longer loses its worker.
        tasks_per_worker: tasks after which a worker is replaced, so that leaks stay small.
        limits: longest seconds for tasks of particular functions, where these are fewer.
        memory_bytes: what a worker may take at most; None: what there is.
        attempts: how often a task is started whose worker ended, with growing pauses between; one
            that took too long, or wanted too much memory, is not started again.
        ready: loads what the tasks will take, a module's function: all workers are forked from a
            process that has called it.
    """

    def __init__(
        self,
        workers: int,
        *,
        task_timeout_seconds: float = 900.0,
        tasks_per_worker: int = 1000,
        limits: Mapping[Callable[..., Any], float] = MappingProxyType({}),
        memory_bytes: int | None = None,
        attempts: int = 1,
        ready: Callable[[], object] | None = None,
    ) -> None:
        self._workers = workers
        self._timeout_seconds = task_timeout_seconds
        self._tasks_per_worker = tasks_per_worker
        self._limits = limits
        self._memory_bytes = memory_bytes
        self._attempts = attempts
        self._queue: queue.SimpleQueue[_Item | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._processes: set[WorkerProcess] = set()
        self._nursery = Nursery(ready)
        self._unclaimed = 0
        self._serving = 0
        self._closed = False

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Queue ``fn(*args)``; see ``concurrent.futures.Executor.submit``."""
        if kwargs:
            raise TypeError("tasks take positional arguments only")
        future: Future[T] = Future()
        message = pickle.dumps((fn, args), protocol=pickle.HIGHEST_PROTOCOL)
        seconds = self._limits.get(fn, self._timeout_seconds)
        with self._lock:
            if self._closed:
                raise RuntimeError("the workers were shut down")
            self._unclaimed += 1
            self._queue.put(_Item(future, message, seconds))
            if len(self._threads) < min(self._workers, len(self._threads) + self._unclaimed):
                thread = threading.Thread(
                    target=self._serve, name=f"worker-{len(self._threads)}", daemon=True
                )
                self._threads.append(thread)
                self._serving += 1
                thread.start()
        return future

    @property
    def pids(self) -> list[int]:
        """The processes that run now."""
        with self._lock:
            return [process.pid for process in self._processes]

    def begin(self) -> None:
        """Have what the workers are forked from get ready, before the first task comes."""
        if can_fork():
            self._nursery.begin()

    def widen(self, workers: int) -> None:
        """Let up to ``workers`` processes run from now on, where they were fewer."""
        with self._lock:
            self._workers = max(self._workers, workers)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers. ``cancel_futures`` also ends what they are doing, at once."""
        with self._lock:
            self._closed = True
            threads, processes = list(self._threads), list(self._processes)
            is_idle = not self._serving
        if is_idle:
            self._nursery.end()
        if cancel_futures:
            while True:
                try:
                    item = self._queue.get_nowait()
                except queue.Empty:
                    break
                if item:
                    item.future.cancel()
            for process in processes:
                process.kill()
        for _ in threads:
            self._queue.put(None)
        if wait:
            for thread in threads:
                thread.join()

    def _serve(self) -> None:
        process: WorkerProcess | None = None
        while (item := self._queue.get()) is not None:
            with self._lock:
                self._unclaimed -= 1
            if item.future.set_running_or_notify_cancel():
                process = self._do(item, process)
        self._end_process(process)
        with self._lock:
            self._serving -= 1
            is_over = self._closed and not self._serving
        if is_over:
            self._nursery.end()

    def _do(self, item: "_Item", process: WorkerProcess | None) -> WorkerProcess | None:
        """Settle one task; the process that can do the next one."""
        future, lost_before, untaken = item.future, 0, 0
        while True:
            try:
                process = self._living(process)
                answer = process.call(item.message, item.timeout_seconds)
            except Exception as error:  # whatever it is, nobody may wait for ever
                lost = self._give_up(process, error)
                process = None
                if isinstance(error, UntakenError) and untaken < _MOST_UNTAKEN:
                    untaken += 1
                else:
                    lost_before += 1
                is_last = lost_before >= self._attempts or isinstance(lost, WorkerHungError)
                if is_last or self._closed:
                    future.set_exception(lost)
                    return None
                tries = min(lost_before + untaken, len(_PAUSES_SECONDS))
                time.sleep(_PAUSES_SECONDS[tries - 1])
                continue
            settle(future, *answer)
            break
        if process is not None and self._is_worn(process, future):
            self._end_process(process)
            return None
        return process

    def _living(self, process: WorkerProcess | None) -> WorkerProcess:
        if process is not None and not process.is_alive:
            log.warning("a worker process ended while it had nothing to do")
            self._end_process(process)
            process = None
        return process or self._start_process()

    def _give_up(self, process: WorkerProcess | None, error: Exception) -> WorkerLostError:
        """End the process; what is to be said of its task."""
        self._end_process(process)
        if isinstance(error, WorkerHungError):
            lost: WorkerLostError = error
        else:
            ending = process.ending if process else ""
            lost = WorkerLostError(str(error) or ending or "the worker process ended")
        if not self._closed:
            log.warning("a worker process is given up: %s", lost, exc_info=error)
        return lost

    def _is_worn(self, process: WorkerProcess, future: "Future[Any]") -> bool:
        """Whether a new process should do the next task."""
        if process.tasks_done >= self._tasks_per_worker:
            return True
        if self._memory_bytes is None:
            return False
        error = future.exception()
        is_short = isinstance(error, TaskFailedError) and error.is_out_of_memory
        return is_short or process.memory_bytes > self._memory_bytes * _FULL_SHARE

    def _start_process(self) -> WorkerProcess:
        process = WorkerProcess(self._nursery, self._memory_bytes)
        with self._lock:
            self._processes.add(process)
            closed = self._closed
        if closed:
            process.kill()
        return process

    def _end_process(self, process: WorkerProcess | None) -> None:
        if process is not None:
            with self._lock:
                self._processes.discard(process)
            process.end()
