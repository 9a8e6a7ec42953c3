"""Tasks for workers that have part of their work done by a copy, and what may become of it."""

import os
import signal
import threading
import time
from pathlib import Path

from engine.processing.forked import forked_copies

MANY = 10_000


def pids_with(rows):
    """Who does what is asked for: beside, and itself."""
    with forked_copies() as beside:
        return beside(os.getpid, rows, int)(), os.getpid()


def pids_with_a_thread():
    """The same in a worker that has a second thread."""
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    pids = pids_with(MANY)
    over.set()
    thread.join()
    return pids


def large_answer():
    """More than any pipe holds."""
    with forked_copies() as beside:
        return len(beside(lambda: "x" * 5_000_000, MANY, str)())


def copy_is_killed():
    """An answer whose copy is lost."""
    worker = os.getpid()

    def work():
        if os.getpid() != worker:
            os.kill(os.getpid(), signal.SIGKILL)
        return 7

    with forked_copies() as beside:
        return beside(work, MANY, int)()


def work_fails():
    """Work that cannot be done, wherever."""
    with forked_copies() as beside:
        return beside(lambda: 1 // 0, MANY, int)()


def nobody_asks():
    """The children that are left after a copy's answer was never asked for."""
    with forked_copies() as beside:
        beside(lambda: time.sleep(60), MANY, type(None))
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text()


def files_of_copy():
    """How many files a copy has open beside the standard ones: its own, and the list of them."""
    with forked_copies() as beside:
        return beside(lambda: len(list(Path("/proc/self/fd").iterdir())), MANY, int)() - 3


def die_beside_copy(place):
    """Leaves the copy's pid in ``place`` and dies at once."""

    def work():
        Path(place).write_text(str(os.getpid()))
        time.sleep(60)

    with forked_copies() as beside:
        beside(work, MANY, type(None))
        while not Path(place).exists() or not Path(place).read_text():
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)
