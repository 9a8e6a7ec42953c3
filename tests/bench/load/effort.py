"""What a run costs the machine: processor seconds of the server, of its workers, of everybody.

Times of answers say little where other programs want the same cores; these say why.
"""

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Effort:
    """Processor seconds so far: of a process, of its children, of all programs here."""

    server: float
    workers: float
    machine: float

    def since(self, before: "Effort", answers: int) -> dict[str, float]:
        """What was spent since, and how much of it the server's process for each answer."""
        server = self.server - before.server
        return {
            "server_cpu_seconds": round(server, 2),
            "workers_cpu_seconds": round(self.workers - before.workers, 2),
            "machine_cpu_seconds": round(self.machine - before.machine, 2),
            "server_cpu_ms_per_answer": round(1000 * server / max(answers, 1), 2),
        }


def effort_of(process_id: int) -> Effort:
    """What a process and those that it started have spent; on Linux."""
    return Effort(
        server=_spent(process_id),
        workers=sum(map(_spent, _children(process_id)), _of_ended_children(process_id)),
        machine=_busy(),
    )


def _fields(process_id: int) -> list[str]:
    try:
        text = Path(f"/proc/{process_id}/stat").read_text("ascii", "replace")
    except OSError:  # it ended meanwhile
        return ["0"] * 20
    return text.rpartition(")")[2].split()


def _spent(process_id: int) -> float:
    user, system = _fields(process_id)[11:13]
    return (int(user) + int(system)) / _TICKS


def _of_ended_children(process_id: int) -> float:
    user, system = _fields(process_id)[13:15]
    return (int(user) + int(system)) / _TICKS


def _children(process_id: int) -> list[int]:
    found: list[int] = []
    for task in Path(f"/proc/{process_id}/task").iterdir():
        try:
            own = [int(child) for child in (task / "children").read_text("ascii").split()]
        except OSError:  # the thread ended meanwhile
            continue
        found += own
        for child in own:
            found += _children(child)
    return found


def _busy() -> float:
    first = Path("/proc/stat").read_text("ascii").splitlines()[0]
    user, nice, system = first.split()[1:4]
    return (int(user) + int(nice) + int(system)) / _TICKS
