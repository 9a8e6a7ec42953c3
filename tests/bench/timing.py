"""The shortest of several runs: what the machine can do when nothing else disturbs it."""

import os
import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Took(NamedTuple):
    """Seconds by the clock, and on the cores of this process and its threads."""

    seconds: float
    cpu_seconds: float


def took(function: Callable[[], object]) -> Took:
    """What one call takes."""
    started, cpu = time.perf_counter(), time.process_time()
    function()
    return Took(time.perf_counter() - started, time.process_time() - cpu)


def children_cpu_seconds() -> float:
    """Seconds on a core of all programs that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def process_cpu_seconds(pid: int) -> float:
    """Seconds on a core of a process, and of its children that have ended; 0 when it is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return 0.0
    fields = text.rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def best_of(repeats: int, function: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the fastest of ``repeats`` calls, and what the last one returned."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        result = function()
        times.append(time.perf_counter() - started)
    return min(times), result
