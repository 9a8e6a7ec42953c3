"""What administrators look after: who saw what, and what goes for good."""

import datetime as dt
from typing import Final

from engine.errors import InvalidInputError
from engine.processing.purging import PurgeResult, purge
from engine.services.rooms import Rooms
from engine.settings import Settings
from engine.store import AccessPage, AccessQuery

_MOST_DAYS: Final = 36_500


class Oversight(Rooms):
    """What can be overseen."""

    def access_events(self, query: AccessQuery | None = None) -> AccessPage:
        """Who saw, took out or removed what, the newest first."""
        return self.store.access_log.find(query or AccessQuery())

    def purge(
        self, *, days: int | None = None, is_dry_run: bool = True, by: str | None = None
    ) -> PurgeResult:
        """Remove for good what was deleted longer than ``days`` ago; a dry run tells what.

        ``days`` are those of the settings by default, and not fewer.

        Raises:
            InvalidInputError: they are fewer.
        """
        before = purge_before(self.settings, days, self._clock())
        with self._word():
            return purge(self.store, self._caches, before, by=self._name(by), is_dry_run=is_dry_run)


def purge_before(settings: Settings, days: int | None, now: dt.datetime) -> dt.datetime:
    """What was deleted before this instant may go.

    Raises:
        InvalidInputError: ``days`` are fewer than those of the settings, or more than a century.
    """
    if days is not None and days > _MOST_DAYS:
        raise InvalidInputError(f"Nothing is kept for more than {_MOST_DAYS:,} days.")
    least = settings.retention_days
    if days is not None and days < least:
        raise InvalidInputError(
            f"What is deleted is kept for {least} days.",
            "MATCHBOOK_RETENTION_DAYS says for how long.",
        )
    return now - dt.timedelta(days=least if days is None else days)
