"""The line items of an invoice as a table to edit, with the sum that runs along them."""

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st
from msgspec.structs import replace

from engine.errors import InvalidInputError
from engine.presentation import UNKNOWN, amount, counted, plain
from engine.presentation.fields import STATE_WORDS
from engine.presentation.grid import edited
from engine.presentation.history import LABELS
from engine.presentation.item_rows import ITEM_FIELDS, ItemRow, item_rows, item_sum
from engine.presentation.record_edits import with_after, without
from engine.presentation.sentences import readable
from engine.records import Invoice, LineItem
from pages._parts.field_table import Offer
from pages._parts.invoice_panel import with_invoice
from pages._parts.record_grid import Action, Column, GridRow, grid_event, record_grid
from pages._parts.review_state import refuse, refused, save
from pages._parts.words import FIELD_STATE, badge_of

_COLUMNS: Final = (
    Column(key="description", label="Description", width=8.5),
    Column(key="quantity", label="Qty", width=3.2, numeric=True),
    Column(key="unit_price", label="Unit price", width=5.4, numeric=True),
    Column(key="tax_rate", label="Tax %", width=3.7, numeric=True),
    Column(key="amount", label="Amount", width=5.8, numeric=True, help="Net amount of the line"),
    Column(
        key="running",
        label="So far",
        width=5.8,
        kind="fixed",
        numeric=True,
        help="All lines down to this one together",
    ),
)
_ACTIONS: Final = (
    Action(name="add", label="Add", key="N", takes="none", help="A line after the one in hand."),
    Action(name="delete", label="Delete", key="X", takes="some", help="It can be undone."),
)


def items_of(invoice: Invoice, *, readonly: bool) -> None:
    """Draw the lines and whether they make the net amount."""
    key = f"items_{invoice.invoice_id}"
    found = item_sum(invoice)
    if found.sentence:
        word = FIELD_STATE["sure" if found.state == "sure" else found.state]
        text = {"sure": "Adds up", "failed": "Does not add up"}.get(found.state, "No sum")
        st.markdown(f"{badge_of(word, text)} {plain(found.sentence)}")
    record_grid(
        _COLUMNS,
        [_row(n, row, invoice) for n, row in enumerate(item_rows(invoice))],
        key=key,
        label="Line items of the invoice",
        actions=_ACTIONS,
        readonly=readonly,
        empty="No line items were found.",
        footer={"amount": amount(found.added, invoice.currency)} if found.added is not None else {},
        on_event=partial(_on_event, key, invoice),
    )
    st.caption(
        f"Net amounts in {plain(invoice.currency or 'an unknown currency')}. "
        "Changes are saved at once."
    )


def _row(place: int, row: ItemRow, invoice: Invoice) -> GridRow:
    prefix = f"line_items[{place}]"
    return GridRow(
        key=prefix,
        cells={**row.cells, "running": row.running},
        state=row.state,
        word=STATE_WORDS[row.state],
        note=readable(row.note),
        marks=row.marks,
        titles=row.printed,
        errors={
            name: kept.message
            for name in ITEM_FIELDS
            if (kept := refused().get(f"{invoice.invoice_id}.{prefix}.{name}"))
        },
        boxes={
            name: f"{prefix}.{name}"
            for name in ITEM_FIELDS
            if f"{prefix}.{name}" in invoice.provenance
        },
        mends=tuple(
            Offer(f"{LABELS[m.field]} {m.text}", f"{m.field}={m.text}", m.sentence)
            for m in row.mends
        ),
    )


def _on_event(key: str, invoice: Invoice) -> None:
    event = grid_event(key)
    if event is None or event.kind in ("pick", "open"):
        return
    places = [place_of_item(row) for row in event.rows]
    if event.kind == "typed":
        type_into_item(invoice, places[0], event.column, event.text)
    elif event.column == "add":
        after = places[-1] if places else None
        _change(invoice, "Item added", lambda items: with_after(items, after, LineItem()))
    else:
        told = f"{counted(len(places), 'item')} deleted"
        _change(invoice, told, lambda items: without(items, places))


def place_of_item(path: str) -> int:
    """The place of the line that ``line_items[3]`` names."""
    return int(path.removeprefix("line_items[").rstrip("]"))


def type_into_item(invoice: Invoice, place: int, column: str, text: str) -> None:
    """Set a cell of a line to what was typed; what cannot be kept is told in its row."""
    name = f"{invoice.invoice_id}.line_items[{place}].{column}"
    refused().pop(name, None)
    edits = {"edited_rows": {place: {column: text}}}
    try:
        _change(
            invoice,
            f"{LABELS.get(column, column)}: {text or UNKNOWN}",
            lambda items: edited(items, edits, lambda _: LineItem(), lambda _: invoice.currency),
        )
    except InvalidInputError as error:
        refuse(name, text, error)


def _change(
    invoice: Invoice,
    description: str,
    change: Callable[[tuple[LineItem, ...]], tuple[LineItem, ...]],
) -> None:
    def of_invoice(found: Invoice) -> Invoice:
        if found.line_items != invoice.line_items:
            raise InvalidInputError("The line items are other ones now.", "Do it once more.")
        return replace(found, line_items=change(found.line_items))

    save(description, lambda document: with_invoice(document, invoice.invoice_id, of_invoice))
