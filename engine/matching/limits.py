"""How sure a match can be at most, and why: what no other evidence may outweigh."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from engine.matching.explanation import Explanation
from engine.matching.ledger import Ledger

_CONTRADICTED = frozenset({"reference:another", "reference:unknown", "listed:others"})

_UNQUOTED = frozenset(
    f"reference:{finding}" for finding in ("silent", "unlike", "unknown", "another")
)
_STRANGE = frozenset({"name:strange", "payer:none_of_many"})


class Limit(NamedTuple):
    """The highest probability that is allowed, and the sentence that says why."""

    most: float
    evidence: str

    @property
    def log_odds(self) -> float:
        """The log-odds of ``most``."""
        return math.log(self.most / (1.0 - self.most))


USUAL = Limit(0.999, "nothing that was worked out is surer than 99.9 %")
_CONTRADICTION = Limit(0.2, "the memo names another party and another number")
_UNQUOTED_PART = Limit(
    0.74, "money stays open and the memo names no invoice, so a person has to look"
)
_STRANGER = Limit(
    0.6, "the line names nobody known, and none of this payer's many other lines meets an invoice"
)
_LONE_FEE = Limit(
    0.74, "no other deposit of this payer tells what it keeps, so a person has to look"
)
NOT_SEARCHED = Limit(
    0.05, "no search leads from one to the other, and of such pairs next to none is right"
)
_GUESSED = Limit(0.7, "a currency was guessed, so a person has to look")


def limits_of(
    explanations: Sequence[Explanation], features: Sequence[Sequence[str]], ledger: Ledger
) -> list[Limit]:
    """The lowest limit that holds for each explanation, by the pieces of evidence of each."""
    has_guessed = ledger.has_guessed_currencies
    return [
        _limit(e, pieces, has_guessed and _is_guessed(e, ledger))
        for e, pieces in zip(explanations, features, strict=True)
    ]


def _limit(e: Explanation, pieces: Sequence[str], is_guessed: bool) -> Limit:
    if _is_contradicted(pieces):
        return _CONTRADICTION
    if is_guessed:
        return _GUESSED
    if e.settlement.shape == "short" and len(e.payments) == 1 and not _UNQUOTED.isdisjoint(pieces):
        return _UNQUOTED_PART
    if _STRANGE.issubset(pieces) and not _UNQUOTED.isdisjoint(pieces):
        return _STRANGER
    if e.joint and e.joint.word and not e.joint.alike and "gross:silent" in pieces:
        return _LONE_FEE
    return USUAL


def _is_contradicted(pieces: Sequence[str]) -> bool:
    return "name:other" in pieces and not _CONTRADICTED.isdisjoint(pieces)


def _is_guessed(e: Explanation, ledger: Ledger) -> bool:
    return any(ledger.bills[b].currency_is_guessed for b in e.bills) or any(
        ledger.payments[p].currency_is_guessed for p in e.payments
    )
