"""What a run found twice, and what it took over from earlier runs."""

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, counted, money, percent, plain
from engine.records.reconciliation import CarriedIn, Duplicate
from pages._parts.run_view import RunView, invoice_title, line_title, party_of

_KINDS = {
    "invoice": "Invoice filed twice",
    "bank_line": "Line of two statements",
    "payment": "Paid twice",
}


def carried_in(carried: CarriedIn) -> None:
    """One sentence on what confirmed matches of earlier runs settled; nothing when none did."""
    left_out = [
        counted(number, noun)
        for number, noun in (
            (carried.settled_invoices, "invoice"),
            (carried.settled_transactions, "bank line"),
        )
        if number
    ]
    sentences = []
    if left_out:
        sentences.append(f"{' and '.join(left_out)} settled by earlier runs are left out.")
    if carried.rests:
        rests = counted(len(carried.rests), "record")
        amounts = ", ".join(money(rest.amount_open, rest.currency) for rest in carried.rests[:5])
        more = " …" if len(carried.rests) > 5 else ""
        sentences.append(f"{rests} entered with what was still open: {amounts}{more}.")
    if sentences:
        st.caption(plain(" ".join(sentences)))


def duplicates(view: RunView) -> None:
    """The records that are one, with what tells it."""
    found = view.row.document.unmatched.duplicates
    if not found:
        st.caption("None. Every record came once.")
        return
    frame = pd.DataFrame(
        [
            {
                "what": _KINDS[duplicate.kind],
                "kept": _title(view, duplicate.kept_id) if duplicate.kept_id else "You decide",
                "copies": "; ".join(_title(view, key) for key in duplicate.other_ids),
                "effect": _effect(duplicate),
                "sure": percent(duplicate.confidence),
                "evidence": duplicate.evidence,
            }
            for duplicate in found
        ]
    )
    st.dataframe(
        frame,
        hide_index=True,
        placeholder=UNKNOWN,
        column_config={
            "what": st.column_config.TextColumn("What", width=150),
            "kept": st.column_config.TextColumn("Counts", width=200),
            "copies": st.column_config.TextColumn("Found again", width=240),
            "effect": st.column_config.TextColumn("Effect", width=120),
            "sure": st.column_config.TextColumn("Sure", width=60),
            "evidence": st.column_config.TextColumn("Why", width=420),
        },
        key="duplicates",
        alt="Records that were found twice",
    )


def _effect(duplicate: Duplicate) -> str:
    if duplicate.kind == "payment" or duplicate.kept_id is None:
        return "To look at"
    return "Left out"


def _title(view: RunView, record_id: str) -> str:
    if record_id in view.invoices:
        record = view.invoices[record_id]
        return f"{party_of(record)} {invoice_title(record)}"
    if record_id in view.lines:
        return line_title(view.lines[record_id])
    return "In an earlier run"
