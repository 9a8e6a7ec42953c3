"""More pairs of hands for a large run of the matcher: copies of this process, one per core."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TypeVar

from engine.matching.hands import Hands
from engine.processing.forked import forked_copies

T = TypeVar("T")

_WORTH_A_COPY: Final = 10_000


@contextmanager
def forked_hands(count: int) -> Iterator[Hands]:
    """``count`` pairs of hands: this process and copies of it, which end with the context.

    Where no copy can be made, this process does all the work.
    """
    with forked_copies() as beside:

        def together(works: Sequence[Callable[[], T]], kind: type[T]) -> list[T]:
            others = [beside(work, _WORTH_A_COPY, kind) for work in works[1:]]
            own = [work() for work in works[:1]]
            return [*own, *(answer() for answer in others)]

        yield Hands(count, together)
