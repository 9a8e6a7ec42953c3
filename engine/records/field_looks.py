"""A second look at one value: what speaks for and against it, and what else the page prints."""

import datetime as dt
from decimal import Decimal

from msgspec import Struct

from engine.records.provenance import Provenance


class Finding(Struct, frozen=True, kw_only=True):
    """What was found, named for what it says, and its log-odds: positive speaks for the value.

    One that does not hold counts where it usually does.
    """

    name: str
    weight: float
    holds: bool


class OtherValue(Struct, frozen=True, kw_only=True):
    """A value that the page prints and that may be meant; one of the three is given.

    ``is_taken_back`` says that it was chosen but too doubtful to be given.
    """

    text: str | None = None
    number: Decimal | None = None
    date: dt.date | None = None
    place: Provenance
    is_taken_back: bool = False


class FieldLook(Struct, frozen=True, kw_only=True):
    """What a second look at one field gives; the strongest first."""

    findings: tuple[Finding, ...] = ()
    others: tuple[OtherValue, ...] = ()
