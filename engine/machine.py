"""What the machine has for worker processes: cores and memory that this process may use."""

import os
from pathlib import Path
from typing import Final

_WORKER_BYTES: Final = 1_000_000_000
"""What a worker needs to read long files without the machine running short."""

_LEAST_BYTES: Final = 1_500_000_000
_SHARE: Final = 0.75
_LIMITS: Final = ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes")


def memory_bytes() -> int:
    """Memory of the machine, or of the container where that has less."""
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return min([machine, *_limits()])


def worker_count(memory: int | None = None) -> int:
    """Worker processes that the machine has room for: one per core, if memory allows."""
    room = (memory_bytes() if memory is None else memory) // _WORKER_BYTES
    return max(1, min(len(os.sched_getaffinity(0)), room))


def worker_memory_bytes(workers: int, memory: int | None = None) -> int:
    """What one of ``workers`` may take at most: its share, and never too little to work."""
    whole = memory_bytes() if memory is None else memory
    return max(_LEAST_BYTES, int(whole * _SHARE) // workers)


def _limits() -> list[int]:
    found = []
    for path in map(Path, _LIMITS):
        try:
            text = path.read_text("ascii").strip()
        except OSError:
            continue
        if text.isdigit():
            found.append(int(text))
    return found
