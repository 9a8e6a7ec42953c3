"""An attached paper: a purchase order, a delivery note, a job sheet and the like, kept as evidence.

Its JSON holds the fields that such papers share, where each was read, and the row's history.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from msgspec import Struct

from engine.records.audit import AuditEntry
from engine.records.invoice import Currency
from engine.records.provenance import SCHEMA_VERSION, FailedPage, Provenance
from engine.records.uploads import DocumentUpload

AttachmentStatus = Literal["pending", "completed", "partial", "failed", "confirmed"]

PAPER_FIELDS: Final = ("number", "date", "party", "total", "currency")
"""The fields that papers share, in the order in which people read them."""


class PaperFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What papers of all types share. Unknown is null; ``total`` is in ``currency``.

    ``party`` is the other company on the paper, as it is printed there.
    """

    number: str | None = None
    date: dt.date | None = None
    party: str | None = None
    total: Decimal | None = None
    currency: Currency | None = None


class AttachmentDocument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``attachment_json``: what one attached file says, and everything that was done with it.

    ``provenance`` maps a field's name to the place it was read from.
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    document_id: str
    fields: PaperFields = PaperFields()
    provenance: dict[str, Provenance] = {}
    failed_pages: tuple[FailedPage, ...] = ()
    audit_trail: tuple[AuditEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(DocumentUpload):
    """A stored file that is attached to a record, or to none yet; times are UTC.

    ``series_id`` is the id of the first version of the same paper; the newest version has no
    ``replaced_by``. ``row_version`` starts at 1 and rises with every update.
    """

    series_id: str
    version: int
    replaced_by: str | None
    status: AttachmentStatus
    error_message: str | None
    pages_total: int | None
    document: AttachmentDocument
    deleted_at: dt.datetime | None
    deleted_by: str | None
    updated_at: dt.datetime
    row_version: int
