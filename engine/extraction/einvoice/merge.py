"""Puts the electronic invoice of a file and the reading of its pages together into one record."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from msgspec.structs import replace

from engine.extraction.context import Context
from engine.extraction.einvoice.compare import (
    SAME,
    UNSEEN,
    Comparison,
    are_equal,
    found_among,
    said,
)
from engine.extraction.einvoice.places import Printed
from engine.extraction.einvoice.read import read_root
from engine.extraction.einvoice.rules import broken_rules
from engine.extraction.einvoice.schema import schema_fault
from engine.extraction.einvoice.terms import EInvoice
from engine.extraction.einvoice.tree import tree_of
from engine.extraction.einvoice.values import line_items, values_of
from engine.extraction.invoices.checks import failed_checks
from engine.extraction.invoices.document_type import direction_of
from engine.reading.page import Page
from engine.records import Invoice, LineItem, Provenance

log = logging.getLogger(__name__)

_KEY_FIELDS: Final = (
    "invoice_number", "invoice_date", "vendor_name", "currency", "total_amount",
)  # fmt: skip
_SUMS: Final = ("subtotal", "tax_amount", "total_amount", "amount_due")
_HEADER: Final = (
    "invoice_number", "invoice_date", "due_date", "vendor_name", "vendor_tax_id", "customer_name",
    "currency", *_SUMS, "purchase_order", "iban", "payment_reference", "payment_terms",
)  # fmt: skip
_DOUBTED: Final = 0.5
"""The most that an invoice is trusted whose XML and page differ."""


@dataclass(frozen=True, slots=True)
class Xml:
    """An electronic invoice as it came: the name it has, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class WithXml:
    """A file's invoices, the standard of the XML that was used, and what a reviewer must know."""

    invoices: tuple[Invoice, ...]
    standard: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    xml: Xml
    einvoice: EInvoice
    fault: str | None


def with_einvoices(
    invoices: tuple[Invoice, ...],
    pages: Sequence[Page],
    xmls: Sequence[Xml],
    context: Context,
    *,
    is_drawn: bool = False,
) -> WithXml:
    """The pages' ``invoices`` with what the likeliest of ``xmls`` says about one of them.

    ``is_drawn`` says that the pages were made from the XML: they prove nothing. XML that cannot be
    read leaves the pages' reading as it is.
    """
    warnings: list[str] = []
    read = [found for xml in xmls if (found := _read(xml, warnings))]
    if not read:
        return WithXml(invoices, None, tuple(warnings))
    used = read[0]
    warnings += [_other(used, other) for other in read[1:] if _differ(used, other)]
    if used.fault:
        warnings.append(
            f"The e-invoice “{used.xml.name}” does not follow the schema of its standard: "
            f"{used.fault}"
        )
    values = values_of(used.einvoice)
    index = found_among(invoices, used.einvoice.number, values.get("total_amount"))
    base = invoices[index] if invoices else None
    others = [invoice for place, invoice in enumerate(invoices) if place != index]
    kept = [invoice for invoice in others if _is_another(invoice, used.einvoice)]
    if kept:
        numbers = ", ".join(str(invoice.invoice_number) for invoice in kept)
        warnings.append(
            f"The pages show more than the e-invoice tells: also invoice number {numbers}."
        )
    if not used.einvoice.lines and base is not None and base.line_items:
        standard = used.einvoice.standard
        warnings.append(f"The e-invoice ({standard}) holds no lines: they are those of the page.")
    own = _without(pages, kept, base)
    merged = _Merge(used.einvoice, values, base, own, context, is_drawn).invoice(
        {number for invoice in others if invoice not in kept for number in invoice.pages}
    )
    placed = [
        merged if invoice is base else invoice
        for invoice in invoices
        if invoice is base or invoice in kept
    ]
    return WithXml(tuple(placed or [merged]), used.einvoice.standard, tuple(warnings))


def _read(xml: Xml, warnings: list[str]) -> _Read | None:
    try:
        root = tree_of(xml.content)
        einvoice = read_root(root)
        if einvoice.number is None and einvoice.sums.gross is None:
            raise ValueError("it has neither a number nor a total")
        return _Read(xml, einvoice, schema_fault(root))
    except ValueError as error:
        log.info("an e-invoice was not read: %s", error)
        warnings.append(
            f"The e-invoice “{xml.name}” was not read: {error}. The values are those of the page."
        )
        return None


def _differ(one: _Read, other: _Read) -> bool:
    left, right = values_of(one.einvoice), values_of(other.einvoice)
    return any(
        left.get(field) != right.get(field)
        for field in ("invoice_number", "total_amount", "currency", "iban")
    )


def _other(used: _Read, other: _Read) -> str:
    sums = other.einvoice.sums
    return (
        f"The file holds two e-invoices that differ. “{used.xml.name}” was used; "
        f"“{other.xml.name}” says number {other.einvoice.number}, total {sums.gross}."
    )


def _is_another(invoice: Invoice, einvoice: EInvoice) -> bool:
    """Whether the pages show an invoice that cannot be the XML's."""
    if invoice.invoice_number is None or invoice.total_amount is None:
        return False
    return not are_equal("invoice_number", einvoice.number, invoice.invoice_number)


def _without(pages: Sequence[Page], kept: Sequence[Invoice], base: Invoice | None) -> list[Page]:
    """The pages without those of other invoices: what is printed there is not the XML's."""
    theirs = {number for invoice in kept for number in invoice.pages}
    theirs.difference_update(base.pages if base else ())
    return [page for page in pages if page.page_number not in theirs]


class _Merge:
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
            if is_header and (is_same_type or field not in _SUMS):
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
        known = [self._provenance.get(name) for name in _KEY_FIELDS]
        trust = sum(place.confidence for place in known if place) / len(_KEY_FIELDS)
        return round(min(_DOUBTED if self._checks else 1.0, trust), 3)


def _turned(item: LineItem) -> LineItem:
    return item if item.amount is None else replace(item, amount=-item.amount)
