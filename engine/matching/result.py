"""What a run of the matcher answers, in records: matches with reasons, and what stayed open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import NamedTuple

from engine.matching.allocating import Owed, Paid, allocate
from engine.matching.customs import Customs
from engine.matching.explaining import Explained
from engine.matching.explanation import Explanation
from engine.matching.hands import ALONE, Hands
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import Ledger
from engine.matching.limits import Limit
from engine.matching.normalise import money
from engine.matching.options import MatchOptions
from engine.matching.reasons import reasons
from engine.matching.rivals import Rivals, alternative, money_at_stake
from engine.matching.scoring import Weights
from engine.records import Allocation, Match, Unmatched

_RIVALS_NAMED = 3


@dataclass(frozen=True, slots=True)
class MatchResult:
    """Every invoice and bank line of the run in exactly one of three places.

    ``matched`` is settled in full with a confidence at or above the threshold; ``partial`` leaves
    money open or wants a person's look; ``unmatched`` is held by no match.
    """

    matched: tuple[Match, ...]
    partial: tuple[Match, ...]
    unmatched: Unmatched


@dataclass(frozen=True, slots=True)
class Scored:
    """Of every explanation its own log-odds and those after competition, calibrated.

    Also its limit and probability, the weights used, and what is usual in the run.
    """

    own: tuple[float, ...]
    totals: tuple[float, ...]
    confidences: tuple[float, ...]
    limits: tuple[Limit, ...]
    weights: Weights
    customs: Customs


class _Worded(NamedTuple):
    matches: list[Match]


def build_result(
    ledger: Ledger,
    explained: Explained,
    scored: Scored,
    rivals: Rivals,
    chosen: Sequence[int],
    options: MatchOptions,
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    hands: Hands = ALONE,
) -> MatchResult:
    """Word the chosen explanations as matches, by date, and list what none of them holds.

    ``hands`` share the wording.
    """
    ordered = sorted(chosen, key=lambda n: _order(explained.explanations[n]))
    matched: list[Match] = []
    partial: list[Match] = []
    for found in _all_worded(ordered, ledger, explained, scored, rivals, hands):
        sure = found.settlement == "full" and found.confidence >= options.threshold
        (matched if sure and not found.is_tied else partial).append(found)
    used_bills = {i for m in (*matched, *partial) for i in m.invoice_ids}
    used_lines = {t for m in (*matched, *partial) for t in m.transaction_ids}
    unmatched = Unmatched(
        invoices=tuple(sorted({i.invoice_id for i in invoices} - used_bills)),
        bank_transactions=tuple(sorted({t.transaction_id for t in lines} - used_lines)),
        set_aside=ledger.set_aside,
    )
    return MatchResult(tuple(matched), tuple(partial), unmatched)


def _all_worded(
    ordered: Sequence[int],
    ledger: Ledger,
    explained: Explained,
    scored: Scored,
    rivals: Rivals,
    hands: Hands,
) -> Iterator[Match]:
    def part(share: range) -> _Worded:
        ids = [f"M{n + 1:06d}" for n in share]
        indexes = ordered[share.start : share.stop]
        return _Worded(worded(ids, indexes, ledger, explained, scored, rivals))

    works = [partial(part, share) for share in hands.shares_of(len(ordered))]
    return chain.from_iterable(one.matches for one in hands.together(works, _Worded))


def _order(e: Explanation) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return e.payments, e.bills


def worded(
    ids: Sequence[str],
    indexes: Sequence[int],
    ledger: Ledger,
    explained: Explained,
    scored: Scored,
    rivals: Rivals,
) -> list[Match]:
    """Explanations as matches of these ids, with their reasons and alternatives."""
    evidence = explained.evidence(indexes)
    return [
        _worded(match_id, index, pieces, ledger, explained, scored, rivals)
        for match_id, index, pieces in zip(ids, indexes, evidence, strict=True)
    ]


def _worded(
    match_id: str,
    index: int,
    features: Sequence[str],
    ledger: Ledger,
    explained: Explained,
    scored: Scored,
    rivals: Rivals,
) -> Match:
    e = explained.explanations[index]
    s = e.settlement
    currency = ledger.payments[e.payments[0]].currency
    limit = scored.limits[index]
    near, tied = rivals.of(index), rivals.tied(index)
    allocations = _allocations(e, ledger, currency)
    amount = money(min(abs(s.paid), abs(s.billed)), currency)
    alternatives = tuple(
        alternative(explained.explanations[n], scored.confidences[n], ledger) for n in near
    )
    return Match(
        match_id=match_id,
        kind=e.kind,
        settlement="partial" if s.treatment == "open" else "full",
        invoice_ids=tuple(ledger.bills[b].id for b in e.bills),
        transaction_ids=tuple(ledger.payments[p].id for p in e.payments),
        currency=currency or None,
        amount_matched=amount,
        difference=money(s.difference, currency),
        difference_treatment=s.treatment if s.difference else None,
        confidence=round(scored.confidences[index], 4),
        reasons=explained.words.reasons(
            index,
            reasons(
                e,
                features,
                scored.weights[e.family],
                explained.clues,
                scored.totals[index],
                limit,
                [explained.explanations[n] for n in near[:_RIVALS_NAMED] if n in tied],
                scored.customs.of(index),
            ),
            min(scored.totals[index], limit.log_odds),
        ),
        rule=explained.words.name(index),
        allocations=allocations,
        alternatives=alternatives,
        money_at_stake=money_at_stake(amount, allocations, alternatives),
        is_tied=bool(tied),
    )


def _allocations(e: Explanation, ledger: Ledger, currency: str) -> tuple[Allocation, ...]:
    """Which line pays how much of which invoice; where money is short, the first due first."""
    bills = sorted((ledger.bills[b] for b in e.bills), key=lambda b: (b.reckoned, b.issued, b.id))
    alone = e.settlement.billed if len(bills) == 1 else None
    owed = [Owed(b.id, b.effect if alone is None else alone) for b in bills]
    paid = [Paid(ledger.payments[p].id, ledger.payments[p].amount) for p in e.payments]
    return allocate(owed, paid, e.settlement.treatment or "rounding", currency)
