"""The statuses of an upload and what moving to one does to its processing times."""

import datetime as dt
from dataclasses import dataclass
from typing import get_args

from engine.errors import InvalidInputError
from engine.records.uploads import UploadStatus
from engine.store.database import Row

STATUSES: tuple[str, ...] = get_args(UploadStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadState:
    """How far an upload is; ``error_message`` says why it failed."""

    status: UploadStatus
    pages_total: int | None
    error_message: str | None
    row_version: int


def check_status(status: str) -> None:
    """Refuse what is no status.

    Raises:
        InvalidInputError: it is none of ``STATUSES``.
    """
    if status not in STATUSES:
        raise InvalidInputError(
            f"There is no status “{status}”.", f"The statuses are {', '.join(STATUSES)}."
        )


def processing_times(
    state: Row, status: str, start: dt.datetime | None, end: dt.datetime | None
) -> Row:
    """Processing times and their difference for a row that moves to ``status``.

    A row that goes back to pending forgets both, one that starts processing its earlier end.
    """
    kept_start = None if status == "pending" else state["processing_start"]
    kept_end = None if status in ("pending", "processing") else state["processing_end"]
    start, end = start or kept_start, end or kept_end
    # A clock may have been set back meanwhile.
    seconds = max(0.0, (end - start).total_seconds()) if start and end else None
    return {
        "processing_start": start,
        "processing_end": end,
        "processing_duration_seconds": seconds,
    }
