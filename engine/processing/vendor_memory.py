"""What the rows teach about each vendor, as it is now, and how it is forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.memory import Forgotten, VendorHabit, Witness, habits_of_vendor, learn
from engine.extraction.memory.vendor_keys import own_keys
from engine.processing.options import RunOptions
from engine.records import Invoice
from engine.store import Store

_SIDES: Final = {"right": "right of", "below": "under"}
_ORDERS: Final = {"dmy": "day first", "mdy": "month first"}


@dataclass(frozen=True, slots=True)
class KnownHabit:
    """One thing known of a vendor, in words. ``field`` is date_order for the order of dates."""

    vendor: str
    field: str
    sentence: str
    corrections: int
    confirmations: int
    against: int


class VendorMemory:
    """Learned from the rows, and anew after ``look_again``; nothing of it is stored."""

    def __init__(self, store: Store, options: RunOptions) -> None:
        self._store = store
        self._own = own_keys(options.context(""))
        self._looks = 0
        self._known: tuple[int, tuple[VendorHabit, ...]] | None = None

    def look_again(self) -> None:
        """Forget what was learned: a person's word has changed a row. Reading a file does not."""
        self._looks += 1

    def habits(self) -> tuple[VendorHabit, ...]:
        """What is known of all vendors."""
        looks, known = self._looks, self._known
        if known is None or known[0] != looks:
            known = (looks, self._learn())
            self._known = known
        return known[1]

    def about(self, invoice: Invoice) -> Sequence[KnownHabit]:
        """What is known of the vendor of ``invoice``."""
        return [
            KnownHabit(
                habit.vendor,
                habit.field,
                _sentence(habit),
                habit.corrections,
                habit.confirmations,
                habit.against,
            )
            for habit in habits_of_vendor(self.habits(), invoice)
        ]

    def forget(self, invoice: Invoice, field: str | None, *, by: str) -> None:
        """Let the corrections of the vendor of ``invoice`` count no more; of one field, or all."""
        keys = {key for habit in habits_of_vendor(self.habits(), invoice) for key in habit.keys}
        if keys:
            self._store.vendors.forget(sorted(keys), field, by=by)
            self.look_again()

    def _learn(self) -> tuple[VendorHabit, ...]:
        forgotten = [
            Forgotten(row["vendor_key"], row["field"], row["forgotten_at"])
            for row in self._store.vendors.forgotten()
        ]
        witnesses = [Witness(*found) for found in self._store.vendors.corrected_invoices()]
        return learn(witnesses, forgotten, self._own)


def _sentence(habit: VendorHabit) -> str:
    if habit.kind == "date_order":
        return f"Dates are written {_ORDERS.get(habit.value or '', 'otherwise')}."
    if habit.kind == "value":
        return f"It is always “{habit.value}”."
    if habit.label is not None and habit.side is not None:
        return f"It stands {_SIDES[habit.side]} “{habit.label}”."
    return "It stands at the same place of the page."
