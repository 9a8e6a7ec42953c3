"""The rows of ``attachments``: papers kept beside records, version by version.

Nothing here removes a row or a file: a paper that is replaced or deleted keeps both.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from engine.errors import InvalidInputError, NotFoundError, StaleVersionError
from engine.records import Attachment, AttachmentDocument, DocumentUpload, decode, encode
from engine.records.uploads import DocumentType
from engine.store.database import Database, Row, Statements
from engine.store.words import terms_of

AttachmentSort = Literal["upload_at", "file_name", "party", "number", "date", "total"]
ATTACHMENT_SORTS: Final[tuple[AttachmentSort, ...]] = get_args(AttachmentSort)
MOST_ATTACHMENTS: Final = 1_000

_SUMMARY: Final = ("document_number", "document_date", "party", "total_amount", "currency")
_FOUND: Final = ("found_page", "found_text", "total_rows")


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentQuery:
    """Which papers, in which order; None means all.

    ``search`` is words, and phrases in quotation marks, each of which must stand in the paper's
    names or on one of its pages. ``page`` is 1-based.
    """

    search: str | None = None
    doc_type: str | None = None
    status: str | None = None
    related_module: str | None = None
    related_ids: tuple[str, ...] | None = None
    is_linked: bool | None = None
    deleted: bool = False
    sort_by: AttachmentSort = "upload_at"
    descending: bool = True
    page: int = 1
    per_page: int = 50


@dataclass(frozen=True, slots=True)
class FoundAttachment:
    """A paper of a list; ``text`` stands around the first word looked for, on page ``page``."""

    attachment: Attachment
    page: int | None
    text: str | None


@dataclass(frozen=True, slots=True)
class AttachmentPage:
    """One page of a list of papers, and how many fit in all."""

    rows: tuple[FoundAttachment, ...]
    total: int


class Attachments:
    """Papers beside records. Thread-safe; changes are one transaction each."""

    def __init__(
        self, database: Database, *, max_json_bytes: int, clock: Callable[[], dt.datetime]
    ) -> None:
        self._database = database
        self._max_json_bytes = max_json_bytes
        self._clock = clock

    def insert(
        self, file: DocumentUpload, document: AttachmentDocument, replaced: Attachment | None = None
    ) -> Attachment:
        """Add a file as a paper that is to be read, or as the next version of ``replaced``.

        The next version takes over what ``replaced`` belongs to; that one is kept.

        Raises:
            StaleVersionError: somebody changed ``replaced`` since it was read.
        """
        with self._database.write() as statements:
            statements.rows("rows/documents/insert", _file_columns(file))
            statements.rows(
                "rows/attachments/insert",
                {
                    "document_id": file.id,
                    "series_id": replaced.series_id if replaced else file.id,
                    "version": replaced.version + 1 if replaced else 1,
                    "attachment_json": encode(document, max_bytes=self._max_json_bytes),
                    "now": self._clock(),
                },
            )
            if replaced is not None:
                kept = self._get(statements, replaced.id, replaced.row_version)
                self._save(statements, kept, {"replaced_by": file.id})
            return self._get(statements, file.id, None)

    def get(self, document_id: str) -> Attachment:
        """One version of a paper, a deleted one too.

        Raises:
            NotFoundError: no such attachment.
        """
        with self._database.read() as statements:
            return self._get(statements, document_id, None)

    def change(
        self,
        document_id: str,
        change: Callable[[Attachment], dict[str, Any]],
        *,
        row_version: int | None = None,
    ) -> Attachment:
        """Store what ``change`` says of the paper as it is now: values by field; the new row.

        Raises:
            NotFoundError: no such attachment.
            StaleVersionError: somebody saved since ``row_version`` was read.
        """
        with self._database.write() as statements:
            found = self._get(statements, document_id, row_version)
            self._save(statements, found, change(found))
            return self._get(statements, document_id, None)

    def versions(self, series_id: str) -> tuple[Attachment, ...]:
        """All versions of a paper, the newest first."""
        with self._database.read() as statements:
            rows = statements.rows("rows/attachments/versions", {"series_id": series_id})
        return tuple(map(_record, rows))

    def list(self, query: AttachmentQuery) -> AttachmentPage:
        """One page of the papers that fit.

        Raises:
            InvalidInputError: no such column to sort by, or no such page.
        """
        if query.sort_by not in ATTACHMENT_SORTS:
            raise InvalidInputError(f"Cannot sort by “{query.sort_by}”.")
        if query.page < 1 or not 1 <= query.per_page <= MOST_ATTACHMENTS:
            raise InvalidInputError("There is no such page.", "Pages start at 1.")
        ids = query.related_ids
        params = {
            "terms": terms_of(query.search) or None,
            "doc_type": query.doc_type,
            "status": query.status,
            "related_module": query.related_module,
            "related_ids": None if ids is None else list(ids),
            "is_linked": query.is_linked,
            "deleted": query.deleted,
            "sort": query.sort_by,
            "descending": query.descending,
            "limit": query.per_page,
            "offset": (query.page - 1) * query.per_page,
        }
        with self._database.read() as statements:
            rows = statements.rows("rows/attachments/list", params)
            total = rows[0]["total_rows"] if rows else 0
            if not rows and query.page > 1:
                first = {**params, "limit": 1, "offset": 0}
                ahead = statements.first("rows/attachments/list", first)
                total = ahead["total_rows"] if ahead else 0
        return AttachmentPage(tuple(map(_found, rows)), total)

    def counts(self) -> dict[str, int]:
        """How many papers there are of each type that there is."""
        with self._database.read() as statements:
            rows = statements.rows("rows/attachments/counts")
        return {row["doc_type"]: row["papers"] for row in rows}

    def same_bytes(
        self, file_hash: str, related_module: str | None, related_id: str | None
    ) -> Row | None:
        """The paper of the same bytes that the same record has already."""
        params = {
            "file_hash": file_hash,
            "related_module": related_module,
            "related_id": related_id,
        }
        with self._database.read() as statements:
            return statements.first("rows/attachments/same_bytes", params)

    def pending(self) -> Sequence[str]:
        """Ids of the papers that were not read yet, the oldest first."""
        with self._database.read() as statements:
            return [row["document_id"] for row in statements.rows("rows/attachments/pending")]

    def ids(self) -> Sequence[str]:
        """Ids of every version of every paper, deleted ones too."""
        with self._database.read() as statements:
            return [row["document_id"] for row in statements.rows("rows/attachments/all_ids")]

    def _get(self, statements: Statements, document_id: str, row_version: int | None) -> Attachment:
        row = statements.first("rows/attachments/get", {"document_id": document_id})
        if row is None:
            raise NotFoundError("attachment", document_id)
        if row_version is not None and row["row_version"] != row_version:
            raise StaleVersionError(f"“{row['file_name']}”", row_version, row["row_version"])
        return _record(row)

    def _save(self, statements: Statements, found: Attachment, changes: dict[str, Any]) -> None:
        def now(name: str) -> Any:
            return changes.get(name, getattr(found, name))

        document: AttachmentDocument = now("document")
        fields = document.fields
        statements.rows(
            "rows/attachments/save",
            {
                "document_id": found.id,
                "status": now("status"),
                "error_message": now("error_message"),
                "pages_total": now("pages_total"),
                "replaced_by": now("replaced_by"),
                "document_number": fields.number,
                "document_date": fields.date,
                "party": fields.party,
                "total_amount": fields.total,
                "currency": fields.currency,
                "attachment_json": encode(document, max_bytes=self._max_json_bytes),
                "deleted_at": now("deleted_at"),
                "deleted_by": now("deleted_by"),
                "now": self._clock(),
            },
        )
        file = {name: now(name) for name in ("file_name", "doc_type")}
        link = {name: now(name) for name in ("related_module", "related_id")}
        statements.rows("rows/attachments/set_file", {"id": found.id, **file, **link})


def unlink_of(statements: Statements, upload_id: str) -> None:
    """Let the papers of an upload that goes for good belong to no record."""
    statements.rows("rows/attachments/unlink_of", {"upload_id": upload_id})


def check_type(doc_type: str) -> DocumentType:
    """``doc_type`` as one of the types that there are.

    Raises:
        InvalidInputError: there is no such type.
    """
    for known in get_args(DocumentType):
        if doc_type == known:
            found: DocumentType = known
            return found
    raise InvalidInputError(
        f"There is no document type “{doc_type}”.",
        f"The types are {', '.join(get_args(DocumentType))}.",
    )


def _record(row: Row) -> Attachment:
    columns = {name: value for name, value in row.items() if name not in (*_SUMMARY, *_FOUND)}
    text = columns.pop("attachment_json")
    return Attachment(**columns, document=decode(text, AttachmentDocument))


def _found(row: Row) -> FoundAttachment:
    return FoundAttachment(_record(row), row["found_page"], row["found_text"])


def _file_columns(file: DocumentUpload) -> Row:
    names = DocumentUpload.__dataclass_fields__
    return {name: getattr(file, name) for name in names}
