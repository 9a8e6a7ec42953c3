"""Which proposals one step would accept, what they come to, and which of them to look at first."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import Final

from engine.processing.still_open import HeldRecords
from engine.records import Match, ReconciliationDocument

_RISKIEST: Final = 5


@dataclass(frozen=True, slots=True)
class AcceptPlan:
    """Proposals that are as sure as ``least`` and can be accepted together.

    ``sums`` are what they match, by currency; ``riskiest`` the first five by the money that would
    stand in the wrong place, times how likely that is. ``tied`` and ``partial`` proposals are never
    accepted unseen, ``locked`` ones lie in a closed period or have a line that is ignored, and of
    ``held`` ones confirmed matches leave too little: they are only counted.
    """

    least: float
    matches: tuple[Match, ...]
    sums: Mapping[str, Decimal]
    riskiest: tuple[Match, ...]
    expected_wrong: float
    tied: int = 0
    partial: int = 0
    locked: int = 0
    held: int = 0


def plan_acceptance(
    document: ReconciliationDocument,
    least: float,
    held: HeldRecords,
    locked: Collection[str],
) -> AcceptPlan:
    """What would be accepted from a probability on.

    Args:
        document: The run.
        least: From 0 to 1.
        held: What confirmed matches of all runs hold.
        locked: Ids of bank lines that lie in a closed period, or that a person ignores.
    """
    sure = [
        m
        for m in (*document.matched, *document.partial)
        if m.decision == "proposed" and m.confidence >= least
    ]
    tied = [m for m in sure if m.is_tied]
    part = [m for m in sure if not m.is_tied and m.settlement == "partial"]
    rest = [m for m in sure if not m.is_tied and m.settlement == "full"]
    shut = [m for m in rest if not set(m.transaction_ids).isdisjoint(locked)]
    free = [m for m in rest if set(m.transaction_ids).isdisjoint(locked)]
    taken = [m for m in free if held.refused(m)]
    refused = {m.match_id for m in taken}
    chosen = tuple(m for m in free if m.match_id not in refused)
    return AcceptPlan(
        least=least,
        matches=chosen,
        sums=_sums(chosen),
        riskiest=riskiest(chosen),
        expected_wrong=sum(1.0 - m.confidence for m in chosen),
        tied=len(tied),
        partial=len(part),
        locked=len(shut),
        held=len(taken),
    )


def riskiest(matches: Sequence[Match], most: int = _RISKIEST) -> tuple[Match, ...]:
    """Those with the most to lose, the riskiest first.

    Money of one currency is measured in its usual amount, so that currencies need no rate.
    """
    amounts: dict[str | None, list[Decimal]] = defaultdict(list)
    for found in matches:
        amounts[found.currency].append(_stake(found))
    usual = {code: median(values) or Decimal(1) for code, values in amounts.items()}

    def risk(found: Match) -> float:
        return (1.0 - found.confidence) * float(_stake(found) / usual[found.currency])

    return tuple(sorted(matches, key=lambda m: (-risk(m), m.match_id))[:most])


def _stake(found: Match) -> Decimal:
    return found.amount_matched if found.money_at_stake is None else found.money_at_stake


def _sums(matches: Sequence[Match]) -> dict[str, Decimal]:
    sums: dict[str, Decimal] = {}
    for found in matches:
        code = found.currency or ""
        sums[code] = sums.get(code, Decimal(0)) + found.amount_matched
    return dict(sorted(sums.items()))
