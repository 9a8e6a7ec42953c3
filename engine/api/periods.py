"""Decisions about matches, and periods that are closed and reopened."""

from fastapi import APIRouter
from starlette.responses import Response

from engine.api.answers import JsonAnswer
from engine.api.bodies import (
    CloseRequest,
    ClosingsBody,
    DecideBody,
    DecideRequest,
    ErrorBody,
    ReopenRequest,
)
from engine.api.ids import Id
from engine.api.opened import Engine
from engine.store import Closing

router = APIRouter(prefix="/production", tags=["production"])


@router.post(
    "/reconciliations/{reconciliation_id}/matches/{match_id}/decision",
    responses={
        200: {"model": DecideBody},
        **{status: {"model": ErrorBody} for status in (404, 409, 412, 422)},
    },
)
def decide(engine: Engine, reconciliation_id: Id, match_id: Id, request: DecideRequest) -> Response:
    """Confirm or reject a match, or take that back (proposed)."""
    version = engine.decide(
        reconciliation_id,
        match_id,
        request.decision,
        row_version=request.row_version,
        reason=request.reason,
    )
    return JsonAnswer({"success": True, "row_version": version})


@router.get("/periods", responses={200: {"model": ClosingsBody}})
def list_closings(engine: Engine) -> Response:
    """All closings of periods, the newest first; those that were reopened too."""
    return _answer(engine.closings())


@router.post("/periods/close", responses={200: {"model": ClosingsBody}, 422: {"model": ErrorBody}})
def close_period(engine: Engine, request: CloseRequest) -> Response:
    """Close one account, or all, up to and with a day: its confirmed matches are locked."""
    return _answer(
        [
            engine.close_period(
                request.up_to, account_number=request.account_number, note=request.note
            )
        ]
    )


@router.post(
    "/periods/{closing_id}/reopen",
    responses={
        200: {"model": ClosingsBody},
        **{status: {"model": ErrorBody} for status in (400, 404, 422)},
    },
)
def reopen_period(engine: Engine, closing_id: Id, request: ReopenRequest) -> Response:
    """Take a closing back; who, when and why stays on record."""
    return _answer([engine.reopen_period(closing_id, request.reason)])


def _answer(closings: tuple[Closing, ...] | list[Closing]) -> Response:
    return JsonAnswer({"success": True, "closings": list(closings)})
