"""Who has a document open right now, so that two people need not do the same work.

Nothing is locked: a save that comes second is refused and shown. Kept in memory, as all screens
are in one process, and forgotten a little after a screen was last heard of.
"""

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_GONE_AFTER: Final = dt.timedelta(seconds=25)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody else who has a document open: their name, and since when (UTC)."""

    name: str
    since: dt.datetime


@dataclass(frozen=True, slots=True)
class _Seat:
    upload_id: str
    name: str
    since: dt.datetime
    heard: dt.datetime


class Presence:
    """Screens by their session, each at one document."""

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._seats: dict[str, _Seat] = {}

    def here(self, session_id: str, upload_id: str, name: str) -> tuple[Visitor, ...]:
        """Say that a screen has a document open; who else has, the earliest first."""
        now = self._clock()
        with self._lock:
            self._seats = {
                session: seat
                for session, seat in self._seats.items()
                if now - seat.heard <= _GONE_AFTER
            }
            mine = self._seats.get(session_id)
            since = mine.since if mine is not None and mine.upload_id == upload_id else now
            self._seats[session_id] = _Seat(upload_id, name, since, now)
            others = [
                seat
                for session, seat in self._seats.items()
                if session != session_id and seat.upload_id == upload_id
            ]
        return tuple(
            Visitor(seat.name, seat.since) for seat in sorted(others, key=lambda seat: seat.since)
        )
