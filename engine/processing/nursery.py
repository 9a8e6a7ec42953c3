"""Workers forked from one process that has loaded their libraries: ready at once, memory shared.

The nursery does no task, so it is as it was on the first day whatever becomes of the workers. Each
of these is a process in a session of its own. A nursery that is lost is replaced, and its workers
go on; where there can be none, workers are started as programs of their own.
"""

import contextlib
import logging
import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

from engine.processing.nursery_program import LARGEST_MESSAGE

log = logging.getLogger(__name__)

_PROGRAM: Final = Path(__file__).with_name("nursery_program.py")
_PATIENCE_SECONDS: Final = 120.0
"""What a nursery may take to load the libraries on a machine that is busy."""


class NurseryLostError(Exception):
    """The nursery does not answer any more, or can fork no worker."""


class ForkedWorker:
    """A worker that the nursery forked, with what of ``subprocess.Popen`` is asked of it."""

    def __init__(self, nursery: "Nursery", pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._nursery = nursery
        self._descriptor = os.pidfd_open(pid)

    def poll(self) -> int | None:
        """How it ended; None while it runs."""
        if self.returncode is None and self._ends_within(0):
            return self.wait()
        return self.returncode

    def wait(self) -> int:
        """How it ended, as soon as it has; 0 where nobody knows."""
        if self.returncode is None:
            self._ends_within(None)
            os.close(self._descriptor)
            self.returncode = self._nursery.ending_of(self.pid)
        return self.returncode

    def _ends_within(self, milliseconds: int | None) -> bool:
        watch = select.poll()
        watch.register(self._descriptor, select.POLLIN)
        return bool(watch.poll(milliseconds))


class Nursery:
    """The process that workers are forked from, started when it is first needed.

    Args:
        ready: what it does first: load what the workers' tasks will take. A module's function.
    """

    def __init__(self, ready: Callable[[], object] | None = None) -> None:
        self._ready = None if ready is None else pickle.dumps(ready)
        self._lock = threading.Lock()
        self._popen: subprocess.Popen[bytes] | None = None
        self._asked: socket.socket | None = None

    def begin(self) -> None:
        """Start it, unless it runs already; does not wait until it is ready."""
        with self._lock:
            self._begin()

    @property
    def pid(self) -> int | None:
        """The process; None where there is none."""
        return self._popen.pid if self._popen is not None else None

    def fork(self, descriptor: int, memory_bytes: int | None) -> ForkedWorker:
        """A new worker that answers the other end of ``descriptor``.

        Raises:
            NurseryLostError: there is none.
        """
        limit = "" if memory_bytes is None else f" {memory_bytes}"
        with self._lock:
            self._begin()
            answer = self._ask(f"fork{limit}", descriptor)
            if not answer.isdigit():
                raise NurseryLostError("the nursery can fork no worker")
            return ForkedWorker(self, int(answer))

    def ending_of(self, pid: int) -> int:
        """How a worker ended that has ended; 0 where nobody knows: its nursery was lost."""
        with self._lock:
            try:
                return int(self._ask(f"reap {pid}"))
            except NurseryLostError:
                return 0

    def end(self) -> None:
        """End the process; its workers live on."""
        with self._lock:
            self._end()

    def _begin(self) -> None:
        if self._popen is not None and self._popen.poll() is None:
            return
        self._end()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._popen = subprocess.Popen(  # noqa: S603 (our own program)
                [sys.executable, "-I", str(_PROGRAM), str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        self._asked = ours
        ours.settimeout(_PATIENCE_SECONDS)
        with contextlib.suppress(OSError):  # told by the first order that gets no answer
            ours.send(pickle.dumps((sys.path, self._ready)))

    def _ask(self, order: str, *descriptors: int) -> str:
        """The answer to ``order``.

        Raises:
            NurseryLostError: there is none, and the nursery is ended.
        """
        if self._asked is None:
            raise NurseryLostError("there is no nursery")
        try:
            socket.send_fds(self._asked, [order.encode("ascii")], descriptors)
            answer = self._asked.recv(LARGEST_MESSAGE)
        except OSError as error:
            self._end()
            raise NurseryLostError("the nursery does not answer") from error
        if not answer:
            self._end()
            raise NurseryLostError("the nursery has ended")
        return answer.decode("ascii")

    def _end(self) -> None:
        if self._asked is not None:
            self._asked.close()
            self._asked = None
        if self._popen is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._popen.pid, signal.SIGKILL)
            self._popen.wait()
            self._popen = None


def can_fork() -> bool:
    """Whether the system has what a nursery takes."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open")
