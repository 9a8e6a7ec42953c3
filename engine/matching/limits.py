"""How sure a match can be at most, and why: what no other evidence may outweigh."""

import math
from collections.abc import Sequence
from typing import NamedTuple, get_args

from engine.matching.explanation import Explanation, Family
from engine.matching.ledger import Ledger
from engine.matching.treatment import Shape

_CONTRADICTED = frozenset({"reference:another", "reference:unknown", "listed:others"})

_UNQUOTED = frozenset(
    f"reference:{finding}" for finding in ("silent", "unlike", "unknown", "another")
)
_STRANGE = frozenset({"name:strange", "payer:none_of_many"})
_UNLISTED = frozenset(f"listed:{finding}" for finding in ("silent", "unlike", "strangers"))
_UNNAMED = frozenset(f"name:{finding}" for finding in ("other", "strange", "nobody"))
_UNTOLD = frozenset(
    f"told:{shape}_{finding}" for shape in get_args(Shape) for finding in ("silent", "else")
)
_OFTEN = frozenset({"lines_alike:≥5", "lines_alike:≥9"})
HOPELESS = -6.0
"""Log-odds of evidence from which nothing comes near any limit."""


class Limit(NamedTuple):
    """The highest probability that is allowed, and the sentence that says why.

    What says log-odds of ``holds_below`` or more without it is not held.
    """

    most: float
    evidence: str
    holds_below: float = math.inf

    @property
    def log_odds(self) -> float:
        """The log-odds of ``most``."""
        return math.log(self.most / (1.0 - self.most))


USUAL = Limit(0.999, "nothing that was worked out is surer than 99.9 %")
_CONTRADICTION = Limit(0.2, "the memo names another party and another number")
_UNQUOTED_PART = Limit(
    0.74,
    "money stays open and the memo names no invoice, so a person has to look",
    math.log(0.9 / 0.1),
)
_UNSURE = Limit(
    0.74,
    "the memo names no invoice and the rest leaves a doubt, so a person has to look",
    math.log(0.9 / 0.1),
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
    if _is_unsure(e.family, pieces):
        return _UNSURE
    if e.joint and e.joint.word and not e.joint.alike and "gross:silent" in pieces:
        return _LONE_FEE
    return USUAL


def _is_unsure(family: Family, pieces: Sequence[str]) -> bool:
    """Whether no number is named and something else is missing, too."""
    if _UNQUOTED.isdisjoint(pieces) and _UNLISTED.isdisjoint(pieces):
        return False
    if family == "adjusted":
        return not _UNTOLD.isdisjoint(pieces)
    if family == "batch":
        return not _UNNAMED.isdisjoint(pieces)
    if family != "exact":
        return False
    is_usual_sum = "bills_alike:4" in pieces and not _OFTEN.isdisjoint(pieces)
    return is_usual_sum or not _UNNAMED.isdisjoint(pieces)


def _is_contradicted(pieces: Sequence[str]) -> bool:
    return "name:other" in pieces and not _CONTRADICTED.isdisjoint(pieces)


def _is_guessed(e: Explanation, ledger: Ledger) -> bool:
    return any(ledger.bills[b].currency_is_guessed for b in e.bills) or any(
        ledger.payments[p].currency_is_guessed for p in e.payments
    )
