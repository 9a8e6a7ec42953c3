"""Uploads that are deleted and can be restored, until somebody removes them for good."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from engine.errors import NotFoundError
from engine.records.uploads import UploadKind, UploadStatus
from engine.store.database import Database, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class DeletedUpload:
    """An upload in the bin. ``party`` is the bank or the first vendor; times are UTC."""

    kind: UploadKind
    upload_id: str
    file_name: str
    file_size: int
    status: UploadStatus
    party: str | None
    records_found: int | None
    pages_total: int | None
    uploaded_at: dt.datetime
    deleted_at: dt.datetime
    deleted_by: str


@dataclass(frozen=True, slots=True)
class DeletedPage:
    """One page of the bin, and how many uploads are in it."""

    rows: tuple[DeletedUpload, ...]
    total: int


class Deletions:
    """The bin. Uploads get into it through their table. Thread-safe."""

    def __init__(self, database: Database, *, clock: Callable[[], dt.datetime]) -> None:
        self._database = database
        self._clock = clock

    def list(self, *, page: int = 1, per_page: int = 50) -> DeletedPage:
        """One page (1-based), the upload that was deleted last first."""
        params = {"limit": per_page, "offset": (max(1, page) - 1) * per_page}
        with self._database.read() as statements:
            rows = statements.rows("rows/deletions/list", params)
        total = rows[0]["total_rows"] if rows else 0
        return DeletedPage(
            tuple(DeletedUpload(**_without(row, "total_rows")) for row in rows), total
        )

    def holds(self, upload_id: str) -> bool:
        """Whether an upload is in the bin."""
        with self._database.read() as statements:
            return statements.first("rows/deletions/get", {"upload_id": upload_id}) is not None

    def restore(self, upload_id: str) -> None:
        """Put an upload back where it was.

        Raises:
            NotFoundError: it is not in the bin.
        """
        with self._database.write() as statements:
            if statements.first("rows/deletions/get", {"upload_id": upload_id}) is None:
                raise NotFoundError("deleted upload", upload_id)
            statements.rows("rows/deletions/remove", {"upload_id": upload_id})


def _without(row: Row, name: str) -> Row:
    return {key: value for key, value in row.items() if key != name}
