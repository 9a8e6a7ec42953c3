"""The header fields of an invoice: as rows for a reviewer, and back from what was typed."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec

from engine.errors import InvalidInputError
from engine.presentation.fields import FieldRow, FieldState, Spec, row_of, typed_value
from engine.records import CHECK_WORDS, Invoice, PaymentTerms

_SPECS: Final = (
    Spec(
        key="document_type",
        label="Document",
        kind="choice",
        options=(("invoice", "Invoice"), ("credit_note", "Credit note")),
    ),
    Spec(
        key="direction",
        label="Direction",
        kind="choice",
        options=(("payable", "We pay"), ("receivable", "We are paid")),
    ),
    Spec(key="invoice_number", label="Number", is_needed=True, words=CHECK_WORDS["invoice_number"]),
    Spec(
        key="invoice_date",
        label="Date",
        kind="date",
        is_needed=True,
        words=CHECK_WORDS["invoice_date"],
    ),
    Spec(key="due_date", label="Due date", kind="date", words=CHECK_WORDS["due_date"]),
    Spec(key="vendor_name", label="Vendor", is_needed=True, words=CHECK_WORDS["vendor_name"]),
    Spec(key="vendor_tax_id", label="Vendor tax id", words=CHECK_WORDS["vendor_tax_id"]),
    Spec(key="customer_name", label="Customer", words=CHECK_WORDS["customer_name"]),
    Spec(
        key="currency",
        label="Currency",
        kind="currency",
        is_needed=True,
        words=CHECK_WORDS["currency"],
    ),
    Spec(key="subtotal", label="Net amount", kind="amount", words=CHECK_WORDS["subtotal"]),
    Spec(key="tax_amount", label="Tax", kind="amount", words=CHECK_WORDS["tax_amount"]),
    Spec(
        key="total_amount",
        label="Total",
        kind="amount",
        is_needed=True,
        words=CHECK_WORDS["total_amount"],
    ),
    Spec(key="amount_due", label="Left to pay", kind="amount", words=CHECK_WORDS["amount_due"]),
    Spec(key="purchase_order", label="Purchase order", words=CHECK_WORDS["purchase_order"]),
    Spec(key="iban", label="IBAN", words=CHECK_WORDS["iban"]),
    Spec(
        key="payment_reference", label="Payment reference", words=CHECK_WORDS["payment_reference"]
    ),
    Spec(
        key="payment_terms.discount_percent",
        label="Discount, %",
        kind="percentage",
        words=CHECK_WORDS["payment_terms"],
    ),
    Spec(key="payment_terms.discount_days", label="Discount days", kind="days"),
)
_BY_KEY: Final = {spec.key: spec for spec in _SPECS}

_WORST_FIRST: Final[tuple[FieldState, ...]] = ("failed", "missing", "doubtful", "changed")

INVOICE_LABELS: Final[Mapping[str, str]] = {spec.key: spec.label for spec in _SPECS}
"""What people call each field."""


def invoice_rows(invoice: Invoice) -> tuple[FieldRow, ...]:
    """Every header field of ``invoice``, in the order in which people read an invoice."""
    corrected = {correction.field: correction for correction in invoice.corrections}
    return tuple(
        row_of(
            spec,
            _get(invoice, spec.key),
            invoice.currency,
            invoice.provenance.get(spec.key),
            invoice.checks,
            invoice.learned.get(spec.key),
            corrected.get(spec.key),
        )
        for spec in _SPECS
    )


def state_of_invoice(invoice: Invoice) -> FieldState:
    """What to think of the whole: a failed check, else the state of the worst of its fields."""
    if invoice.checks:
        return "failed"
    states = {row.state for row in invoice_rows(invoice)}
    return next((state for state in _WORST_FIRST if state in states), "sure")


def with_invoice_field(invoice: Invoice, key: str, text: str) -> Invoice:
    """``invoice`` with the field ``key`` set to what a person typed; empty means unknown.

    Raises:
        InvalidInputError: the text is no value of that field, or there is no such field.
    """
    spec = _BY_KEY.get(key)
    if spec is None:
        raise InvalidInputError(f"An invoice has no field “{key}”.")
    value = typed_value(spec, text, invoice.currency)
    name, _, part = key.partition(".")
    if part:
        terms = msgspec.structs.replace(invoice.payment_terms or PaymentTerms(), **{part: value})
        value = terms if terms != PaymentTerms() else None
    return msgspec.structs.replace(invoice, **{name: value})


def _get(invoice: Invoice, key: str) -> Any:
    value: Any = invoice
    for name in key.split("."):
        value = getattr(value, name) if value is not None else None
    return value
