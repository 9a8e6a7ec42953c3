"""The whole run: invoices and bank lines in; matched, partial and unmatched out."""

from collections.abc import Sequence

from engine.matching.assignment import choose
from engine.matching.competition import standings
from engine.matching.explaining import Explained, explain
from engine.matching.explanation import Explanation
from engine.matching.hands import ALONE, Hands
from engine.matching.inputs import BankLine, OpenInvoice
from engine.matching.ledger import Ledger, build_ledger
from engine.matching.options import MatchOptions
from engine.matching.result import MatchResult, Scored, build_result
from engine.matching.scoring import Weights, calibrated, log_odds, probability, shipped_weights

_GUESSED_MOST = 0.70
"""Confidence that a match with a guessed currency cannot pass: a person must look."""


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
    ledger = build_ledger(invoices, lines, options.rules)
    explained = explain(ledger, options, hands)
    scored = score(ledger, explained, shipped_weights())
    chosen = choose(explained.explanations, scored.confidences, options.suggest_from)
    return build_result(ledger, explained, scored, chosen, options, invoices, lines)


def score(ledger: Ledger, explained: Explained, weights: Weights) -> Scored:
    """Every explanation's log-odds after competition, calibrated, and its probability."""
    own = [
        log_odds(features, weights[e.family])
        for e, features in zip(explained.explanations, explained.features, strict=True)
    ]
    own = explained.words.worth(own)
    after = standings(own, explained.explanations).tolist()
    totals = [
        calibrated(standing, weights[e.family].calibration)
        for e, standing in zip(explained.explanations, after, strict=True)
    ]
    confidences = [probability(total) for total in totals]
    if ledger.has_guessed_currencies:
        confidences = [
            _capped(confidence, e, ledger)
            for e, confidence in zip(explained.explanations, confidences, strict=True)
        ]
    return Scored(tuple(totals), tuple(confidences), weights)


def _capped(confidence: float, e: Explanation, ledger: Ledger) -> float:
    guessed = any(ledger.bills[b].currency_is_guessed for b in e.bills)
    guessed = guessed or any(ledger.payments[p].currency_is_guessed for p in e.payments)
    return min(confidence, _GUESSED_MOST) if guessed else confidence
