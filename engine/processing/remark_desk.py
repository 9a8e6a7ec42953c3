"""Where documents are sent back with a comment, and answered.

Each is one transaction: the comment in the row's history, and the status. Then the document is
assigned to whoever has to say something next.
"""

import datetime as dt
from collections.abc import Callable
from typing import Final

import msgspec

from engine.errors import (
    InvalidInputError,
    NothingAskedError,
    StaleVersionError,
    WrongStateError,
)
from engine.processing.assignments import assign, checked_name
from engine.processing.rows import UploadDocument, UploadRow, row_of, save
from engine.processing.workflow import next_status
from engine.records import append_entry
from engine.records.remarks import ANSWER, SEND_BACK, addressed, open_remark
from engine.records.uploads import UploadStatus
from engine.store import Store

LONGEST_COMMENT: Final = 2000


class RemarkDesk:
    """Comments on the uploads of ``store``."""

    def __init__(self, store: Store, clock: Callable[[], dt.datetime]) -> None:
        self._store = store
        self._clock = clock

    def whose(self, upload_id: str) -> str:
        """Who said the last word on a document: whoever confirmed it, or else uploaded it."""
        row = row_of(self._store, upload_id)
        trail = row.document.audit_trail if row.document else ()
        confirmed = next((e.by for e in reversed(trail) if e.action == "confirm"), None)
        return confirmed or self._store.documents.get(upload_id).upload_by

    def send_back(
        self,
        upload_id: str,
        comment: str,
        *,
        to: str | None,
        by: str,
        row_version: int | None = None,
    ) -> int:
        """Send a document back to a person, or to ``whose`` it is; the new row version.

        One that was confirmed is open again.

        Raises:
            InvalidInputError: there is no comment, or a very long one.
            WrongStateError: it was not read, or was rejected.
            StaleVersionError: somebody saved since ``row_version`` was read.
        """
        said, name = _checked(comment), checked_name(to or self.whose(upload_id))
        row, document = self._open(upload_id, "send back", row_version)
        status = next_status("send back", row.status)
        version = self._say(row, document, SEND_BACK, addressed(name, said), status, by)
        assign(self._store, [upload_id], name, by=by)
        return version

    def answer(
        self, upload_id: str, comment: str, *, by: str, row_version: int | None = None
    ) -> int:
        """Answer whoever sent a document back, who gets it again; the new row version.

        Raises:
            InvalidInputError: there is no comment, or a very long one.
            NothingAskedError: it was not sent back.
            StaleVersionError: somebody saved since ``row_version`` was read.
        """
        said = _checked(comment)
        row, document = self._open(upload_id, "answer", row_version)
        asked = open_remark(document.audit_trail)
        if asked is None:
            raise NothingAskedError(row.file_name)
        version = self._say(row, document, ANSWER, addressed(asked.by, said), row.status, by)
        assign(self._store, [upload_id], asked.by, by=by)
        return version

    def _open(
        self, upload_id: str, action: str, row_version: int | None
    ) -> tuple[UploadRow, UploadDocument]:
        row = row_of(self._store, upload_id)
        if row_version is not None and row_version != row.row_version:
            raise StaleVersionError(f"“{row.file_name}”", row_version, row.row_version)
        if row.document is None:
            raise WrongStateError(action, row.status, ())
        return row, row.document

    def _say(
        self,
        row: UploadRow,
        document: UploadDocument,
        action: str,
        after: str,
        status: UploadStatus,
        by: str,
    ) -> int:
        trail = append_entry(
            document.audit_trail,
            at=self._clock(),
            by=by,
            action=action,
            before=row.status,
            after=after,
        )
        said = msgspec.structs.replace(document, audit_trail=trail)
        return save(self._store, row.upload_id, said, row_version=row.row_version, status=status)


def _checked(comment: str) -> str:
    said = comment.strip()
    if not 0 < len(said) <= LONGEST_COMMENT:
        raise InvalidInputError("Write a comment.", f"Up to {LONGEST_COMMENT:,} characters.")
    return said
