"""The program that workers are forked from: it has loaded what they will need, and does no task.

Started by ``nursery`` as ``python nursery_program.py FD``; FD is one end of a socket pair that
keeps messages apart. The first message is a pickled ``sys.path`` and a pickled function to call, or
None. Then ``fork [BYTES]``, with the worker's end of its connection attached, is answered by the
worker's number, or by nothing where none can be forked; ``reap PID`` by how it ended. Whoever has
neither a thread nor a document open can be forked as often as one likes.
"""

import contextlib
import gc
import os
import pickle
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

LARGEST_MESSAGE = 1 << 16


def main(descriptor: int) -> None:
    """Fork and reap workers until the other end closes ``descriptor``."""
    os.set_inheritable(descriptor, False)
    with socket.socket(fileno=descriptor) as asker:
        sys.path[:], ready = pickle.loads(asker.recv(LARGEST_MESSAGE))  # noqa: S301 (our parent's)
        from engine.processing import worker

        worker.be_modest()
        if ready is not None:
            _get_ready(ready)
        # What was loaded is no garbage, and pages that nobody writes to stay shared.
        gc.freeze()
        while True:
            message, descriptors, *_ = socket.recv_fds(asker, LARGEST_MESSAGE, 1)
            if not message:
                return
            order, *numbers = message.decode("ascii").split()
            if order == "reap":
                asker.send(str(_ending_of(int(numbers[0]))).encode("ascii"))
                continue
            memory_bytes = int(numbers[0]) if numbers else None
            asker.send(_forked(worker.serve, asker, descriptors[0], memory_bytes))
            os.close(descriptors[0])


def _get_ready(packed: bytes) -> None:
    """Call what is to be called first; where that fails, the workers' tasks fail by themselves."""
    try:
        pickle.loads(packed)()  # noqa: S301 (from our own parent only)
    except Exception:  # told where the program's errors go
        traceback.print_exc()


def _forked(
    serve: Callable[[int, int | None], None],
    asker: socket.socket,
    descriptor: int,
    memory_bytes: int | None,
) -> bytes:
    """The number of a new worker, in digits; b"-" where none can be made."""
    if len(list(Path("/proc/self/task").iterdir())) > 1:
        return b"-"  # a copy of a process with threads may wait for ever for a lock
    try:
        pid = os.fork()
    except OSError:
        traceback.print_exc()
        return b"-"
    if pid == 0:
        _be_worker(serve, asker, descriptor, memory_bytes)
    return str(pid).encode("ascii")


def _be_worker(
    serve: Callable[[int, int | None], None],
    asker: socket.socket,
    descriptor: int,
    memory_bytes: int | None,
) -> NoReturn:
    """What the copy does. It never comes back: the stack above belongs to the nursery."""
    code = 1
    try:
        os.setsid()
        asker.close()
        serve(descriptor, memory_bytes)
        code = 0
    except BaseException:  # nobody else is left who could tell it
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stderr.flush()
        os._exit(code)


def _ending_of(pid: int) -> int:
    """How a worker that has ended did so: its exit code, or the signal's number below zero."""
    try:
        return os.waitstatus_to_exitcode(os.waitpid(pid, os.WNOHANG)[1])
    except ChildProcessError:
        return 0


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
