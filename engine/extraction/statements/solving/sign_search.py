"""Signs that no page prints, from the balances before and after the amounts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_MOST_FREE: Final = 14
"""Amounts without a sign between two balances that are searched, at most: more always fit."""


@dataclass(frozen=True, slots=True)
class Fit:
    """New values for amounts, by their place. ``is_only``: no other signs fit as well."""

    values: Mapping[int, Decimal]
    is_only: bool


def fit_signs(amounts: Sequence[Decimal], free: Sequence[int], target: Decimal) -> Fit | None:
    """The signs for the amounts at ``free`` with which all amounts add up to ``target``.

    The fewest changes win; None when nothing fits, when too many are free, or when two equally
    small sets of changes fit.
    """
    turned = [place for place in free if amounts[place]]
    if len(turned) > _MOST_FREE:
        return None
    missing = target - sum(amounts, Decimal(0))
    found = sorted(_subsets([-2 * amounts[place] for place in turned], missing), key=len)
    if not found or (len(found) > 1 and len(found[0]) == len(found[1])):
        return None
    places = {turned[index] for index in found[0]}
    values = {place: -amounts[place] if place in places else amounts[place] for place in turned}
    return Fit(values, len(found) == 1)


def _subsets(steps: Sequence[Decimal], wanted: Decimal) -> list[tuple[int, ...]]:
    """The sets of steps that add up to ``wanted``, by the halves of ``steps``."""
    middle = len(steps) // 2
    first: dict[Decimal, list[tuple[int, ...]]] = {}
    for total, chosen in _sums(steps, range(middle)):
        first.setdefault(total, []).append(chosen)
    return [
        (*left, *right)
        for total, right in _sums(steps, range(middle, len(steps)))
        for left in first.get(wanted - total, ())
    ]


def _sums(steps: Sequence[Decimal], places: range) -> list[tuple[Decimal, tuple[int, ...]]]:
    found: list[tuple[Decimal, tuple[int, ...]]] = [(Decimal(0), ())]
    for place in places:
        found += [(total + steps[place], (*chosen, place)) for total, chosen in found]
    return found
