"""What of people's decisions about matches is forgotten; the decisions stand in the runs' rows."""

import datetime as dt
from collections.abc import Callable

from engine.store.database import Database, Row


class Decisions:
    """What decisions teach no more. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def forgotten(self) -> list[Row]:
        """``subject`` (None for all) and ``at`` of what does not count."""
        with self._database.read() as statements:
            return statements.rows("rows/decisions/forgotten")

    def forget(self, subject: str | None, *, by: str) -> None:
        """Let decisions up to now teach nothing more about a subject, or about any."""
        with self._database.write() as statements:
            statements.rows(
                "rows/decisions/forget", {"subject": subject, "now": self._clock(), "by": by}
            )
