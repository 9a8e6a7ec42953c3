"""The list of all uploads: what is asked of it, one page of the answer, and counts of the rest."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Final, Literal, get_args

import msgspec

from engine.errors import InvalidInputError
from engine.records.uploads import UploadKind, UploadStatus
from engine.store.analytics import Analytics
from engine.store.database import Row
from engine.store.words import terms_of

SortKey = Literal[
    "uploaded_at",
    "document_date",
    "amount",
    "confidence",
    "records_found",
    "file_name",
    "party",
    "status",
    "reason",
]
Hands = Literal["me", "nobody", "others"]
"""To whom something is assigned, seen from one person."""
SORT_KEYS: Final[tuple[SortKey, ...]] = get_args(SortKey)
MOST_ROWS: Final = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentQuery:
    """Which uploads, in which order; None means all.

    ``search`` is words, and phrases in quotation marks, each of which must stand in the upload's
    names or on one of its pages. Days are those of the upload; ``page`` is 1-based. ``hands`` are
    as ``me`` sees them.
    """

    search: str | None = None
    kind: UploadKind | None = None
    statuses: tuple[str, ...] = ()
    needs_person: bool | None = None
    from_date: dt.date | None = None
    to_date: dt.date | None = None
    currency: str | None = None
    me: str | None = None
    hands: Hands | None = None
    is_sent_back: bool | None = None
    sort_by: SortKey = "uploaded_at"
    descending: bool = True
    page: int = 1
    per_page: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """One upload as lists show it.

    ``party`` is the bank or the first of ``party_count`` vendors; ``number`` the account or the
    number of a file's only invoice; ``amount`` in ``currency``, both None when the file mixes
    currencies or one is not known. ``reason`` says why it needs a person. ``found_text`` is what
    stands around the first word looked for, on page ``found_page``. ``remark`` is the comment with
    which ``asked_by`` sent it back to ``asked_whom``, None once it is answered.
    """

    kind: UploadKind
    upload_id: str
    row_version: int
    file_name: str
    status: UploadStatus
    party: str | None
    party_count: int
    number: str | None
    account_name: str | None
    document_date: dt.date | None
    date_start: dt.date | None
    date_end: dt.date | None
    amount: Decimal | None
    currency: str | None
    records_found: int | None
    confidence: float | None
    pages: int | None
    pages_failed: int
    uploaded_at: dt.datetime
    reason: str | None
    assignee: str | None = None
    confirmed_by: str | None = None
    remark: str | None = None
    asked_by: str | None = None
    asked_whom: str | None = None
    found_page: int | None = None
    found_text: str | None = None


@dataclass(frozen=True, slots=True)
class CountedUploads:
    """How many uploads are alike in all that a list can be narrowed by."""

    kind: UploadKind
    status: UploadStatus
    currency: str | None
    needs_person: bool
    hands: Hands
    is_sent_back: bool
    uploads: int


@dataclass(frozen=True, slots=True)
class DocumentCounts:
    """How many uploads fit search and days; each filter counts within the others."""

    groups: tuple[CountedUploads, ...]

    def count(
        self,
        kind: str | None = None,
        statuses: Collection[str] = (),
        needs_person: bool | None = None,
        currency: str | None = None,
        hands: Hands | None = None,
        is_sent_back: bool | None = None,
    ) -> int:
        """Uploads of that kind, in one of the statuses; None and nothing mean all."""
        return sum(
            group.uploads
            for group in self.groups
            if (kind is None or group.kind == kind)
            and (not statuses or group.status in statuses)
            and (needs_person is None or group.needs_person == needs_person)
            and (currency is None or group.currency == currency)
            and (hands is None or group.hands == hands)
            and (is_sent_back is None or group.is_sent_back == is_sent_back)
        )

    def of(self, query: DocumentQuery) -> int:
        """Uploads that ``query`` finds, on all of its pages."""
        return self.count(
            query.kind,
            query.statuses,
            query.needs_person,
            query.currency,
            query.hands,
            query.is_sent_back,
        )

    def currencies(self) -> list[str]:
        """The currencies that there are, by code."""
        return sorted({group.currency for group in self.groups if group.currency})


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One page of the list, how many uploads the query has in all, and the counts."""

    rows: tuple[DocumentLine, ...]
    total: int
    counts: DocumentCounts


_COLUMNS: Final = tuple(field.name for field in fields(DocumentLine))


def document_page(analytics: Analytics, query: DocumentQuery) -> DocumentPage:
    """The page that ``query`` asks for, in one statement.

    Raises:
        InvalidInputError: no such column to sort by, or no such page.
    """
    if query.sort_by not in SORT_KEYS:
        raise InvalidInputError(
            f"Cannot sort by “{query.sort_by}”.", f"Sort by one of {', '.join(SORT_KEYS)}."
        )
    if query.page < 1 or not 1 <= query.per_page <= MOST_ROWS:
        raise InvalidInputError("There is no such page.", "Pages start at 1.")
    terms = sorted(terms_of(query.search), key=len, reverse=True)
    rows = analytics.query(
        "document_page",
        terms=terms or None,
        from_date=query.from_date,
        to_date=query.to_date,
        currency=query.currency,
        kind=query.kind,
        statuses=list(query.statuses) or None,
        needs_person=query.needs_person,
        me=query.me,
        hands=query.hands,
        is_sent_back=query.is_sent_back,
        sort=query.sort_by,
        descending=query.descending,
        limit=query.per_page,
        offset=(query.page - 1) * query.per_page,
    )
    counts = _counts(rows[0]["counts"])
    return DocumentPage(_lines(rows), counts.of(query), counts)


def _lines(rows: Sequence[Row]) -> tuple[DocumentLine, ...]:
    return tuple(
        DocumentLine(**{name: row[name] for name in _COLUMNS})
        for row in rows
        if row["upload_id"] is not None
    )


def _counts(text: str | None) -> DocumentCounts:
    groups = msgspec.json.decode(text or "[]", type=tuple[CountedUploads, ...])
    return DocumentCounts(groups)
