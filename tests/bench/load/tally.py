"""What happened during a run: times by what was asked, failures, and edits that were accepted."""

import threading
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

READS = ("list", "row", "data", "summary", "page image", "screen")
"""What people wait for with their eyes on it."""


@dataclass(slots=True)
class Tally:
    """Thread-safe. ``edits`` are accepted corrections by upload, in the order of their versions."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)
    stale: int = 0
    edits: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def took(self, what: str, seconds: float) -> None:
        """Note that something was answered after so long."""
        with self._lock:
            self.seconds[what].append(seconds)

    def failed(self, what: str, why: str) -> None:
        """Note an error."""
        with self._lock:
            self.failures.append(f"{what}: {why}")

    def was_stale(self) -> None:
        """Note that somebody else had saved first, as the answer said."""
        with self._lock:
            self.stale += 1

    def edited(self, upload_id: str, version: int, value: str) -> None:
        """Note an accepted correction and the version it made."""
        with self._lock:
            self.edits[upload_id].append((version, value))

    @property
    def answers(self) -> int:
        """How many there were."""
        return sum(map(len, self.seconds.values())) - sum(
            len(times) for what, times in self.seconds.items() if what.startswith("screen ")
        )

    def figures(self) -> dict[str, Any]:
        """Counts and times; ``p95`` in seconds, of all reads together and of each thing."""
        reads = [one for what in READS for one in self.seconds.get(what, ())]
        return {
            "answers": self.answers,
            "failures": len(self.failures),
            "stale_refused": self.stale,
            "edits": sum(map(len, self.edits.values())),
            "reads_p95_seconds": p95(reads),
            "by_kind": {
                what: {
                    "count": len(times),
                    "median_seconds": sorted(times)[len(times) // 2],
                    "p95_seconds": p95(times),
                }
                for what, times in sorted(self.seconds.items())
            },
        }


def p95(times: list[float]) -> float:
    """The time that 95 of 100 stay under; 0 for none."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))] if ordered else 0.0


def lost(edits: list[tuple[int, str]], trail: list[str]) -> list[str]:
    """Values of accepted ``edits`` that the row's history (values in order) does not hold.

    Two edits that made the same version count as lost too: one of them overwrote the other.
    """
    versions = [version for version, _ in edits]
    twice = {str(one) for one in versions if versions.count(one) > 1}
    kept = set(trail)
    return [value for _, value in edits if value not in kept] + sorted(twice)
