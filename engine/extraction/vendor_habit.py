"""One thing that is known of one vendor's invoices."""

from dataclasses import dataclass
from typing import Literal

from engine.records import BBox
from engine.records.learning import Side

HabitKind = Literal["label", "place", "value", "date_order"]


@dataclass(frozen=True, slots=True)
class VendorHabit:
    """What corrections of a vendor's invoices taught about one field.

    Attributes:
        vendor: The vendor's name, or the number that is known of it, as people read it.
        keys: What its invoices are known by: ``tax:…``, ``iban:…``, ``domain:…``, ``name:…``.
        field: The field of ``Invoice``; ``date_order`` speaks of every date.
        kind: Whether the value stands beside a label, at a place, is always the same, or is a date
            of a known order.
        corrections: Corrections that say so.
        against: Corrections that say otherwise.
        label: The plain words beside the value.
        side: Where the value stands as seen from the label.
        bbox: Where the value stood last.
        value: The value that is always the same, or the order of dates (dmy or mdy).
        confirmations: Confirmed invoices on which what it says was left as it is.
        mistaken: What was read for the vendor's keys by mistake.
    """

    vendor: str
    keys: frozenset[str]
    field: str
    kind: HabitKind
    corrections: int
    against: int = 0
    label: str | None = None
    side: Side | None = None
    bbox: BBox | None = None
    value: str | None = None
    confirmations: int = 0
    mistaken: frozenset[str] = frozenset()

    @property
    def strength(self) -> int:
        """What speaks for it less what speaks against it: 1 suggests, 2 and more decide."""
        return self.corrections + self.confirmations - self.against
