"""Questions in SQL that people kept under a name, for everybody to ask again."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from engine.errors import InvalidInputError, NotFoundError
from engine.store.database import Database

LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedQuery:
    """One kept question. Times are UTC."""

    query_id: str
    name: str
    query_text: str
    created_at: dt.datetime
    created_by: str
    updated_at: dt.datetime
    updated_by: str
    row_version: int


class SavedQueries:
    """The kept questions. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def list(self) -> tuple[SavedQuery, ...]:
        """All of them, by name."""
        with self._database.read() as statements:
            return tuple(SavedQuery(**row) for row in statements.rows("rows/saved_queries/list"))

    def keep(self, name: str, query_text: str, *, by: str) -> SavedQuery:
        """Keep a question; one of the same name is replaced.

        Raises:
            InvalidInputError: the name is empty or too long, or there is no question.
        """
        name = " ".join(name.split())
        if not 1 <= len(name) <= LONGEST_NAME:
            raise InvalidInputError(f"A name has 1 to {LONGEST_NAME} letters.")
        if not query_text.strip():
            raise InvalidInputError("There is no query to keep.")
        known = next((q for q in self.list() if q.name.casefold() == name.casefold()), None)
        query_id = known.query_id if known else str(uuid.uuid4())
        params = {"query_id": query_id, "query_text": query_text, "now": self._clock(), "by": by}
        with self._database.write() as statements:
            if known:
                statements.change("rows/saved_queries/save", params)
            else:
                statements.change("rows/saved_queries/insert", {**params, "name": name})
        return next(query for query in self.list() if query.query_id == query_id)

    def forget(self, query_id: str) -> None:
        """Keep a question no longer.

        Raises:
            NotFoundError: there is no such question.
        """
        with self._database.write() as statements:
            if not statements.change("rows/saved_queries/delete", {"query_id": query_id}):
                raise NotFoundError("saved query", query_id)
