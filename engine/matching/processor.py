"""A processor as its lines tell it, and what was looked up on the way there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from engine.matching.charges import Cycle, Fee
from engine.matching.fees import SHORT, Pace, Proposals, Ways


class Stream(NamedTuple):
    """One processor's deposits: the word they share, their lines by day, their fee.

    ``evidence`` is the logarithm of odds that the fee is no accident. ``lags`` are, if known, the
    days from the last bill to the deposit, least and most, and the most days that one covers.
    ``beside`` is what lines hold beside the bills less their fee, in minor units.
    """

    word: str
    currency: str
    lines: tuple[int, ...]
    fee: Fee
    evidence: float
    pace: Pace = SHORT
    lags: tuple[int, int, int] | None = None
    beside: Mapping[int, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Known:
    """What was found for a day, or for a line, and the bills before it: searched but once.

    ``rows`` are the incoming lines, their words that may name somebody, and whether each may be a
    deposit.
    """

    rows: tuple[tuple[int, tuple[str, ...], bool], ...]

    ways: dict[tuple[int, Pace, tuple[int, ...]], Ways] = field(default_factory=dict)
    proposals: dict[tuple[int, Pace, tuple[int, ...]], Proposals] = field(default_factory=dict)
    cycles: dict[tuple[tuple[int, ...], tuple[int, ...]], Cycle | None] = field(
        default_factory=dict
    )
