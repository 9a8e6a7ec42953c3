"""The user's own rules over HTTP: list, create, change, order, delete, restore, preview."""

from typing import Annotated, Any, Final

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from engine.api.answers import JsonAnswer
from engine.api.bodies import ErrorBody
from engine.api.ids import Id
from engine.api.opened import Engine
from engine.processing.rule_book import read_rule
from engine.records import MatchingRule
from engine.store import RuleChange, StoredRule

router = APIRouter(prefix="/rules", tags=["rules"])

RuleId = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,64}$")]

_CONDITIONS: Final = """All of them must hold. Each has a `type`:
`memo` (`test`: contains, starts_with, matches; `text`; in a pattern `*` stands for anything),
`counterparty` (`test`: is, contains; `text`), `account` (`text`: the number or its end),
`currency` (`code`), `direction` (`way`: in, out), `amount` (`least`, `most`, without a sign),
`date` (`first`, `last`), `day_of_month` (`first`, `last`)."""
_TREATMENT: Final = """What is done with the lines, by its `type`:
`set_aside` (`label`), `party` (`name`), `tolerance` (`difference`: fee, discount,
withholding_tax, exchange; `amount`, `percent`), `group` (`by`: day, week, month; `fee_percent`;
`party`), `never` (`party`)."""
_ERRORS: Final[dict[int | str, dict[str, Any]]] = {
    status: {"model": ErrorBody} for status in (400, 404, 409, 412, 422)
}


class RuleBody(BaseModel):
    """A rule as it is to be."""

    model_config = ConfigDict(extra="forbid")

    name: str
    conditions: list[dict[str, Any]] = Field(
        description=_CONDITIONS,
        examples=[[{"type": "memo", "test": "contains", "text": "STRIPE PAYOUT"}]],
    )
    treatment: dict[str, Any] = Field(
        description=_TREATMENT, examples=[{"type": "group", "by": "day", "fee_percent": 3.5}]
    )
    is_enabled: bool = True

    def record(self, rule_id: str = "") -> MatchingRule:
        """The rule that the body describes."""
        return read_rule(
            {
                "name": self.name,
                "conditions": self.conditions,
                "treatment": self.treatment,
                "is_enabled": self.is_enabled,
                "rule_id": rule_id,
            }
        )


class NewRuleBody(RuleBody):
    """A rule to be stored; without ``position`` it is asked last."""

    position: Annotated[int | None, Field(ge=1)] = None


class ChangedRuleBody(RuleBody):
    """A stored rule as it is to be; ``row_version`` is the one that was read."""

    row_version: int


class PreviewBody(NewRuleBody):
    """A rule to be tried out; with ``rule_id`` it stands for that stored rule."""

    rule_id: RuleId | None = None


class OrderBody(BaseModel):
    """The ids of all rules in their new order."""

    model_config = ConfigDict(extra="forbid")

    rule_ids: list[RuleId]


@router.get("")
def list_rules(engine: Engine) -> Response:
    """All rules in the order in which they are asked."""
    return _listed(engine.rules())


@router.post("", responses=_ERRORS, status_code=201)
def create_rule(engine: Engine, body: NewRuleBody) -> Response:
    """Store a new rule; runs made from now on follow it."""
    stored = engine.create_rule(body.record(), position=body.position)
    return JsonAnswer({"success": True, "rule": _stored(stored)}, status_code=201)


@router.put("/order", responses=_ERRORS)
def order_rules(engine: Engine, body: OrderBody) -> Response:
    """Put the rules in another order."""
    return _listed(engine.reorder_rules(body.rule_ids))


@router.post("/preview", responses=_ERRORS)
def preview_rule(engine: Engine, body: PreviewBody) -> Response:
    """What a rule would have done to past runs. Nothing is stored."""
    rule = body.record(body.rule_id or "")
    return JsonAnswer(
        {"success": True, "preview": engine.preview_rule(rule, position=body.position)}
    )


@router.get("/history")
def all_history(engine: Engine) -> Response:
    """Every change of every rule, the newest first, deleted ones too."""
    return _changes(engine.rule_history())


@router.get("/{rule_id}/history")
def history(engine: Engine, rule_id: Id) -> Response:
    """Every change of one rule, the newest first."""
    return _changes(engine.rule_history(rule_id))


@router.put("/{rule_id}", responses=_ERRORS)
def change_rule(engine: Engine, rule_id: Id, body: ChangedRuleBody) -> Response:
    """Store what a rule says now."""
    stored = engine.change_rule(body.record(rule_id), row_version=body.row_version)
    return JsonAnswer({"success": True, "rule": _stored(stored)})


@router.delete("/{rule_id}", responses=_ERRORS)
def delete_rule(engine: Engine, rule_id: Id) -> Response:
    """Take a rule out of use; it can be restored."""
    engine.delete_rule(rule_id)
    return _listed(engine.rules())


@router.post("/{rule_id}/restore", responses=_ERRORS)
def restore_rule(engine: Engine, rule_id: Id) -> Response:
    """Bring a deleted rule back where it was."""
    return JsonAnswer({"success": True, "rule": _stored(engine.restore_rule(rule_id))})


def _listed(rules: tuple[StoredRule, ...]) -> Response:
    return JsonAnswer({"success": True, "rules": [_stored(stored) for stored in rules]})


def _stored(stored: StoredRule) -> dict[str, Any]:
    return {
        "position": stored.position,
        "row_version": stored.row_version,
        "created_at": stored.created_at,
        "updated_at": stored.updated_at,
        "updated_by": stored.updated_by,
        "rule": stored.rule,
    }


def _changes(changes: tuple[RuleChange, ...]) -> Response:
    return JsonAnswer({"success": True, "changes": changes})
