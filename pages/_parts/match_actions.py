"""What can be said about a match, with the key for each word; and the way through a list."""

from typing import Literal

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import plain
from engine.records import Match
from engine.records.reconciliation import Decision
from engine.services import services
from pages._parts.failures import keep_failure, say
from pages._parts.hand_state import lay_out
from pages._parts.run_view import RunView
from pages._parts.words import DECISION


def match_actions(view: RunView, match: Match, *, name: str, next_open: str) -> None:
    """Draw accept, reject and split; a decision goes on to ``next_open`` in the list ``name``."""
    where = (view.row.reconciliation_id, view.row.row_version, match.match_id)
    is_locked = match.match_id in view.locked
    with st.container(horizontal=True, vertical_alignment="center", key=f"match_bar_{name}"):
        st.button(
            "Accept",
            type="primary",
            icon=":material/check:",
            shortcut="A",
            key=f"accept_{name}",
            disabled=match.decision == "confirmed",
            help="These records settle each other. The next proposal opens.",
            on_click=decide,
            args=(*where, "confirmed", None, name, next_open),
        )
        rejects = st.button(
            "Reject …",
            icon=":material/block:",
            shortcut="X",
            key=f"reject_{name}",
            disabled=match.decision == "rejected" or match.is_manual or is_locked,
            help="It is never proposed again.",
        )
        st.button(
            "Split …",
            icon=":material/call_split:",
            shortcut="S",
            key=f"split_{name}",
            disabled=match.decision == "confirmed",
            help="Lay its records on the table and match them by hand another way.",
            on_click=lay_out,
            args=(match.invoice_ids, match.transaction_ids),
        )
        if match.decision != "proposed" and not is_locked:
            st.button(
                "Take back",
                icon=":material/settings_backup_restore:",
                key=f"take_back_{name}",
                help="What was said of it counts no more; the history keeps it.",
                on_click=decide,
                args=(*where, "proposed", None, name, match.match_id),
            )
    if rejects:
        _ask_reason(view, match, name, next_open)


def match_steps(name: str, before: str, after: str) -> None:
    """Draw the way to the match before the chosen one in the list ``name``, and after it."""
    _step("Previous", "P", ":material/arrow_back:", name, before)
    _step("Next", "N", ":material/arrow_forward:", name, after)


def _step(label: Literal["Previous", "Next"], key: str, icon: str, name: str, to: str) -> None:
    st.button(
        label,
        icon=icon,
        shortcut=key,
        key=f"{label.lower()}_{name}",
        on_click=go_to,
        args=(name, to),
    )


def go_to(name: str, match_id: str) -> None:
    """Choose another match of the list ``name``."""
    moves = st.session_state.get(f"reconcile_at_{name}", (None, 0))[1]
    st.session_state[f"reconcile_at_{name}"] = (match_id, moves + 1)


@st.dialog("Why is it wrong?", icon=":material/block:")
def _ask_reason(view: RunView, match: Match, name: str, next_id: str) -> None:
    st.markdown(plain(view.title_of(match)))
    where = (view.row.reconciliation_id, view.row.row_version, match.match_id)
    with st.form("reject_match", border=False):
        st.text_input(
            "Reason", key="reject_reason", placeholder="It stays in the history", max_chars=500
        )
        if st.form_submit_button(
            "Reject",
            type="primary",
            icon=":material/block:",
            on_click=_reject,
            args=(*where, name, next_id),
        ):
            st.rerun()


def _reject(
    reconciliation_id: str, row_version: int, match_id: str, name: str, next_id: str
) -> None:
    reason = st.session_state.get("reject_reason", "").strip() or None
    decide(reconciliation_id, row_version, match_id, "rejected", reason, name, next_id)


def decide(
    reconciliation_id: str,
    row_version: int,
    match_id: str,
    decision: Decision,
    reason: str | None,
    name: str,
    next_id: str,
) -> None:
    """Store a person's word about a match and go on to the next one."""
    try:
        services().decide(
            reconciliation_id, match_id, decision, row_version=row_version, reason=reason
        )
    except MatchbookError as error:
        keep_failure(error)
        return
    go_to(name, next_id)
    say(f"{DECISION[decision].text}. U takes it back.", DECISION[decision].icon)
