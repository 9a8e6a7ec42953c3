"""How often somebody may ask: a moving window of a minute, kept in this process."""

import math
import time
from typing import Final

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from engine.errors import TooManyRequestsError

_NAMESPACE: Final = "requests"


class Pace:
    """Counts requests by who asks.

    Args:
        per_minute: most of them in any minute; 0 means no limit.
    """

    def __init__(self, per_minute: int) -> None:
        self._limit = RateLimitItemPerMinute(per_minute) if per_minute else None
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def count(self, who: str) -> None:
        """Note a request.

        Raises:
            TooManyRequestsError: it is one too many.
        """
        if self._limit is None or self._window.hit(self._limit, _NAMESPACE, who):
            return
        opens_at = self._window.get_window_stats(self._limit, _NAMESPACE, who).reset_time
        raise TooManyRequestsError(max(1, math.ceil(opens_at - time.time())))
