"""Who saw, took out or removed what, and who let whom in: entries that are only ever added."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from engine.errors import InvalidInputError
from engine.store.database import Database

AccessAction = Literal[
    "opened",
    "saw",
    "downloaded",
    "exported",
    "asked",
    "deleted",
    "restored",
    "purged",
    "made token",
    "revoked token",
]
ACCESS_ACTIONS: Final[tuple[AccessAction, ...]] = get_args(AccessAction)

_MOST_PER_PAGE: Final = 5_000
_LONGEST_SUBJECT: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessEvent:
    """One entry. ``subject`` tells what it is about.

    That is a document's id (opened), with ``/pages/N`` for one page (saw), with its name where it
    may be gone (deleted, restored, purged); a token's id; a file that was made of rows (exported);
    or SQL (asked). ``file_name`` is the document's, where it is still here.
    """

    acted_at: dt.datetime
    acted_by: str
    action: AccessAction
    subject: str
    file_name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessQuery:
    """Which entries; None means all.

    ``subject`` is looked for within subjects and file names; ``page`` is 1-based.
    """

    by: str | None = None
    action: AccessAction | None = None
    subject: str | None = None
    page: int = 1
    per_page: int = 100


@dataclass(frozen=True, slots=True)
class AccessPage:
    """One page of entries, the newest first, and how many fit in all."""

    rows: tuple[AccessEvent, ...]
    total: int


class AccessLog:
    """The rows of ``access_events``. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def add(self, action: AccessAction, subject: str, *, by: str) -> None:
        """Note what was done just now; a long subject is cut."""
        entry = {
            "now": self._clock(),
            "by": by,
            "action": action,
            "subject": subject[:_LONGEST_SUBJECT],
        }
        with self._database.write(is_news=False) as statements:
            statements.rows("rows/access/add_event", entry)

    def find(self, query: AccessQuery) -> AccessPage:
        """One page of the entries that fit.

        Raises:
            InvalidInputError: there is no such page.
        """
        if query.page < 1 or not 1 <= query.per_page <= _MOST_PER_PAGE:
            raise InvalidInputError("There is no such page.", "Pages start at 1.")
        params = {
            "by": query.by,
            "action": query.action,
            "subject": query.subject,
            "limit": query.per_page,
            "offset": (query.page - 1) * query.per_page,
        }
        with self._database.read() as statements:
            rows = statements.rows("rows/access/events", params)
            total = rows[0]["total_rows"] if rows else 0
            if not rows and query.page > 1:
                ahead = statements.first("rows/access/events", {**params, "offset": 0})
                total = ahead["total_rows"] if ahead else 0
        names = AccessEvent.__dataclass_fields__
        return AccessPage(
            tuple(AccessEvent(**{name: row[name] for name in names}) for row in rows), total
        )
