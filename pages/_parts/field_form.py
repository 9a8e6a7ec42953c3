"""The fields of a record as a form; those that are empty and not needed wait behind a toggle."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from engine.presentation import counted
from engine.presentation.field_looks import choices, reasons_told
from engine.presentation.fields import NEEDS_A_LOOK, STATE_WORDS, FieldRow
from engine.presentation.mends import Mend
from engine.presentation.sentences import readable
from engine.records import FieldLook, Provenance
from pages._parts.field_table import Field, FieldEvent, Offer, Spot, event_of, field_table
from pages._parts.review_state import refused

_NUMERIC = ("amount", "percentage", "days")


def field_form(
    rows: Sequence[FieldRow],
    *,
    key: str,
    upload_id: str,
    record: str,
    readonly: bool,
    on_event: Callable[[FieldEvent], None],
    on_done: Callable[[], None] | None = None,
    mends: Sequence[Mend] = (),
    looks: Mapping[str, FieldLook] | None = None,
    currency: str | None = None,
) -> None:
    """Draw ``rows``.

    Args:
        rows: the fields in their order.
        key: of the table.
        upload_id: whose pages have the values' places.
        record: whose fields they are; the cursor starts anew with another one.
        readonly: nothing can be changed.
        on_event: what to do when a person did something.
        on_done: what to do when they went past the last field that needs a look.
        mends: what would make failed checks hold.
        looks: why values are as sure as they are, and what else they may be, by field.
        currency: of the amounts among ``looks``.
    """
    empty = [row for row in rows if row.state == "empty"]
    shows_all = bool(st.session_state.get("review_all_fields", False))
    shown = [row for row in rows if shows_all or row.state != "empty"]
    field_table(
        _once_each(
            _field(row, readonly, mends, (looks or {}).get(row.key), currency) for row in shown
        ),
        key=key,
        record=record,
        pages_url=f"/api/documents/{upload_id}/pages/",
        on_event=partial(_on_event, key, on_event),
        on_done=on_done,
    )
    open_ones = sum(row.state in NEEDS_A_LOOK for row in rows)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"{counted(open_ones, 'field')} to look at. Enter keeps a value and goes to the next; "
            "F finds the first."
            if open_ones
            else "Nothing here needs a look."
        )
        if empty:
            st.toggle(
                f"Show {counted(len(empty), 'empty field')}",
                key="review_all_fields",
                persist_state="session",
            )


def _on_event(key: str, then: Callable[[FieldEvent], None]) -> None:
    event = event_of(key)
    if event is not None:
        refused().pop(event.key, None)
        then(event)


def _field(
    row: FieldRow,
    readonly: bool,
    mends: Sequence[Mend],
    look: FieldLook | None,
    currency: str | None,
) -> Field:
    kept = refused().get(row.key)
    needs_look = row.state in NEEDS_A_LOOK
    return Field(
        key=row.key,
        label=row.label,
        value=row.text,
        state=row.state,
        word=STATE_WORDS[row.state],
        note=readable(row.note),
        options=row.options,
        numeric=row.kind in _NUMERIC,
        readonly=readonly,
        typed=kept.text if kept else None,
        error=kept.message if kept else None,
        place=_spot(row.place),
        original=row.original,
        mends=tuple(
            Offer(f"Set to {m.text}", m.text, m.sentence)
            for m in mends
            if needs_look and m.field == row.key
        ),
        alternatives=tuple(
            Offer(other.text, other.text, other.reason, _spot(other.place))
            for other in (choices(look, currency) if look and needs_look else ())
        ),
        reasons=reasons_told(look) if look and needs_look else (),
    )


def _once_each(fields: Iterable[Field]) -> list[Field]:
    """The fields; a note that several share counts as told by the first of them."""
    told: set[str] = set()
    shown = []
    for field in fields:
        is_again = bool(field.note) and field.note in told and field.state == "failed"
        shown.append(replace(field, repeats=True) if is_again else field)
        told.add(field.note)
    return shown


def _spot(place: Provenance | None) -> Spot | None:
    if place is None or place.page is None or place.bbox is None:
        return None
    return Spot(place.page, *place.bbox)
