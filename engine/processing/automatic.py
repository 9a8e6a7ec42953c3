"""Proposals that are accepted without a person, where people earned that for a counterparty.

Off unless somebody chose otherwise. In the shadow nothing is confirmed: the run's history holds
what would have been, so that it can be held against what people say later. Only proposals settled
to the cent are ever chosen; never ties, parts, closed periods or what others hold.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final, Literal

import msgspec

from engine.errors import InvalidInputError
from engine.matching.memory import party_key
from engine.processing.accepting import AcceptPlan
from engine.processing.run_undoing import CONFIRM_MANY
from engine.processing.signature import Signature
from engine.records import Match, ReconciliationDocument, append_entry

AutoMode = Literal["off", "shadow", "on"]

AUTOMATIC: Final = "automatic"
"""Who decided, in matches and histories."""

WOULD_CONFIRM: Final = "would confirm"
TOPIC: Final = "automatic acceptance"
LEAST_ALLOWED: Final = 0.9

_CAP: Final = re.compile(r"([A-Za-z]{3})\s*([0-9][0-9 ]*(?:\.[0-9]{1,3})?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoPolicy:
    """What is accepted without a person.

    ``least`` is a probability from 0.9 to 1. ``earned`` is how many proposals of a counterparty
    people must have confirmed since they last rejected one. ``caps`` are the largest amounts by
    currency; matches in a currency without one are never chosen.
    """

    mode: AutoMode = "off"
    least: float = 0.98
    earned: int = 3
    caps: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoPlan:
    """What a policy chooses of a run; the counts say why the others wait for a person."""

    matches: tuple[Match, ...]
    sums: Mapping[str, Decimal]
    different: int = 0
    over_cap: int = 0
    not_earned: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AutoRecord:
    """What became of a run's automatic choices: how many of them people agree with."""

    shadowed: int = 0
    agreed: int = 0
    rejected: int = 0
    waiting: int = 0
    confirmed: int = 0
    taken_back: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDecision:
    """A person's word on a proposal, as far as it earns something; the oldest first."""

    parties: tuple[str, ...]
    is_confirmed: bool
    decided_by: str | None


def checked_policy(policy: AutoPolicy) -> AutoPolicy:
    """The policy, when it can be followed.

    Raises:
        InvalidInputError: a value is out of its range, or nothing could ever be chosen.
    """
    if not LEAST_ALLOWED <= policy.least <= 1:
        raise InvalidInputError("Nothing less sure than 90 % is accepted without a person.")
    if not 1 <= policy.earned <= 1000:
        raise InvalidInputError("A counterparty has to earn it by 1 to 1000 confirmed matches.")
    if any(cap <= 0 for cap in policy.caps.values()):
        raise InvalidInputError("The largest amounts must be more than zero.")
    if policy.mode != "off" and not policy.caps:
        raise InvalidInputError("Say up to which amounts.", "Write them as: EUR 1000, USD 1200.")
    return policy


def read_caps(text: str) -> dict[str, Decimal]:
    """Amounts by currency from ``EUR 1000, USD 1200``.

    Raises:
        InvalidInputError: a part of it is none, or a currency is named twice.
    """
    caps: dict[str, Decimal] = {}
    for part in filter(None, (piece.strip() for piece in re.split(r"[,;\n]", text))):
        found = _CAP.fullmatch(part)
        if not found or found[1].upper() in caps:
            raise InvalidInputError(
                f"“{part}” is no largest amount.", "Write them as: EUR 1000, USD 1200."
            )
        caps[found[1].upper()] = Decimal(found[2].replace(" ", ""))
    return caps


def caps_words(caps: Mapping[str, Decimal]) -> str:
    """The amounts as ``read_caps`` takes them."""
    return ", ".join(f"{code} {amount}" for code, amount in sorted(caps.items()))


def policy_value(policy: AutoPolicy) -> dict[str, Any]:
    """The policy as JSON can hold it."""
    caps = {code: str(amount) for code, amount in policy.caps.items()}
    return {"mode": policy.mode, "least": policy.least, "earned": policy.earned, "caps": caps}


