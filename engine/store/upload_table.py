"""What both upload tables share: one row per uploaded file, inserted once and completed once.

Every method that writes is one transaction and checks ``row_version``.
"""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from engine.errors import (
    DuplicateUploadError,
    NotFoundError,
    StaleVersionError,
    UploadInUseError,
    WrongStateError,
)
from engine.records import BankDocument, InvoiceDocument
from engine.records.uploads import UploadKind
from engine.store.attachments import unlink_of
from engine.store.database import Database, Row, Statements
from engine.store.filing import clean_file_name
from engine.store.listing import ListQuery, UploadPage, list_uploads
from engine.store.new_upload import NewUpload, document_columns, upload_columns
from engine.store.newer_readings import forget_reading
from engine.store.status import UploadState, check_status, processing_times

D = TypeVar("D", InvoiceDocument, BankDocument)
U = TypeVar("U")


def duplicate(file_name: str, earlier: Row) -> DuplicateUploadError:
    """What to say of a file whose bytes are here as ``earlier``."""
    deleted_at = earlier["deleted_at"]
    return DuplicateUploadError(
        file_name,
        earlier["upload_id"],
        earlier["file_name"],
        earlier["upload_timestamp"].date().isoformat(),
        deleted_at.date().isoformat() if deleted_at else None,
    )


