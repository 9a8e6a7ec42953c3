"""Which electronic invoice of a file is used, and which of its pages' invoices it is about."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from engine.extraction.context import Context
from engine.extraction.einvoice.compare import are_equal, found_among
from engine.extraction.einvoice.one_record import OneRecord
from engine.extraction.einvoice.read import read_root
from engine.extraction.einvoice.schema import schema_fault
from engine.extraction.einvoice.terms import EInvoice
from engine.extraction.einvoice.tree import tree_of
from engine.extraction.einvoice.values import values_of
from engine.reading.page import Page
from engine.records import Invoice

log = logging.getLogger(__name__)


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
    merged = OneRecord(used.einvoice, values, base, own, context, is_drawn).invoice(
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
