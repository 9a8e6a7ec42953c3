"""What requests about newer readings bring and answers hold."""

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr

from engine.api.bodies import UploadId
from engine.api.uploads.pages import PageLinks, Pagination
from engine.records import ProofStatus
from engine.records.uploads import UploadKind, UploadStatus
from engine.store import ReadingState

UploadIds = Annotated[list[UploadId], Field(max_length=10_000)]


class ReadingBody(BaseModel):
    """How far a newer reading is. Times are UTC."""

    state: ReadingState
    engine_version: str
    asked_at: dt.datetime
    asked_by: str
    read_at: dt.datetime | None
    error_message: str | None
    batch_id: str | None
    accepted_at: dt.datetime | None
    accepted_by: str | None


class OlderFileBody(BaseModel):
    """A file that another engine read; ``reading`` is null before it is read anew."""

    upload_id: str
    kind: UploadKind
    file_name: str
    status: UploadStatus
    engine_version: str | None
    reading: ReadingBody | None


class OlderFilesBody(BaseModel):
    """One page of the files that another engine than today's read, the oldest reading first."""

    success: Literal[True]
    items: list[OlderFileBody]
    pagination: Pagination
    links: PageLinks


class AskRequest(BaseModel):
    """Which files to read anew: all of an older engine by default.

    The password opens an encrypted PDF; it is used for this reading and never stored.
    """

    model_config = ConfigDict(extra="forbid")

    upload_ids: UploadIds | None = None
    password: SecretStr | None = None


class AskedBody(BaseModel):
    """Which files are being read anew now; those that waited already are not among them."""

    success: Literal[True]
    engine_version: str
    upload_ids: list[str]


class ChangeBody(BaseModel):
    """A value, or a whole record, before and after. ``is_proven``: sums hold now and did not."""

    target: str
    kind: Literal["found", "lost", "changed", "row_added", "row_gone"]
    before: Any
    after: Any
    confidence: float | None
    is_proven: bool


class KeptBody(BaseModel):
    """A value for which a person's word stands, and what the newer engine reads there."""

    target: str
    value: Any
    read: Any
    agrees: bool


class CheckBody(BaseModel):
    """A check's sentence that holds now, or fails now."""

    target: str
    sentence: str
    holds: bool


class ComparisonBody(BaseModel):
    """What a row says beside a newer reading of its file.

    ``why_not`` says why it cannot be accepted now; ``reasons`` why it is not only better.
    """

    upload_id: str
    kind: UploadKind
    file_name: str
    status: UploadStatus
    row_version: int
    engine_before: str
    engine_after: str
    confidence_before: float | None
    confidence_after: float | None
    proof_before: ProofStatus | None
    proof_after: ProofStatus | None
    failed_pages_before: int
    failed_pages_after: int
    verdict: Literal["same", "better", "look"]
    reasons: list[str]
    why_not: str | None
    changes: list[ChangeBody]
    kept: list[KeptBody]
    checks: list[CheckBody]
    new_warnings: list[str]
    records_stayed: bool


class NewerReadingBody(BaseModel):
    """A newer reading; ``comparison`` is there while it can be accepted."""

    success: Literal[True]
    reading: ReadingBody
    comparison: ComparisonBody | None


class AcceptRequest(BaseModel):
    """Which readings to accept; a dry run, which is the default, only tells what would be."""

    model_config = ConfigDict(extra="forbid")

    upload_ids: UploadIds | None = None
    only_better: bool = True
    dry_run: bool = True


class TakeBackRequest(BaseModel):
    """The step to take back."""

    model_config = ConfigDict(extra="forbid")

    batch_id: Annotated[str, Field(min_length=1, max_length=64)]


class LeftBody(BaseModel):
    """A file that is left as it is, and why."""

    upload_id: str
    file_name: str
    reason: str


class DoneBody(BaseModel):
    """What was done, or would be in a dry run; ``batch_id`` takes it back."""

    success: Literal[True]
    dry_run: bool
    batch_id: str | None
    done: list[str]
    left: list[LeftBody]
