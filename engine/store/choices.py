"""What people chose for the installation or said of one thing: words that are only ever added."""

import datetime as dt
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.store.database import Database, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One word; ``value`` is what JSON can hold, None where it was taken back. Times are UTC."""

    subject: str
    value: Any
    chosen_at: dt.datetime
    chosen_by: str


class Choices:
    """The choices by topic and subject; the newest of both counts. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def get(self, topic: str, subject: str = "") -> Choice | None:
        """What counts about a subject."""
        with self._database.read() as statements:
            params = {"topic": topic, "subject": subject}
            found = statements.first("rows/choices/standing", params)
        return _choice(found) if found else None

    def standing(self, topic: str) -> dict[str, Choice]:
        """What counts about every subject of a topic."""
        with self._database.read() as statements:
            rows = statements.rows("rows/choices/standing", {"topic": topic, "subject": None})
        return {row["subject"]: _choice(row) for row in rows}

    def history(self, topic: str, limit: int = 50) -> tuple[Choice, ...]:
        """Every word on a topic, the newest first."""
        with self._database.read() as statements:
            rows = statements.rows("rows/choices/history", {"topic": topic, "limit": limit})
        return tuple(_choice(row) for row in rows)

    def choose(self, topic: str, subject: str, value: Any, *, by: str) -> None:
        """Say what counts from now on; ``value`` None takes it back."""
        self.choose_many(topic, {subject: value}, by=by)

    def choose_many(self, topic: str, values: Mapping[str, Any], *, by: str) -> None:
        """Say what counts about several subjects, all or none; nothing is written for nothing."""
        if not values:
            return
        now = self._clock()
        with self._database.write() as statements:
            for subject, value in values.items():
                params = {
                    "topic": topic,
                    "subject": subject,
                    "value_json": None if value is None else json.dumps(value),
                    "now": now,
                    "by": by,
                }
                statements.rows("rows/choices/insert", params)


def _choice(row: Row) -> Choice:
    text = row["value_json"]
    return Choice(
        subject=row["subject"],
        value=None if text is None else json.loads(text),
        chosen_at=row["chosen_at"],
        chosen_by=row["chosen_by"],
    )
