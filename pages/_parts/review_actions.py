"""What can be said about a document under review, as a bar with a key for each word."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import plain
from engine.services import services
from pages._parts.failures import keep_failure, say
from pages._parts.review_state import OPEN_FOR_EDITS, Row, undo
from pages._parts.uploads import documents


def action_bar(row: Row, queue: Sequence[str]) -> None:
    """Confirm, reject, undo, reopen, retry, and the way through ``queue``."""
    place = queue.index(row.upload_id)
    with st.bottom, st.container(horizontal=True, vertical_alignment="center", key="review_bar"):
        if row.status in OPEN_FOR_EDITS:
            _open_actions(row, queue)
        elif row.status == "confirmed" and st.button("Reopen …", icon=":material/lock_open:"):
            ask_reason(row, "reopen")
        elif row.status in ("failed", "rejected"):
            st.button(
                "Read again",
                icon=":material/refresh:",
                type="primary",
                on_click=_attempt,
                args=(lambda: services().retry(row.upload_id), "It is being read again"),
            )
        st.space("stretch")
        if len(queue) > 1:
            st.caption(f"Document {place + 1} of {len(queue)}", width="content")
            _step("Previous", "P", ":material/arrow_back:", queue[place - 1])
            _step("Next", "N", ":material/arrow_forward:", queue[(place + 1) % len(queue)])


def _open_actions(row: Row, queue: Sequence[str]) -> None:
    st.button(
        "Confirm",
        icon=":material/check:",
        type="primary",
        shortcut="A",
        help="Say that it is right, and go on to the next document that waits.",
        on_click=_confirm,
        args=(row, tuple(queue)),
    )
    if st.button("Reject …", icon=":material/block:", shortcut="X"):
        ask_reason(row, "reject")
    if row.status == "partial":
        st.button(
            "Read the missing pages again",
            icon=":material/refresh:",
            on_click=_attempt,
            args=(lambda: services().retry(row.upload_id), "It is being read again"),
        )
    undone = st.session_state.get("review_undo") or []
    st.button(
        "Undo",
        icon=":material/undo:",
        shortcut="U",
        disabled=not undone,
        help=plain(f"Take back: {undone[-1][0]}") if undone else "Nothing to take back.",
        on_click=undo,
    )


def _step(label: str, shortcut: str, icon: str, upload_id: str) -> None:
    st.button(label, icon=icon, shortcut=shortcut, on_click=go_to, args=(upload_id,))


def go_to(upload_id: str) -> None:
    """Open another document of the queue."""
    st.query_params["upload"] = upload_id
    st.session_state["review_active"] = None


def _confirm(row: Row, queue: tuple[str, ...]) -> None:
    try:
        services().confirm(row.upload_id, row_version=row.row_version)
    except MatchbookError as error:
        keep_failure(error)
        return
    place = queue.index(row.upload_id)
    open_ones = {found["upload_id"] for found in documents() if found["status"] in OPEN_FOR_EDITS}
    waiting = [i for i in (*queue[place + 1 :], *queue[:place]) if i in open_ones]
    if waiting:
        go_to(waiting[0])
        say(f"Confirmed {row.file_name}. On to the next one.")
    else:
        say(f"Confirmed {row.file_name}. Nothing else waits.")


def _attempt(action: Callable[[], Any], done: str) -> None:
    try:
        action()
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(done)


@st.dialog("Why?", icon=":material/edit_note:")
def ask_reason(row: Row, action: str) -> None:
    """Ask for the reason that goes into the history with the word."""
    st.markdown(f"**{action.capitalize()}** {plain(row.file_name)}")
    with st.form("reason_form", border=False):
        reason = st.text_input("Reason", key="reason_text", placeholder="It stays in the history")
        is_sent = st.form_submit_button(action.capitalize(), type="primary")
    if is_sent:
        try:
            decide = services().reject if action == "reject" else services().reopen
            decide(row.upload_id, reason, row_version=row.row_version)
        except MatchbookError as error:
            st.error(plain(str(error)), icon=":material/error:")
            return
        st.rerun()
