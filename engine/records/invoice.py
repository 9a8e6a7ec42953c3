"""The JSON of an invoice row: one uploaded file and every invoice found in it."""

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

from engine.records.audit import AuditEntry
from engine.records.learning import Correction, Learned
from engine.records.provenance import (
    SCHEMA_VERSION,
    BBox,
    FileInfo,
    Fraction,
    PageNumber,
    ProcessingInfo,
    Provenance,
)

Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
"""An ISO 4217 code."""


SUM_FIELDS: Final = ("subtotal", "tax_amount", "total_amount", "amount_due")
"""The fields of an invoice that are its sums."""

DATE_FIELDS: Final = ("invoice_date", "due_date")
"""The fields of an invoice that are days."""

XML_SAYS: Final = "The XML says "
"""How a check begins that tells an e-invoice and its page apart."""


class LineItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of an invoice. ``tax_rate`` is in percent (19 means 19 %); ``amount`` is net."""

    description: str | None = None
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    tax_rate: Decimal | None = None
    amount: Decimal | None = None


class PaymentTerms(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Early-payment discount: percent off when paid within so many days of the invoice date."""

    discount_percent: Decimal | None = None
    discount_days: int | None = None


class PageRegion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The part of a page that one invoice takes where several share it."""

    page: PageNumber
    bbox: BBox


class Invoice(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One bill. Unknown is null. Amounts are in ``currency``; a credit note's are negative.

    ``checks`` are sentences about the invoice's own arithmetic that do not hold; ``provenance``
    maps a field's name to the place it was read from. ``total_amount`` is this invoice's gross
    total; ``amount_due`` is what is left to pay; ``charges`` are what the sums add to the subtotal
    besides the tax, as freight and rounding, a discount being negative. Of ``pages`` that
    ``regions`` names only that part is the invoice's; ``start_confidence`` is the probability that
    an invoice begins where it does.
    ``corrections`` are what a person changed, one for each field; ``learned`` maps a field to the
    earlier corrections that its value was learned from.
    """

    invoice_id: str
    pages: tuple[PageNumber, ...] = ()
    document_type: Literal["invoice", "credit_note"] = "invoice"
    direction: Literal["payable", "receivable"] = "payable"
    invoice_number: str | None = None
    invoice_date: dt.date | None = None
    due_date: dt.date | None = None
    vendor_name: str | None = None
    vendor_tax_id: str | None = None
    customer_name: str | None = None
    currency: Currency | None = None
    subtotal: Decimal | None = None
    tax_amount: Decimal | None = None
    total_amount: Decimal | None = None
    amount_due: Decimal | None = None
    charges: Decimal | None = None
    purchase_order: str | None = None
    iban: str | None = None
    payment_reference: str | None = None
    payment_terms: PaymentTerms | None = None
    line_items: tuple[LineItem, ...] = ()
    confidence: Fraction = 0.0
    checks: tuple[str, ...] = ()
    provenance: dict[str, Provenance] = {}
    regions: tuple[PageRegion, ...] = ()
    start_confidence: Fraction | None = None
    corrections: tuple[Correction, ...] = ()
    learned: dict[str, Learned] = {}


class InvoiceSummary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the row's summary columns repeat.

    ``total_amount`` is null when the file mixes currencies, or holds an amount whose currency is
    not known: sums are then per currency only.
    """

    total_invoices_found: int
    total_invoices_processed: int
    total_amount: Decimal | None
    currency_summary: dict[str, Decimal]
    vendor_summary: dict[str, int]
    date_range_start: dt.date | None
    date_range_end: dt.date | None


class InvoiceDocument(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``invoice_json``: everything one uploaded file says."""

    schema_version: Literal[1] = SCHEMA_VERSION
    upload_id: str
    file_info: FileInfo
    processing_info: ProcessingInfo
    extraction_summary: InvoiceSummary
    invoices: tuple[Invoice, ...]
    audit_trail: tuple[AuditEntry, ...] = ()


def summarise_invoices(invoices: tuple[Invoice, ...]) -> InvoiceSummary:
    """Count and add up; an invoice counts as processed when it has a number, a date and a total."""
    amounts: dict[str, Decimal] = {}
    currencies = {invoice.currency for invoice in invoices if invoice.total_amount is not None}
    for invoice in invoices:
        if invoice.currency and invoice.total_amount is not None:
            known = amounts.get(invoice.currency, Decimal("0.00"))
            amounts[invoice.currency] = known + invoice.total_amount
    dates = [invoice.invoice_date for invoice in invoices if invoice.invoice_date]
    return InvoiceSummary(
        total_invoices_found=len(invoices),
        total_invoices_processed=sum(map(_is_complete, invoices)),
        total_amount=next(iter(amounts.values())) if len(currencies) == len(amounts) == 1 else None,
        currency_summary=amounts,
        vendor_summary=dict(Counter(i.vendor_name for i in invoices if i.vendor_name)),
        date_range_start=min(dates, default=None),
        date_range_end=max(dates, default=None),
    )


def _is_complete(invoice: Invoice) -> bool:
    return None not in (invoice.invoice_number, invoice.invoice_date, invoice.total_amount)
