"""Words that a person marked on the page go into the field that is in hand."""

from typing import Final, Literal

import streamlit as st

from engine.errors import MatchbookError
from engine.records import DATE_FIELDS, SUM_FIELDS, InvoiceDocument
from engine.services import KeptRow, services
from pages._parts.failures import keep_failure, say
from pages._parts.invoice_panel import chosen_key, type_into_field
from pages._parts.item_grid import place_of_item, type_into_item
from pages._parts.page_viewer import Marked, marked_area
from pages._parts.statement_header import type_into_header
from pages._parts.statement_lines import type_into_line

_AMOUNTS: Final = {
    *SUM_FIELDS, "amount", "balance", "unit_price", "quantity", "tax_rate", "opening_balance",
    "closing_balance",
}  # fmt: skip
_DATES: Final = {
    *DATE_FIELDS, "date", "value_date", "statement_period_start", "statement_period_end",
}  # fmt: skip


def take_marked(kept: KeptRow, viewer_key: str) -> None:
    """Read what was marked and type it into the field or cell in hand."""
    marked = marked_area(viewer_key)
    if marked is None or kept.row.document is None:
        return
    record, _, field = (marked.key or "").rpartition(".")
    if not field or field.endswith("]"):
        say("Choose a field first, then draw around its words.", ":material/ink_selection:")
        return
    try:
        text = _printed(kept, marked, field)
    except MatchbookError as error:
        keep_failure(error)
        return
    if not text:
        say("There are no words in that area.", ":material/ink_selection:")
        return
    _type(kept, record, field, text)


def _printed(kept: KeptRow, marked: Marked, field: str) -> str:
    kind: Literal["amount", "date", "text"] = "text"
    if field in _AMOUNTS:
        kind = "amount"
    elif field in _DATES:
        kind = "date"
    dates = kept.derived(_printed_dates)
    return services().printed_in(kept.row, marked.page, marked.area, kind, dates)


def _type(kept: KeptRow, record: str, field: str, text: str) -> None:
    document = kept.row.document
    if not isinstance(document, InvoiceDocument):
        if record:
            type_into_line(record, field, text)
        else:
            type_into_header(field, text)
        return
    known = {invoice.invoice_id for invoice in document.invoices}
    here = st.session_state.get(chosen_key(document.upload_id), 0)
    invoice = document.invoices[min(here, len(document.invoices) - 1)]
    if record.startswith("line_items["):
        type_into_item(invoice, place_of_item(record), field, text)
    elif record in known:
        type_into_field(record, field, text, f"{record}.{field}")
    else:
        name = f"{record}.{field}" if record else field
        type_into_field(invoice.invoice_id, name, text)


def _printed_dates(document: object) -> tuple[str, ...]:
    """The days of a document as its pages print them."""
    if isinstance(document, InvoiceDocument):
        records = document.invoices
    else:
        records = (document.statement_info, *document.transactions[:50])  # type: ignore[attr-defined]
    return tuple(
        place.text
        for record in records
        for name, place in record.provenance.items()
        if name in _DATES and place.text
    )
