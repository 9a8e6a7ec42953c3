"""Pages of an upload table: searched, sorted and counted without opening any JSON."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias, get_args

from engine.errors import InvalidInputError
from engine.records.uploads import UploadKind, UploadStatus
from engine.store.database import Statements

SortColumn: TypeAlias = Literal[
    "upload_timestamp",
    "file_name",
    "status",
    "confidence_score",
    "party",
    "amount",
    "date_start",
    "pages_total",
    "records_found",
    "updated_at",
]
SortOrder: TypeAlias = Literal["asc", "desc"]
SORT_COLUMNS: tuple[str, ...] = get_args(SortColumn)
MOST_PER_PAGE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """Which rows, in which order. ``search`` looks into names; ``page`` is 1-based."""

    status: str | None = None
    search: str | None = None
    sort_by: str = "upload_timestamp"
    sort_order: str = "desc"
    page: int = 1
    per_page: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadLine:
    """One row of an upload table without its JSON.

    ``party`` is the bank, or the first of ``party_count`` vendors. ``amount`` is the total of the
    invoices, or the closing balance, in ``currency``; None when the file mixes currencies or one
    is not known.
    ``records_*`` count invoices, or transactions.
    """

    id: int
    upload_id: str
    kind: UploadKind
    file_name: str
    file_size: int
    pages_total: int | None
    mime_type: str
    status: UploadStatus
    confidence_score: float | None
    error_message: str | None
    upload_timestamp: dt.datetime
    processing_duration_seconds: float | None
    updated_at: dt.datetime
    row_version: int
    party: str | None
    party_count: int
    records_found: int | None
    records_processed: int | None
    amount: Decimal | None
    currency: str | None
    date_start: dt.date | None
    date_end: dt.date | None


@dataclass(frozen=True, slots=True)
class LatestUploads:
    """What is being read, then the newest uploads; how many run, and how many there are in all."""

    rows: tuple[UploadLine, ...]
    running: int
    all_uploads: int


@dataclass(frozen=True, slots=True)
class UploadPage:
    """One page of rows, and how many rows the query has in all."""

    rows: tuple[UploadLine, ...]
    total: int


def latest_uploads(statements: Statements, count: int) -> LatestUploads:
    """At most ``count`` uploads of both kinds, in one statement."""
    rows = statements.rows("rows/documents/latest", {"limit": count})
    running = rows[0]["running"] if rows else 0
    all_uploads = rows[0]["all_uploads"] if rows else 0
    lines = [
        UploadLine(**{name: row[name] for name in row if name not in ("running", "all_uploads")})
        for row in rows
    ]
    return LatestUploads(tuple(lines), running, all_uploads)


def list_uploads(statements: Statements, name: str, query: ListQuery) -> UploadPage:
    """The page of the statement ``name`` that the query asks for.

    Raises:
        InvalidInputError: no such column or order, or a page number that cannot be.
    """
    if query.sort_by not in SORT_COLUMNS or query.sort_order not in get_args(SortOrder):
        raise InvalidInputError(
            f"Cannot sort by “{query.sort_by} {query.sort_order}”.",
            f"Sort by one of {', '.join(SORT_COLUMNS)}, asc or desc.",
        )
    if query.page < 1 or not 1 <= query.per_page <= MOST_PER_PAGE:
        raise InvalidInputError(
            "There is no such page.", f"Pages start at 1 and hold 1 to {MOST_PER_PAGE} rows."
        )
    rows, total = statements.page(
        name,
        {"status": query.status, "search": query.search or None},
        (f"{query.sort_by} {query.sort_order} nulls last", f"id {query.sort_order}"),
        query.per_page,
        (query.page - 1) * query.per_page,
    )
    return UploadPage(tuple(UploadLine(**row) for row in rows), total)
