"""More pairs of hands for a large run of the matcher: copies of this process, one per core.

Works are not dealt out beforehand: whoever is free takes the next one, so that nobody waits long
for a slower core or a harder work.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, NamedTuple, TypeVar

import msgspec

from engine.extraction.beside import Beside
from engine.matching.hands import Hands
from engine.processing.forked import forked_copies

T = TypeVar("T")

_WORTH_A_COPY: Final = 10_000
_NUMBER_BYTES: Final = 4


class _Done(NamedTuple):
    """The numbers of the works that a copy did, and their answers in bytes."""

    numbers: list[int]
    answers: list[bytes]


@contextmanager
def forked_hands(count: int) -> Iterator[Hands]:
    """``count`` pairs of hands: this process and copies of it, which end with the context.

    Where no copy can be made, or one is lost, this process does the work.
    """
    with _queue() as queue, forked_copies(keep=(queue.reader,)) as beside:

        def together(works: Sequence[Callable[[], T]], kind: type[T]) -> list[T]:
            return _together(works, kind, min(count, len(works)) - 1, queue, beside)

        yield Hands(count, together)


def _together(
    works: Sequence[Callable[[], T]], kind: type[T], copies: int, queue: "_Queue", beside: Beside
) -> list[T]:
    """The answers of all works in their order, with the help of so many copies."""
    if copies < 1:
        return [work() for work in works]
    here = os.getpid()

    def share() -> _Done:
        if os.getpid() == here:
            return _Done([], [])  # without a copy nothing is taken that others may do
        done = {number: msgspec.msgpack.encode(works[number]()) for number in queue.taken()}
        return _Done(list(done), list(done.values()))

    queue.put(len(works))
    others = [beside(share, _WORTH_A_COPY, _Done) for _ in range(copies)]
    answers = {number: works[number]() for number in queue.taken()}
    for other in others:
        done = other()
        for number, answer in zip(done.numbers, done.answers, strict=True):
            answers[number] = msgspec.msgpack.decode(answer, type=kind)
    return [answers[number] if number in answers else work() for number, work in enumerate(works)]


class _Queue:
    """Numbers that several processes take, each number once: a pipe gives none of them twice."""

    def __init__(self, reader: int, writer: int) -> None:
        self.reader, self._writer = reader, writer
        os.set_blocking(reader, False)

    def put(self, count: int) -> None:
        """All numbers below ``count``, before anybody takes one; what was left is forgotten."""
        for _ in self.taken():
            pass
        os.write(self._writer, b"".join(n.to_bytes(_NUMBER_BYTES) for n in range(count)))

    def taken(self) -> Iterator[int]:
        """One number after the other, until there is none."""
        while True:
            try:
                number = os.read(self.reader, _NUMBER_BYTES)
            except BlockingIOError:
                return
            if not number:
                return  # who put the numbers is gone
            yield int.from_bytes(number)


@contextmanager
def _queue() -> Iterator[_Queue]:
    reader, writer = os.pipe()
    try:
        yield _Queue(reader, writer)
    finally:
        os.close(reader)
        os.close(writer)
