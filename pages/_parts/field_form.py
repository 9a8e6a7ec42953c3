"""The fields of a record as a form; those that are empty and not needed wait behind a toggle."""

from collections.abc import Callable, Sequence

import streamlit as st

from engine.presentation import counted
from engine.presentation.fields import NEEDS_A_LOOK, STATE_WORDS, FieldRow
from pages._parts.field_table import Field, field_table
from pages._parts.review_state import refused

_NUMERIC = ("amount", "percentage", "days")


def field_form(
    rows: Sequence[FieldRow], *, key: str, readonly: bool, on_edit: Callable[[], None]
) -> None:
    """Draw ``rows``; ``on_edit`` runs when a person changed one."""
    empty = [row for row in rows if row.state == "empty"]
    shows_all = bool(st.session_state.get("review_all_fields", False))
    shown = [row for row in rows if shows_all or row.state != "empty"]
    field_table([_field(row, readonly) for row in shown], key=key, on_edit=on_edit)
    open_ones = sum(row.state in NEEDS_A_LOOK for row in rows)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            f"{counted(open_ones, 'field')} to look at; Enter goes on to the next."
            if open_ones
            else "Nothing here needs a look."
        )
        if empty:
            st.toggle(
                f"Show {counted(len(empty), 'empty field')}",
                key="review_all_fields",
                persist_state="session",
            )


def _field(row: FieldRow, readonly: bool) -> Field:
    kept = refused().get(row.key)
    return Field(
        key=row.key,
        label=row.label,
        value=row.text,
        state=row.state,
        word=STATE_WORDS[row.state],
        note=row.note,
        options=row.options,
        numeric=row.kind in _NUMERIC,
        readonly=readonly,
        typed=kept.text if kept else None,
        error=kept.message if kept else None,
    )
