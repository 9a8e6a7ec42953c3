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
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from multiprocessing.connection import Connection
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)

_PROGRAM: Final = Path(__file__).with_name("worker.py")
_OUT_OF_MEMORY: Final = frozenset({"MemoryError", "_ArrayMemoryError"})
_PAUSES_SECONDS: Final = (0.1, 0.5, 2.0)
_FULL_SHARE: Final = 0.5
"""A worker that keeps more than this share of its memory after a task is replaced."""


class WorkerLostError(Exception):
    """The worker process ended in the middle of the task: another one may do it yet."""


class WorkerHungError(WorkerLostError):
    """The task took longer than it may, so that its worker was ended: it would again."""


class TaskFailedError(Exception):
    """The task raised an exception in its worker; ``trace`` is the traceback's text.

    Errors that can be explained (``MatchbookError``) come as they are instead.
    """

    def __init__(self, kind: str, message: str, trace: str) -> None:
        super().__init__(f"{kind}: {message}")
        self.kind = kind
        self.trace = trace

    @property
    def is_out_of_memory(self) -> bool:
        """Whether the task wanted more memory than a worker has."""
        return self.kind in _OUT_OF_MEMORY


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
        self._processes: set[_Process] = set()
        self._unclaimed = 0
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
                    item.future.cancel()
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
            with self._lock:
                self._unclaimed -= 1
            if item.future.set_running_or_notify_cancel():
                process = self._do(item, process)
        self._end_process(process)

    def _do(self, item: "_Item", process: "_Process | None") -> "_Process | None":
        """Settle one task; the process that can do the next one."""
        future = item.future
        for attempt in range(1, self._attempts + 1):
            try:
                process = self._living(process)
                answer = process.call(item.message, item.timeout_seconds)
            except Exception as error:  # whatever it is, nobody may wait for ever
                lost = self._give_up(process, error)
                process = None
                if attempt == self._attempts or self._closed or isinstance(lost, WorkerHungError):
                    future.set_exception(lost)
                    return None
                time.sleep(_PAUSES_SECONDS[min(attempt, len(_PAUSES_SECONDS)) - 1])
                continue
            _settle(future, *answer)
            break
        if process is not None and self._is_worn(process, future):
            self._end_process(process)
            return None
        return process

    def _living(self, process: "_Process | None") -> "_Process":
        if process is not None and not process.is_alive:
            log.warning("a worker process ended while it had nothing to do")
            self._end_process(process)
            process = None
        return process or self._start_process()

    def _give_up(self, process: "_Process | None", error: Exception) -> WorkerLostError:
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

    def _is_worn(self, process: "_Process", future: "Future[Any]") -> bool:
        """Whether a new process should do the next task."""
        if process.tasks_done >= self._tasks_per_worker:
            return True
        if self._memory_bytes is None:
            return False
        error = future.exception()
        is_short = isinstance(error, TaskFailedError) and error.is_out_of_memory
        return is_short or process.memory_bytes > self._memory_bytes * _FULL_SHARE

    def _start_process(self) -> "_Process":
        process = _Process(self._memory_bytes)
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

    def __init__(self, memory_bytes: int | None = None) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            limit = [] if memory_bytes is None else [str(memory_bytes)]
            command = [sys.executable, "-I", str(_PROGRAM), str(theirs.fileno()), *limit]
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
            raise WorkerHungError(f"no answer after {timeout_seconds:g} seconds")
        answer: tuple[bool, Any] = pickle.loads(self._connection.recv_bytes())  # noqa: S301
        self.tasks_done += 1
        return answer

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._popen.poll() is None

    @property
    def ending(self) -> str:
        """How it ended, where something ended it."""
        code = self._popen.returncode
        if code == -signal.SIGKILL:
            return "the worker process was killed, as happens when memory runs out"
        return f"the worker process ended with signal {-code}" if code and code < 0 else ""

    @property
    def memory_bytes(self) -> int:
        """Memory that it has now; 0 where the system does not tell."""
        try:
            pages = Path(f"/proc/{self._popen.pid}/statm").read_text("ascii").split()[1]
        except OSError:
            return 0
        return int(pages) * resource.getpagesize()

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
