"""The workers under names of one's own: what is cancelled in them is nobody else's work."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from engine.processing.pool import FairPool

T = TypeVar("T")


class OwnLanes(FairPool):
    """``pool`` with ``mark`` before the name of every lane; it is closed by its owner."""

    def __init__(self, pool: FairPool, mark: str) -> None:
        self._pool, self._mark = pool, mark

    @property
    def width(self) -> int:
        """Tasks that run at once."""
        return self._pool.width

    @property
    def waiting(self) -> int:
        """Tasks that no worker has yet."""
        return self._pool.waiting

    @property
    def idle(self) -> int:
        """Workers that have nothing to do."""
        return self._pool.idle

    def enter(self, lane: str, owner: str) -> None:
        """Say whose ``lane`` is, before it has tasks."""
        self._pool.enter(self._mark + lane, owner)

    def leave(self, lane: str) -> None:
        """Forget whose ``lane`` is."""
        self._pool.leave(self._mark + lane)

    def submit(self, lane: str, function: Callable[..., T], *args: Any) -> "Future[T]":
        """Queue ``function(*args)`` at the end of ``lane``."""
        return self._pool.submit(self._mark + lane, function, *args)

    def cancel(self, lane: str) -> None:
        """Forget what waits in ``lane``; what runs already runs on."""
        self._pool.cancel(self._mark + lane)

    def close(self, *, wait: bool = True) -> None:
        """Leave the pool as it is."""
