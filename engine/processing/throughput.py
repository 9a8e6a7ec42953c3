"""How often an upload has been done lately: what a program that is refused is told to wait."""

import math
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

_LATELY: Final = 20
_UNKNOWN_SECONDS: Final = 60
_MOST_SECONDS: Final = 600
_PLACES: Final = 5
"""Free places that are worth coming back for."""


class Throughput:
    """The times between uploads that were done. Thread-safe.

    Args:
        clock: seconds of a clock that is never set.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._done: deque[float] = deque(maxlen=_LATELY)

    def note(self) -> None:
        """One more upload is done."""
        with self._lock:
            self._done.append(self._clock())

    def retry_after(self) -> int:
        """Whole seconds until a few more are done, if it goes on as lately; a minute at first."""
        with self._lock:
            count = len(self._done) - 1
            span = self._clock() - self._done[0] if count > 0 else 0.0
        if count < 1:
            return _UNKNOWN_SECONDS
        return max(1, min(_MOST_SECONDS, math.ceil(_PLACES * span / count)))
