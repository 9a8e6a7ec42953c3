"""How the columns of a bank's table were read: shown, corrected, and read again so."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st
from msgspec.structs import replace

from engine.errors import MatchbookError
from engine.presentation import plain
from engine.presentation.column_words import (
    DECIMALS,
    DELIMITERS,
    ORDERS,
    ROLES,
    SIGNS,
    ColumnRow,
    column_rows,
    plan_source,
    with_roles,
)
from engine.records import BankDocument, ColumnPlan
from engine.services import services
from pages._parts.failures import keep_failure, say
from pages._parts.review_state import read_columns_again, revision


def columns_of(document: BankDocument, stored: ColumnPlan, *, readonly: bool) -> None:
    """Draw the columns with what each holds, and the button that reads the file again so."""
    upload_id = document.upload_id
    draft_key = f"columns_draft_{upload_id}_{revision()}"
    draft: ColumnPlan = st.session_state.get(draft_key, stored)
    try:
        view = services().columns(upload_id, draft)
    except MatchbookError as error:
        keep_failure(error)
        return
    if view is None:
        return
    st.caption(plain(" ".join((plan_source(stored), *stored.evidence))))
    cut = _cutting(draft, readonly=readonly)
    if cut != draft:
        st.session_state[draft_key] = cut
        st.rerun()
    rows = column_rows(draft, view.records)
    wanted = _meaning(_roles(draft, rows, readonly=readonly), readonly=readonly)
    if any("edit" in entry.action for entry in document.audit_trail):
        st.caption(":material/info: Reading again drops corrections of single lines.")
    with st.container(horizontal=True):
        st.button(
            "Read again so",
            type="primary",
            icon=":material/refresh:",
            disabled=readonly or _content(wanted) == _content(stored),
            help="The next file with the same columns is read the same way.",
            on_click=read_columns_again,
            args=(wanted,),
        )
        if stored.source != "guessed":
            st.button(
                "Forget",
                icon=":material/delete:",
                help="Guess the columns of the next such file anew.",
                on_click=_forget,
                args=(stored,),
            )


def _cutting(plan: ColumnPlan, *, readonly: bool) -> ColumnPlan:
    """What cuts the file into cells: the separator and the row with the columns' names."""
    left, right = st.columns(2)
    head = right.number_input(
        "Row with the columns' names",
        min_value=0,
        value=plan.header_row or 0,
        help="0: no row names the columns.",
        disabled=readonly,
        key=f"columns_header_{revision()}",
    )
    if plan.delimiter is None:
        left.text_input("Sheet", value=plan.sheet or "", disabled=True)
        return replace(plan, header_row=head or None)
    delimiter = left.selectbox(
        "Separator",
        [*DELIMITERS, *({plan.delimiter} - set(DELIMITERS))],
        index=[*DELIMITERS, plan.delimiter].index(plan.delimiter),
        format_func=lambda sign: DELIMITERS.get(sign, sign),
        disabled=readonly,
        key=f"columns_delimiter_{revision()}",
    )
    return replace(plan, delimiter=delimiter, header_row=head or None)


def _roles(plan: ColumnPlan, rows: tuple[ColumnRow, ...], *, readonly: bool) -> ColumnPlan:
    table = pd.DataFrame(
        [{"Column": row.head, "Says": row.examples, "Holds": ROLES[row.role]} for row in rows],
        columns=["Column", "Says", "Holds"],
    )
    shown = st.data_editor(
        table,
        key=f"columns_roles_{revision()}_{plan.delimiter}_{plan.header_row}",
        hide_index=True,
        disabled=readonly or ["Column", "Says"],
        column_config={
            "Column": st.column_config.TextColumn(width=130),
            "Says": st.column_config.TextColumn("First records", width=230),
            "Holds": st.column_config.SelectboxColumn(
                "Holds", options=list(ROLES.values()), required=True, width=130
            ),
        },
        alt="Columns of the file",
    )
    return with_roles(plan, rows, list(shown["Holds"]))


def _meaning(plan: ColumnPlan, *, readonly: bool) -> ColumnPlan:
    """How dates, amounts and signs of the file are written."""
    fields = st.columns(2)
    order = _choose(fields[0], "Dates", ORDERS, plan.date_order, readonly)
    decimal = _choose(fields[1], "Decimal sign", DECIMALS, plan.decimal_sign, readonly)
    signs = {name: SIGNS[name] for name in SIGNS if (name == "columns") == _is_split(plan)}
    sign = _choose(st.container(), "Money in or out", signs, plan.sign_convention, readonly)
    return replace(plan, date_order=order, decimal_sign=decimal, sign_convention=sign)


def _is_split(plan: ColumnPlan) -> bool:
    return plan.sign_convention == "columns"


def _choose(place: Any, label: str, words: Mapping[str, str], value: str, readonly: bool) -> Any:
    return place.selectbox(
        label,
        list(words),
        index=list(words).index(value),
        format_func=lambda name: words[name],
        disabled=readonly,
        key=f"columns_{label}_{revision()}_{len(words)}",
    )


def _content(plan: ColumnPlan) -> tuple[Any, ...]:
    return (
        plan.roles,
        plan.delimiter,
        plan.header_row,
        plan.date_order,
        plan.decimal_sign,
        plan.sign_convention,
    )


def _forget(plan: ColumnPlan) -> None:
    try:
        services().forget_columns(plan)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("Forgotten", ":material/delete:")
