"""Puts the API together: guards, error shapes and the routes by concern."""

import logging
from collections.abc import Sequence
from typing import Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from engine import __version__
from engine.api import (
    arrivals,
    attachments,
    documents,
    hand_matches,
    health,
    oversight,
    periods,
    production,
    readings,
    reference,
    rules,
    spot_checks,
    thumbnails,
    tokens,
    uploads,
    work,
)
from engine.api.answers import error_answer, error_answer_for
from engine.api.bodies import RETRY_AFTER, ErrorBody
from engine.api.examples import with_examples
from engine.api.guards import BodyLimit, SameOrigin
from engine.api.one_file import FILE_PART, HOW_TO_SEND, NO_FILE
from engine.api.sign_in import SignIn
from engine.api.timed import Timed
from engine.errors import MatchbookError
from engine.watching.meters import count_failure

log = logging.getLogger(__name__)

_STATUS_CODES: Final = {
    401: ("unauthorised", "You are not signed in."),
    403: ("forbidden", "This is not allowed."),
    404: ("not_found", "There is nothing at this address."),
    405: ("method_not_allowed", "This address does not take this method."),
    408: ("request_too_slow", "The request came too slowly."),
    413: ("request_too_large", "The request is larger than it may be."),
}


def create_api(
    max_body_bytes: int, *, requests_per_minute: int = 0, origins: Sequence[str] = ()
) -> FastAPI:
    """The API as an ASGI app.

    Args:
        max_body_bytes: larger files are refused.
        requests_per_minute: most requests of one person or address; 0 means no limit.
        origins: of other sites whose pages may call it.
    """
    guards = [
        Middleware(Timed),
        Middleware(SameOrigin, trusted=origins),
        Middleware(BodyLimit, max_bytes=max_body_bytes),
        Middleware(SignIn, requests_per_minute=requests_per_minute),
    ]
    if origins:
        guards.insert(
            0,
            Middleware(
                CORSMiddleware,
                allow_origins=list(origins),
                allow_methods=["GET", "POST", "PATCH", "PUT", "DELETE"],
                allow_headers=["Authorization", "Content-Type", "If-Match", "Idempotency-Key"],
                expose_headers=["ETag", "Location", "Link"],
            ),
        )
    api = FastAPI(
        title="Matchbook",
        version=__version__,
        description="Invoices and bank statements in, reconciled books out.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/openapi.json",
        separate_input_output_schemas=False,  # amounts of rows are numbers, as they are taken
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
        middleware=guards,
        responses={
            **{status: {"model": ErrorBody} for status in (401, 403, 408)},
            429: {"model": ErrorBody, "headers": RETRY_AFTER},
        },
    )
    api.include_router(production.router)
    api.include_router(uploads.invoice_router)
    api.include_router(uploads.bank_router)
    for router in attachments.routers:
        api.include_router(router)
    api.include_router(periods.router)
    api.include_router(hand_matches.router)
    api.include_router(rules.router)
    api.include_router(work.router)
    api.include_router(spot_checks.router)
    api.include_router(tokens.router)
    api.include_router(oversight.router)
    api.include_router(readings.router)
    api.include_router(documents.router)
    api.include_router(thumbnails.router)
    api.include_router(arrivals.router)
    api.include_router(health.router)
    api.include_router(reference.router)
    described = api.openapi
    api.openapi = lambda: with_examples(described())  # type: ignore[method-assign]
    api.add_exception_handler(MatchbookError, _explained)
    api.add_exception_handler(HTTPException, _framework)
    api.add_exception_handler(RequestValidationError, _invalid)
    api.add_exception_handler(Exception, _unexpected)
    return api


def _explained(request: Request, error: Exception) -> Response:
    assert isinstance(error, MatchbookError)  # noqa: S101 (it is registered for these)
    count_failure("request", error.code)
    return error_answer_for(error)


def _framework(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 (it is registered for these)
    code, message = _STATUS_CODES.get(error.status_code, ("refused", str(error.detail)))
    answer = error_answer(
        error.status_code, code, message, "The addresses are listed in /api/docs."
    )
    answer.headers.update(error.headers or {})
    return answer


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 (it is registered for these)
    first = error.errors()[0]
    if first["loc"] == ("body", FILE_PART):
        return error_answer(422, "invalid_input", NO_FILE, HOW_TO_SEND)
    where = ".".join(str(part) for part in first["loc"] if part != "body") or "the body"
    return error_answer(422, "invalid_input", f"{where}: {first['msg']}.", "See /api/docs.")


def _unexpected(request: Request, error: Exception) -> Response:
    count_failure("request", "internal")
    log.error("%s %s failed", request.method, request.url.path, exc_info=error)
    return error_answer(500, "internal", "Something unexpected happened.", "See the server's log.")
