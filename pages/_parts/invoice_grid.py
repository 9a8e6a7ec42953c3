"""All invoices of a file as one table: edit cells, add, delete and join invoices, open one."""

from functools import partial
from typing import Final

import streamlit as st
from msgspec.structs import replace

from engine.presentation import counted, plain
from engine.presentation.fields import STATE_WORDS
from engine.presentation.history import LABELS
from engine.presentation.invoice_table import TABLE_FIELDS, InvoiceRow, invoice_table, table_sums
from engine.presentation.record_edits import free_ids, with_after, without
from engine.presentation.sentences import readable
from engine.records import Invoice, InvoiceDocument
from engine.services import KeptRow, PageWord
from pages._parts.invoice_panel import choose_invoice, chosen_key, type_into_field
from pages._parts.record_grid import Action, Column, GridRow, grid_event, record_grid
from pages._parts.review_state import refused, regroup, save_or_say

_WIDTHS: Final = {
    "invoice_number": 6,
    "vendor_name": 7.5,
    "invoice_date": 6.1,
    "total_amount": 6.4,
    "currency": 5,
    "due_date": 6.6,
    "subtotal": 6.4,
    "tax_amount": 6,
    "customer_name": 10,
    "purchase_order": 7,
}
_MONEY: Final = ("total_amount", "subtotal", "tax_amount")
_COLUMNS: Final = (
    Column(key="pages", label="Page", width=3.1, kind="fixed"),
    *(
        Column(key=name, label=LABELS[name], width=_WIDTHS[name], numeric=name in _MONEY)
        for name in TABLE_FIELDS
    ),
)
_ACTIONS: Final = (
    Action(name="open", label="Open", key="O", help="Its fields. Enter does it too."),
    Action(name="add", label="Add", key="N", takes="none", help="One that was not found."),
    Action(name="split", label="Split …", key="S", help="Choose the page where another begins."),
    Action(
        name="join",
        label="Join with previous",
        key="J",
        help="Its pages belong to the invoice before.",
    ),
    Action(name="delete", label="Delete", key="X", takes="some", help="It can be undone."),
)
VIEW: Final = "review_invoice_view"


def all_invoices(kept: KeptRow, *, readonly: bool) -> None:
    """Draw one row for each invoice."""
    document = kept.invoices
    key = f"invoices_{document.upload_id}"
    here = st.session_state.get(chosen_key(document.upload_id), 0)
    in_hand = document.invoices[here].invoice_id if here < len(document.invoices) else None
    record_grid(
        _COLUMNS,
        [_row(row) for row in kept.derived(invoice_table)],
        key=key,
        label="Invoices of the file",
        actions=_ACTIONS,
        active=in_hand,
        readonly=readonly,
        opens=True,
        on_event=partial(_on_event, key, kept),
    )
    st.caption(
        f"{counted(len(document.invoices), 'invoice')}, together "
        f"{plain(kept.derived(table_sums))}. Enter opens one; changes are saved at once."
    )


def _row(row: InvoiceRow) -> GridRow:
    return GridRow(
        key=row.invoice_id,
        cells={**row.cells, "pages": row.pages},
        state=row.state,
        word=STATE_WORDS[row.state],
        note=readable(row.note),
        marks=row.marks,
        titles=row.titles,
        errors={
            name: kept.message
            for name in TABLE_FIELDS
            if (kept := refused().get(f"{row.invoice_id}.{name}"))
        },
    )


def _on_event(key: str, kept: KeptRow) -> None:
    event = grid_event(key)
    document = kept.invoices
    ids = [invoice.invoice_id for invoice in document.invoices]
    if event is None or event.kind == "pick" or not set(event.rows) <= set(ids):
        return
    places = sorted(ids.index(row) for row in event.rows)
    if event.kind == "typed":
        name = f"{event.rows[0]}.{event.column}"
        type_into_field(event.rows[0], event.column, event.text, name)
    elif event.kind == "open" or event.column == "open":
        choose_invoice(document.upload_id, places[0])
        st.session_state[VIEW] = "fields"
    elif event.column == "split":
        choose_invoice(document.upload_id, places[0])
        first = next(iter(document.invoices[places[0]].pages), 1)
        st.session_state.update({VIEW: "pages", "review_page_chosen": (first, None)})
    elif event.column == "join":
        _join(document.invoices[places[0]])
    else:
        _add_or_delete(event.column, places)


def _join(invoice: Invoice) -> None:
    page = next(iter(invoice.pages), None)
    if page is None:
        return
    boxes = {region.page: region.bbox for region in invoice.regions}
    y = boxes[page][1] if page in boxes else 0.0
    label = invoice.invoice_number or f"page {page}"
    word = PageWord("join", page, y=y, invoice_id=invoice.invoice_id)
    regroup(f"{label}: joined with previous", word)


def _add_or_delete(action: str, places: list[int]) -> None:
    def change(document: InvoiceDocument) -> InvoiceDocument:
        invoices = document.invoices
        if action == "delete":
            return replace(document, invoices=without(invoices, places))
        ids = {invoice.invoice_id for invoice in invoices}
        after = places[-1] if places else None
        pages = invoices[after].pages if after is not None else ()
        new = Invoice(invoice_id=next(free_ids(document.upload_id, ids)), pages=pages)
        return replace(document, invoices=with_after(invoices, after, new))

    told = "Invoice added" if action == "add" else f"{counted(len(places), 'invoice')} deleted"
    save_or_say(told, change)
