"""A run on the screen: its figures and lists, as one fragment, so that a decision costs no more."""

from typing import Final

import streamlit as st

from engine.presentation import number
from pages._parts.accept_many import accept_many
from pages._parts.failures import show_kept_failure
from pages._parts.hand_bench import hand_bench
from pages._parts.hand_state import BY_HAND
from pages._parts.match_lessons import match_lessons
from pages._parts.match_list import match_list
from pages._parts.repeated_lists import carried_in, duplicates
from pages._parts.run_download import run_downloads
from pages._parts.run_history import run_history, undo_button
from pages._parts.run_summary import run_summary
from pages._parts.run_view import RunView, load_run
from pages._parts.set_aside_list import set_aside_list
from pages._parts.sign_off import sign_off

_LISTS: Final = ("matched", "partial", BY_HAND, "aside", "twice", "history")


@st.fragment
def run_section(reconciliation_id: str) -> None:
    """Draw the run: cards, what can be done with all of it, and the list that is chosen."""
    show_kept_failure()
    view = load_run(reconciliation_id)
    if st.session_state.get("reconcile_list") != BY_HAND:
        run_summary(view)
        carried_in(view.row.document.reconciliation_info.carried_in)
    name = _chosen_list(view)
    document = view.row.document
    if name == "matched":
        match_list(view, document.matched, name="matched")
    elif name == "partial":
        match_list(view, document.partial, name="partial")
    elif name == BY_HAND:
        hand_bench(view)
    elif name == "aside":
        set_aside_list(view)
    elif name == "twice":
        duplicates(view)
    else:
        run_history(view)


def _chosen_list(view: RunView) -> str:
    document = view.row.document
    left = document.unmatched
    open_lines = sum(i not in view.aside for i in left.bank_transactions)
    titles = {
        "matched": f"Matched {number(len(document.matched))}",
        "partial": f"To look at {number(len(document.partial))}",
        BY_HAND: f"Unmatched {number(open_lines)} + {number(len(left.invoices))}",
        "aside": f"Set aside {number(len(view.aside))}",
        "twice": f"Twice {number(len(left.duplicates))}",
        "history": "History",
    }
    is_empty = {"aside": not view.aside, "twice": not left.duplicates}
    lists = [key for key in _LISTS if not is_empty.get(key)]
    if st.session_state.get("reconcile_list") not in lists:
        st.session_state["reconcile_list"] = _first(view)
    with st.container(horizontal=True, vertical_alignment="center", key="reconcile_bar"):
        name = st.segmented_control(
            "List",
            lists,
            format_func=lambda key: titles[key],
            key="reconcile_list",
            required=True,
            label_visibility="collapsed",
            persist_state="session",
        )
        st.space("stretch")
        undo_button(view)
        accept_many(view)
        match_lessons()
        sign_off(view)
        run_downloads(view, name or "matched")
    return name or "matched"


def _first(view: RunView) -> str:
    """Where somebody has to look: proposals first, then what is open."""
    document = view.row.document
    if document.matched or not document.partial:
        return "matched" if document.matched else BY_HAND
    return "partial"
