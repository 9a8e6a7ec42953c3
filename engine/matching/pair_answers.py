"""What is answered about invoices and bank lines that somebody put side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.matching.vetoes import Veto
from engine.records import Alternative, Reason
from engine.records.reconciliation import MatchKind, Treatment

_NAMED = 4

Standing = Literal["matched", "partial", "candidate", "not_searched", "vetoed"]
"""``matched`` or ``partial``: the run proposes it. ``candidate``: weighed, and something else was
chosen or it is not likely enough. ``not_searched``: nothing forbids it, but no search found it.
``vetoed``: it cannot be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One piece of evidence: its topic ("name"), what was found ("full"), what that is worth.

    ``log_odds`` is calibrated, in natural units.
    """

    topic: str
    found: str
    log_odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PairAnswer:
    """What speaks for and against invoices and bank lines that somebody put side by side.

    Attributes:
        standing: Where the run has them.
        sentence: The answer in one sentence.
        vetoes: What keeps them apart; empty where nothing does.
        confidence: The probability that they settle each other and nothing else, from 0 to 1;
            None where a veto holds.
        kind: What kind of match it is, or would be.
        difference: Money paid less money billed in the line's currency.
        difference_treatment: What the difference is; None where there is none or it is unknown.
        findings: The pieces of evidence, the weightiest first.
        reasons: The same in sentences, with rivals and limits; their log-odds add up to those of
            the confidence, or of what it would be without the veto. Empty where there is nothing
            to weigh.
        alternatives: What else these records may be, the likeliest first.
        taken: For records that the run gave to another match, the ids of that match's records.
    """

    invoice_ids: tuple[str, ...]
    transaction_ids: tuple[str, ...]
    standing: Standing
    sentence: str
    vetoes: tuple[Veto, ...] = ()
    confidence: float | None = None
    kind: MatchKind | None = None
    difference: Decimal | None = None
    difference_treatment: Treatment | None = None
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Reason, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    taken: tuple[str, ...] = ()


def vetoed_sentence(vetoes: Sequence[Veto]) -> str:
    """Why records cannot be a match: the first obstacle."""
    return f"Cannot be a match: {vetoes[0].evidence}." if vetoes else ""


def sentence_of(
    standing: Standing, confidence: float, taken: Sequence[str], *, is_tied: bool = False
) -> str:
    """The answer about records that no veto keeps apart."""
    sure = f"{100 * confidence:.1f} %"
    if standing == "matched":
        return f"Matched: {sure} sure."
    if standing == "partial":
        why = "something else is about as likely" if is_tied else "a person has to look"
        return f"Proposed: {sure} sure; {why}."
    instead = f"; the run took {' + '.join(taken[:_NAMED])} instead" if taken else ""
    if standing == "candidate":
        return f"Looked at and found {sure} likely{instead}."
    return f"Not looked at; it would be {sure} likely{instead}."
