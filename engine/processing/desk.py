"""Where people's words about an upload become rows: corrections, confirm, reject, reopen.

Each word is one transaction: the record with its new history, the summary columns and the status.
"""

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from engine.errors import (
    InvalidInputError,
    NothingToConfirmError,
    StaleVersionError,
    UnansweredError,
)
from engine.processing.lessons import Lessons
from engine.processing.looked_at import Value, looked_at_invoice, looked_at_statement
from engine.processing.period_locks import refuse_edit
from engine.processing.reviewing import edit_invoices, edit_statement
from engine.processing.rows import UploadDocument, UploadRow, row_of, save, table_of
from engine.processing.signature import Signature
from engine.processing.taking_back import taken_back
from engine.processing.workflow import Action, next_status
from engine.records import (
    BankDocument,
    Invoice,
    InvoiceDocument,
    StatementInfo,
    Transaction,
    append_entry,
)
from engine.records.remarks import open_remark
from engine.store import Store


class ReviewDesk:
    """People's changes to the uploads of ``store``; ``lessons`` notes what they teach."""

    def __init__(
        self, store: Store, clock: Callable[[], dt.datetime], lessons: Lessons | None = None
    ) -> None:
        self._store = store
        self._clock = clock
        self._lessons = lessons

    def save_invoices(
        self, upload_id: str, invoices: Sequence[Invoice], *, row_version: int, by: str
    ) -> int:
        """Store ``invoices`` as the upload's; the new row version.

        Raises:
            StaleVersionError: somebody saved since ``row_version`` was read.
            WrongStateError: the upload is not open for corrections.
            PeriodClosedError: a confirmed match of a closed period holds what would change.
            InvalidInputError: ids are not unique, or the upload is a statement.
        """
        row, document = self._open(upload_id, row_version)
        if not isinstance(document, InvoiceDocument):
            raise InvalidInputError(f"“{row.file_name}” is not an invoice file.")
        signature = self._signature(by)
        edited = edit_invoices(document, invoices, signature)
        if self._lessons is not None:
            edited = self._lessons.noted(document, edited, signature.at)
        return self._save(row, edited)

    def save_statement(
        self,
        upload_id: str,
        info: StatementInfo,
        transactions: Sequence[Transaction],
        *,
        row_version: int,
        by: str,
    ) -> int:
        """Store the statement's header and transactions; the new row version.

        Raises: as ``save_invoices`` does.
        """
        row, document = self._open(upload_id, row_version)
        if not isinstance(document, BankDocument):
            raise InvalidInputError(f"“{row.file_name}” is not a bank statement.")
        edited = edit_statement(document, info, transactions, self._signature(by))
        return self._save(row, edited)

    def take_back(
        self, upload_id: str, earlier: UploadDocument, *, row_version: int, by: str
    ) -> int:
        """Store the records of an ``earlier`` version as they were; the new row version.

        Raises: as ``save_invoices`` does.
        """
        row, document = self._open(upload_id, row_version)
        if document is None:
            raise InvalidInputError(f"“{row.file_name}” was not read yet.")
        return self._save(row, taken_back(document, earlier, self._signature(by)))

    def look_at(self, upload_id: str, value: Value, *, row_version: int, by: str) -> int:
        """Store that a person looked at a value and left it; the new row version.

        Raises: as ``save_invoices`` does.
        """
        row, document = self._open(upload_id, row_version)
        signature = self._signature(by)
        if isinstance(document, InvoiceDocument):
            return self._save(row, looked_at_invoice(document, value, signature))
        if document is None:
            raise InvalidInputError(f"“{row.file_name}” was not read yet.")
        return self._save(row, looked_at_statement(document, value, signature))

    def decide(
        self,
        upload_id: str,
        action: Action,
        *,
        by: str,
        reason: str | None = None,
        row_version: int | None = None,
    ) -> int:
        """Confirm, reject, reopen or retry an upload; the new row version.

        Raises:
            WrongStateError: the status does not allow it.
            NothingToConfirmError: no invoice was read that could be confirmed.
            UnansweredError: somebody sent it back, and it is to be confirmed.
            PeriodClosedError: confirmed matches of a closed period hold its records.
            StaleVersionError: somebody saved since ``row_version`` was read.
        """
        row = row_of(self._store, upload_id)
        status = next_status(action, row.status)
        _require_version(row, row_version)
        if row.document is None:
            table, _ = table_of(self._store, upload_id)
            return table.set_status(
                upload_id, status, expected=(row.status,), row_version=row.row_version
            )
        is_empty = isinstance(row.document, InvoiceDocument) and not row.document.invoices
        if action == "confirm" and is_empty:
            raise NothingToConfirmError(row.file_name)
        asked = open_remark(row.document.audit_trail)
        if action == "confirm" and asked is not None:
            raise UnansweredError(row.file_name, asked.by)
        if action in ("reject", "retry", "read anew"):
            refuse_edit(self._store, row.document, None)
        signature = self._signature(by)
        trail = append_entry(
            row.document.audit_trail,
            at=signature.at,
            by=by,
            action=action,
            before=row.status,
            after=f"{status}: {reason}" if reason else status,
        )
        document = msgspec.structs.replace(row.document, audit_trail=trail)
        return save(self._store, upload_id, document, row_version=row.row_version, status=status)

    def _open(self, upload_id: str, row_version: int) -> tuple[UploadRow, UploadDocument | None]:
        row = row_of(self._store, upload_id)
        next_status("edit", row.status)
        _require_version(row, row_version)
        return row, row.document

    def _save(self, row: UploadRow, edited: UploadDocument) -> int:
        if row.document is not None and edited.audit_trail == row.document.audit_trail:
            return row.row_version
        refuse_edit(self._store, row.document, edited)
        return save(self._store, row.upload_id, edited, row_version=row.row_version)

    def _signature(self, by: str) -> Signature:
        return Signature(by=by, at=self._clock())


def _require_version(row: UploadRow, row_version: int | None) -> None:
    if row_version is not None and row_version != row.row_version:
        raise StaleVersionError(f"“{row.file_name}”", row_version, row.row_version)
