"""Targets of the board's figures: what somebody wants them to be, and how far they are from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from engine.errors import InvalidInputError

TOPIC: Final = "dashboard target"


@dataclass(frozen=True, slots=True)
class TargetKind:
    """How a figure's target is typed: ``unit`` after the number, at most ``most``."""

    label: str
    unit: str
    most: float


KINDS: Final[Mapping[str, TargetKind]] = {
    "straight_through": TargetKind("Straight through, at least", "%", 100),
    "match_rate": TargetKind("Match rate, at least", "%", 100),
    "oldest_open": TargetKind("Oldest open item, at most", "days", 10_000),
    "time_to_confirm": TargetKind("Upload to confirmed, at most", "hours", 10_000),
    "corrections": TargetKind("Corrections per 100 fields, at most", "", 100),
}
"""The figures that can have one, in order. The open amount is several sums, so it has none."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure's target; ``is_met`` is None where the figure itself is not known."""

    value: float
    is_met: bool | None
    words: str


def target_of(
    key: str, wanted: float | None, now: float | None, better: Literal["up", "down"]
) -> Target | None:
    """How a figure stands to its target; None where it has none.

    Args:
        key: Of the figure.
        wanted: In the unit of ``KINDS``.
        now: The figure in the same unit; None where it is not known.
        better: Which way is good.
    """
    kind = KINDS.get(key)
    if wanted is None or kind is None:
        return None
    said = f"{wanted:g}{'' if kind.unit in ('', '%') else ' '}{kind.unit}"
    if now is None:
        return Target(wanted, None, f"Target {said}")
    gap = wanted - now if better == "up" else now - wanted
    if gap <= 1e-9:
        return Target(wanted, True, f"Target {said} met")
    far = max(round(gap, 1), 0.1)
    unit = " points" if kind.unit == "%" else f" {kind.unit}" if kind.unit else ""
    way = "short of" if better == "up" else "over"
    return Target(wanted, False, f"{far:g}{unit} {way} the target of {said}")


def checked_target(key: str, value: float | None) -> float | None:
    """The target, when the figure can have it.

    Raises:
        InvalidInputError: there is no such figure, or the value is out of its range.
    """
    kind = KINDS.get(key)
    if kind is None:
        raise InvalidInputError("This figure has no target.")
    if value is not None and not 0 <= value <= kind.most:
        raise InvalidInputError(f"{kind.label}: from 0 to {kind.most:g} {kind.unit}".rstrip() + ".")
    return value
