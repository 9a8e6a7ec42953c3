"""A second core for one task: part of it is done by a forked copy of the worker.

The copy has all that the worker has read, without any sending; only its answer is sent back. It is
a help and nothing more: where it cannot be made (another system, threads), or is lost on its way,
the worker does the part itself.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from engine.extraction.beside import Beside

T = TypeVar("T")

log = logging.getLogger(__name__)

_ROWS_AT_LEAST: Final = 400
"""Rows from which the time that a copy saves is worth making it."""


@contextmanager
def forked_copies(keep: Collection[int] = ()) -> Iterator[Beside]:
    """Somebody who does work beside; whatever was started is over at the end, done or not.

    ``keep`` are descriptors of files that the copies have open, too.
    """
    copies: list[_Copy] = []

    def beside(work: Callable[[], T], rows: int, kind: type[T]) -> Callable[[], T]:
        copy = _started(work, keep) if rows >= _ROWS_AT_LEAST and _may_fork() else None
        if copy is None:
            return work
        copies.append(copy)
        return lambda: _answer_of(copy, work, kind)

    try:
        yield beside
    finally:
        for copy in copies:
            copy.end()


class _Copy:
    """A forked process that does one thing and ends."""

    def __init__(self, pid: int, connection: Connection) -> None:
        self.pid = pid
        self._connection = connection

    def answer(self) -> bytes:
        """What the copy sent.

        Raises:
            EOFError, OSError: it ended without an answer.
        """
        return self._connection.recv_bytes()

    def end(self) -> None:
        """End the process and wait until it is gone."""
        self._connection.close()
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


def _may_fork() -> bool:
    """Whether a fork is safe: a copy of a process with threads may wait for ever for a lock."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def _started(work: Callable[[], object], keep: Collection[int]) -> _Copy | None:
    reader, writer = os.pipe()
    try:
        pid = os.fork()
    except OSError as error:
        os.close(reader)
        os.close(writer)
        log.warning("no copy of the worker can be made: %s", error)
        return None
    if pid == 0:
        _be_copy(work, writer, keep)
    os.close(writer)
    return _Copy(pid, Connection(reader, writable=False))


def _be_copy(work: Callable[[], object], writer: int, keep: Collection[int]) -> None:
    """What the copy does. It never comes back: the stack above belongs to the worker."""
    try:
        _keep_only({0, 1, 2, writer, *keep})
        connection = Connection(writer, readable=False)
        connection.send_bytes(msgspec.msgpack.encode(work()))
    finally:
        os._exit(0)


def _keep_only(descriptors: Collection[int]) -> None:
    """Close all other files: the worker's loss must be noticed even while its copy lives."""
    for file in list(Path("/proc/self/fd").iterdir()):
        if int(file.name) not in descriptors:
            with suppress(OSError):
                os.close(int(file.name))


def _answer_of(copy: _Copy, work: Callable[[], T], kind: type[T]) -> T:
    try:
        answer = copy.answer()
    except (EOFError, OSError):
        log.warning("the copy of the worker ended without an answer; its part is done again")
        return work()
    return msgspec.msgpack.decode(answer, type=kind)
