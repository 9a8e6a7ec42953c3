"""Explorer: why records are a match or none, where a threshold could be, what runs changed, SQL."""

import streamlit as st

from engine.services import services
from pages._parts.empty_state import empty_state
from pages._parts.explorer.any_pair import any_pair
from pages._parts.explorer.compare import compare_runs
from pages._parts.explorer.linked import linked_choice
from pages._parts.explorer.matches import run_matches
from pages._parts.explorer.sql_panel import sql_panel
from pages._parts.explorer.threshold import threshold_view
from pages._parts.run_titles import run_titles

SECTIONS = {
    "matches": "Matches",
    "pair": "Any pair",
    "threshold": "Threshold",
    "compare": "Compare runs",
    "sql": "SQL",
}

runs = services().store.reconciliations.list()
counts = services().store.counts()
if not runs and not counts["invoice_uploads"] and not counts["bank_uploads"]:
    st.title("Explorer")
    empty_state("Nothing to explore yet", "Upload documents and reconcile them; then look into it.")

titles = run_titles(runs, with_threshold=True)
head, choice = st.columns([1, 1.4], vertical_alignment="center")
head.title("Explorer")
section = st.segmented_control(
    "Section",
    list(SECTIONS),
    format_func=lambda name: SECTIONS[name],
    default="matches" if runs else "sql",
    required=True,
    key="section",
    bind="query-params",
    label_visibility="collapsed",
)
if section == "sql":
    sql_panel()
    st.stop()
if not runs:
    st.info("There is no run yet. Reconcile first, or ask in SQL.", icon=":material/join_inner:")
    st.page_link("reconcile.py", label="Reconcile", icon=":material/join_inner:")
    st.stop()

with choice:
    run_id = linked_choice("Run", titles, key="run")
if section == "matches":
    run_matches(run_id)
elif section == "pair":
    any_pair(run_id)
elif section == "threshold":
    threshold_view(run_id)
else:
    compare_runs(run_id, titles)
