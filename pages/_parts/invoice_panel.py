"""The invoices of a file: choose one, and correct its fields."""

from functools import partial
from typing import Any

import streamlit as st
from msgspec.structs import replace

from engine.errors import InvalidInputError
from engine.presentation import UNKNOWN, money
from engine.presentation.fields import NEEDS_A_LOOK
from engine.presentation.invoice_fields import (
    INVOICE_LABELS,
    invoice_rows,
    state_of_invoice,
    with_invoice_field,
)
from engine.presentation.mends import invoice_mends
from engine.records import Invoice, InvoiceDocument
from engine.services import KeptRow, Value, services
from pages._parts.failures import say
from pages._parts.field_form import field_form
from pages._parts.field_table import FieldEvent
from pages._parts.page_viewer import Box
from pages._parts.review_state import look_at, refuse, refused, save
from pages._parts.vendor_memory import vendor_memory


def titles(document: InvoiceDocument) -> tuple[str, ...]:
    """What each invoice of the file is called in the list of them."""
    count = len(document.invoices)
    return tuple(_title(invoice, n, count) for n, invoice in enumerate(document.invoices))


def open_places(document: InvoiceDocument) -> tuple[int, ...]:
    """The places of the invoices that need a look, from 0."""
    return tuple(
        n
        for n, invoice in enumerate(document.invoices)
        if state_of_invoice(invoice) in NEEDS_A_LOOK
    )


def chosen_key(upload_id: str) -> str:
    """Where the place of the invoice in hand is kept."""
    return f"review_invoice_{upload_id}"


def records_in_hand(kept: KeptRow) -> tuple[str, ...]:
    """Ids of what is shown: of the invoice in hand, where its file has several, and of the file."""
    upload_id, document = kept.row.upload_id, kept.row.document
    if not isinstance(document, InvoiceDocument) or len(document.invoices) < 2:
        bills = document.invoices if isinstance(document, InvoiceDocument) else ()
        return (upload_id, *(bill.invoice_id for bill in bills))
    place = int(st.session_state.get(chosen_key(upload_id), 0))
    return (document.invoices[min(place, len(document.invoices) - 1)].invoice_id, upload_id)


def chosen_invoice(kept: KeptRow) -> Invoice | None:
    """The invoice in hand; several are chosen from by a list with arrows beside it.

    A file opens with its first invoice that needs a look.
    """
    document = kept.invoices
    invoices = document.invoices
    if not invoices:
        return None
    if len(invoices) == 1:
        return invoices[0]
    key = chosen_key(document.upload_id)
    named, doubtful = kept.derived(titles), kept.derived(open_places)
    st.session_state.setdefault(key, next(iter(doubtful), 0))
    st.session_state[key] = min(st.session_state[key], len(invoices) - 1)
    here = int(st.session_state[key])
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.selectbox(
            "Invoice",
            range(len(invoices)),
            format_func=lambda index: named[index],
            key=key,
            label_visibility="collapsed",
            on_change=lambda: refused().clear(),
        )
        for label, step, shortcut in (("‹", -1, "K"), ("›", 1, "J")):
            st.button(
                label,
                key=f"{key}_{step}",
                shortcut=shortcut,
                help="Next invoice" if step > 0 else "Previous invoice",
                on_click=choose_invoice,
                args=(document.upload_id, (here + step) % len(invoices)),
            )
    return invoices[here]


def choose_invoice(upload_id: str, place: int) -> None:
    """Take the invoice at ``place`` in hand."""
    st.session_state[chosen_key(upload_id)] = place
    refused().clear()


def _title(invoice: Invoice, index: int, count: int) -> str:
    parts = [f"{index + 1} of {count}", invoice.invoice_number]
    if invoice.total_amount is not None:
        parts.append(money(invoice.total_amount, invoice.currency))
    parts.append(invoice.vendor_name)
    sign = "⚠ " if state_of_invoice(invoice) in NEEDS_A_LOOK else ""
    return sign + " · ".join(part for part in parts if part)


