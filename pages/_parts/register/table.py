"""The lines of one page as a table; a click opens the drawer of a line."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN
from pages._parts.register.rows import Line
from pages._parts.tables import badges_column, money_column, with_money
from pages._parts.words import LINE_FLAG, LINE_STATE, LINE_TYPE

_CONFIG = {
    "transaction_date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=95),
    "counterparty": st.column_config.TextColumn("Counterparty", width=135),
    "amount": money_column("Amount", width=110),
    "balance": money_column("Balance", width=110),
    "state": badges_column("State", (*LINE_STATE.values(), *LINE_FLAG.values()), width=104),
    "description": st.column_config.TextColumn("Bank's words", width=250),
    "account": st.column_config.TextColumn("Account", width=172),
    "type": st.column_config.TextColumn("Kind", width=92),
}


def register_table(lines: Sequence[Line], *, key: str) -> Line | None:
    """Draw ``lines``; the one that was just clicked."""
    event = st.dataframe(
        with_money(
            pd.DataFrame([_cells(line) for line in lines]),
            {"amount": "currency", "balance": "currency_of_balance"},
        ),
        hide_index=True,
        column_config=_CONFIG,
        column_order=list(_CONFIG),
        height=min(33 * len(lines) + 36, 36 + 33 * 15),
        placeholder=UNKNOWN,
        on_select="rerun",
        selection_mode=["single-row", "single-cell"],
        key=key,
        alt="Bank lines",
    )
    cells = [cell[0] for cell in event.selection.get("cells", ())]
    row = next(iter([*event.selection.rows, *cells]), None)
    return lines[row] if row is not None and row < len(lines) else None


def _cells(line: Line) -> dict[str, object]:
    badges = [LINE_STATE[line["state"]].text]
    flag = LINE_FLAG.get(line["aside_kind"] or "")
    if flag and line["state"] == "set_aside":
        badges = [flag.text]
    return {
        "transaction_date": line["transaction_date"],
        "counterparty": line["counterparty"],
        "amount": line["amount"],
        "balance": line["balance"],
        "currency": line["currency"],
        "currency_of_balance": line["currency"],
        "state": badges,
        "description": line["description"],
        "account": line["account_number"],
        "type": LINE_TYPE.get(line["type"] or "", line["type"]),
    }
