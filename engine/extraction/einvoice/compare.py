"""An electronic invoice against what its pages show.

The XML is the legal original, people pay what the page shows: who changes one of the two alone
commits a known fraud. A value that both tell is beyond doubt, one that only the XML tells is kept,
and where they differ the reviewer is told both.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from msgspec.structs import replace
from stdnum import iban

from engine.extraction.einvoice.places import Place, Printed
from engine.extraction.einvoice.terms import EInvoice
from engine.extraction.identifiers import compact_identifier
from engine.records import SUM_FIELDS, XML_SAYS, Invoice, PaymentTerms, Provenance

SAME: Final = 0.995
SHOWN: Final = 0.97
UNSEEN: Final = 0.95
ONE_OF_SEVERAL: Final = 0.9
DIFFERENT: Final = 0.3

_SURE: Final = 0.6
_SURE_OCR: Final = 0.8
"""How sure the page's own reading must be to be set against the XML; more for recognised print."""

NAMES: Final[Mapping[str, str]] = {
    "invoice_number": "invoice number",
    "invoice_date": "invoice date",
    "due_date": "due date",
    "vendor_tax_id": "VAT id",
    "currency": "currency",
    "subtotal": "net amount",
    "tax_amount": "tax amount",
    "total_amount": "total",
    "amount_due": "amount due",
    "iban": "IBAN",
}
"""The fields that are compared, as a sentence calls them."""

_IDS: Final = frozenset({"iban", "vendor_tax_id", "invoice_number"})


@dataclass(frozen=True, slots=True)
class Compared:
    """One value of the XML: where it is from, and a sentence when the page shows another."""

    provenance: Provenance
    difference: str | None = None


class Comparison:
    """The pages as one electronic invoice's values are looked up on them.

    Args:
        einvoice: what the XML says.
        values: the same as values of a record.
        page: what the pages' own reading made of them; None when they show no invoice.
        printed: the pages' print.
    """

    def __init__(
        self,
        einvoice: EInvoice,
        values: Mapping[str, Any],
        page: Invoice | None,
        printed: Printed,
    ) -> None:
        self._einvoice = einvoice
        self._values = values
        self._page = page
        self._printed = printed

    def of(self, field: str) -> Compared:
        """What the pages have to say about one field that the XML gives."""
        compared = self._compared(field)
        place = compared.provenance
        if field == "due_date" and self._einvoice.has_other_due_dates:
            place = replace(place, confidence=min(place.confidence, ONE_OF_SEVERAL))
        return Compared(place, compared.difference)

    def _compared(self, field: str) -> Compared:
        value = self._values[field]
        own = self._page.provenance.get(field) if self._page else None
        shown = getattr(self._page, field) if self._page else None
        if own is not None and shown is not None and are_equal(field, value, shown):
            return Compared(_provenance(value, own.page, own.bbox, own.text, SAME))
        place = self._place(field, value)
        if self._contradicts(field, value, shown, own, place):
            assert own is not None  # noqa: S101 (nothing contradicts without a place)
            return Compared(
                _provenance(value, own.page, own.bbox, own.text, DIFFERENT),
                difference_of(field, value, shown),
            )
        if place is None:
            return Compared(_provenance(value, None, None, said(value), UNSEEN))
        return Compared(_provenance(value, place.page, place.bbox, place.text, SHOWN))

    def _place(self, field: str, value: Any) -> Place | None:
        if isinstance(value, Decimal):
            # Sums stand under what they are the sum of.
            return next(reversed(self._amounts(field, value)), None)
        if isinstance(value, dt.date):
            return next(iter(self._printed.dates(value)), None)
        if isinstance(value, str) and field not in ("document_type", "direction"):
            return next(iter(self._printed.texts(value)), None)
        return None

    def _amounts(self, field: str, value: Decimal) -> list[Place]:
        """Places that show a sum, unless they are all that its lines explain already."""
        places = self._printed.amounts(value)
        if field != "total_amount":
            return places
        lines = self._einvoice.lines
        explained = sum(
            amount is not None and abs(amount) == abs(value)
            for line in lines
            for amount in (line.amount, line.price)
        )
        return places if len(places) > explained else []

    def _contradicts(
        self, field: str, value: Any, shown: Any, own: Provenance | None, place: Place | None
    ) -> bool:
        if field not in NAMES or shown is None or own is None or place is not None:
            return False
        if own.confidence < (_SURE_OCR if own.source == "ocr" else _SURE):
            return False
        return not any(are_equal(field, other, shown) for other in self._others(field, value))

    def _others(self, field: str, value: Any) -> list[Any]:
        """What else the XML says of this kind: the page's reading may have taken that instead."""
        if field == "iban":
            return list(self._einvoice.ibans)
        if field == "vendor_tax_id":
            seller, buyer = self._einvoice.seller, self._einvoice.buyer
            return [seller.tax_number, seller.vat_id, buyer.vat_id, buyer.tax_number]
        if isinstance(value, Decimal):
            sums = self._einvoice.sums
            return [*(self._values.get(name) for name in SUM_FIELDS), sums.lines, sums.prepaid]
        if isinstance(value, dt.date):
            return [self._values.get("invoice_date"), self._values.get("due_date")]
        return [self._values.get("purchase_order"), self._values.get("payment_reference")]


def are_equal(field: str, one: Any, other: Any) -> bool:
    """Whether two values of a field are the same to a person who pays by them."""
    if one is None or other is None:
        return False
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        return abs(one) == abs(other)
    if field in _IDS:
        left, right = compact_identifier(str(one)), compact_identifier(str(other))
        # A tax number may be printed without its country.
        same_number = field == "vendor_tax_id" and len(right) > 6 and left[2:] == right
        return left == right or same_number
    if isinstance(one, str) and isinstance(other, str):
        return " ".join(one.casefold().split()) == " ".join(other.casefold().split())
    return bool(one == other)


def difference_of(field: str, value: Any, shown: Any) -> str:
    """The sentence that names both values."""
    return (
        f"{XML_SAYS}{NAMES[field]} {_told(field, value)}, the page shows {_told(field, shown)}: "
        "somebody may have changed one of them. Pay neither before asking the vendor."
    )


def _told(field: str, value: Any) -> str:
    """The value; an account in groups of four, so that two can be held against each other."""
    return str(iban.format(value)) if field == "iban" else said(value)


def said(value: Any) -> str:
    """A value as a sentence says it."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, PaymentTerms):
        days = f" within {value.discount_days} days" if value.discount_days is not None else ""
        return f"{value.discount_percent} %{days}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _provenance(
    value: Any, page: int | None, bbox: Any, text: str | None, confidence: float
) -> Provenance:
    return Provenance(
        page=page,
        bbox=bbox,
        text=text or said(value),
        confidence=confidence,
        source="xml",
    )


def found_among(invoices: Sequence[Invoice], number: str | None, total: Any) -> int:
    """Which of the pages' invoices is the XML's: by number, else by total, else the first."""
    for index, invoice in enumerate(invoices):
        if are_equal("invoice_number", number, invoice.invoice_number):
            return index
    for index, invoice in enumerate(invoices):
        if are_equal("total_amount", total, invoice.total_amount):
            return index
    return 0
