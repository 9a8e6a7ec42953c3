"""Closing periods, and the sheet by which somebody answers for one.

What was confirmed in a closed period stays, until somebody reopens it and says why.
"""

import datetime as dt
from collections.abc import Mapping

from engine.errors import InvalidInputError
from engine.processing.period_locks import locked_matches
from engine.reports.sign_off import SignOff, make_sign_off
from engine.reports.sign_off.sheet import RunRecords
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

    def sign_off(
        self,
        reconciliation_id: str,
        *,
        first_day: dt.date | None = None,
        last_day: dt.date | None = None,
        by: str | None = None,
    ) -> SignOff:
        """What a run, or a period of it, comes to, leaves open, and who decided what."""
        document = self.store.reconciliations.get(reconciliation_id).document
        query = self.store.analytics.query
        ids: dict[str, list[str]] = {"invoice": [], "bank": []}
        for source in document.source_documents:
            ids[source.kind].append(source.upload_id)
        records = RunRecords(
            document=document,
            invoices=query("run_invoices", upload_ids=ids["invoice"]),
            lines=query("run_lines", upload_ids=ids["bank"]),
            rests={
                (row["kind"], row["record_id"]): row["amount_open"] for row in query("held_records")
            },
            closings=self.store.periods.list(),
        )
        return make_sign_off(
            records,
            made_at=self._clock(),
            made_by=self._name(by),
            first_day=first_day,
            last_day=last_day,
        )

    def sign_off_as_excel(self, sheet: SignOff, zone: dt.tzinfo) -> bytes:
        """The sheet as a workbook with all of its rows."""
        from engine.reports.sign_off.files import sign_off_excel

        return sign_off_excel(sheet, zone)

    def sign_off_as_pdf(self, sheet: SignOff, zone: dt.tzinfo) -> bytes:
        """The sheet as a PDF with lines to sign on."""
        from engine.reports.sign_off.files import sign_off_pdf

        return sign_off_pdf(sheet, zone)
