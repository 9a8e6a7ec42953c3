"""What was deleted long enough ago to go for good, and its going."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from engine.store.database import Database

PurgeKind = Literal["upload", "attachment"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PurgeItem:
    """One stored file whose row may go. Times are UTC, sizes bytes.

    ``file_goes`` is False where a row that stays refers to the same bytes.
    """

    document_id: str
    kind: PurgeKind
    file_name: str
    file_path: str
    file_hash: str
    file_size: int
    deleted_at: dt.datetime
    deleted_by: str
    file_goes: bool


class Purging:
    """Rows that can go. Thread-safe."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, before: dt.datetime) -> tuple[PurgeItem, ...]:
        """What was deleted before an instant, the oldest first."""
        with self._database.read() as statements:
            rows = statements.rows("rows/purge/due", {"before": before})
        return tuple(PurgeItem(**row) for row in rows)

    def remove_paper(self, document_id: str) -> None:
        """Remove one version of a deleted paper, all of its rows in one transaction."""
        with self._database.write() as statements:
            statements.rows("rows/purge/delete_paper", {"document_id": document_id})
            statements.rows("rows/words/forget", {"upload_ids": [document_id]})
            statements.rows("rows/documents/delete", {"id": document_id})
