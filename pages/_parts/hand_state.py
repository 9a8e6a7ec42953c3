"""What lies on the table for matching by hand: chosen ids, kept for the person's session."""

from collections.abc import Collection

import streamlit as st

BY_HAND = "by_hand"
"""The list of a run in which matches are made by hand."""

_SIDES = ("invoices", "lines")


def chosen(side: str) -> list[str]:
    """The ids that are chosen of a side, ``invoices`` or ``lines``."""
    return list(st.session_state.get(f"hand_{side}", ()))


def choose(side: str, ids: Collection[str]) -> None:
    """Take these for the chosen ones of a side."""
    st.session_state[f"hand_{side}"] = list(ids)


def lay_out(invoice_ids: Collection[str], transaction_ids: Collection[str]) -> None:
    """Put records on the table and go there; the tables are drawn anew with them first."""
    choose("invoices", invoice_ids)
    choose("lines", transaction_ids)
    st.session_state["reconcile_list"] = BY_HAND
    draw_anew()


def clear() -> None:
    """Take everything off the table."""
    for side in _SIDES:
        choose(side, ())
    for name in ("hand_note", "hand_treatment", "hand_rate"):
        st.session_state.pop(name, None)
    draw_anew()


def draw_anew() -> None:
    """Let the tables start from what is chosen, the chosen rows first."""
    st.session_state["hand_round"] = drawing() + 1


def drawing() -> int:
    """Rises when the tables have to start anew."""
    return int(st.session_state.get("hand_round", 0))
