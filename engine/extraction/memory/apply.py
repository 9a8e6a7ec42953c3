"""What is known of a vendor, applied to its next invoice.

One correction suggests: the value is taken, but stays doubtful so that somebody looks. Two and more
that agree decide, unless the value is not printed and another one was read for sure. A sum that the
invoice's own arithmetic proves is left alone.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec

from engine.extraction.context import Context
from engine.extraction.dates import date_order_of, find_dates, parse_date
from engine.extraction.invoices.amended import amended
from engine.extraction.invoices.sheet.layout import Sheet
from engine.extraction.invoices.sums.sum_support import is_supported
from engine.extraction.memory.lesson import as_text, place_of
from engine.extraction.memory.remembered_places import RememberedPlaces
from engine.extraction.memory.vendor_keys import SheetKeys, best_known
from engine.extraction.printed.finder import Place
from engine.extraction.vendor_habit import VendorHabit
from engine.records import DATE_FIELDS, SUM_FIELDS, Invoice, Learned, Provenance

_MAY_BE_DRAWN: Final = frozenset(("vendor_name", "currency"))
"""What may stand on a page as a picture or a mere sign; anything else must be printed."""
_SUGGESTED: Final = 0.6
_DECIDED: Final = 0.9
_AGREED: Final = 0.5
"""Share of the doubt that stays when the page and the memory say the same."""
_SURE: Final = 0.99
_READ_FOR_SURE: Final = 0.75


def with_habits(
    invoice: Invoice, sheet: Sheet, habits: Sequence[VendorHabit], context: Context
) -> Invoice:
    """``invoice``, read on ``sheet``, after what is known of its vendor, if that is recognised."""
    known = _of_the_vendor(invoice, sheet, habits, context)
    if not known:
        return invoice
    desk = _Desk(invoice, sheet)
    for habit in sorted(known, key=lambda habit: habit.kind == "date_order"):
        if habit.kind == "date_order":
            desk.reread_dates(habit)
        else:
            desk.hold_against(habit)
    if desk.provenance == invoice.provenance:
        return invoice
    changed = amended(invoice, desk.values, desk.provenance, context)
    return msgspec.structs.replace(changed, learned={**invoice.learned, **desk.learned})


def _of_the_vendor(
    invoice: Invoice, sheet: Sheet, habits: Sequence[VendorHabit], context: Context
) -> list[VendorHabit]:
    vendors = list(dict.fromkeys((habit.keys, habit.mistaken) for habit in habits))
    best = best_known(vendors, SheetKeys(sheet, invoice, context))
    return [] if best is None else [habit for habit in habits if habit.keys == vendors[best][0]]


class _Desk:
    """An invoice while its vendor's habits are held against it."""

    def __init__(self, invoice: Invoice, sheet: Sheet) -> None:
        self._invoice = invoice
        self._sheet = sheet
        self._places = RememberedPlaces(sheet)
        self.values: dict[str, Any] = {}
        self.provenance = dict(invoice.provenance)
        self.learned: dict[str, Learned] = {}

    def hold_against(self, habit: VendorHabit) -> None:
        """Compare what was read with what the habit says, and take that where it is sure enough."""
        value, place = self._said_by(habit)
        if value is None:
            return
        name = habit.field
        if name in SUM_FIELDS and self._invoice.document_type == "credit_note" and value > 0:
            value = -value
        local = getattr(self._invoice, name)
        if local == value:
            self._trust_more(name)
        elif not self._is_proven(name, local):
            self._take(name, value, self._provenance_of(place, habit), habit)

    def reread_dates(self, habit: VendorHabit) -> None:
        """Read dates in the vendor's order, unless the invoice itself proves another one."""
        printed = (t for s in self._sheet.segments for _, _, t in find_dates(s.text))
        if habit.value is None or date_order_of(printed) is not None:
            return
        for name in DATE_FIELDS:
            place = self.provenance.get(name)
            local = getattr(self._invoice, name)
            if name in self.values or place is None or place.text is None or local is None:
                continue
            texts = [text for _, _, text in find_dates(place.text)]
            value = parse_date(texts[0], order=habit.value) if len(texts) == 1 else None
            if value is not None and value != local:
                confidence = _confidence_of(habit)
                anew = msgspec.structs.replace(place, confidence=confidence)
                self._take(name, value, anew, habit)

    def _said_by(self, habit: VendorHabit) -> tuple[Any, Place | None]:
        """The value that the habit leads to on this sheet, and its place if it is printed."""
        if habit.kind == "value":
            place = place_of(habit.field, habit.value, self._sheet)
            is_known = place is not None or habit.field in _MAY_BE_DRAWN
            return (habit.value if is_known else None), place
        place = self._places.find(habit)
        return (place.value if place else None), place

    def _provenance_of(self, place: Place | None, habit: VendorHabit) -> Provenance:
        confidence = _confidence_of(habit)
        if place is None:
            # What the page says for sure may be right: the vendor's number can be on another's.
            read = self.provenance.get(habit.field)
            is_sure = read is not None and read.confidence >= _READ_FOR_SURE
            return self._unprinted(habit, _SUGGESTED if is_sure else confidence)
        return place.provenance(confidence, place.segment.source)

    def _unprinted(self, habit: VendorHabit, confidence: float) -> Provenance:
        """Where a value that is not printed shows: its sign, or its vendor's number."""
        names = (habit.field, "vendor_tax_id", "iban")
        known = next((self.provenance[name] for name in names if name in self.provenance), None)
        return Provenance(
            page=known.page if known else self._sheet.pages[0].page_number,
            bbox=known.bbox if known else habit.bbox,
            text=known.text if known else None,
            confidence=confidence,
            source=self._sheet.pages[0].source,
        )

    def _is_proven(self, name: str, local: Any) -> bool:
        if name not in SUM_FIELDS or local is None:
            return False
        sums = {
            part: {value}
            for part in SUM_FIELDS
            if (value := getattr(self._invoice, part)) is not None
        }
        amounts = [item.amount for item in self._invoice.line_items]
        return is_supported(name, local, sums, amounts)

    def _trust_more(self, name: str) -> None:
        place = self.provenance.get(name)
        if place is not None:
            surer = max(place.confidence, min(_SURE, 1 - (1 - place.confidence) * _AGREED))
            self.provenance[name] = msgspec.structs.replace(place, confidence=round(surer, 3))

    def _take(self, name: str, value: Any, place: Provenance, habit: VendorHabit) -> None:
        before = as_text(getattr(self._invoice, name))
        self.values[name] = value
        self.provenance[name] = place
        self.learned[name] = Learned(corrections=habit.corrections, instead_of=before)


def _confidence_of(habit: VendorHabit) -> float:
    if habit.strength < 2:
        return _SUGGESTED
    return min(0.97, round(_DECIDED + 0.01 * habit.strength, 3))
