"""Second looks at a random sample over HTTP: draw one, say what was found, and what it comes to."""

from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from engine.api.answers import JsonAnswer
from engine.api.bodies import ErrorBody
from engine.api.ids import Id
from engine.services import Population, Services, SpotCheck, services

router = APIRouter(tags=["spot checks"])

Engine = Annotated[Services, Depends(services)]

_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (400, 404, 422)
}


class SpotItemBody(BaseModel):
    """One thing that was drawn; ``is_right`` is null until somebody looked."""

    item_id: str
    label: str
    amount: Decimal | None
    currency: str | None
    accepted_by: str | None
    is_right: bool | None
    note: str
    looked_by: str | None


class SpotCheckBody(BaseModel):
    """A sample; ``total`` things could have been drawn."""

    check_id: str
    population: Population
    seed: int
    total: int
    drawn_by: str
    items: list[SpotItemBody]


class SpotFigureBody(BaseModel):
    """What all samples say: how many were wrong, and the 95 % range of their share (0 to 1)."""

    population: Population
    drawn: int
    looked_at: int
    wrong: int
    low: float
    high: float


class SpotChecksBody(BaseModel):
    """All samples, the newest first, and what they say together."""

    success: Literal[True]
    figures: list[SpotFigureBody]
    checks: list[SpotCheckBody]


class OneSpotCheckBody(BaseModel):
    """One sample."""

    success: Literal[True]
    check: SpotCheckBody


class DrawRequest(BaseModel):
    """What to draw of, and how much: a share (0 to 1) or so many. A seed draws the same again."""

    model_config = ConfigDict(extra="forbid")

    population: Population
    share: float | None = Field(None, gt=0, le=1)
    count: int | None = Field(None, ge=1, le=1_000)
    seed: int | None = Field(None, ge=0, lt=2**53)


class JudgeRequest(BaseModel):
    """What a second look found; null takes it back. What is wrong is said in the note."""

    model_config = ConfigDict(extra="forbid")

    item_id: Annotated[str, Field(min_length=1, max_length=300)]
    is_right: bool | None
    note: Annotated[str, Field(max_length=2000)] = ""


@router.get("/spot-checks", responses={200: {"model": SpotChecksBody}})
def spot_checks(engine: Engine) -> Response:
    """Every sample, and what they say of all that went through unchanged."""
    checks, figures = engine.spot_checks(), engine.spot_figures()
    return JsonAnswer({"success": True, "figures": figures, "checks": checks})


@router.post(
    "/spot-checks",
    status_code=201,
    responses={201: {"model": OneSpotCheckBody}, **{s: _ERRORS[s] for s in (400, 422)}},
)
def draw(engine: Engine, request: DrawRequest) -> Response:
    """Set a random sample aside for a second look."""
    check = engine.draw_spot_check(
        request.population, share=request.share, count=request.count, seed=request.seed
    )
    return _answer(check, 201)


@router.put(
    "/spot-checks/{check_id}/outcome", responses={200: {"model": OneSpotCheckBody}, **_ERRORS}
)
def judge(engine: Engine, check_id: Id, request: JudgeRequest) -> Response:
    """Say what the second look at one thing found."""
    check = engine.judge_spot(check_id, request.item_id, request.is_right, request.note)
    return _answer(check, 200)


def _answer(check: SpotCheck, status: int) -> Response:
    return JsonAnswer({"success": True, "check": check}, status_code=status)
