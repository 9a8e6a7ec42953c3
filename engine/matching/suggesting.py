"""How sure a match must be to be worth a person's look: the surer, the more money it moves.

A wrong suggestion costs as much as its money; one that is missing costs a search. So odds that do
for a usual amount do not for ten times as much, and less will do for a tenth.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from statistics import median

from engine.matching.explanation import Explanation
from engine.matching.ledger import Ledger

_GROWTH = 0.8
"""The power of the amount with which the odds that are asked for grow."""
_LEAST = 0.2
_ENOUGH = 0.73
"""What is as probable is worth a look whatever the amount."""


def confidences_needed(
    ledger: Ledger, explanations: Sequence[Explanation], suggest_from: float, threshold: float
) -> list[float]:
    """The probability from which each explanation may be proposed.

    Args:
        ledger: The bills, whose amounts say what is usual in each currency.
        explanations: What is to be proposed or not.
        suggest_from: The probability for a usual amount, from 0 to 1.
        threshold: What is as sure as this is always proposed.

    Returns:
        One probability for each explanation, from 0 to 1.
    """
    if not 0.0 < suggest_from < 1.0:
        return [suggest_from] * len(explanations)
    usual = _usual_amounts(ledger)
    odds, least = suggest_from / (1.0 - suggest_from), min(_LEAST, suggest_from)
    most = max(min(threshold, _ENOUGH), suggest_from)
    found = []
    for e in explanations:
        amount = min(abs(e.settlement.paid), abs(e.settlement.billed))
        share = amount / usual.get(ledger.payments[e.payments[0]].currency, amount or 1)
        asked = odds * math.pow(share, _GROWTH)
        found.append(max(least, min(most, asked / (1.0 + asked))))
    return found


def _usual_amounts(ledger: Ledger) -> dict[str, float]:
    """The median amount of the bills in each currency."""
    amounts: dict[str, list[int]] = defaultdict(list)
    for bill in ledger.bills:
        if bill.effect:
            amounts[bill.currency].append(abs(bill.effect))
    return {currency: median(found) for currency, found in amounts.items()}
