"""Rows of the marts as the records that the matcher takes."""

from collections.abc import Collection
from typing import Final

from engine.matching import BankLine, OpenInvoice
from engine.records import PaymentTerms
from engine.store import Store
from engine.store.database import Row

_TERMS: Final = ("discount_percent", "discount_days")


def invoice_of(row: Row) -> OpenInvoice:
    """The open invoice that a row describes; what is null is not said."""
    said = {key: value for key, value in row.items() if value is not None}
    terms = {name: said.pop(name) for name in _TERMS if name in said}
    if terms:
        said["payment_terms"] = PaymentTerms(**terms)
    return OpenInvoice(**said)


def line_of(row: Row) -> BankLine:
    """The bank line that a row describes."""
    return BankLine(**{**row, "description": row["description"] or ""})


def chosen_invoices(store: Store, invoice_ids: Collection[str]) -> list[OpenInvoice]:
    """The invoices with these ids that count."""
    if not invoice_ids:
        return []
    rows = store.analytics.query("chosen_invoices", invoice_ids=list(invoice_ids))
    return [invoice_of(row) for row in rows]


def chosen_lines(store: Store, transaction_ids: Collection[str]) -> list[BankLine]:
    """The bank lines with these ids that count."""
    if not transaction_ids:
        return []
    rows = store.analytics.query("chosen_lines", transaction_ids=list(transaction_ids))
    return [line_of(row) for row in rows]
