"""Closing periods: what was confirmed in them stays, until somebody reopens them and says why."""

import datetime as dt
from collections.abc import Mapping

from engine.errors import InvalidInputError
from engine.processing.period_locks import locked_matches
from engine.services.rooms import Rooms
from engine.store import Closing


class PeriodClosing(Rooms):
    """What can be done with periods."""

    def closings(self) -> tuple[Closing, ...]:
        """All closings, the newest first; those that hold and those that were reopened."""
        return self.store.periods.list()

    def close_period(
        self,
        up_to: dt.date,
        *,
        account_number: str | None = None,
        note: str | None = None,
        by: str | None = None,
    ) -> Closing:
        """Close one account, or all, up to and with a day: its confirmed matches are locked."""
        account = (account_number or "").strip() or None
        with self._reconciler.deciding():
            return self.store.periods.close(account, up_to, by=self._name(by), note=note)

    def reopen_period(self, closing_id: str, reason: str, *, by: str | None = None) -> Closing:
        """Take a closing back, and why.

        Raises:
            InvalidInputError: no reason is given, or it was reopened already.
            NotFoundError: there is no such closing.
        """
        if not reason.strip():
            raise InvalidInputError("Say why you reopen this period.")
        with self._reconciler.deciding():
            return self.store.periods.reopen(closing_id, by=self._name(by), reason=reason.strip())

    def locked_matches(self, reconciliation_id: str) -> Mapping[str, Closing]:
        """The confirmed matches of a run that lie in a closed period, and what closed it."""
        return locked_matches(self.store, reconciliation_id)
