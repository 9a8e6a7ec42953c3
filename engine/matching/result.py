"""What a run of the matcher answers."""

from dataclasses import dataclass

from engine.records import Match, Unmatched


@dataclass(frozen=True, slots=True)
class MatchResult:
    """Every invoice and bank line of the run in exactly one of three places.

    ``matched`` is settled in full with a confidence at or above the threshold; ``partial`` leaves
    money open or wants a person's look; ``unmatched`` is held by no match.
    """

    matched: tuple[Match, ...]
    partial: tuple[Match, ...]
    unmatched: Unmatched
