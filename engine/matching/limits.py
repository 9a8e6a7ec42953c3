"""How sure a match can be at most, and why: what no other evidence may outweigh."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from engine.matching.explanation import Explanation
from engine.matching.ledger import Ledger

_CONTRADICTED = frozenset({"reference:another", "reference:unknown", "listed:others"})


class Limit(NamedTuple):
    """The highest probability that is allowed, and the sentence that says why."""

    most: float
    evidence: str

    @property
    def log_odds(self) -> float:
        """The log-odds of ``most``."""
        return math.log(self.most / (1.0 - self.most))


USUAL = Limit(0.998, "nothing that was worked out is surer than 99.8 %")
_CONTRADICTION = Limit(0.2, "the memo names another party and another number")
_GUESSED = Limit(0.7, "a currency was guessed, so a person has to look")


def limits_of(
    explanations: Sequence[Explanation], features: Sequence[Sequence[str]], ledger: Ledger
) -> list[Limit]:
    """The lowest limit that holds for each explanation, by the pieces of evidence of each."""
    pairs = zip(explanations, features, strict=True)
    if not ledger.has_guessed_currencies:
        return [_CONTRADICTION if _is_contradicted(pieces) else USUAL for _, pieces in pairs]
    return [
        _CONTRADICTION
        if _is_contradicted(pieces)
        else _GUESSED
        if _is_guessed(e, ledger)
        else USUAL
        for e, pieces in pairs
    ]


def _is_contradicted(pieces: Sequence[str]) -> bool:
    return "name:other" in pieces and not _CONTRADICTED.isdisjoint(pieces)


def _is_guessed(e: Explanation, ledger: Ledger) -> bool:
    return any(ledger.bills[b].currency_is_guessed for b in e.bills) or any(
        ledger.payments[p].currency_is_guessed for p in e.payments
    )
