"""How sure a plan is that was found: proved by its balances, or by words and signs alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from engine.extraction.bank_files.day_order import DayOrder
from engine.extraction.bank_files.tables.grid import Record
from engine.extraction.bank_files.tables.profile import Profile
from engine.extraction.bank_files.tables.tried_plans import AGREES, TriedPlan, told_by_balances
from engine.extraction.bank_files.tables.turned import turned_evidence
from engine.extraction.bank_files.tables.vocabulary import head_role
from engine.extraction.statements.solving.chain import Chain
from engine.records import ColumnPlan

_NEARLY_ALL: Final = 0.95
_BY_NAME: Final = 0.97
_BY_CELLS: Final = 0.8
_PROVEN: Final = 0.995


@dataclass(frozen=True, slots=True)
class Guess:
    """A plan, and how sure its parts are: columns and signs, and the order of the dates."""

    plan: ColumnPlan
    columns_certainty: float
    days: DayOrder


def judged(
    best: TriedPlan,
    table: Sequence[Record],
    days: DayOrder,
    profiles: Sequence[Profile],
    rows: Sequence[Record],
    sign_evidence: str | None,
) -> Guess:
    """The plan that was found best, with its probability and the sentences why.

    Args:
        best: the plan, with what its balances say.
        table: all records from the first row on.
        days: the order of the dates.
        profiles: what the columns hold.
        rows: the movements among the records.
        sign_evidence: what is to be said of the decimal sign, if it is doubtful.
    """
    plan, evidence = best.plan, []
    certainty = _named_share(plan)
    if best.agreement < _NEARLY_ALL and told_by_balances(best, rows, table):
        plan = replace(plan, sign_convention="balances")
        evidence += ["Each balance rose or fell by the amount of its row.", days.why]
        certainty = 0.97
        confidence = round(min(certainty, days.certainty), 3)
        plan = replace(plan, confidence=confidence, evidence=tuple(evidence))
        return Guess(plan, certainty, days)
    if best.agreement >= AGREES:
        certainty = _PROVEN if best.agreement > _NEARLY_ALL else 0.97
        share = "All" if best.agreement == 1 else f"{best.agreement:.0%} of the"
        evidence.append(f"{share} running balances follow from the amounts so.")
    else:
        plan, evidence, certainty = _unproven(plan, best, rows, profiles, certainty)
        if sign_evidence:
            evidence.append(sign_evidence)
            certainty = min(certainty, 0.7)
    evidence.append(days.why)
    confidence = round(min(certainty, days.certainty), 3)
    return Guess(replace(plan, confidence=confidence, evidence=tuple(evidence)), certainty, days)


def _unproven(
    plan: ColumnPlan,
    best: TriedPlan,
    rows: Sequence[Record],
    profiles: Sequence[Profile],
    certainty: float,
) -> tuple[ColumnPlan, list[str], float]:
    """The plan as words and signs alone suggest it, when no balances prove it."""
    evidence = []
    chain = best.chain
    if chain is not None and not chain.agreeing and _is_no_balance(plan, chain, profiles):
        roles = tuple("other" if role == "balance" else role for role in plan.roles)
        plan = replace(plan, roles=roles)
        evidence.append("The column of balances does not follow from the amounts: it is not used.")
    if plan.sign_convention in {"signed", "turned"}:
        found = turned_evidence(plan, rows)
        plan = replace(plan, sign_convention="turned" if found.is_turned else "signed")
        evidence.append(found.why)
        certainty = min(certainty, found.certainty)
    return plan, evidence, certainty


def _is_no_balance(plan: ColumnPlan, chain: Chain, profiles: Sequence[Profile]) -> bool:
    """Whether balances that never follow are no running ones: many, or always the same."""
    is_same = profiles[plan.roles.index("balance")].distinct == 1 and chain.balances > 1
    return is_same or chain.balances > 3


def _named_share(plan: ColumnPlan) -> float:
    """How sure columns are by their names alone."""
    needed = {"date", "amount", "debit", "credit"}
    named = all(
        head and head_role(head) is not None
        for head, role in zip(plan.heads, plan.roles, strict=True)
        if role in needed
    )
    return _BY_NAME if named and plan.header_row is not None else _BY_CELLS
