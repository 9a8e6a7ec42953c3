"""People's words: corrections of what was read, decisions about it, and what they teach."""

from collections.abc import Sequence
from typing import Literal

from engine.errors import InvalidInputError
from engine.processing.column_desk import ColumnsView
from engine.processing.conflicts import Conflict, conflicts
from engine.processing.looked_at import Value
from engine.processing.page_groups import PageWord
from engine.processing.rows import UploadDocument
from engine.processing.vendor_memory import KnownHabit
from engine.records import ColumnPlan, Invoice, StatementInfo, Transaction
from engine.services.rooms import Rooms


class Corrections(Rooms):
    """What a person can say of an upload."""

    def save_invoices(
        self,
        upload_id: str,
        invoices: Sequence[Invoice],
        *,
        row_version: int,
        by: str | None = None,
    ) -> int:
        """Store corrected invoices; the new row version."""
        with self._word():
            return self._desk.save_invoices(
                upload_id, invoices, row_version=row_version, by=self._name(by)
            )

    def regroup(
        self, upload_id: str, word: PageWord, *, row_version: int, by: str | None = None
    ) -> int:
        """Move a boundary between the invoices of a file; the new row version."""
        with self._word():
            return self._regrouper.say(upload_id, word, row_version=row_version, by=self._name(by))

    def put_back_invoices(
        self,
        upload_id: str,
        invoices: Sequence[Invoice],
        *,
        row_version: int,
        by: str | None = None,
    ) -> int:
        """Store a file's invoices as they were before a boundary was moved; the new version."""
        with self._word():
            return self._regrouper.put_back(
                upload_id, invoices, row_version=row_version, by=self._name(by)
            )

    def save_statement(
        self,
        upload_id: str,
        info: StatementInfo,
        transactions: Sequence[Transaction],
        *,
        row_version: int,
        by: str | None = None,
    ) -> int:
        """Store a corrected statement; the new row version."""
        return self._desk.save_statement(
            upload_id, info, transactions, row_version=row_version, by=self._name(by)
        )

    def take_back(
        self,
        upload_id: str,
        earlier: UploadDocument,
        *,
        row_version: int,
        by: str | None = None,
    ) -> int:
        """Make the records what they were in an ``earlier`` version; the new row version."""
        with self._word():
            return self._desk.take_back(
                upload_id, earlier, row_version=row_version, by=self._name(by)
            )

    def look_at(
        self, upload_id: str, value: Value, *, row_version: int, by: str | None = None
    ) -> int:
        """Say that a value is right as it was read; the new row version."""
        return self._desk.look_at(upload_id, value, row_version=row_version, by=self._name(by))

    def conflicts(
        self, seen: UploadDocument, mine: UploadDocument, theirs: UploadDocument
    ) -> tuple[Conflict, ...]:
        """What two people changed in the version that both saw, value by value."""
        return conflicts(seen, mine, theirs)

    def confirm(
        self, upload_id: str, *, row_version: int | None = None, by: str | None = None
    ) -> int:
        """Say that an upload was read correctly; the new row version."""
        with self._word():
            return self._desk.decide(
                upload_id, "confirm", row_version=row_version, by=self._name(by)
            )

    def reject(
        self, upload_id: str, reason: str, *, row_version: int | None = None, by: str | None = None
    ) -> int:
        """Say that an upload is not to be used, and why; the new row version."""
        return self._decide_with_reason(upload_id, "reject", reason, row_version, by)

    def reopen(
        self, upload_id: str, reason: str, *, row_version: int | None = None, by: str | None = None
    ) -> int:
        """Take a confirmation back, and why; the new row version."""
        return self._decide_with_reason(upload_id, "reopen", reason, row_version, by)

    def known_about_vendor(self, invoice: Invoice) -> Sequence[KnownHabit]:
        """What earlier corrections taught about the vendor of ``invoice``."""
        return self._vendors.about(invoice)

    def forget_about_vendor(
        self, invoice: Invoice, field: str | None = None, *, by: str | None = None
    ) -> None:
        """Let corrections of the vendor of ``invoice``, of one field or all, count no more."""
        self._vendors.forget(invoice, field, by=self._name(by))

    def columns(self, upload_id: str, plan: ColumnPlan | None = None) -> ColumnsView | None:
        """How the columns of a bank's table were read, with its first records as they are.

        With ``plan`` the records are cut as it says. None when the upload is no table.
        """
        return self._column_desk.view(upload_id, plan)

    def save_columns(
        self, upload_id: str, plan: ColumnPlan, *, row_version: int, by: str | None = None
    ) -> int:
        """Read a bank's table by a person's plan, and remember it; the new row version.

        Raises:
            InvalidInputError: the plan has no date or no amount, or the upload is no table.
            FileRefusedError: the file says nothing when it is read so.
        """
        with self._word():
            return self._column_desk.say(
                upload_id, plan, row_version=row_version, by=self._name(by)
            )

    def forget_columns(self, plan: ColumnPlan, *, by: str | None = None) -> None:
        """Let what was said of tables with the columns of ``plan`` count no more."""
        self._columns.forget(plan.signature, by=self._name(by))

    def _decide_with_reason(
        self,
        upload_id: str,
        action: Literal["reject", "reopen"],
        reason: str,
        row_version: int | None,
        by: str | None,
    ) -> int:
        if not reason.strip():
            raise InvalidInputError(f"Say why you {action} this upload.")
        with self._word():
            return self._desk.decide(
                upload_id, action, reason=reason.strip(), row_version=row_version, by=self._name(by)
            )
