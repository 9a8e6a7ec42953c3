"""Plays the batch with kills at seeded moments, and holds every invariant after each of them."""

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from killed.server import Door, Server
from killed.state import faults, kept_pages, opened_copy, orphans, told, with_words
from killed.steps import Client, Cut, batch

SHARE_OF_WORKERS = 0.3
"""How many of the kills hit a worker instead of the server."""


@dataclass(frozen=True)
class Moment:
    """Where a kill hit: what was killed, and the step that was being done."""

    victim: str
    step: str
    seconds: float


@dataclass
class Trial:
    """One run of many kills.

    ``longest`` is the time in which a server is killed after its start; ``moments`` are the kills
    so far, ``lived`` the servers that were started.
    """

    door: Door
    folder: Path
    seed: int
    longest: float
    moments: list[Moment] = field(default_factory=list)
    batches: int = 0

    def __post_init__(self):
        self._random = random.Random(self.seed)

    def run(self, kills: int, reference: str) -> None:
        """Batch after batch until so many kills have hit; each must end as ``reference`` says."""
        while len(self.moments) < kills:
            self.batches += 1
            one = _Batch(self, self.folder / f"batch-{self.batches}", kills)
            assert one.played() == reference, f"batch {self.batches} ended otherwise"

    def next_kill(self) -> tuple[float, bool, int]:
        """After how many seconds, whether a worker, and which."""
        return (
            self._random.uniform(0.02, self.longest),
            self._random.random() < SHARE_OF_WORKERS,
            self._random.randrange(100),
        )

    def summary(self) -> str:
        hit = Counter(f"{moment.victim} in {moment.step}" for moment in self.moments)
        return "\n".join(f"{count:4} {what}" for what, count in sorted(hit.items()))


def undisturbed(door: Door, data_dir: Path) -> tuple[str, float]:
    """What the batch comes to when nothing is killed, and how long it takes from the start."""
    began = time.monotonic()
    ids: dict[str, str] = {}
    server = Server(door, data_dir)
    assert server.wait_until_ready()
    for step in batch():
        step.do(Client(server, ids))
    seconds = time.monotonic() - began
    server.stop()
    server.wait_until_gone()
    with_words(data_dir)
    return told(data_dir), seconds


class _Batch:
    """One batch over an empty folder, with kills."""

    def __init__(self, trial: Trial, data_dir: Path, kills: int) -> None:
        self._trial, self._data_dir, self._kills = trial, data_dir, kills
        self._ids: dict[str, str] = {}
        self._pages: dict[str, tuple[int, int]] = {}
        self._open = list(batch())
        self._done: list = []
        self._killed: Moment | None = None

    def played(self) -> str:
        while self._open:
            self._live()
        self._check(is_last=True)
        with_words(self._data_dir)
        return told(self._data_dir)

    def _live(self) -> None:
        """One server, from its start to its end."""
        server = Server(self._trial.door, self._data_dir)
        self._killed = None
        timer = self._armed(server)
        try:
            if server.wait_until_ready():
                self._check_folders()
                while self._open:
                    self._open[0].do(Client(server, self._ids))
                    self._done.append(self._open.pop(0))
                    if self._killed and self._killed.victim == "worker":
                        self._killed, timer = None, self._armed(server)
        except Cut:
            pass
        timer.cancel()
        timer.join()
        if self._open:
            assert self._killed, f"the server ended by itself:\n{self._trial.door.log.read_text()}"
        elif not server.is_gone():
            server.stop()
        server.wait_until_gone()
        if self._open:
            self._check(is_last=False)

    def _armed(self, server: Server) -> threading.Timer:
        delay, is_worker, choice = self._trial.next_kill()

        def kill() -> None:
            if not self._open or len(self._trial.moments) >= self._kills:
                return
            step = repr(self._open[0])
            victim = "worker" if is_worker and server.kill_a_worker(choice) else "server"
            self._killed = Moment(victim, step, time.monotonic() - server.began)
            self._trial.moments.append(self._killed)
            if victim == "server":
                server.kill()

        timer = threading.Timer(delay, kill)
        timer.start()
        return timer

    def _check(self, *, is_last: bool) -> None:
        """Everything that was answered is there; what was not answered is there whole or not."""
        pages = kept_pages(self._data_dir)
        changed = [name for name, state in self._pages.items() if pages.get(name) != state]
        assert not changed, f"pages were read again: {changed}"
        self._pages = pages
        if not (self._data_dir / "matchbook.duckdb").exists():
            assert not self._done
            return
        with opened_copy(self._data_dir, self._data_dir.with_suffix(".copy")) as store:
            assert faults(store) == [], self._killed
            lost = [step for step in self._done if not step.holds(store, self._ids)]
            assert not lost, f"{self._killed} lost {lost}"
            if is_last:
                assert orphans(store) == []
            elif self._open[0].holds(store, self._ids):
                self._done.append(self._open.pop(0))

    def _check_folders(self) -> None:
        """A server that has started has cleared away what its forerunner left half done."""
        with opened_copy(self._data_dir, self._data_dir.with_suffix(".copy")) as store:
            assert orphans(store) == []
        incoming = self._data_dir / "cache" / "incoming"
        assert not incoming.exists() or not list(incoming.iterdir())
