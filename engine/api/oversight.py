"""What administrators look after, over HTTP: who saw what, and what goes for good."""

import datetime as dt
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from engine.api.answers import JsonAnswer
from engine.api.bodies import ErrorBody
from engine.api.opened import Engine
from engine.api.uploads.pages import PageLinks, PageNumber, Pagination, PerPage, page_answer
from engine.store import AccessAction, AccessQuery, PurgeItem

router = APIRouter(tags=["access"])

Text = Annotated[str | None, Query(min_length=1, max_length=200)]

_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (400, 422)
}


class AccessEventBody(BaseModel):
    """Who saw, took out or removed what. Times are UTC.

    The file name is that of the document that it is about, where it is still here.
    """

    acted_at: dt.datetime
    acted_by: str
    action: AccessAction
    subject: str
    file_name: str | None


class AccessEventsBody(BaseModel):
    """One page of the access log, the newest first."""

    success: Literal[True]
    items: list[AccessEventBody]
    pagination: Pagination
    links: PageLinks


class PurgeRequest(BaseModel):
    """What is to go; a dry run, which is the default, only tells what would."""

    model_config = ConfigDict(extra="forbid")

    dry_run: bool = True
    days: int | None = Field(
        None, ge=0, le=36_500, description="Deleted longer ago; the setting's days by default."
    )


class PurgedBody(BaseModel):
    """One document that went, or would go. Times are UTC, sizes bytes."""

    document_id: str
    kind: Literal["upload", "attachment"]
    file_name: str
    file_size: int
    deleted_at: dt.datetime
    deleted_by: str
    file_goes: bool = Field(description="False where another document has the same file.")


class KeptBody(BaseModel):
    """One document that stays though it was due."""

    document_id: str
    file_name: str
    reason: str


class PurgeBody(BaseModel):
    """What was deleted before an instant and went, or would go, for good."""

    success: Literal[True]
    dry_run: bool
    before: dt.datetime
    purged: list[PurgedBody]
    kept: list[KeptBody]


@router.get("/access-events", responses={200: {"model": AccessEventsBody}, **_ERRORS})
def access_events(
    request: Request,
    engine: Engine,
    by: Text = None,
    action: AccessAction | None = None,
    subject: Text = None,
    page: PageNumber = 1,
    per_page: PerPage = 50,
) -> Response:
    """Who saw, took out or removed what; a subject is looked for within."""
    found = engine.access_events(
        AccessQuery(by=by, action=action, subject=subject, page=page, per_page=per_page)
    )
    return page_answer(request, found.rows, page=page, per_page=per_page, total=found.total)


@router.post("/purge", responses={200: {"model": PurgeBody}, **_ERRORS})
def purge(engine: Engine, request: PurgeRequest) -> Response:
    """Remove for good what was deleted long enough ago, files too where no row has them."""
    result = engine.purge(days=request.days, is_dry_run=request.dry_run)
    return JsonAnswer(
        {
            "success": True,
            "dry_run": result.is_dry_run,
            "before": result.before,
            "purged": [_about(item) for item in result.items],
            "kept": [
                {
                    "document_id": one.item.document_id,
                    "file_name": one.item.file_name,
                    "reason": one.reason,
                }
                for one in result.kept
            ],
        }
    )


def _about(item: PurgeItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in PurgedBody.model_fields}
