"""Worker processes behind the standard Executor interface, one task at a time each.

Unlike the standard process pool, a worker that dies or hangs costs exactly the task that it was
doing: the others go on and a new worker takes its place. Workers never run the program's main
module, which under Streamlit is a screen.
"""

import contextlib
import logging
import os
import pickle
import queue
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)

_PROGRAM: Final = Path(__file__).with_name("worker.py")


class WorkerLostError(Exception):
    """The worker process ended, or had to be ended, in the middle of the task."""


class TaskFailedError(Exception):
    """The task raised an exception in its worker; ``trace`` is the traceback's text.

    Errors that can be explained (``MatchbookError``) come as they are instead.
    """

    def __init__(self, kind: str, message: str, trace: str) -> None:
        super().__init__(f"{kind}: {message}")
        self.trace = trace


class WorkerExecutor(Executor):
    """Runs module-level functions in up to ``workers`` processes, started when first needed.

    Args:
        workers: processes at most.
        task_timeout_seconds: a task that takes longer loses its worker.
        tasks_per_worker: tasks after which a worker is replaced, so that leaks stay small.
    """

    def __init__(
        self, workers: int, *, task_timeout_seconds: float = 900.0, tasks_per_worker: int = 1000
    ) -> None:
        self._workers = workers
        self._timeout_seconds = task_timeout_seconds
        self._tasks_per_worker = tasks_per_worker
        self._queue: queue.SimpleQueue[tuple[Future[Any], bytes] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._processes: set[_Process] = set()
        self._unclaimed = 0
        self._closed = False

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Queue ``fn(*args)``; see ``concurrent.futures.Executor.submit``."""
        if kwargs:
            raise TypeError("tasks take positional arguments only")
        future: Future[T] = Future()
        message = pickle.dumps((fn, args), protocol=pickle.HIGHEST_PROTOCOL)
        with self._lock:
            if self._closed:
                raise RuntimeError("the workers were shut down")
            self._unclaimed += 1
            self._queue.put((future, message))
            if len(self._threads) < min(self._workers, len(self._threads) + self._unclaimed):
                thread = threading.Thread(
                    target=self._serve, name=f"worker-{len(self._threads)}", daemon=True
                )
                self._threads.append(thread)
                thread.start()
        return future

    @property
    def pids(self) -> list[int]:
        """The processes that run now."""
        with self._lock:
            return [process.pid for process in self._processes]

    def widen(self, workers: int) -> None:
        """Let up to ``workers`` processes run from now on, where they were fewer."""
        with self._lock:
            self._workers = max(self._workers, workers)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers. ``cancel_futures`` also ends what they are doing, at once."""
        with self._lock:
            self._closed = True
            threads, processes = list(self._threads), list(self._processes)
        if cancel_futures:
            while True:
                try:
                    item = self._queue.get_nowait()
                except queue.Empty:
                    break
                if item:
                    item[0].cancel()
            for process in processes:
                process.kill()
        for _ in threads:
            self._queue.put(None)
        if wait:
            for thread in threads:
                thread.join()

    def _serve(self) -> None:
        process: _Process | None = None
        while (item := self._queue.get()) is not None:
            future, message = item
            with self._lock:
                self._unclaimed -= 1
            if not future.set_running_or_notify_cancel():
                continue
            try:
                process = process or self._start_process()
                answer = process.call(message, self._timeout_seconds)
            except Exception as error:  # whatever it is, nobody may wait for ever
                if not self._closed:
                    log.warning("a worker process is given up: %s", error, exc_info=error)
                self._end_process(process)
                process = None
                future.set_exception(WorkerLostError(str(error) or "the worker process ended"))
                continue
            _settle(future, *answer)
            if process.tasks_done >= self._tasks_per_worker:
                self._end_process(process)
                process = None
        self._end_process(process)

    def _start_process(self) -> "_Process":
        process = _Process()
        with self._lock:
            self._processes.add(process)
            closed = self._closed
        if closed:
            process.kill()
        return process

    def _end_process(self, process: "_Process | None") -> None:
        if process is not None:
            with self._lock:
                self._processes.discard(process)
            process.end()


class _Process:
    """One worker process and the connection to it."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-I", str(_PROGRAM), str(theirs.fileno())]
            self._popen = subprocess.Popen(  # noqa: S603 (our own program)
                command,
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._connection = Connection(ours.detach())
        self.pid = self._popen.pid
        self.tasks_done = 0
        self._is_set_up = False

    def call(self, message: bytes, timeout_seconds: float) -> tuple[bool, Any]:
        """The worker's answer: whether it succeeded, and the result or the error."""
        if not self._is_set_up:
            self._connection.send(sys.path)
            self._is_set_up = True
        self._connection.send_bytes(message)
        if not self._connection.poll(timeout_seconds):
            raise TimeoutError(f"no answer after {timeout_seconds:g} seconds")
        answer: tuple[bool, Any] = pickle.loads(self._connection.recv_bytes())  # noqa: S301
        self.tasks_done += 1
        return answer

    def kill(self) -> None:
        """End the process and the programs that it runs, now."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._popen.pid, signal.SIGKILL)

    def end(self) -> None:
        """End the process and wait until it is gone."""
        self._connection.close()
        self.kill()
        self._popen.wait()


def _settle(future: "Future[Any]", is_success: bool, outcome: Any) -> None:
    if is_success:
        future.set_result(outcome)
        return
    packed, kind, message, trace = outcome
    if packed is None:
        future.set_exception(TaskFailedError(kind, message, trace))
    else:
        future.set_exception(pickle.loads(packed))  # noqa: S301 (from our own worker)
