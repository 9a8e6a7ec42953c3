"""Views of lists that people named, so that a filter is one click or one link away."""

import datetime as dt
import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from engine.errors import InvalidInputError, NotFoundError
from engine.store.database import Database

LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A named state of one screen's list; ``state`` is what the screen's link would hold."""

    view_id: str
    screen: str
    owner: str
    name: str
    state: Mapping[str, Any]
    created_at: dt.datetime
    updated_at: dt.datetime


class SavedViews:
    """The views of each person and screen. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def list(self, screen: str, owner: str) -> tuple[SavedView, ...]:
        """Somebody's views of a screen, by name."""
        with self._database.read() as statements:
            rows = statements.rows("rows/views/list", {"screen": screen, "owner": owner})
        return tuple(
            SavedView(state=json.loads(row.pop("state_json")), **row)  # the pop goes first
            for row in rows
        )

    def save(self, screen: str, owner: str, name: str, state: Mapping[str, Any]) -> None:
        """Keep ``state`` under a name; it replaces what had that name.

        Raises:
            InvalidInputError: the name is empty or too long.
        """
        name = " ".join(name.split())
        if not 0 < len(name) <= LONGEST_NAME:
            raise InvalidInputError(
                "A view needs a name.", f"It may have up to {LONGEST_NAME} characters."
            )
        key = {"screen": screen, "owner": owner, "name": name}
        content = {"state_json": json.dumps(dict(state)), "now": self._clock()}
        with self._database.write() as statements:
            known = statements.first("rows/views/get", key)
            if known:
                statements.change("rows/views/save", {**content, "view_id": known["view_id"]})
            else:
                statements.rows(
                    "rows/views/insert", {**key, **content, "view_id": str(uuid.uuid4())}
                )

    def delete(self, view_id: str, owner: str) -> None:
        """Forget one of somebody's views.

        Raises:
            NotFoundError: they have no such view.
        """
        with self._database.write() as statements:
            params = {"view_id": view_id, "owner": owner}
            if not statements.change("rows/views/delete", params):
                raise NotFoundError("view", view_id)
