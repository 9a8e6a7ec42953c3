"""The invoices of a file: choose one, correct its fields and lines, or all of them in one table."""

from collections.abc import Mapping
from typing import Any

import msgspec
import pandas as pd
import streamlit as st

from engine.errors import InvalidInputError
from engine.presentation import UNKNOWN, counted, decimals_of, decimals_shown, money
from engine.presentation.grid import edit_words, edited, edited_by_id
from engine.presentation.history import LABELS
from engine.presentation.invoice_fields import (
    INVOICE_LABELS,
    invoice_rows,
    state_of_invoice,
    with_invoice_field,
)
from engine.records import Invoice, InvoiceDocument, LineItem
from pages._parts.field_form import field_form
from pages._parts.field_table import edit_of
from pages._parts.page_viewer import Box
from pages._parts.review_state import new_tables, refuse, refused, revision, save, save_or_say
from pages._parts.tables import badges_column
from pages._parts.vendor_memory import vendor_memory
from pages._parts.words import FIELD_STATE


def chosen_invoice(document: InvoiceDocument) -> Invoice | None:
    """The invoice in hand; several are chosen from by a list with arrows beside it."""
    invoices = document.invoices
    if not invoices:
        return None
    if len(invoices) == 1:
        return invoices[0]
    key = f"review_invoice_{document.upload_id}"
    numbers = range(len(invoices))
    st.session_state.setdefault(key, 0)
    st.session_state[key] = min(st.session_state[key], len(invoices) - 1)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.selectbox(
            "Invoice",
            numbers,
            format_func=lambda index: _title(invoices[index], index, len(invoices)),
            key=key,
            label_visibility="collapsed",
        )
        for label, step, shortcut in (("‹", -1, "K"), ("›", 1, "J")):
            goal = (st.session_state[key] + step) % len(invoices)
            st.button(
                label,
                key=f"{key}_{step}",
                shortcut=shortcut,
                help="Next invoice" if step > 0 else "Previous invoice",
                on_click=_choose,
                args=(key, goal),
            )
    return invoices[int(st.session_state[key])]


def _choose(key: str, index: int) -> None:
    st.session_state[key] = index
    refused().clear()


def _title(invoice: Invoice, index: int, count: int) -> str:
    parts = [f"{index + 1} of {count}", invoice.invoice_number]
    if invoice.total_amount is not None:
        parts.append(money(invoice.total_amount, invoice.currency))
    parts.append(invoice.vendor_name)
    sign = "" if state_of_invoice(invoice) in ("sure", "changed") else "⚠ "
    return sign + " · ".join(part for part in parts if part)


def invoice_boxes(invoice: Invoice) -> list[Box]:
    """Every place on a page that a value of ``invoice`` was read from.

    Items may share one, such as the tax rate below them: it is drawn once, lest it look chosen.
    """
    states = {row.key: row.state for row in invoice_rows(invoice)}
    drawn = set()
    boxes = []
    for key, place in invoice.provenance.items():
        if place.page is None or place.bbox is None:
            continue
        if key in states or (place.page, place.bbox) not in drawn:
            box = Box(key, _box_label(key), states.get(key, "sure"), place.page, *place.bbox)
            boxes.append(box)
        drawn.add((place.page, place.bbox))
    return boxes


def _box_label(key: str) -> str:
    return INVOICE_LABELS.get(key, key.rpartition(".")[2].replace("_", " ").capitalize())


def fields_of(invoice: Invoice, *, readonly: bool) -> None:
    """The header fields as a form."""
    key = f"fields_{invoice.invoice_id}"
    field_form(
        invoice_rows(invoice),
        key=key,
        readonly=readonly,
        on_edit=lambda: _edit_field(key, invoice),
    )
    vendor_memory(invoice)


def _edit_field(key: str, invoice: Invoice) -> None:
    edit = edit_of(key)
    if edit is None:
        return
    field, text = edit
    refused().pop(field, None)
    try:
        save(
            f"{INVOICE_LABELS.get(field, field)}: {text or UNKNOWN}",
            lambda document: _with_invoice(
                document, invoice.invoice_id, lambda found: with_invoice_field(found, field, text)
            ),
        )
    except InvalidInputError as error:
        refuse(field, text, error)


