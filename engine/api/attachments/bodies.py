"""What requests about attached papers bring and answers hold."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from engine.api.bodies import Money
from engine.api.uploads.pages import PageLinks, Pagination
from engine.records import AttachmentStatus
from engine.records.uploads import DocumentType

Short: TypeAlias = Annotated[str, Field(min_length=1, max_length=200)]
Module: TypeAlias = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9_]{0,39}$",
        description="invoice, bank, reconciliation, or a module of another program.",
    ),
]
RecordId: TypeAlias = Annotated[
    str,
    Field(
        pattern=r"^[0-9A-Za-z][0-9A-Za-z_.:/-]{0,199}$",
        description="Of an upload, an invoice or line in it, a run, or a match (run:match).",
    ),
]


class AttachmentBody(BaseModel):
    """One version of a paper. ``number`` to ``currency`` are null while they are not known."""

    document_id: str
    series_id: str
    version: int
    replaced_by: str | None
    file_name: str
    file_hash: str
    file_size: int
    mime_type: str
    pages_total: int | None
    doc_type: DocumentType
    related_module: str | None
    related_id: str | None
    status: AttachmentStatus
    error_message: str | None
    number: str | None
    date: dt.date | None
    party: str | None
    total: Money | None
    currency: str | None
    uploaded_at: dt.datetime
    uploaded_by: str
    deleted_at: dt.datetime | None
    row_version: int
    status_url: str


class FoundBody(AttachmentBody):
    """A paper of a list; ``found_text`` stands around the first word looked for."""

    found_page: int | None
    found_text: str | None


class AttachmentsBody(BaseModel):
    """One page of papers, the newest version of each."""

    success: Literal[True]
    items: list[FoundBody]
    pagination: Pagination
    links: PageLinks


class OneBody(AttachmentBody):
    """One paper with its JSON: fields, where they were read, history."""

    success: Literal[True]
    attachment_json: dict[str, Any]


class VersionsBody(BaseModel):
    """All versions of a paper, the newest first."""

    success: Literal[True]
    versions: list[AttachmentBody]


class FieldBody(BaseModel):
    """One field as it was read: its text on the page, how sure, and where."""

    field: str
    value: Any
    confidence: float | None
    source: str | None
    text: str | None
    page: int | None
    bbox: tuple[float, float, float, float] | None


class PaperPreviewBody(BaseModel):
    """What OCR gave, to be looked at, changed and confirmed; pages are addresses of images."""

    success: Literal[True]
    document_id: str
    status: AttachmentStatus
    error_message: str | None
    row_version: int
    fields: list[FieldBody]
    pages: list[str]


class TypesBody(BaseModel):
    """How many papers there are of each type that there is."""

    success: Literal[True]
    total: int
    types: dict[DocumentType, int]


class ChangeRequest(BaseModel):
    """What a paper is, or what it is called; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    doc_type: DocumentType | None = None
    file_name: Short | None = None


class LinkRequest(BaseModel):
    """The record that a paper belongs to."""

    model_config = ConfigDict(extra="forbid")

    related_module: Module
    related_id: RecordId


class FieldsRequest(BaseModel):
    """The fields of a paper as they are right; null means unknown."""

    model_config = ConfigDict(extra="forbid")

    number: Annotated[str | None, Field(max_length=200)] = None
    date: dt.date | None = None
    party: Annotated[str | None, Field(max_length=500)] = None
    total: Annotated[Decimal | None, Field(max_digits=18, decimal_places=2)] = None
    currency: Annotated[str | None, Field(pattern=r"^[A-Z]{3}$")] = None


class ConfirmRequest(BaseModel):
    """Fields to save; without them those that were read are right."""

    model_config = ConfigDict(extra="forbid")

    fields: FieldsRequest | None = None
