"""A seam for more pairs of hands: large runs say which parts of their work may be done at once.

Matching knows no processes. Who has cores to give passes hands that use them; everybody else
passes none, and the parts are done one after the other. The answer is the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

T = TypeVar("T")

_SHARES_EACH = 8


class Together(Protocol):
    """Does all of ``works``, at once if it can, and gives their answers in the same order.

    The works are pure, and every answer is of the type ``kind``, which msgspec knows to send.
    """

    def __call__(self, works: Sequence[Callable[[], T]], kind: type[T]) -> list[T]:  # noqa: D102
        ...


def one_by_one(works: Sequence[Callable[[], T]], kind: type[T]) -> list[T]:
    """One pair of hands."""
    return [work() for work in works]


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the work: ``count`` pairs of hands (1 or more), used by ``together``."""

    count: int = 1
    together: Together = one_by_one

    def shares_of(self, total: int) -> list[range]:
        """The numbers below ``total`` in rows of neighbours, several for each pair of hands.

        Hands that are done with an easy share take another one. Alone there is one share.
        """
        shares = self.count * _SHARES_EACH if self.count > 1 else 1
        edges = [total * share // shares for share in range(shares + 1)]
        return [range(edges[n], edges[n + 1]) for n in range(shares)]


ALONE = Hands()
"""One pair of hands."""
