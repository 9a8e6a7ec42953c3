"""Uploads that wait for a run: people take turns, and everybody has at least one run.

So the work in hand stays small however much is uploaded, and one person's heap does not keep
another's single file waiting.
"""

from collections import Counter, OrderedDict, deque
from typing import NamedTuple


class Waiting(NamedTuple):
    """An upload whose turn has not come; its password is kept in memory only."""

    upload_id: str
    owner: str
    password: str | None
    is_kind_sure: bool

    def __repr__(self) -> str:
        return f"Waiting({self.upload_id})"


class WaitingLine:
    """At most ``most_runs`` uploads are out of the line at once, but for each owner's first."""

    def __init__(self, most_runs: int) -> None:
        self._most_runs = most_runs
        self._lines: OrderedDict[str, deque[Waiting]] = OrderedDict()
        self._waiting: set[str] = set()
        self._out: dict[str, str] = {}
        self._owners: Counter[str] = Counter()

    def add(self, waiting: Waiting) -> None:
        """Put an upload at the end of its owner's line, unless it waits or is out already."""
        if waiting.upload_id in self._waiting or waiting.upload_id in self._out:
            return
        self._waiting.add(waiting.upload_id)
        self._lines.setdefault(waiting.owner, deque()).append(waiting)

    def remove(self, upload_id: str) -> None:
        """Take an upload out of the line, where it waits."""
        if upload_id not in self._waiting:
            return
        self._waiting.discard(upload_id)
        for owner, line in list(self._lines.items()):
            kept = deque(waiting for waiting in line if waiting.upload_id != upload_id)
            if kept:
                self._lines[owner] = kept
            else:
                del self._lines[owner]

    def next(self) -> Waiting | None:
        """Whose turn it is now; None when nobody may go."""
        is_full = len(self._out) >= self._most_runs
        for owner, line in self._lines.items():
            if is_full and self._owners[owner]:
                continue
            waiting = line.popleft()
            if line:
                self._lines.move_to_end(owner)
            else:
                del self._lines[owner]
            self._waiting.discard(waiting.upload_id)
            self._out[waiting.upload_id] = owner
            self._owners[owner] += 1
            return waiting
        return None

    def done(self, upload_id: str) -> None:
        """Say that an upload's run is over."""
        owner = self._out.pop(upload_id, None)
        if owner is not None:
            self._owners[owner] -= 1
