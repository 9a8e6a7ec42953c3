"""What a run of the matcher answers, in records: matches with reasons, and what stayed open."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from engine.matching.allocating import Owed, Paid, allocate
from engine.matching.explaining import Explained
from engine.matching.explanation import Explanation
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import Ledger
from engine.matching.normalise import money
from engine.matching.options import MatchOptions
from engine.matching.reasons import reasons
from engine.matching.scoring import Weights
from engine.records import Allocation, Match, Unmatched

_RIVAL_LEAST = 0.05
_RIVAL_SHARE = 0.35
_RIVALS_SHOWN = 3
_TIE_SHARE = 0.7


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
    """Calibrated log-odds and probability of every explanation, and the weights behind them."""

    totals: tuple[float, ...]
    confidences: tuple[float, ...]
    weights: Weights


def build_result(
    ledger: Ledger,
    explained: Explained,
    scored: Scored,
    chosen: Sequence[int],
    options: MatchOptions,
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
) -> MatchResult:
    """Word the chosen explanations as matches, by date, and list what none of them holds."""
    ordered = sorted(chosen, key=lambda n: _order(explained.explanations[n]))
    claims = _claims(explained.explanations, scored.confidences)
    matched: list[Match] = []
    partial: list[Match] = []
    for number, index in enumerate(ordered, 1):
        found = _match(f"M{number:06d}", index, ledger, explained, scored, claims)
        sure = found.settlement == "full" and found.confidence >= options.threshold
        tied = _is_tied(index, explained.explanations, scored.confidences, claims)
        (matched if sure and not tied else partial).append(found)
    used_bills = {i for m in (*matched, *partial) for i in m.invoice_ids}
    used_lines = {t for m in (*matched, *partial) for t in m.transaction_ids}
    unmatched = Unmatched(
        invoices=tuple(sorted({i.invoice_id for i in invoices} - used_bills)),
        bank_transactions=tuple(sorted({t.transaction_id for t in lines} - used_lines)),
        set_aside=ledger.set_aside,
    )
    return MatchResult(tuple(matched), tuple(partial), unmatched)


def _order(e: Explanation) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return e.payments, e.bills


def _claims(
    explanations: Sequence[Explanation], confidences: Sequence[float]
) -> dict[tuple[str, int], list[int]]:
    """For every bill and payment, the explanations that need it and are worth a word."""
    claims: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, e in enumerate(explanations):
        if confidences[index] < _RIVAL_LEAST:
            continue
        for bill in e.bills:
            claims["bill", bill].append(index)
        for payment in e.payments:
            claims["payment", payment].append(index)
    return claims


def _match(
    match_id: str,
    index: int,
    ledger: Ledger,
    explained: Explained,
    scored: Scored,
    claims: dict[tuple[str, int], list[int]],
) -> Match:
    e = explained.explanations[index]
    s = e.settlement
    currency = ledger.payments[e.payments[0]].currency
    rivals = _rivals(index, explained.explanations, scored.confidences, claims)
    return Match(
        match_id=match_id,
        kind=e.kind,
        settlement="partial" if s.treatment == "open" else "full",
        invoice_ids=tuple(ledger.bills[b].id for b in e.bills),
        transaction_ids=tuple(ledger.payments[p].id for p in e.payments),
        currency=currency or None,
        amount_matched=money(min(abs(s.paid), abs(s.billed)), currency),
        difference=money(s.difference, currency),
        difference_treatment=s.treatment if s.difference else None,
        confidence=round(scored.confidences[index], 4),
        reasons=explained.words.reasons(
            index,
            reasons(
                e,
                explained.features[index],
                scored.weights[e.family],
                explained.clues,
                scored.totals[index],
                [explained.explanations[n] for n in rivals],
            ),
            scored.totals[index],
        ),
        rule=explained.words.name(index),
        allocations=_allocations(e, ledger, currency),
    )


def _allocations(e: Explanation, ledger: Ledger, currency: str) -> tuple[Allocation, ...]:
    """Which line pays how much of which invoice; where money is short, the first due first."""
    bills = sorted((ledger.bills[b] for b in e.bills), key=lambda b: (b.reckoned, b.issued, b.id))
    alone = e.settlement.billed if len(bills) == 1 else None
    owed = [Owed(b.id, b.effect if alone is None else alone) for b in bills]
    paid = [Paid(ledger.payments[p].id, ledger.payments[p].amount) for p in e.payments]
    return allocate(owed, paid, e.settlement.treatment or "rounding", currency)


def _is_tied(
    index: int,
    explanations: Sequence[Explanation],
    confidences: Sequence[float],
    claims: dict[tuple[str, int], list[int]],
) -> bool:
    """Whether another explanation of the same records is about as likely."""
    near = _competing(index, explanations[index], claims)
    return any(confidences[n] >= _TIE_SHARE * confidences[index] for n in near)


def _competing(index: int, e: Explanation, claims: dict[tuple[str, int], list[int]]) -> set[int]:
    near = {n for bill in e.bills for n in claims["bill", bill]}
    near |= {n for payment in e.payments for n in claims["payment", payment]}
    return near - {index}


def _rivals(
    index: int,
    explanations: Sequence[Explanation],
    confidences: Sequence[float],
    claims: dict[tuple[str, int], list[int]],
) -> list[int]:
    """Other explanations of the same records that are nearly as likely, the likeliest first."""
    e = explanations[index]
    near = _competing(index, e, claims)
    least = max(_RIVAL_LEAST, _RIVAL_SHARE * confidences[index])
    found = [n for n in near if confidences[n] >= least]
    return sorted(found, key=lambda n: (-round(confidences[n], 9), _order(explanations[n])))[
        :_RIVALS_SHOWN
    ]
