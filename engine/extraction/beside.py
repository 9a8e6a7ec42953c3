"""A seam for a second pair of hands: part of a document's work that may be done beside the rest.

Extraction only says what may be done apart. Who has a second core to give passes something that
starts the part at once; everybody else passes nothing, and it is done when its answer is needed.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Beside(Protocol):
    """Starts ``work``, and gives a function that waits for its answer and is called once.

    ``work`` is pure, and its answer is of the type ``kind``, which msgspec knows to send; ``rows``
    tells how much there is to do.
    """

    def __call__(  # noqa: D102
        self, work: Callable[[], T], rows: int, kind: type[T]
    ) -> Callable[[], T]: ...


def when_asked(work: Callable[[], T], rows: int, kind: type[T]) -> Callable[[], T]:
    """No second pair of hands: ``work`` is done when somebody asks for its answer."""
    return work