def invoice_boxes(invoice: Invoice) -> list[Box]:
    """Every place on a page that a value of ``invoice`` was read from.

    Items may share one, such as the tax rate below them: it is drawn once, lest it look chosen.
    The currency, which is often read from an amount, comes before it and so lies under it.
    """
    states = {row.key: row.state for row in invoice_rows(invoice)}
    drawn = set()
    boxes = []
    by_weight = sorted(invoice.provenance.items(), key=lambda found: found[0] != "currency")
    for key, place in by_weight:
        if place.page is None or place.bbox is None:
            continue
        if key in states or (place.page, place.bbox) not in drawn:
            box = Box(key, _box_label(key), states.get(key, "sure"), place.page, *place.bbox)
            boxes.append(box)
        drawn.add((place.page, place.bbox))
    return boxes


def _box_label(key: str) -> str:
    return INVOICE_LABELS.get(key, key.rpartition(".")[2].replace("_", " ").capitalize())


def fields_of(kept: KeptRow, invoice: Invoice, *, readonly: bool) -> None:
    """The header fields as a form."""
    rows = invoice_rows(invoice)
    needs_a_look = any(row.state in NEEDS_A_LOOK for row in rows)
    field_form(
        rows,
        key=f"fields_{invoice.invoice_id}",
        upload_id=kept.row.upload_id,
        record=invoice.invoice_id,
        readonly=readonly,
        on_event=partial(_on_field, invoice),
        on_done=partial(_go_on, kept, invoice),
        mends=invoice_mends(invoice),
        looks=services().second_look(invoice, kept.row.file_hash) if needs_a_look else None,
        currency=invoice.currency,
    )
    vendor_memory(invoice)


def _on_field(invoice: Invoice, event: FieldEvent) -> None:
    if event.kind == "seen":
        label = INVOICE_LABELS.get(event.key, event.key)
        look_at(f"{label}: looked at", Value(event.key, invoice.invoice_id))
        return
    type_into_field(invoice.invoice_id, event.key, event.text)


def type_into_field(invoice_id: str, field: str, text: str, name: str = "") -> None:
    """Set a header field to what was typed; what cannot be kept is told in its row.

    ``name`` is what its row is called among those refused; the field's name by default.
    """
    name = name or field
    refused().pop(name, None)
    try:
        save(
            f"{INVOICE_LABELS.get(field, field)}: {text or UNKNOWN}",
            lambda document: with_invoice(
                document, invoice_id, lambda found: with_invoice_field(found, field, text)
            ),
        )
    except InvalidInputError as error:
        refuse(name, text, error)


def _go_on(kept: KeptRow, invoice: Invoice) -> None:
    """To the next invoice that needs a look, round the end.

    Who changed one that needed none stays there, and so does whose value was refused.
    """
    if refused() or state_of_invoice(invoice) not in NEEDS_A_LOOK:
        return
    document = kept.invoices
    here = next(n for n, i in enumerate(document.invoices) if i.invoice_id == invoice.invoice_id)
    others = [n for n in kept.derived(open_places) if n != here]
    if others:
        choose_invoice(document.upload_id, next((n for n in others if n > here), others[0]))
    else:
        say("Nothing else here needs a look: A confirms.", ":material/done_all:")


def with_invoice(document: InvoiceDocument, invoice_id: str, change: Any) -> InvoiceDocument:
    """``document`` with one invoice changed.

    Raises:
        InvalidInputError: it is not there any more.
    """
    if all(invoice.invoice_id != invoice_id for invoice in document.invoices):
        raise InvalidInputError("The invoice is not in this document any more.")
    invoices = tuple(
        change(invoice) if invoice.invoice_id == invoice_id else invoice
        for invoice in document.invoices
    )
    return replace(document, invoices=invoices)
