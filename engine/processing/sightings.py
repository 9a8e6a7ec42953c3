"""Notes who looks at what: once for each visit, however often a screen is drawn meanwhile."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Literal

from engine.store.access_log import AccessLog

VISIT_SECONDS: Final = 900.0
"""Looks of one person at one thing within this time are one visit."""

_MOST: Final = 50_000


class Sightings:
    """What persons look at, noted in ``log``. ``now`` is a time in seconds that only grows."""

    def __init__(self, log: AccessLog, now: Callable[[], float] = time.monotonic) -> None:
        self._log = log
        self._now = now
        self._lock = threading.Lock()
        self._noted: OrderedDict[tuple[str, str, str], float] = OrderedDict()

    def note(self, action: Literal["opened", "saw"], subject: str, *, by: str) -> None:
        """Say that somebody looks at something now."""
        key, now = (action, subject, by), self._now()
        with self._lock:
            last = self._noted.get(key)
            if last is not None and now - last < VISIT_SECONDS:
                return
            self._noted[key] = now
            self._noted.move_to_end(key)
            if len(self._noted) > _MOST:
                self._noted.popitem(last=False)
        self._log.add(action, subject, by=by)
