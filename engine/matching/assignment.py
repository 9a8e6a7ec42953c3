"""Chooses the explanations that hold: the surest first, no bill and no bank line used twice."""

from collections.abc import Iterable, Sequence

from engine.matching.explanation import Explanation

_DIGITS = 9  # beyond these, differences are noise of summation order


def choose(
    explanations: Sequence[Explanation], confidences: Sequence[float], worthy: Iterable[int]
) -> list[int]:
    """Indexes of the chosen explanations; of equal ones, the smallest and earliest first.

    Explanations are compared by content, so their order does not matter. ``worthy`` are those
    that may be chosen.
    """

    def rank(index: int) -> tuple[float, int, tuple[int, ...], tuple[int, ...]]:
        e = explanations[index]
        return (-round(confidences[index], _DIGITS), len(e.bills), e.bills, e.payments)

    bills: set[int] = set()
    payments: set[int] = set()
    chosen: list[int] = []
    for index in sorted(worthy, key=rank):
        e = explanations[index]
        if bills.isdisjoint(e.bills) and payments.isdisjoint(e.payments):
            bills.update(e.bills)
            payments.update(e.payments)
            chosen.append(index)
    return chosen
