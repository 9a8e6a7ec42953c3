"""Bank lines that a run set aside, and why each of them pays no invoice."""

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, counted, in_and_out
from pages._parts.run_view import RunView
from pages._parts.tables import money_column, with_money

_KINDS = {
    "reversal": "Reversed",
    "returned_debit": "Returned debit",
    "own_transfer": "Between own accounts",
    "duplicate_line": "Line of two statements",
    "refund": "Refund",
    "rule": "Your rule",
}


def set_aside_list(view: RunView) -> None:
    """The lines with their kind and the evidence for it, by day."""
    rows = [
        {
            "transaction_date": line["transaction_date"],
            "amount": line["amount"],
            "currency": line["currency"],
            "kind": found.rule if found.kind == "rule" and found.rule else _KINDS[found.kind],
            "evidence": view.readable(found.evidence),
            "description": line["description"],
        }
        for found in view.row.document.unmatched.set_aside
        if found.kind != "ignored"
        for line in (view.lines[i] for i in found.transaction_ids if i in view.lines)
    ]
    rows += [
        {
            "transaction_date": line["transaction_date"],
            "amount": line["amount"],
            "currency": line["currency"],
            "kind": "Ignored",
            "evidence": why,
            "description": line["description"],
        }
        for line, why in ((view.lines[i], why) for i, why in view.ignored.items())
    ]
    if not rows:
        st.caption("None. Every line could pay an invoice.")
        return
    totals = in_and_out((row["amount"], row["currency"]) for row in rows)
    st.caption(" · ".join((counted(len(rows), "bank line"), *totals)))
    rows.sort(key=lambda row: (row["transaction_date"] is None, row["transaction_date"]))
    st.dataframe(
        with_money(pd.DataFrame(rows), {"amount": "currency"}),
        hide_index=True,
        placeholder=UNKNOWN,
        column_config={
            "transaction_date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=100),
            "amount": money_column("Amount", width=120),
            "kind": st.column_config.TextColumn("What it is", width=170),
            "evidence": st.column_config.TextColumn("Set aside because", width=380),
            "description": st.column_config.TextColumn("Bank's words", width=380),
        },
        key="set_aside",
        alt="Bank lines set aside",
    )