def _with_invoice(document: InvoiceDocument, invoice_id: str, change: Any) -> InvoiceDocument:
    if all(invoice.invoice_id != invoice_id for invoice in document.invoices):
        raise InvalidInputError("The invoice is not in this document any more.")
    invoices = tuple(
        change(invoice) if invoice.invoice_id == invoice_id else invoice
        for invoice in document.invoices
    )
    return msgspec.structs.replace(document, invoices=invoices)


def lines_of(invoice: Invoice, *, readonly: bool) -> None:
    """The line items as a table to edit."""
    currency = invoice.currency
    amounts = decimals_shown((item.amount for item in invoice.line_items), currency)
    prices = decimals_shown((item.unit_price for item in invoice.line_items), currency)
    key = f"items_{invoice.invoice_id}_{revision()}"
    names = LineItem.__struct_fields__
    frame = pd.DataFrame(
        [{name: getattr(item, name) for name in names} for item in invoice.line_items],
        columns=names,
    )
    if frame.empty and readonly:
        st.caption("No line items were found.")
        return
    number = st.column_config.NumberColumn
    st.data_editor(
        frame,
        key=key,
        num_rows="dynamic",
        hide_index=True,
        disabled=readonly,
        placeholder=UNKNOWN,
        column_config={
            "description": st.column_config.TextColumn("Description", width=178),
            "quantity": number("Qty", width=65),
            "unit_price": number("Unit price", format=f"%,.{prices}f", width=88),
            "tax_rate": number("Tax, %", width=68),
            "amount": number("Amount", format=f"%,.{amounts}f", width=90),
        },
        on_change=_edit_items,
        args=(key, invoice),
        alt="Line items of the invoice",
    )
    st.caption(
        f"Net amounts in {invoice.currency or 'an unknown currency'}. Changes are saved at once."
    )


def _edit_items(key: str, invoice: Invoice) -> None:
    edits: Mapping[str, Any] = st.session_state[key]

    def change(found: Invoice) -> Invoice:
        if found.line_items != invoice.line_items:
            raise InvalidInputError("The line items are other ones now.", "Enter them once more.")
        items = edited(found.line_items, edits, lambda _: LineItem(), lambda _: found.currency)
        return msgspec.structs.replace(found, line_items=items)

    save_or_say(
        edit_words(edits, LABELS, "item"),
        lambda document: _with_invoice(document, invoice.invoice_id, change),
    )
    new_tables()


_TABLE: Mapping[str, Any] = {
    "state": badges_column("State", tuple(FIELD_STATE.values()), width=98, disabled=True),
    "invoice_number": st.column_config.TextColumn("Number", width=100),
    "vendor_name": st.column_config.TextColumn("Vendor", width=125),
    "invoice_date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=95),
    "total_amount": None,
    "currency": st.column_config.TextColumn("Currency", width=72, validate="^[A-Za-z]{3}$"),
    "due_date": st.column_config.DateColumn("Due", format="D MMM YYYY", width=95),
}


def table_of(document: InvoiceDocument, *, readonly: bool) -> None:
    """All invoices of the file, one row each, to edit."""
    key = f"invoices_{document.upload_id}_{revision()}"
    frame = pd.DataFrame(
        [
            {
                "state": [FIELD_STATE[state_of_invoice(invoice)].text],
                **{name: getattr(invoice, name) for name in _TABLE if name != "state"},
            }
            for invoice in document.invoices
        ]
    )
    most = max((decimals_of(invoice.currency) for invoice in document.invoices), default=2)
    st.data_editor(
        frame,
        key=key,
        hide_index=True,
        disabled=readonly,
        placeholder=UNKNOWN,
        column_config={
            **_TABLE,
            "total_amount": st.column_config.NumberColumn("Total", format=f"%,.{most}f", width=95),
        },
        on_change=_edit_table,
        args=(key, [invoice.invoice_id for invoice in document.invoices]),
        alt="Invoices of the file",
    )
    st.caption(f"{counted(len(frame), 'invoice')}. Changes are saved at once.")


def _edit_table(key: str, shown_ids: list[str]) -> None:
    edits: Mapping[str, Any] = st.session_state[key]

    def change(document: InvoiceDocument) -> InvoiceDocument:
        return msgspec.structs.replace(
            document, invoices=edited_by_id(document.invoices, shown_ids, edits)
        )

    save_or_say(edit_words(edits, LABELS, "invoice"), change)
