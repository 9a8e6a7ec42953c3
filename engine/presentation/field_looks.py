"""A second look at a value in words: why it is as sure as it is, and what else it may be."""

from dataclasses import dataclass

from engine.presentation.text import amount, day
from engine.records import FieldLook, Finding, OtherValue, Provenance


@dataclass(frozen=True, slots=True)
class OtherChoice:
    """A value that can be taken instead, as it would be typed; why it is offered; its place."""

    text: str
    reason: str
    place: Provenance


def reasons_told(look: FieldLook) -> tuple[str, ...]:
    """What speaks for the value, then what speaks against it."""
    ordered = sorted(look.findings, key=lambda found: -found.weight)
    return tuple(
        f"{'For it' if found.weight > 0 else 'Against it'}: {_told(found)}" for found in ordered
    )


def _told(found: Finding) -> str:
    return found.name if found.holds else f"not {found.name}"


def choices(look: FieldLook, currency: str | None) -> tuple[OtherChoice, ...]:
    """The other values that the page prints."""
    return tuple(
        OtherChoice(_text(other, currency), _why(other), other.place) for other in look.others
    )


def _text(other: OtherValue, currency: str | None) -> str:
    if other.number is not None:
        return amount(other.number, currency)
    return day(other.date) if other.date is not None else other.text or ""


def _why(other: OtherValue) -> str:
    where = f"Page {other.place.page} prints “{other.place.text}”."
    doubt = " It was found, but was too doubtful to be given."
    return where + doubt if other.is_taken_back else where
