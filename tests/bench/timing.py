"""The shortest of several runs: what the machine can do when nothing else disturbs it."""

import resource
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def children_cpu_seconds() -> float:
    """Seconds on a core of all programs that this one started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def best_of(repeats: int, function: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the fastest of ``repeats`` calls, and what the last one returned."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        result = function()
        times.append(time.perf_counter() - started)
    return min(times), result
