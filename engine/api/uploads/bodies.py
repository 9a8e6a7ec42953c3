"""What requests about uploads bring and answers hold."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from engine.api.bodies import ErrorDetail
from engine.api.uploads.pages import PageLinks, Pagination
from engine.records.uploads import UploadStatus
from engine.store import UploadLine

Text = Annotated[str, Field(max_length=2000)]


class TakenBody(BaseModel):
    """What became of one file of a request; ``error`` is there when it was refused."""

    file_name: str
    success: bool
    upload_id: str | None
    status: UploadStatus | None
    status_url: str | None
    error: ErrorDetail | None


class ManyBody(BaseModel):
    """What became of every file, in the order in which they were sent."""

    success: bool
    accepted: int
    refused: int
    files: list[TakenBody]


class UploadsBody(BaseModel):
    """One page of uploads."""

    success: Literal[True]
    items: list[UploadLine]
    pagination: Pagination
    links: PageLinks


class DataBody(BaseModel):
    """One page of what was read from all uploads: invoices, or lines of statements."""

    success: Literal[True]
    items: list[dict[str, Any]]
    pagination: Pagination
    links: PageLinks


class SummaryBody(BaseModel):
    """How many uploads have each status."""

    success: Literal[True]
    total: int
    statuses: dict[UploadStatus, int]


class RejectRequest(BaseModel):
    """Why an upload is not to be used."""

    model_config = ConfigDict(extra="forbid")

    reason: Text | None = None


class Change(BaseModel):
    """One value as a person would type it; null or an empty text means unknown.

    ``record_id`` is an invoice_id or a transaction_id; a statement's own fields have none.
    """

    model_config = ConfigDict(extra="forbid")

    record_id: Annotated[str, Field(max_length=200)] | None = None
    field: Annotated[str, Field(min_length=1, max_length=100)]
    value: Text | None


class CorrectRequest(BaseModel):
    """Corrections that are made together, or not at all."""

    model_config = ConfigDict(extra="forbid")

    changes: Annotated[list[Change], Field(min_length=1, max_length=10_000)]


class StateBody(BaseModel):
    """An upload's state after what was done."""

    success: Literal[True]
    upload_id: str
    status: UploadStatus
    row_version: int
    status_url: str | None = None
