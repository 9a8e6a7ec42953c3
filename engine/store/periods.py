"""Closings of periods and their reopenings: words of people that are only ever added."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import InvalidInputError, NotFoundError
from engine.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One closing up to and with a day; of one account, or of all when ``account_number`` is None.

    It holds while ``reopened_at`` is None. Times are UTC.
    """

    closing_id: str
    account_number: str | None
    closed_up_to: dt.date
    closed_at: dt.datetime
    closed_by: str
    note: str | None
    reopened_at: dt.datetime | None = None
    reopened_by: str | None = None
    reopened_because: str | None = None

    @property
    def holds(self) -> bool:
        """Whether nobody reopened it."""
        return self.reopened_at is None


class Periods:
    """The closings. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def list(self) -> tuple[Closing, ...]:
        """All closings, the newest first, those that were reopened too."""
        with self._database.read() as statements:
            return tuple(Closing(**row) for row in statements.rows("rows/periods/list"))

    def close(
        self, account_number: str | None, closed_up_to: dt.date, *, by: str, note: str | None
    ) -> Closing:
        """Note that a period is closed."""
        closing_id = str(uuid.uuid4())
        self._add(closing_id, "close", account_number, closed_up_to, by, note)
        return self._get(closing_id)

    def reopen(self, closing_id: str, *, by: str, reason: str) -> Closing:
        """Note that a closing holds no more.

        Raises:
            NotFoundError: there is no such closing.
            InvalidInputError: it was reopened already.
        """
        closing = self._get(closing_id)
        if not closing.holds:
            raise InvalidInputError("This period was reopened already.")
        self._add(closing_id, "reopen", closing.account_number, closing.closed_up_to, by, reason)
        return self._get(closing_id)

    def _get(self, closing_id: str) -> Closing:
        for closing in self.list():
            if closing.closing_id == closing_id:
                return closing
        raise NotFoundError("closing", closing_id)

    def _add(
        self,
        closing_id: str,
        action: str,
        account_number: str | None,
        closed_up_to: dt.date,
        by: str,
        reason: str | None,
    ) -> None:
        with self._database.write() as statements:
            statements.rows(
                "rows/periods/add",
                {
                    "closing_id": closing_id,
                    "action": action,
                    "account_number": account_number,
                    "closed_up_to": closed_up_to,
                    "now": self._clock(),
                    "by": by,
                    "reason": reason,
                },
            )