class UploadTable(ABC, Generic[D, U]):
    """The rows of one upload table."""

    kind: ClassVar[UploadKind]
    table: ClassVar[str]
    """Folder of this table's statements under ``engine/sql/rows``."""

    def __init__(
        self, database: Database, *, max_json_bytes: int, clock: Callable[[], dt.datetime]
    ) -> None:
        self._database = database
        self._max_json_bytes = max_json_bytes
        self._clock = clock

    @abstractmethod
    def _columns(self, document: D) -> dict[str, object]:
        """The document as text (``document``) and the summary columns that repeat parts of it."""

    @abstractmethod
    def _record(self, row: Row) -> U:
        """The typed row."""

    def insert(self, new: NewUpload) -> U:
        """Add the file and its pending upload in one step.

        Raises:
            DuplicateUploadError: an upload of either kind holds the same bytes.
        """
        now = self._clock()
        name = clean_file_name(new.file_name)
        with self._database.write() as statements:
            earlier = statements.first("rows/documents/find_by_hash", {"file_hash": new.file_hash})
            if earlier:
                raise duplicate(name, earlier)
            statements.rows("rows/documents/insert", document_columns(new, name, self.kind, now))
            self.insert_row(statements, upload_columns(new, name, now))
        return self.get(new.upload_id)

    def insert_row(self, statements: Statements, columns: Row) -> None:
        """Add a pending row within a transaction of the caller."""
        statements.rows(f"rows/{self.table}/insert", {**columns, "now": self._clock()})

    def get(self, upload_id: str) -> U:
        """One row with its document.

        Raises:
            NotFoundError: no such upload of this kind.
        """
        with self._database.read() as statements:
            row = statements.first(f"rows/{self.table}/get", {"upload_id": upload_id})
        if row is None:
            raise NotFoundError("upload", upload_id)
        return self._record(row)

    def get_many(self, upload_ids: Sequence[str]) -> tuple[U, ...]:
        """Rows with their documents in the order of their ids, by one statement.

        Raises:
            NotFoundError: one of them is no upload of this kind.
        """
        with self._database.read() as statements:
            name, wanted = f"rows/{self.table}/get_many", {"upload_ids": [*upload_ids]}
            found = {row["upload_id"]: row for row in statements.rows(name, wanted)}
        for upload_id in upload_ids:
            if upload_id not in found:
                raise NotFoundError("upload", upload_id)
        return tuple(self._record(found[upload_id]) for upload_id in upload_ids)

    def get_any(self, upload_id: str) -> U:
        """As ``get``, though it be in the bin."""
        with self._database.read() as statements:
            name = f"rows/transfer/{self.kind}_upload"
            row = statements.first(name, {"upload_id": upload_id})
        if row is None:
            raise NotFoundError("upload", upload_id)
        return self._record(row)

    def state(self, upload_id: str) -> UploadState:
        """How far a row is, without opening its document.

        Raises:
            NotFoundError: no such upload of this kind.
        """
        with self._database.read() as statements:
            state = self._state(statements, upload_id, None)
        return UploadState(
            status=state["status"],
            pages_total=state["pages_total"],
            error_message=state["error_message"],
            row_version=state["row_version"],
        )

    def list(self, query: ListQuery | None = None) -> UploadPage:
        """One page of the rows without their documents, and how many there are.

        Raises:
            InvalidInputError: no such column to sort by, or no such page.
        """
        with self._database.read() as statements:
            return list_uploads(statements, f"rows/{self.table}/list", query or ListQuery())

    def status_counts(self) -> dict[str, int]:
        """How many uploads have each status, but for those in the bin; none has no entry."""
        with self._database.read() as statements:
            rows = statements.rows(f"rows/{self.table}/status_counts")
        return {row["status"]: row["uploads"] for row in rows}

    def pending(self) -> Sequence[str]:
        """Ids of the uploads that are pending or were interrupted, oldest first."""
        with self._database.read() as statements:
            return [row["upload_id"] for row in statements.rows(f"rows/{self.table}/waiting")]

    def set_status(
        self,
        upload_id: str,
        status: str,
        *,
        expected: tuple[str, ...] | None = None,
        row_version: int | None = None,
        error_message: str | None = None,
        processing_start: dt.datetime | None = None,
        processing_end: dt.datetime | None = None,
    ) -> int:
        """Move a row to ``status``; its new version.

        ``error_message`` replaces the stored one, None clears it. A row that goes back to pending
        forgets its processing times, one that starts processing its earlier end.

        Raises:
            NotFoundError, StaleVersionError: as the row is not there, or another version.
            WrongStateError: its status is none of ``expected``.
        """
        check_status(status)
        with self._database.write() as statements:
            state = self._state(statements, upload_id, row_version)
            if expected is not None and state["status"] not in expected:
                raise WrongStateError(f"set to {status}", state["status"], expected)
            columns = processing_times(state, status, processing_start, processing_end)
            return self._update(
                statements,
                "set_status",
                state,
                {"status": status, "error_message": error_message, **columns},
            )

    def complete(
        self,
        upload_id: str,
        document: D,
        *,
        status: str,
        confidence_score: float | None,
        row_version: int,
        error_message: str | None = None,
        processing_end: dt.datetime | None = None,
    ) -> int:
        """Write what was read: JSON, summary columns and status in one update; the new version.

        ``processing_end`` is now unless given.

        Raises:
            NotFoundError, StaleVersionError: as the row is not there, or another version.
            RecordInvalidError, RecordTooLargeError: the document cannot be stored.
        """
        check_status(status)
        columns = self._columns(document)
        with self._database.write() as statements:
            state = self._state(statements, upload_id, row_version)
            return self._update(
                statements,
                "save",
                state,
                {
                    **columns,
                    **processing_times(state, status, None, processing_end or self._clock()),
                    "status": status,
                    "confidence_score": confidence_score,
                    "error_message": error_message,
                },
            )

    def save_document(
        self,
        upload_id: str,
        document: D,
        *,
        row_version: int,
        status: str | None = None,
        confidence_score: float | None = None,
        error_message: str | None = None,
        also: Callable[[Statements], None] | None = None,
    ) -> int:
        """Write a person's changes: JSON and summary columns in one update; the new version.

        Without ``status`` the status and its message stay; with it both are replaced.
        ``confidence_score`` stays unless given. ``also`` is called within the transaction. Raises
        as ``complete`` does.
        """
        check_status(status or "completed")
        columns = self._columns(document)
        with self._database.write() as statements:
            state = self._state(statements, upload_id, row_version)
            score = state["confidence_score"] if confidence_score is None else confidence_score
            if also is not None:
                also(statements)
            return self._update(
                statements,
                "save",
                state,
                {
                    **columns,
                    **processing_times(state, "", None, None),
                    "status": status or state["status"],
                    "confidence_score": score,
                    "error_message": error_message if status else state["error_message"],
                },
            )

    def set_aside(self, upload_id: str, *, expected: tuple[str, ...], by: str) -> None:
        """Put an upload into the bin: its rows stay, and nothing lists or uses them.

        Raises:
            NotFoundError: no such upload of this kind, or it is deleted.
            WrongStateError: its status is none of ``expected``.
            UploadInUseError: a reconciliation draws on it.
        """
        with self._database.write() as statements:
            state = self._state(statements, upload_id, None)
            if state["status"] not in expected:
                raise WrongStateError("delete", state["status"], expected)
            self._refuse_in_use(statements, upload_id, state["file_name"])
            params = {"upload_id": upload_id, "now": self._clock(), "by": by}
            statements.rows("rows/deletions/add", params)

    def delete(self, upload_id: str) -> None:
        """Remove an upload for good, from the bin too; the stored file stays.

        Raises:
            NotFoundError: no such upload of this kind.
            UploadInUseError: a reconciliation draws on it.
        """
        with self._database.write() as statements:
            statements.rows("rows/deletions/remove", {"upload_id": upload_id})
            self.delete_row(statements, upload_id)
            statements.rows("rows/words/forget", {"upload_ids": [upload_id]})
            unlink_of(statements, upload_id)
            forget_reading(statements, upload_id)
            statements.rows("rows/documents/delete", {"id": upload_id})

    def delete_row(self, statements: Statements, upload_id: str) -> Row:
        """Remove the row within a transaction of the caller; what it held."""
        row = statements.first(f"rows/{self.table}/get", {"upload_id": upload_id})
        if row is None:
            raise NotFoundError("upload", upload_id)
        self._refuse_in_use(statements, upload_id, row["file_name"])
        statements.rows(f"rows/{self.table}/delete", {"upload_id": upload_id})
        return row

    def _refuse_in_use(self, statements: Statements, upload_id: str, file_name: str) -> None:
        runs = statements.rows(f"rows/{self.table}/references", {"upload_id": upload_id})
        if runs:
            raise UploadInUseError(file_name, len(runs))

    def _state(self, statements: Statements, upload_id: str, row_version: int | None) -> Row:
        state = statements.first(f"rows/{self.table}/state", {"upload_id": upload_id})
        if state is None:
            raise NotFoundError("upload", upload_id)
        if row_version is not None and state["row_version"] != row_version:
            raise StaleVersionError(f"“{state['file_name']}”", row_version, state["row_version"])
        return {**state, "upload_id": upload_id}

    def _update(self, statements: Statements, name: str, state: Row, columns: Row) -> int:
        params = {
            **columns,
            "upload_id": state["upload_id"],
            "row_version": state["row_version"],
            "now": self._clock(),
        }
        statements.change(f"rows/{self.table}/{name}", params)
        return int(state["row_version"]) + 1
