"""Which state of the rows somebody is shown: the newest, or while many look, one they all share.

What is worked out from all rows costs the same for everybody who sees the same state. While
hardly anybody looks, everybody sees the newest. With more people, and rows written all the time,
no figure would be worked out twice for the same state; then they share one that is at most
``most_age_seconds`` old. Nobody is shown less than they wrote or saw themselves.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

CROWD: Final = 4
"""From so many askers on a state is shared."""
CROWD_SECONDS: Final = 15.0
"""How long somebody counts among those who look."""

Asker = Callable[[], str | None]


def nobody() -> str | None:
    """An asker without a session, such as a program: it is always shown the newest."""
    return None


class Freshness:
    """The version of the rows for whoever asks right now. Thread-safe.

    Args:
        newest: the number of the last write.
        asker: the session that asks or writes right now.
        most_age_seconds: how old a shared state may be; 0 shows everybody the newest.
        clock: seconds that only rise.
    """

    def __init__(
        self,
        newest: Callable[[], int],
        *,
        asker: Asker = nobody,
        most_age_seconds: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._newest = newest
        self._asker = asker
        self._most_age = most_age_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._shared, self._shared_since = -1, float("-inf")
        self._askers: dict[str, float] = {}
        self._least: dict[str, tuple[int, float]] = {}
        self._held = threading.local()

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """What this thread asks inside is answered by one state, though others write meanwhile.

        That is the one wanted when it begins; what the thread writes itself counts at once.
        """
        before = getattr(self._held, "version", None)
        if before is None:
            self._held.version = self.wanted()
        try:
            yield
        finally:
            self._held.version = before

    def saw_newest(self) -> None:
        """Whoever asks right now wrote or saw the newest state, and is shown nothing older."""
        if getattr(self._held, "version", None) is not None:
            self._held.version = self._newest()
        asker = self._asker() if self._most_age else None
        if asker is None:
            return
        now = self._clock()
        with self._lock:
            self._least[asker] = (self._newest(), now)
            self._forget(now)

    def wanted(self) -> int:
        """The least version that whoever asks right now has to be shown."""
        held: int | None = getattr(self._held, "version", None)
        if held is not None:
            return held
        asker = self._asker() if self._most_age else None
        if asker is None:
            return self._newest()
        now = self._clock()
        with self._lock:
            self._askers[asker] = now
            self._forget(now)
            least, _ = self._least.get(asker, (-1, now))
            is_old = now - self._shared_since >= self._most_age
            if is_old or least > self._shared or len(self._askers) < CROWD:
                self._shared, self._shared_since = self._newest(), now
            return self._shared

    def _forget(self, now: float) -> None:
        """Forget who went, and what every shared state holds by now."""
        gone = [name for name, at in self._askers.items() if now - at > CROWD_SECONDS]
        for name in gone:
            del self._askers[name]
        covered = [name for name, (_, at) in self._least.items() if now - at > self._most_age]
        for name in covered:
            del self._least[name]
