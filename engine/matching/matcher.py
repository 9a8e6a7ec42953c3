"""The whole run: invoices and bank lines in; matched, partial and unmatched out."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.matching.assignment import choose
from engine.matching.competition import standings
from engine.matching.customs import Customs
from engine.matching.explaining import Explained, explain
from engine.matching.explanation import Explanation
from engine.matching.hands import ALONE, Hands
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import Ledger, build_ledger
from engine.matching.limits import USUAL
from engine.matching.options import MatchOptions
from engine.matching.result import MatchResult, Scored, build_result
from engine.matching.rivals import Rivals
from engine.matching.scoring import Weights, probability, shipped_weights
from engine.matching.suggesting import confidences_needed
from engine.matching.weighing import weigh_evidence

_TIED_LEAST = 0.25
"""Probability from which one of several about equal explanations is shown for all of them."""


def match(
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    options: MatchOptions,
    hands: Hands = ALONE,
) -> MatchResult:
    """The best consistent set of matches; the same for the same rows in any order.

    ``hands`` share the work of a large run; the answer does not depend on them.

    Raises:
        InvalidInputError: two invoices or two bank lines have the same id.
    """
    weighed = weigh(invoices, lines, options, hands)
    return build_result(
        weighed.ledger,
        weighed.explained,
        weighed.scored,
        weighed.rivals,
        weighed.chosen,
        options,
        invoices,
        lines,
        hands,
    )


@dataclass(frozen=True, slots=True)
class Weighed:
    """A run before it is put in words; ``chosen`` are places of explanations."""

    ledger: Ledger
    explained: Explained
    scored: Scored
    rivals: Rivals
    chosen: tuple[int, ...]


def weigh(
    invoices: Sequence[OpenInvoice],
    lines: Sequence[BankLine],
    options: MatchOptions,
    hands: Hands = ALONE,
) -> Weighed:
    """All explanations of the rows with their worth, and those that hold."""
    ledger = build_ledger(invoices, lines, options.rules, options.ignored, hands)
    explained = explain(ledger, options, hands)
    scored = score(ledger, explained, shipped_weights(), hands)
    rivals = Rivals(explained.explanations, scored.confidences)
    worthy = _worthy(ledger, explained.explanations, scored, rivals, options)
    chosen = choose(explained.explanations, scored.confidences, worthy)
    return Weighed(ledger, explained, scored, rivals, tuple(chosen))


def score(ledger: Ledger, explained: Explained, weights: Weights, hands: Hands = ALONE) -> Scored:
    """Every explanation's log-odds after competition, calibrated, and its probability."""
    evidence = weigh_evidence(ledger, explained, weights, hands)
    own = explained.words.worth(evidence.own)
    after = standings(own, explained.explanations)
    families = [e.family for e in explained.explanations]
    run = Customs(after, families, evidence.kinds, len(ledger.bills), weights)
    totals = run.totals.tolist()
    limits = [
        limit if total < limit.holds_below else USUAL
        for limit, total in zip(evidence.limits, totals, strict=True)
    ]
    most = {limit: limit.log_odds for limit in set(limits)}
    confidences = [
        probability(min(total, most[limit])) for total, limit in zip(totals, limits, strict=True)
    ]
    return Scored(tuple(own), tuple(totals), tuple(confidences), tuple(limits), weights, run)


def _worthy(
    ledger: Ledger,
    explanations: Sequence[Explanation],
    scored: Scored,
    rivals: Rivals,
    options: MatchOptions,
) -> list[int]:
    """Those that are sure enough for their money, alone or together with what they tie with."""
    needed = confidences_needed(ledger, explanations, options.suggest_from, options.threshold)
    return [
        index
        for index, (confidence, least) in enumerate(zip(scored.confidences, needed, strict=True))
        if confidence >= least
        or (confidence >= _TIED_LEAST and rivals.is_among_equals(index, least))
    ]
