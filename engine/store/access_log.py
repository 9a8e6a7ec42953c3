"""Who saw or took out what, and who let whom in: entries that are only ever added."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from engine.store.database import Database

AccessAction = Literal[
    "saw", "downloaded", "exported", "asked", "made token", "revoked token", "refused"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessEvent:
    """One entry: ``subject`` is a document's id, a token's id, or the name of a table."""

    acted_at: dt.datetime
    acted_by: str
    action: AccessAction
    subject: str


class AccessLog:
    """The rows of ``access_events``. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(self, action: AccessAction, subject: str, *, by: str) -> None:
        """Note what was done just now."""
        with self._database.write(is_news=False) as statements:
            statements.rows(
                "rows/access/add_event",
                {"now": self._clock(), "by": by, "action": action, "subject": subject},
            )

    def latest(self, most: int = 1000) -> tuple[AccessEvent, ...]:
        """The newest entries, the newest first."""
        with self._database.read() as statements:
            rows = statements.rows("rows/access/events", {"most": most})
        return tuple(AccessEvent(**row) for row in rows)
