"""Reconcile: which bank line paid which invoice, why, and a person's word on each match."""

import streamlit as st

from engine.presentation import moment, plain
from engine.services import services
from pages._parts.closed_periods import closed_periods
from pages._parts.empty_state import empty_state
from pages._parts.failures import say
from pages._parts.history_panel import history_panel
from pages._parts.match_lessons import match_lessons
from pages._parts.match_list import match_list
from pages._parts.repeated_lists import carried_in, duplicates
from pages._parts.rules_section import rules_section
from pages._parts.run_form import run_form
from pages._parts.run_summary import run_summary
from pages._parts.run_view import load_run
from pages._parts.unmatched_lists import open_invoices, open_lines
from pages._parts.uploads import USABLE, documents, zone

uploads = documents()
kinds = {row["kind"] for row in uploads if row["status"] in USABLE}
runs = services().store.reconciliations.list()

if kinds != {"invoice", "bank"} and not runs:
    st.title("Reconcile")
    missing = {
        "invoice": "Upload the statements that pay your invoices",
        "bank": "Upload the invoices that your statements pay",
    }.get("".join(kinds), "Upload invoices and the bank statements that pay them")
    empty_state("Nothing to match yet", f"{missing}; once they are read, they are matched here.")

titles = {
    run.reconciliation_id: f"{moment(run.reconciliation_timestamp, zone())} · "
    f"{run.total_matches_found} matched, {run.partial_matches} to look at"
    for run in runs
}
head, choice = st.columns([1, 1.2], vertical_alignment="center")
head.title("Reconcile")
with st.expander(
    "New run", icon=":material/play_circle:", expanded=not runs, key=f"new_run_{len(runs)}"
):
    made = run_form(uploads)
rules_section()
if made:
    st.session_state["reconcile_run"] = made
    say("Reconciled.")
    st.rerun()
if not runs:
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
view = load_run(st.session_state["reconcile_run"])
document = view.row.document
run_summary(view)
carried_in(document.reconciliation_info.carried_in)
with st.container(horizontal=True):
    match_lessons()
    closed_periods()

left_over = document.unmatched
matched, partial, invoices, lines, twice, history = st.tabs(
    [
        f"Matched {len(document.matched)}",
        f"To look at {len(document.partial)}",
        f"Open invoices {len(left_over.invoices)}",
        f"Open bank lines {len(left_over.bank_transactions)}",
        f"Twice {len(left_over.duplicates)}",
        "History",
    ]
)
with matched:
    match_list(view, document.matched, name="matched")
with partial:
    match_list(view, document.partial, name="partial")
with invoices:
    open_invoices(view)
with lines:
    open_lines(view)
with twice:
    duplicates(view)
with history:
    history_panel(document.audit_trail, key="reconcile_history")
    names = ", ".join(source.file_name for source in document.source_documents)
    st.caption(plain(f"Drawn from {names}"))
