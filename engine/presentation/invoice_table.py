"""All invoices of a file as rows of one table. Pure."""

from dataclasses import dataclass
from typing import Any, Final

from engine.presentation.fields import FieldState
from engine.presentation.invoice_fields import invoice_rows, state_of_invoice
from engine.presentation.text import amount, day, sums
from engine.records import Invoice, InvoiceDocument

TABLE_FIELDS: Final = (
    "invoice_number",
    "vendor_name",
    "invoice_date",
    "total_amount",
    "currency",
    "due_date",
    "subtotal",
    "tax_amount",
    "customer_name",
    "purchase_order",
)
"""The columns, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceRow:
    """One invoice: its cells as shown, and the states of those that are not sure."""

    invoice_id: str
    pages: str
    cells: dict[str, str]
    marks: dict[str, FieldState]
    titles: dict[str, str]
    state: FieldState
    note: str


def invoice_table(document: InvoiceDocument) -> tuple[InvoiceRow, ...]:
    """A row for each invoice of the file."""
    return tuple(_row(invoice) for invoice in document.invoices)


def table_sums(document: InvoiceDocument) -> str:
    """The totals of all invoices, per currency."""
    return sums((invoice.total_amount, invoice.currency) for invoice in document.invoices)


def _row(invoice: Invoice) -> InvoiceRow:
    rows = [row for row in invoice_rows(invoice) if row.key in TABLE_FIELDS]
    return InvoiceRow(
        invoice_id=invoice.invoice_id,
        pages=_pages(invoice),
        cells={name: _shown(getattr(invoice, name), invoice.currency) for name in TABLE_FIELDS},
        marks={row.key: row.state for row in rows if row.state not in ("sure", "seen", "empty")},
        titles={row.key: row.note for row in rows if row.note},
        state=state_of_invoice(invoice),
        note=" ".join(invoice.checks),
    )


def _pages(invoice: Invoice) -> str:
    pages = invoice.pages
    if len(pages) < 2:
        return "".join(map(str, pages))
    return f"{pages[0]}–{pages[-1]}"


def _shown(value: Any, currency: str | None) -> str:
    if value is None:
        return ""
    if hasattr(value, "as_tuple"):
        return amount(value, currency)
    return day(value) if hasattr(value, "isoformat") else str(value)
