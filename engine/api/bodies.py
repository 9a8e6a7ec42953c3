"""What requests bring and answers hold, for checking the former and describing the latter."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from engine.records.reconciliation import Decision, Treatment
from engine.records.uploads import UploadStatus

Money: TypeAlias = Annotated[Decimal, WithJsonSchema({"type": "number"})]
"""An amount of an answer: a number with all its digits."""


class ErrorDetail(BaseModel):
    """Why a request failed. ``code`` is stable."""

    code: str
    message: str
    hint: str


class ErrorBody(BaseModel):
    """The one shape of every error."""

    success: Literal[False]
    error: ErrorDetail


RETRY_AFTER: Final[dict[str, Any]] = {
    "Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}
}

BUSY: Final[dict[int | str, dict[str, Any]]] = {
    503: {
        "model": ErrorBody,
        "description": "Too many uploads wait (queue_full): send it again after Retry-After; or "
        "what is needed to take files is away.",
        "headers": RETRY_AFTER,
    }
}
"""The answer to a file that cannot be taken for now."""


class UploadBody(BaseModel):
    """What became of an uploaded file. ``status_url`` is there while it is still being read."""

    success: Literal[True]
    upload_id: str
    db_record_id: int
    file_name: str
    processing_time_seconds: float | None
    status: UploadStatus
    status_url: str | None = None


class TakenInBody(BaseModel):
    """A file that was taken in and is being read. ``is_kind_sure``: its words may yet decide."""

    success: Literal[True]
    upload_id: str
    file_name: str
    kind: Literal["invoice", "bank"]
    is_kind_sure: bool


class RestoredBody(BaseModel):
    """An upload that came back from the bin."""

    success: Literal[True]
    upload_id: str


class InvoiceUploadBody(UploadBody):
    """``total_amount`` is null when the file mixes currencies or one is not known."""

    total_invoices: int | None
    total_amount: Money | None


class BankUploadBody(UploadBody):
    """Debits are given as a positive sum."""

    total_transactions: int | None
    total_debits: Money | None
    total_credits: Money | None


UploadId: TypeAlias = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{0,64}$")]


class ReconcileRequest(BaseModel):
    """Which uploads to match; one id or several of each kind."""

    model_config = ConfigDict(extra="forbid")

    invoice_upload_id: UploadId | None = None
    invoice_upload_ids: list[UploadId] = []
    bank_upload_id: UploadId | None = None
    bank_upload_ids: list[UploadId] = []
    confidence_threshold: Annotated[float | None, Field(ge=0, le=1)] = None
    date_window_days: Annotated[int | None, Field(ge=1, le=3650)] = None
    rates: dict[str, dict[str, float]] | None = Field(
        None, description="Month to currency to what one unit is worth: {“2024-01”: {“USD”: 0.92}}."
    )
    accounts: list[str] = []
    parties: list[str] = []
    first_day: dt.date | None = None
    last_day: dt.date | None = None

    @property
    def invoices(self) -> list[str]:
        """Ids of the invoice files."""
        return [i for i in (self.invoice_upload_id, *self.invoice_upload_ids) if i]

    @property
    def bank(self) -> list[str]:
        """Ids of the statements."""
        return [i for i in (self.bank_upload_id, *self.bank_upload_ids) if i]


class ReconcileBody(BaseModel):
    """A stored run. ``match_rate_percentage`` is from 0 to 100."""

    success: Literal[True]
    reconciliation_id: str
    db_record_id: int
    total_matches: int
    partial_matches: int
    unmatched_invoices: int
    unmatched_transactions: int
    total_amount_matched: Money | None
    match_rate_percentage: Money
    processing_time_seconds: float
    status: str


class DecideRequest(BaseModel):
    """A person's word on one match; ``row_version`` is that of the run when it was read."""

    model_config = ConfigDict(extra="forbid")

    decision: Decision
    row_version: int
    reason: str | None = None


class DecideBody(BaseModel):
    """The run's version after the decision."""

    success: Literal[True]
    row_version: int


RecordId: TypeAlias = Annotated[str, Field(min_length=1, max_length=200)]


class HandMatchRequest(BaseModel):
    """Bank lines and invoices of a run that settle each other; it is confirmed at once.

    ``treatment`` names the difference, where there is one. ``rate`` is what one unit of the
    invoices' currency is worth in that of the lines.
    """

    model_config = ConfigDict(extra="forbid")

    invoice_ids: Annotated[list[RecordId], Field(min_length=1, max_length=2_000)]
    transaction_ids: Annotated[list[RecordId], Field(min_length=1, max_length=2_000)]
    row_version: int
    treatment: Treatment | None = None
    rate: Annotated[Decimal | None, Field(gt=0)] = None
    note: Annotated[str | None, Field(max_length=1_000)] = None


class HandMatchBody(BaseModel):
    """The match as it is stored, and the run's version after it."""

    success: Literal[True]
    row_version: int
    match: dict[str, Any]


class AcceptRequest(BaseModel):
    """From which probability on proposals are confirmed together, from 0 to 1."""

    model_config = ConfigDict(extra="forbid")

    least: Annotated[float, Field(ge=0, le=1)]
    row_version: int


class AcceptBody(BaseModel):
    """What was confirmed in one step, by currency; the rest is counted."""

    success: Literal[True]
    row_version: int
    accepted: int
    sums: dict[str, Money]
    left_out: dict[str, int]


class UndoRequest(BaseModel):
    """``row_version`` is that of the run when it was read."""

    model_config = ConfigDict(extra="forbid")

    row_version: int


class LessonBody(BaseModel):
    """One thing that decisions taught; ``subject`` is what it is forgotten by."""

    subject: str
    kind: str
    party: str
    sentence: str
    decisions: int
    against: int


class LessonsBody(BaseModel):
    """What decisions about matches taught, the best founded first."""

    success: Literal[True]
    lessons: list[LessonBody]


class CloseRequest(BaseModel):
    """Which period to close; without an account number, that of all accounts."""

    model_config = ConfigDict(extra="forbid")

    up_to: dt.date
    account_number: str | None = None
    note: str | None = None


class ReopenRequest(BaseModel):
    """Why a period is reopened."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(min_length=1)]


class ClosingBody(BaseModel):
    """One closing. It holds while ``reopened_at`` is null; times are UTC."""

    closing_id: str
    account_number: str | None
    closed_up_to: dt.date
    closed_at: dt.datetime
    closed_by: str
    note: str | None
    reopened_at: dt.datetime | None
    reopened_by: str | None
    reopened_because: str | None


class ClosingsBody(BaseModel):
    """All closings, the newest first."""

    success: Literal[True]
    closings: list[ClosingBody]


class DatabaseBody(BaseModel):
    """The database file and its rows."""

    path: str
    invoice_uploads: int
    bank_uploads: int
    reconciliations: int


class ReadyBody(BaseModel):
    """Whether requests can be served; ``problems`` says in sentences what is in the way."""

    ready: bool
    problems: list[str]


class HealthBody(BaseModel):
    """The state of the installation."""

    status: Literal["ok", "degraded"]
    production_json_api: Literal["available"]
    version: str
    database: DatabaseBody
    upload_folder: str
    storage_mode: Literal["single_row_json"]
    tools: dict[str, str | None]
    workers: int
    queue_length: int
    language_model: str | None
    failed_checks: list[str]
