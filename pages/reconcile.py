"""Reconcile: which bank line paid which invoice, why, and a person's word on each match."""

from typing import get_args

import streamlit as st

from engine.records.uploads import UploadKind
from engine.services import services
from pages._parts.automatic_section import automatic_section
from pages._parts.empty_state import empty_state
from pages._parts.failures import say
from pages._parts.rules_section import rules_section
from pages._parts.run_form import run_form
from pages._parts.run_section import run_section
from pages._parts.run_titles import run_titles
from pages._parts.uploads import USABLE, documents

if st.session_state.pop("reconcile_close_form", False):
    st.session_state["reconcile_new_run"] = False
kinds = {
    kind for kind in get_args(UploadKind) if services().status_counts(kind).keys() & set(USABLE)
}
runs = services().store.reconciliations.list()

if kinds != {"invoice", "bank"} and not runs:
    st.title("Reconcile")
    missing = {
        "invoice": "Upload the statements that pay your invoices",
        "bank": "Upload the invoices that your statements pay",
    }.get("".join(kinds), "Upload invoices and the bank statements that pay them")
    empty_state("Nothing to match yet", f"{missing}; once they are read, they are matched here.")

titles = run_titles(runs)
head, choice, opener = st.columns([1, 1.6, 0.62], vertical_alignment="center")
head.title("Reconcile")
is_open = bool(runs) and opener.toggle("New run", key="reconcile_new_run")
if is_open or not runs:
    with st.container(border=bool(runs), key=f"new_run_{len(runs)}"):
        made = run_form(documents())
    if made:
        st.session_state["reconcile_run"] = made
        st.session_state["reconcile_close_form"] = True
        say("Reconciled.")
        st.rerun()
if not runs:
    rules_section()
    st.stop()

if st.session_state.get("reconcile_run") not in titles:
    st.session_state["reconcile_run"] = next(iter(titles))
choice.selectbox(
    "Run",
    list(titles),
    format_func=lambda run_id: titles.get(run_id, ""),
    key="reconcile_run",
    persist_state="session",
    label_visibility="collapsed",
)
run_section(st.session_state["reconcile_run"])
rules_section()
automatic_section(st.session_state["reconcile_run"])
