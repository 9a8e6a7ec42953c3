"""Matching by hand: bank lines and invoices side by side, and a meter that has to reach 0.00."""

import streamlit as st

from pages._parts.hand_candidates import hand_candidates
from pages._parts.hand_meter import hand_meter
from pages._parts.hand_tables import INVOICES, LINES, choose_from
from pages._parts.run_view import RunView


def hand_bench(view: RunView) -> None:
    """Draw the meter, both tables, and what could settle the chosen records."""
    meter = st.container(border=True, key="hand_meter")
    with st.container(key="stacked_bench"):
        left, right = st.columns(2, gap="medium")
    with left:
        lines = choose_from(LINES, view)
    with right:
        invoices = choose_from(INVOICES, view)
    with meter:
        hand_meter(view, invoices, lines)
    if bool(invoices) or bool(lines):
        hand_candidates(view, invoices, lines)
