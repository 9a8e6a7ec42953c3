"""API tokens over HTTP: list, create, revoke."""

import datetime as dt
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from engine.access import Role
from engine.api.answers import JsonAnswer
from engine.api.bodies import ErrorBody
from engine.api.opened import Engine
from engine.store import StoredToken

router = APIRouter(prefix="/tokens", tags=["access"])

TokenId = Annotated[str, Path(pattern=r"^[0-9a-f]{12}$")]

_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (400, 404, 422)
}


class TokenRequest(BaseModel):
    """A token to make."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=100, description="Who or what will use it.")
    role: Role
    days: int = Field(90, ge=1, le=3650, description="How many days it is good.")


class TokenBody(BaseModel):
    """A token without its secret. Times are UTC."""

    token_id: str
    name: str
    role: Role
    created_at: dt.datetime
    created_by: str
    expires_at: dt.datetime
    revoked_at: dt.datetime | None
    revoked_by: str | None
    last_used_at: dt.datetime | None


class TokensBody(BaseModel):
    """All tokens, the newest first."""

    success: Literal[True]
    tokens: list[TokenBody]


class NewTokenBody(BaseModel):
    """A new token; ``token`` is not shown again."""

    success: Literal[True]
    token: str
    about: TokenBody


class RevokedBody(BaseModel):
    """A token opens nothing any more."""

    success: Literal[True]
    token_id: str


@router.get("", responses={200: {"model": TokensBody}, **_ERRORS})
def list_tokens(engine: Engine) -> Response:
    """All tokens that were made, those that are good no more too."""
    return JsonAnswer({"success": True, "tokens": [_about(token) for token in engine.tokens()]})


@router.post("", status_code=201, responses={201: {"model": NewTokenBody}, **_ERRORS})
def create_token(engine: Engine, request: TokenRequest) -> Response:
    """Make a token; its text is in this answer and nowhere else."""
    token, stored = engine.create_token(request.name, request.role, days=request.days)
    return JsonAnswer(
        {"success": True, "token": token.text, "about": _about(stored)},
        status_code=201,
        headers={"Cache-Control": "no-store"},
    )


@router.delete("/{token_id}", responses={200: {"model": RevokedBody}, **_ERRORS})
def revoke_token(engine: Engine, token_id: TokenId) -> Response:
    """Let a token open nothing from now on."""
    engine.revoke_token(token_id)
    return JsonAnswer({"success": True, "token_id": token_id})


def _about(token: StoredToken) -> dict[str, Any]:
    return {name: getattr(token, name) for name in TokenBody.model_fields}
