"""Sentences about where an invoice begins, for whoever is to look at it."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from engine.records import Invoice

DOUBTFUL: Final = 0.2
"""Probability of a mistake from which on a boundary is to be looked at."""

_BEGIN: Final = "It is not sure that an invoice begins on page"
_MORE: Final = "Another invoice may begin on page"

Doubt = tuple[int, float]
"""A page, and the probability that an invoice begins on it though it was not cut there."""


def with_boundary(invoice: Invoice, confidence: float, doubts: Sequence[Doubt]) -> Invoice:
    """``invoice``, which begins with probability ``confidence`` where it does, and the doubts."""
    told = tuple(_sentences(invoice.pages[0], confidence, doubts))
    return replace(invoice, start_confidence=confidence, checks=(*invoice.checks, *told))


def _sentences(first: int, confidence: float, doubts: Sequence[Doubt]) -> Iterator[str]:
    if confidence < 1 - DOUBTFUL:
        yield f"{_BEGIN} {first} ({confidence:.0%})."
    for page, chance in doubts:
        yield f"{_MORE} {page} ({chance:.0%})."
