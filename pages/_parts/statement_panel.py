"""The lines of a statement as a table to edit, and its header as a form."""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any, get_args

import msgspec
import pandas as pd
import streamlit as st

from engine.errors import InvalidInputError
from engine.presentation import UNKNOWN, counted, decimals_of, money
from engine.presentation.fields import NEEDS_A_LOOK
from engine.presentation.grid import edit_words, edited, edited_by_id, moved, state_of_line
from engine.presentation.history import LABELS
from engine.presentation.statement_fields import (
    STATEMENT_LABELS,
    statement_rows,
    with_statement_field,
)
from engine.presentation.statement_proof import line_note
from engine.records import BankDocument, Transaction
from engine.records.bank import TransactionType
from pages._parts.field_form import field_form
from pages._parts.field_table import edit_of
from pages._parts.page_viewer import Box
from pages._parts.review_state import new_tables, refuse, refused, revision, save, save_or_say
from pages._parts.tables import badges_column
from pages._parts.words import FIELD_STATE

LOCATE = ":material/my_location:"


def statement_boxes(document: BankDocument) -> list[Box]:
    """A box around every line, and around every value of the header."""
    boxes = [
        Box(key, STATEMENT_LABELS.get(key, key), "sure", place.page, *place.bbox)
        for key, place in document.statement_info.provenance.items()
        if place.page is not None and place.bbox is not None
    ]
    for line in document.transactions:
        places = [p for p in line.provenance.values() if p.page is not None and p.bbox is not None]
        if places:
            boxes.append(_box_around(line, places))
    return boxes


def _box_around(line: Transaction, places: Sequence[Any]) -> Box:
    own = [place for place in places if place.page == places[0].page]
    corners = list(zip(*(place.bbox for place in own), strict=True))
    label = f"{line.description[:60]} {money(line.amount, line.currency)}"
    return Box(
        line.transaction_id,
        label,
        state_of_line(line),
        places[0].page,
        min(corners[0]),
        min(corners[1]),
        max(corners[2]),
        max(corners[3]),
    )


def header_of(document: BankDocument, *, readonly: bool) -> None:
    """The header fields as a form."""
    key = f"statement_{document.upload_id}"
    field_form(
        statement_rows(document.statement_info),
        key=key,
        readonly=readonly,
        on_edit=lambda: _edit_field(key),
    )


def _edit_field(key: str) -> None:
    edit = edit_of(key)
    if edit is None:
        return
    field, text = edit
    refused().pop(field, None)

    def change(document: BankDocument) -> BankDocument:
        info = with_statement_field(document.statement_info, field, text)
        return msgspec.structs.replace(document, statement_info=info)

    try:
        save(f"{STATEMENT_LABELS.get(field, field)}: {text or UNKNOWN}", change)
    except InvalidInputError as error:
        refuse(field, text, error)


def lines_of(document: BankDocument, *, readonly: bool) -> None:
    """The transactions as a table; a button in each row shows its place on the page."""
    with st.container(horizontal=True, vertical_alignment="center"):
        only_open = st.toggle("Only lines to look at", key="review_only_open")
        adding = st.toggle("Add or delete lines", key="review_adding", disabled=readonly)
    lines = [
        line
        for line in document.transactions
        if adding or not only_open or state_of_line(line) in NEEDS_A_LOOK
    ]
    if not lines and not adding:
        st.caption("No line needs a look." if only_open else "No lines were found.")
        return
    ids = [line.transaction_id for line in lines]
    key = f"lines_{document.upload_id}_{revision()}_{adding}_{only_open}"
    st.session_state["review_line_ids"] = ids
    st.data_editor(
        pd.DataFrame([_cells(line) for line in lines], columns=["locate", *_columns("EUR")]),
        key=key,
        num_rows="dynamic" if adding else "fixed",
        hide_index=True,
        disabled=readonly,
        placeholder=UNKNOWN,
        height=480,
        column_order=["locate", *_shown_columns(document)],
        column_config={
            "locate": st.column_config.ButtonColumn(
                "", width=36, type="tertiary", key="review_locate", on_click=_locate
            ),
            **_columns(document.statement_info.currency),
        },
        on_change=_add_or_delete if adding else _edit_lines,
        args=(key, ids),
        alt="Lines of the statement",
    )
    st.caption(f"{counted(len(lines), 'line')}. Changes are saved at once.")


def _columns(currency: str | None) -> Mapping[str, Any]:
    money_format = f"%,.{decimals_of(currency)}f"
    text, date, number = (
        st.column_config.TextColumn,
        st.column_config.DateColumn,
        st.column_config.NumberColumn,
    )
    return {
        "state": badges_column("State", tuple(FIELD_STATE.values()), width=98, disabled=True),
        "date": date("Date", format="D MMM YYYY", width=92),
        "value_date": date("Value date", format="D MMM YYYY", width=92),
        "description": text("Description", width=119),
        "amount": number("Amount", format=money_format, width=88),
        "balance": number("Balance", format=money_format, width=88),
        "counterparty": text("Counterparty", width=130),
        "reference": text("Reference", width=110),
        "type": st.column_config.SelectboxColumn(
            "Type", options=get_args(TransactionType), width=90
        ),
        "account_number": text("Account", width=120),
        "note": text("Why it needs a look", width=260, disabled=True),
    }


def _shown_columns(document: BankDocument) -> list[str]:
    """The columns that say something in this statement."""
    lines = document.transactions
    hidden = {
        "note": not any(map(line_note, lines)),
        "value_date": not any(line.value_date for line in lines),
        "account_number": len(document.statement_info.accounts) < 2,
    }
    return [name for name in _columns(None) if not hidden.get(name)]


def _cells(line: Transaction) -> dict[str, Any]:
    cells = {name: getattr(line, name, None) for name in _columns(line.currency)}
    state = FIELD_STATE[state_of_line(line)].text
    return {**cells, "state": [state], "locate": LOCATE, "note": line_note(line)}


def _locate() -> None:
    click, ids = st.session_state.review_locate, st.session_state["review_line_ids"]
    if click and click.row < len(ids):
        st.session_state["review_active"] = ids[click.row]


def _edit_lines(key: str, shown_ids: list[str]) -> None:
    edits: Mapping[str, Any] = st.session_state[key]
    save_or_say(
        edit_words(edits, LABELS, "line"),
        lambda document: msgspec.structs.replace(
            document, transactions=edited_by_id(document.transactions, shown_ids, edits)
        ),
    )


def _add_or_delete(key: str, shown_ids: list[str]) -> None:
    edits: Mapping[str, Any] = st.session_state[key]

    def change(document: BankDocument) -> BankDocument:
        ids = [line.transaction_id for line in document.transactions]
        names = (f"{document.upload_id}-{number}" for number in count(1))
        free = (name for name in names if name not in ids)
        currency = document.statement_info.currency
        lines = edited(
            document.transactions,
            moved(edits, shown_ids, ids),
            lambda _: Transaction(transaction_id=next(free), currency=currency, confidence=1.0),
            lambda line: line.currency,
        )
        return msgspec.structs.replace(document, transactions=lines)

    save_or_say(edit_words(edits, LABELS, "line"), change)
    new_tables()