def policy_of(value: Mapping[str, Any] | None) -> AutoPolicy:
    """The policy that was kept; off where nobody chose one."""
    if value is None:
        return AutoPolicy()
    caps = {code: Decimal(amount) for code, amount in value["caps"].items()}
    return AutoPolicy(mode=value["mode"], least=value["least"], earned=value["earned"], caps=caps)


def earned_by(decisions: Iterable[PartyDecision]) -> dict[str, int]:
    """By party how many proposals people confirmed since they last rejected one.

    What was accepted automatically earns nothing.
    """
    counts: dict[str, int] = defaultdict(int)
    for one in decisions:
        if one.decided_by == AUTOMATIC:
            continue
        for party in one.parties:
            counts[party] = counts[party] + 1 if one.is_confirmed else 0
    return dict(counts)


def plan_automatic(
    policy: AutoPolicy,
    acceptable: AcceptPlan,
    parties: Mapping[str, str],
    earned: Mapping[str, int],
) -> AutoPlan:
    """What a policy chooses among the proposals that could be accepted unseen.

    Args:
        policy: Its mode is not asked.
        acceptable: What accepting all from ``policy.least`` on would do.
        parties: The counterparty of each invoice by its id; an unknown one is left out.
        earned: As ``earned_by`` gives it.
    """
    exact = [m for m in acceptable.matches if not m.difference and not m.is_manual]
    capped = [m for m in exact if m.amount_matched <= policy.caps.get(m.currency or "", Decimal(0))]
    chosen = [m for m in capped if _is_earned(m, parties, earned, policy.earned)]
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for match in chosen:
        sums[match.currency or ""] += match.amount_matched
    return AutoPlan(
        matches=tuple(chosen),
        sums=dict(sorted(sums.items())),
        different=len(acceptable.matches) - len(exact),
        over_cap=len(exact) - len(capped),
        not_earned=len(capped) - len(chosen),
    )


def _is_earned(
    match: Match, parties: Mapping[str, str], earned: Mapping[str, int], least: int
) -> bool:
    names = {party_key(parties.get(i, "")) for i in match.invoice_ids}
    return all(name and earned.get(name, 0) >= least for name in names)


def shadowed(
    document: ReconciliationDocument, matches: Sequence[Match], signature: Signature, note: str
) -> ReconciliationDocument:
    """The document with an entry that says what would have been confirmed; no match changes."""
    trail = append_entry(
        document.audit_trail,
        at=signature.at,
        by=signature.by,
        action=WOULD_CONFIRM,
        target=" ".join(m.match_id for m in matches),
        before="proposed",
        after=f"proposed: {note}",
    )
    return msgspec.structs.replace(document, audit_trail=trail)


def record_of(document: ReconciliationDocument) -> AutoRecord:
    """What became of the run's automatic choices."""
    now = {m.match_id: m for m in (*document.matched, *document.partial)}
    found = AutoRecord()
    for entry in document.audit_trail:
        ids = entry.target.split()
        if entry.action == WOULD_CONFIRM:
            found = _shadow_counts(found, ids, now)
        elif entry.action == CONFIRM_MANY and entry.by == AUTOMATIC:
            standing = _standing(ids, now)
            found = replace(
                found,
                confirmed=found.confirmed + standing,
                taken_back=found.taken_back + len(ids) - standing,
            )
    return found


def _standing(ids: Collection[str], now: Mapping[str, Match]) -> int:
    return sum(key in now and now[key].decision == "confirmed" for key in ids)


def _shadow_counts(found: AutoRecord, ids: Collection[str], now: Mapping[str, Match]) -> AutoRecord:
    """A proposal that gave way to a match by hand counts as rejected."""
    agreed = _standing(ids, now)
    waiting = sum(key in now and now[key].decision == "proposed" for key in ids)
    return replace(
        found,
        shadowed=found.shadowed + len(ids),
        agreed=found.agreed + agreed,
        waiting=found.waiting + waiting,
        rejected=found.rejected + len(ids) - agreed - waiting,
    )
