"""Reading files anew with today's engine, over HTTP: asked for, compared, accepted, taken back."""

from typing import Any, Final

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.responses import Response

from engine.api.answers import JsonAnswer
from engine.api.bodies import ErrorBody
from engine.api.ids import Id
from engine.api.opened import Engine
from engine.api.readings.bodies import (
    AcceptRequest,
    AskedBody,
    AskRequest,
    ChangeBody,
    CheckBody,
    ComparisonBody,
    DoneBody,
    KeptBody,
    LeftBody,
    NewerReadingBody,
    OlderFileBody,
    OlderFilesBody,
    ReadingBody,
    TakeBackRequest,
)
from engine.api.uploads.pages import PageNumber, PerPage, page_answer
from engine.services import AcceptPreview, AcceptResult, Comparison, Services

router = APIRouter(prefix="/production/readings", tags=["readings"])


_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (400, 404, 422)
}


@router.get("", responses={200: {"model": OlderFilesBody}, **_ERRORS})
def older_files(
    request: Request, engine: Engine, page: PageNumber = 1, per_page: PerPage = 50
) -> Response:
    """The files that another engine than today's read, with their newer readings."""
    found = engine.older_files()
    first = (page - 1) * per_page
    items = [
        {
            **{name: getattr(one, name) for name in OlderFileBody.model_fields},
            "reading": _reading(one.reading) if one.reading else None,
        }
        for one in found[first : first + per_page]
    ]
    return page_answer(request, items, page=page, per_page=per_page, total=len(found))


@router.post("", status_code=202, responses={202: {"model": AskedBody}, **_ERRORS})
def ask(engine: Engine, request: AskRequest) -> Response:
    """Read files anew in the background, into readings that change nothing."""
    wanted = request.upload_ids
    if wanted is None:
        wanted = [one.upload_id for one in engine.older_files() if not _is_today(engine, one)]
    password = request.password.get_secret_value() if request.password else None
    asked = engine.ask_for_readings(wanted, password)
    answer = {"success": True, "engine_version": engine.reading_version(), "upload_ids": asked}
    return JsonAnswer(answer, status_code=202)


@router.post("/accept", responses={200: {"model": DoneBody}, **_ERRORS})
def accept(engine: Engine, request: AcceptRequest) -> Response:
    """Accept readings in one step: all that are ready and only better, unless told otherwise."""
    preview = engine.preview_readings(request.upload_ids, only_better=request.only_better)
    if request.dry_run:
        return _done(preview)
    return _done(engine.accept_readings(preview))


@router.post("/take-back", responses={200: {"model": DoneBody}, **_ERRORS})
def take_back(engine: Engine, request: TakeBackRequest) -> Response:
    """Make the rows of one step what they were before it, where nobody went on from it."""
    return _done(engine.take_back_readings(request.batch_id))


@router.get("/{upload_id}", responses={200: {"model": NewerReadingBody}, **_ERRORS})
def one(engine: Engine, upload_id: Id) -> Response:
    """How far a newer reading is, and how it differs from what the row says."""
    line = engine.newer_reading(upload_id)
    comparison = None
    if line is None or line.state == "ready":
        comparison = _comparison(engine.compare_reading(upload_id))
    return JsonAnswer(
        {"success": True, "reading": _reading(line), "comparison": comparison},
    )


@router.delete("/{upload_id}", status_code=204, responses={204: {}, **_ERRORS})
def set_aside(engine: Engine, upload_id: Id) -> Response:
    """Say that a newer reading is not wanted; the row stays as it is."""
    engine.set_aside_readings([upload_id])
    return Response(status_code=204)


def _is_today(engine: Services, one: Any) -> bool:
    """Whether today's engine read it already, or is asked to."""
    return one.reading is not None and one.reading.engine_version == engine.reading_version()


def _reading(line: Any) -> dict[str, Any]:
    return {name: getattr(line, name) for name in ReadingBody.model_fields}


def _comparison(found: Comparison) -> dict[str, Any]:
    differences = found.differences
    same = {
        name: getattr(found, name) for name in ComparisonBody.model_fields if hasattr(found, name)
    }
    return {
        **same,
        "changes": [_fields(one, ChangeBody) for one in differences.changes],
        "kept": [_fields(one, KeptBody) for one in differences.kept],
        "checks": [_fields(one, CheckBody) for one in differences.checks],
        "new_warnings": differences.new_warnings,
        "records_stayed": differences.stayed,
    }


def _fields(one: object, body: type[BaseModel]) -> dict[str, Any]:
    return {name: getattr(one, name) for name in body.model_fields}


def _done(found: AcceptPreview | AcceptResult) -> Response:
    if isinstance(found, AcceptPreview):
        batch_id, done = None, [one.upload_id for one in found.possible]
    else:
        batch_id, done = found.batch_id, list(found.done)
    return JsonAnswer(
        {
            "success": True,
            "dry_run": isinstance(found, AcceptPreview),
            "batch_id": batch_id,
            "done": done,
            "left": [_fields(one, LeftBody) for one in found.left],
        }
    )
