"""What a worker process does: take a call, do it, send the answer, until told to end.

Forked by ``nursery_program``; where that cannot be, started as ``python worker.py FD [BYTES]``: FD
is one end of a socket pair, BYTES the memory that the process may have. Imports nothing of the
engine before the parent has sent its ``sys.path``.
"""

import gc
import os
import pickle
import resource
import signal
import sys
import traceback
from itertools import count
from multiprocessing.connection import Connection
from os import environ
from typing import Any, Final

_TASKS_PER_FULL_COLLECTION: Final = 50


def main(descriptor: int, memory_bytes: int | None = None) -> None:
    """Serve calls from ``descriptor`` until the other end closes it."""
    be_modest()
    serve(descriptor, memory_bytes)


def be_modest() -> None:
    """What holds for every worker, and must be settled before it loads a library."""
    # No core files: they would hold what the documents say.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Several tesseracts with several threads each are many times slower than with one each.
    environ["OMP_THREAD_LIMIT"] = "1"
    # Nothing here multiplies large matrices; a process without threads can be forked.
    environ["OPENBLAS_NUM_THREADS"] = "1"
    # What a task makes lives until it is done: looking for garbage meanwhile is lost time.
    gc.disable()


def serve(descriptor: int, memory_bytes: int | None) -> None:
    """Answer calls from ``descriptor`` until the other end closes it."""
    os.set_inheritable(descriptor, False)
    if memory_bytes is not None:
        # So a page that wants too much fails by itself, and the machine does not stand still.
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    with Connection(descriptor) as connection:
        try:
            sys.path[:] = connection.recv()
            for number in count(1):
                connection.send_bytes(_answer(connection.recv_bytes()))
                gc.collect(2 if number % _TASKS_PER_FULL_COLLECTION == 0 else 1)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return


def _answer(message: bytes) -> bytes:
    try:
        function, args = pickle.loads(message)  # noqa: S301 (from our own parent only)
        return _pickle((True, function(*args)))
    except Exception as error:  # told to the parent, which logs it
        return _pickle(
            (False, (_packed(error), type(error).__name__, str(error), traceback.format_exc()))
        )


def _packed(error: Exception) -> bytes | None:
    """The error itself, for those that are made to travel between processes."""
    return pickle.dumps(error) if hasattr(error, "hint") else None


def _pickle(answer: tuple[bool, Any]) -> bytes:
    return pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
