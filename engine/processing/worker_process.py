"""One worker process, seen from the program that started it: a task there, its answer back."""

import contextlib
import logging
import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from engine.processing.nursery import ForkedWorker, Nursery, NurseryLostError, can_fork

log = logging.getLogger(__name__)

_PROGRAM: Final = Path(__file__).with_name("worker.py")


class WorkerLostError(Exception):
    """The worker process ended in the middle of the task: another one may do it yet."""


class WorkerHungError(WorkerLostError):
    """The task took longer than it may, so that its worker was ended: it would again."""


class UntakenError(WorkerLostError):
    """The worker process ended before it took the task: nothing of it was begun."""


class WorkerProcess:
    """One worker process and the connection to it.

    Args:
        nursery: what it is forked from, where the system can do that.
        memory_bytes: what it may take at most; None: what there is.
    """

    def __init__(self, nursery: Nursery, memory_bytes: int | None = None) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._process = _started(nursery, theirs.fileno(), memory_bytes)
            except OSError:
                ours.close()
                raise
        self._connection = Connection(ours.detach())
        self.pid = self._process.pid
        self.tasks_done = 0
        self._is_set_up = False

    def call(self, message: bytes, timeout_seconds: float) -> tuple[bool, Any]:
        """The worker's answer: whether it succeeded, and the result or the error.

        Raises:
            UntakenError: it ended before it read the task.
            WorkerHungError: no answer came in time.
            EOFError: it ended in the middle of the task.
        """
        try:
            if not self._is_set_up:
                self._connection.send(sys.path)
                self._is_set_up = True
            self._connection.send_bytes(message)
            if not self._connection.poll(timeout_seconds):
                raise WorkerHungError(f"no answer after {timeout_seconds:g} seconds")
            packed = self._connection.recv_bytes()
        except (BrokenPipeError, ConnectionResetError) as error:
            # So a socket says that what was sent to it was never read; otherwise it says the end.
            raise UntakenError("the worker process ended before it took the task") from error
        answer: tuple[bool, Any] = pickle.loads(packed)  # noqa: S301 (from our own worker)
        self.tasks_done += 1
        return answer

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    @property
    def ending(self) -> str:
        """How it ended, where something ended it."""
        code = self._process.returncode
        if code == -signal.SIGKILL:
            return "the worker process was killed, as happens when memory runs out"
        return f"the worker process ended with signal {-code}" if code and code < 0 else ""

    @property
    def memory_bytes(self) -> int:
        """Memory that it has now; 0 where the system does not tell."""
        try:
            pages = Path(f"/proc/{self.pid}/statm").read_text("ascii").split()[1]
        except OSError:
            return 0
        return int(pages) * resource.getpagesize()

    def kill(self) -> None:
        """End the process and the programs that it runs, now."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, signal.SIGKILL)
        if self._process.returncode is None:
            with contextlib.suppress(ProcessLookupError):  # it may have no group of its own yet
                os.kill(self.pid, signal.SIGKILL)

    def end(self) -> None:
        """End the process and wait until it is gone."""
        self._connection.close()
        self.kill()
        self._process.wait()


def _started(
    nursery: Nursery, descriptor: int, memory_bytes: int | None
) -> "ForkedWorker | subprocess.Popen[bytes]":
    """A new worker that answers the other end of ``descriptor``."""
    if can_fork():
        try:
            return nursery.fork(descriptor, memory_bytes)
        except (NurseryLostError, OSError) as error:
            log.warning("a worker is started without the nursery: %s", error)
    limit = [] if memory_bytes is None else [str(memory_bytes)]
    return subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-I", str(_PROGRAM), str(descriptor), *limit],
        pass_fds=(descriptor,),
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
