"""The lines of a statement as a table to edit, a hundred at a time."""

from collections.abc import Mapping
from functools import partial
from typing import Final

import streamlit as st
from msgspec.structs import replace

from engine.errors import InvalidInputError
from engine.presentation import UNKNOWN, counted
from engine.presentation.fields import STATE_WORDS, FieldState
from engine.presentation.grid import edited_by_id
from engine.presentation.history import LABELS
from engine.presentation.line_rows import (
    LINE_TYPES,
    LineWindow,
    line_cells,
    line_index,
    line_marks,
    line_window,
    line_words,
    note_of_line,
    page_of_place,
    printed_cells,
    shown_columns,
)
from engine.presentation.mends import Mend, statement_mends
from engine.presentation.record_edits import changed_lines
from engine.records import BankDocument, Transaction
from engine.services import KeptRow, Value
from pages._parts.field_table import Offer
from pages._parts.record_grid import Action, Column, GridRow, grid_event, record_grid
from pages._parts.review_state import look_at, refuse, refused, save, save_or_say

_COLUMNS: Final = {
    "date": Column(key="date", label="Date", width=6.2),
    "description": Column(key="description", label="Description", width=9.5),
    "amount": Column(key="amount", label="Amount", width=6, numeric=True),
    "balance": Column(key="balance", label="Balance", width=6.4, numeric=True),
    "counterparty": Column(key="counterparty", label="Counterparty", width=10),
    "reference": Column(key="reference", label="Reference", width=9),
    "value_date": Column(key="value_date", label="Value date", width=7),
    "type": Column(key="type", label="Type", width=7, kind="choice", options=LINE_TYPES),
    "account_number": Column(key="account_number", label="Account", width=10),
}
_ACTIONS: Final = (
    Action(name="seen", label="Looks right", key="O", takes="some", help="Settle its doubts."),
    Action(name="add", label="Add", key="N", takes="none", help="A line after the one in hand."),
    Action(name="split", label="Split", key="S", help="Make two lines of one."),
    Action(name="join", label="Join", key="J", takes="several", help="Make one line of several."),
    Action(name="delete", label="Delete", key="X", takes="some", help="It can be undone."),
)
PAGE: Final = "review_lines_page"
ONLY_OPEN: Final = "review_only_open"
SEARCH: Final = "review_lines_search"


def lines_of(kept: KeptRow, *, readonly: bool) -> tuple[int, ...]:
    """Draw the lines that match, one page of the table; the places of those that are shown."""
    document = kept.statement
    index = kept.derived(line_index)
    search = st.session_state.get(SEARCH) or ""
    shown = line_window(
        index,
        page=st.session_state.get(PAGE, 1),
        search=search,
        words=kept.derived(line_words) if search else (),
        only_open=bool(st.session_state.get(ONLY_OPEN)) and bool(index.open_places),
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text_input(
            "Search",
            key=SEARCH,
            placeholder="Search words or amounts",
            icon=":material/search:",
            label_visibility="collapsed",
            on_change=_first_page,
        )
        if index.open_places:
            st.toggle(
                f"Only {counted(len(index.open_places), 'line')} to look at",
                key=ONLY_OPEN,
                on_change=_first_page,
            )
        _pages(shown)
    mends = kept.derived(statement_mends)
    names = kept.derived(shown_columns)
    key = f"lines_{document.upload_id}"
    record_grid(
        [_COLUMNS[name] for name in names],
        [_row(document.transactions[n], index.states[n], mends) for n in shown.places],
        key=key,
        label="Lines of the statement",
        actions=_ACTIONS,
        active=st.session_state.get("review_active"),
        readonly=readonly,
        empty="No line matches." if document.transactions else "No lines were found.",
        on_event=partial(_on_line, key, kept),
    )
    st.caption(f"{counted(shown.total, 'line')}. Changes are saved at once.")
    return shown.places


def _pages(shown: LineWindow) -> None:
    """The way through the pages of the table."""
    if shown.pages > 1:
        key = f"{PAGE}_{shown.page}_{shown.pages}"
        st.pagination(
            shown.pages,
            default=shown.page,
            key=key,
            max_visible_pages=1,
            on_change=_turn_to,
            args=(key,),
        )


def _turn_to(key: str) -> None:
    st.session_state[PAGE] = st.session_state[key]


def _first_page() -> None:
    st.session_state[PAGE] = 1


def _row(line: Transaction, state: FieldState, mends: Mapping[str, tuple[Mend, ...]]) -> GridRow:
    errors = {
        name: kept.message
        for name in _COLUMNS
        if (kept := refused().get(f"{line.transaction_id}.{name}"))
    }
    marks = line_marks(line)
    return GridRow(
        key=line.transaction_id,
        cells=line_cells(line),
        state=state,
        word=STATE_WORDS[state],
        note=note_of_line(line),
        marks=marks,
        titles=printed_cells(line),
        errors=errors,
        boxes={
            name: f"{line.transaction_id}.{name}"
            for name, spot in line.provenance.items()
            if spot.bbox is not None
        },
        mends=tuple(
            Offer(f"{LABELS[m.field]} {m.text}", f"{m.field}={m.text}", m.sentence)
            for m in mends.get(line.transaction_id, ())
        ),
    )


def _on_line(key: str, kept: KeptRow) -> None:
    event = grid_event(key)
    if event is None:
        return
    if event.kind == "typed":
        type_into_line(event.rows[0], event.column, event.text)
    elif event.kind == "pick" and event.rows:
        go_to_line(kept, event.rows[0].partition(".")[0])
    elif event.kind == "action":
        _act(event.column, event.rows)


def go_to_line(kept: KeptRow, transaction_id: str) -> None:
    """Turn the table to the page of a line and take the line in hand."""
    place = kept.derived(line_index).places.get(transaction_id)
    if place is None:
        return
    st.session_state.update(
        {ONLY_OPEN: False, SEARCH: "", PAGE: page_of_place(place), "review_active": transaction_id}
    )


def type_into_line(transaction_id: str, column: str, text: str) -> None:
    """Set a cell of a line to what was typed; what cannot be kept is told in its row."""
    name = f"{transaction_id}.{column}"
    refused().pop(name, None)
    edits = {"edited_rows": {0: {column: text}}}
    try:
        save(
            f"{LABELS.get(column, column)}: {text or UNKNOWN}",
            lambda document: replace(
                document, transactions=edited_by_id(document.transactions, [transaction_id], edits)
            ),
        )
    except InvalidInputError as error:
        refuse(name, text, error)


def _act(action: str, ids: tuple[str, ...]) -> None:
    if action == "seen":
        for transaction_id in ids[:1]:
            look_at("Line looked at", Value("description", transaction_id))
        return
    words = {"add": "Line added", "split": "Line split", "join": "Lines joined"}

    def change(document: BankDocument) -> BankDocument:
        return replace(document, transactions=changed_lines(document, action, ids))

    save_or_say(words.get(action, f"{counted(len(ids), 'line')} deleted"), change)
