"""How much memory a program and all its children hold at most, sampled while it runs.

Memory that processes share is counted once (proportional set size), as the machine has it.
"""

import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.timing import children_cpu_seconds

_PAUSE_SECONDS: Final = 0.25
"""A look takes the kernel some milliseconds, in which the program's own cores are fewer."""
_KIBIBYTE: Final = 1024


@dataclass(frozen=True, slots=True)
class Ran:
    """Seconds from start to end, those of all its processes on a core, and their most bytes."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


def run_watched(command: Sequence[str]) -> Ran:
    """Run a program to its end; its output is not shown.

    Raises:
        CalledProcessError: it did not succeed.
    """
    peak = 0
    before = children_cpu_seconds()
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, held_bytes(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(_PAUSE_SECONDS)
    seconds = time.perf_counter() - started
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Ran(seconds, children_cpu_seconds() - before, peak)


def held_bytes(pid: int) -> int:
    """What the process and all its descendants hold now."""
    return sum(map(_bytes_of, _family(pid)))


def _family(pid: int) -> list[int]:
    """The process and all its descendants that still live."""
    family = [pid]
    for member in family:
        with suppress(OSError):
            for tasks in Path(f"/proc/{member}/task").iterdir():
                family += map(int, (tasks / "children").read_text("ascii").split())
    return family


def _bytes_of(pid: int) -> int:
    """Proportional set size; 0 for a process that has just ended."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * _KIBIBYTE
    return 0
