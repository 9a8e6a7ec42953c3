"""Matches that a program or a person puts together, many accepted at once, undo, and lessons."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from starlette.responses import Response

from engine.api.answers import JsonAnswer
from engine.api.bodies import (
    AcceptBody,
    AcceptRequest,
    DecideBody,
    ErrorBody,
    HandMatchBody,
    HandMatchRequest,
    LessonsBody,
    UndoRequest,
)
from engine.api.ids import Id
from engine.api.opened import Engine
from engine.services import HandMatch

router = APIRouter(prefix="/production", tags=["production"])

Ids = Annotated[list[str] | None, Query(max_length=200)]

_REFUSED: Final[dict[int | str, dict[str, Any]]] = {
    400: {"model": ErrorBody, "description": "The difference has no name, or nothing can be done."},
    404: {"model": ErrorBody, "description": "There is no such run, match or record in it."},
    409: {"model": ErrorBody, "description": "A closed period or a confirmed match forbids it."},
    412: {"model": ErrorBody, "description": "Somebody decided since the run was read."},
    422: {"model": ErrorBody, "description": "The body is not as described."},
}


@router.post(
    "/reconciliations/{reconciliation_id}/matches",
    status_code=201,
    responses={201: {"model": HandMatchBody}, **_REFUSED},
)
def match_by_hand(engine: Engine, reconciliation_id: Id, request: HandMatchRequest) -> Response:
    """Match bank lines and invoices of a run by hand. Proposals for them step back."""
    version, match = engine.match_by_hand(
        reconciliation_id,
        HandMatch(
            invoice_ids=tuple(dict.fromkeys(request.invoice_ids)),
            transaction_ids=tuple(dict.fromkeys(request.transaction_ids)),
            treatment=request.treatment,
            rate=request.rate,
            note=(request.note or "").strip() or None,
        ),
        row_version=request.row_version,
    )
    return JsonAnswer({"success": True, "row_version": version, "match": match}, status_code=201)


@router.get(
    "/reconciliations/{reconciliation_id}/candidates",
    responses={404: {"model": ErrorBody}},
)
def candidates(
    engine: Engine, reconciliation_id: Id, invoice_id: Ids = None, transaction_id: Ids = None
) -> Response:
    """What could settle the given records of a run, the likeliest first, with reasons."""
    found = engine.candidates(
        reconciliation_id, invoice_ids=invoice_id or (), transaction_ids=transaction_id or ()
    )
    return JsonAnswer({"success": True, "candidates": found})


@router.post(
    "/reconciliations/{reconciliation_id}/accept",
    responses={200: {"model": AcceptBody}, **_REFUSED},
)
def accept(engine: Engine, reconciliation_id: Id, request: AcceptRequest) -> Response:
    """Confirm all proposals from a probability on, in one step that can be undone.

    Ties, partial payments, closed periods and records that other matches hold are left out.
    """
    plan = engine.plan_acceptance(reconciliation_id, request.least)
    version = engine.confirm_many(
        reconciliation_id,
        [match.match_id for match in plan.matches],
        f"all from {request.least:.0%} on",
        row_version=request.row_version,
    )
    left_out = {
        "tied": plan.tied,
        "partial": plan.partial,
        "locked": plan.locked,
        "held": plan.held,
    }
    return JsonAnswer(
        {
            "success": True,
            "row_version": version,
            "accepted": len(plan.matches),
            "sums": dict(plan.sums),
            "left_out": left_out,
        }
    )


@router.post(
    "/reconciliations/{reconciliation_id}/undo",
    responses={200: {"model": DecideBody}, **_REFUSED},
)
def undo(engine: Engine, reconciliation_id: Id, request: UndoRequest) -> Response:
    """Take the newest word on a run back; the history keeps both."""
    version = engine.undo(reconciliation_id, row_version=request.row_version)
    return JsonAnswer({"success": True, "row_version": version})


@router.get("/lessons", responses={200: {"model": LessonsBody}})
def lessons(engine: Engine) -> Response:
    """What decisions about matches taught later runs, in words."""
    return JsonAnswer({"success": True, "lessons": list(engine.known_about_matches())})


@router.delete("/lessons", responses={200: {"model": LessonsBody}, 400: {"model": ErrorBody}})
def forget_lessons(
    engine: Engine,
    subject: Annotated[str | None, Query(description="Of one lesson; without it all.")] = None,
) -> Response:
    """Let decisions up to now teach nothing more about a subject, or about any; what is left."""
    engine.forget_about_matches(subject)
    return lessons(engine)
