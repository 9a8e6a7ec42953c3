"""Who looks at what, over HTTP: assignments, documents sent back with a comment, and answers."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Header, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from engine.api.answers import JsonAnswer, etag
from engine.api.bodies import ErrorBody
from engine.api.ids import Id
from engine.api.opened import Engine
from engine.api.uploads.correcting import version_of
from engine.api.uploads.pages import PageLinks, PageNumber, Pagination, PerPage, page_answer
from engine.records.remarks import remarks
from engine.records.uploads import UploadKind, UploadStatus
from engine.services import DocumentQuery, Services

router = APIRouter(tags=["work"])

IfMatch = Annotated[str | None, Header(max_length=100, description="ETag of the row as read.")]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Comment = Annotated[str, Field(min_length=1, max_length=2000)]

_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (400, 404, 409, 412, 422)
}


class AssignRequest(BaseModel):
    """To whom a document goes; null takes it from whoever has it."""

    model_config = ConfigDict(extra="forbid")

    to: Name | None


class SendBackRequest(BaseModel):
    """Why a document goes back, and to whom: to who confirmed or uploaded it unless told."""

    model_config = ConfigDict(extra="forbid")

    comment: Comment
    to: Name | None = None


class AnswerRequest(BaseModel):
    """What is answered to who sent it back."""

    model_config = ConfigDict(extra="forbid")

    comment: Comment


class RemarkBody(BaseModel):
    """One comment; times are UTC."""

    kind: Literal["send back", "answer"]
    by: str
    to: str
    comment: str
    at: dt.datetime


class WorkBody(BaseModel):
    """Who has a document, and what was said about it, the oldest first."""

    success: Literal[True]
    upload_id: str
    status: UploadStatus
    row_version: int
    assignee: str | None
    remarks: list[RemarkBody]


class WorkLine(BaseModel):
    """One document of the list. ``remark`` is there while an answer is waited for."""

    kind: UploadKind
    upload_id: str
    row_version: int
    file_name: str
    status: UploadStatus
    party: str | None
    number: str | None
    amount: Decimal | None
    currency: str | None
    confidence: float | None
    uploaded_at: dt.datetime
    reason: str | None
    assignee: str | None
    remark: str | None
    asked_by: str | None
    asked_whom: str | None


class WorkListBody(BaseModel):
    """One page of documents, the newest upload first."""

    success: Literal[True]
    items: list[WorkLine]
    pagination: Pagination
    links: PageLinks


class PeopleBody(BaseModel):
    """Everybody known by name."""

    success: Literal[True]
    people: list[str]


@router.get("/people", responses={200: {"model": PeopleBody}})
def people(engine: Engine) -> Response:
    """Everybody to whom something can be given."""
    return JsonAnswer({"success": True, "people": engine.people()})


@router.get(
    "/work", responses={200: {"model": WorkListBody}, **{s: _ERRORS[s] for s in (400, 422)}}
)
def work(
    request: Request,
    engine: Engine,
    page: PageNumber = 1,
    per_page: PerPage = 50,
    kind: UploadKind | None = None,
    assigned_to: Annotated[str | None, Query(min_length=1, max_length=200)] = None,
    unassigned: Annotated[bool, Query(description="Only what nobody has.")] = False,
    sent_back: Annotated[bool | None, Query(description="Waits for an answer, or not.")] = None,
) -> Response:
    """Documents by who has them and whether they were sent back."""
    query = DocumentQuery(
        kind=kind,
        me=assigned_to,
        hands="nobody" if unassigned else "me" if assigned_to else None,
        is_sent_back=sent_back,
        page=page,
        per_page=per_page,
    )
    found = engine.documents(query)
    names = WorkLine.model_fields
    items = [{name: getattr(row, name) for name in names} for row in found.rows]
    return page_answer(request, items, page=page, per_page=per_page, total=found.total)


@router.get("/work/{upload_id}", responses={200: {"model": WorkBody}, 404: _ERRORS[404]})
def one(engine: Engine, upload_id: Id) -> Response:
    """Who has a document, and what was said about it."""
    return _answer(engine, upload_id)


@router.put(
    "/work/{upload_id}/assignee",
    responses={200: {"model": WorkBody}, **{s: _ERRORS[s] for s in (400, 404, 422)}},
)
def assign(engine: Engine, upload_id: Id, request: AssignRequest) -> Response:
    """Give a document to a person, or to nobody."""
    engine.assign([upload_id], request.to)
    return _answer(engine, upload_id)


@router.post("/work/{upload_id}/send-back", responses={200: {"model": WorkBody}, **_ERRORS})
def send_back(
    engine: Engine, upload_id: Id, request: SendBackRequest, if_match: IfMatch = None
) -> Response:
    """Send a document back with a comment; one that was confirmed is open again."""
    version = version_of(if_match) if if_match else None
    engine.send_back(upload_id, request.comment, to=request.to, row_version=version)
    return _answer(engine, upload_id)


@router.post("/work/{upload_id}/answer", responses={200: {"model": WorkBody}, **_ERRORS})
def answer(
    engine: Engine, upload_id: Id, request: AnswerRequest, if_match: IfMatch = None
) -> Response:
    """Answer who sent a document back; that settles it."""
    version = version_of(if_match) if if_match else None
    engine.answer(upload_id, request.comment, row_version=version)
    return _answer(engine, upload_id)


def _answer(engine: Services, upload_id: str) -> Response:
    is_invoices = engine.upload_kind(upload_id) == "invoice"
    row = engine.invoice_upload(upload_id) if is_invoices else engine.bank_upload(upload_id)
    said = remarks(row.document.audit_trail) if row.document else ()
    return JsonAnswer(
        {
            "success": True,
            "upload_id": upload_id,
            "status": row.status,
            "row_version": row.row_version,
            "assignee": engine.assignee(upload_id),
            "remarks": said,
        },
        headers={"ETag": etag(row.row_version)},
    )
