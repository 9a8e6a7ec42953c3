"""One record from an electronic invoice and from the pages' reading of the same."""

from collections.abc import Sequence
from typing import Any, Final

from msgspec.structs import replace

from engine.extraction.context import Context
from engine.extraction.einvoice.compare import SAME, UNSEEN, Comparison, are_equal, said
from engine.extraction.einvoice.places import Printed
from engine.extraction.einvoice.rules import broken_rules
from engine.extraction.einvoice.terms import EInvoice
from engine.extraction.einvoice.values import line_items
from engine.extraction.invoices.header.document_type import direction_of
from engine.extraction.invoices.sums.checks import failed_checks
from engine.extraction.invoices.trust import trust_of
from engine.reading.page import Page
from engine.records import SUM_FIELDS, Invoice, LineItem, Provenance

_HEADER: Final = (
    "invoice_number", "invoice_date", "due_date", "vendor_name", "vendor_tax_id", "customer_name",
    "currency", *SUM_FIELDS, "purchase_order", "iban", "payment_reference", "payment_terms",
)  # fmt: skip
_DOUBTED: Final = 0.5
"""The most that an invoice is trusted whose XML and page differ."""


class OneRecord:
    """One record from an electronic invoice and from the pages' reading of the same."""

    def __init__(
        self,
        einvoice: EInvoice,
        values: dict[str, Any],
        base: Invoice | None,
        pages: Sequence[Page],
        context: Context,
        is_drawn: bool,
    ) -> None:
        self._einvoice = einvoice
        self._values = values
        self._base = base
        self._pages = pages
        self._context = context
        self._is_drawn = is_drawn
        self._provenance: dict[str, Provenance] = {}
        self._checks: list[str] = []

    def invoice(self, more_pages: set[int]) -> Invoice:
        """The record; ``more_pages`` belong to it beside those that its reading found."""
        blank = Invoice(invoice_id=f"{self._context.upload_id}-1", pages=self._page_numbers())
        base = self._base or blank
        fields = dict.fromkeys(_HEADER) | self._from_pages() | self._values
        self._compare()
        items = self._items()
        return replace(
            base,
            pages=tuple(sorted({*base.pages, *more_pages})),
            direction=direction_of(
                fields["vendor_name"],
                fields["vendor_tax_id"],
                fields["customer_name"],
                self._context,
            ),
            line_items=items,
            confidence=self._confidence(),
            checks=(*self._checks, *self._rules(items)),
            provenance=self._provenance,
            **fields,
        )

    def _page_numbers(self) -> tuple[int, ...]:
        return tuple(page.page_number for page in self._pages)

    def _from_pages(self) -> dict[str, Any]:
        """Fields that the XML leaves open and the pages show."""
        base = self._base
        if base is None:
            return {}
        is_same_type = base.document_type == self._values["document_type"]
        found = {}
        for field, place in base.provenance.items():
            is_header = field in _HEADER and field not in self._values
            if is_header and (is_same_type or field not in SUM_FIELDS):
                found[field] = getattr(base, field)
                self._provenance[field] = place
        return found

    def _compare(self) -> None:
        comparison = Comparison(self._einvoice, self._values, self._base, Printed(self._pages))
        for field in self._values:
            compared = comparison.of(field)
            place = compared.provenance
            if self._is_drawn:
                place = replace(place, confidence=SAME)
            self._provenance[field] = place
            if compared.difference:
                self._checks.append(compared.difference)

    def _items(self) -> tuple[LineItem, ...]:
        items = line_items(self._einvoice)
        base = self._base
        if not items:
            if base is None:
                return ()
            self._provenance |= {
                key: place for key, place in base.provenance.items() if key.startswith("line_items")
            }
            turn = base.document_type != self._values["document_type"]
            return tuple(_turned(item) if turn else item for item in base.line_items)
        for index, item in enumerate(items):
            self._mark_item(index, item)
        return items

    def _mark_item(self, index: int, item: LineItem) -> None:
        """The place of a line's values is that of the page's line when it is the same line."""
        lines = self._base.line_items if self._base else ()
        on_page = lines[index] if index < len(lines) else None
        is_same = on_page is not None and are_equal("amount", item.amount, on_page.amount)
        for name in LineItem.__struct_fields__:
            value = getattr(item, name)
            if value is None:
                continue
            key = f"line_items[{index}].{name}"
            own = self._base.provenance.get(key) if self._base and is_same else None
            self._provenance[key] = Provenance(
                page=own.page if own else None,
                bbox=own.bbox if own else None,
                text=own.text if own else said(value),
                confidence=SAME if own or self._is_drawn else UNSEEN,
                source="xml",
            )

    def _rules(self, items: tuple[LineItem, ...]) -> tuple[str, ...]:
        """What does not hold in the XML, and in lines that had to be read from the page."""
        einvoice = self._einvoice
        found = (*einvoice.problems, *broken_rules(einvoice))
        if einvoice.lines or einvoice.adjustments:
            return found
        return found + failed_checks(
            subtotal=self._values.get("subtotal"),
            tax_amount=None,
            total_amount=self._values.get("total_amount"),
            line_items=items,
        )

    def _confidence(self) -> float:
        trust = trust_of(self._provenance)
        return min(_DOUBTED, trust) if self._checks else trust


def _turned(item: LineItem) -> LineItem:
    return item if item.amount is None else replace(item, amount=-item.amount)
