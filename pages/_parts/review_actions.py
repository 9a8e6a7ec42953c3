"""What can be said about a document under review, as a bar with a key for each word."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import plain
from engine.services import DocumentLine, ReviewQueue, services
from pages._parts.failures import keep_failure, say
from pages._parts.review_keys import keys_button
from pages._parts.review_state import OPEN_FOR_EDITS, Row, Step, redo, undo
from pages._parts.session import may
from pages._parts.work.asking import ask_back
from pages._parts.work.assigning import is_team
from pages._parts.work.remarks import waits_for_answer


def action_bar(row: Row, queue: ReviewQueue) -> None:
    """Confirm, reject, undo, reopen, retry, and the way through ``queue``."""
    with st.bottom, st.container(horizontal=True, vertical_alignment="center", key="review_bar"):
        if not may(Permission.DECIDE):
            st.caption("You may look at it, and not confirm it.", width="content")
        elif row.status in OPEN_FOR_EDITS:
            _open_actions(row)
        elif row.status == "confirmed":
            if st.button("Reopen …", icon=":material/lock_open:", shortcut="O"):
                ask_reason(row, "reopen")
            _send_back(row)
        elif row.status in ("failed", "rejected"):
            st.button(
                "Read again",
                icon=":material/refresh:",
                type="primary",
                on_click=_attempt,
                args=(lambda: services().retry(row.upload_id), "It is being read again"),
            )
        st.space("stretch")
        keys_button()
        if len(queue) > 1 or queue.place(row.upload_id) is None:
            _way_through(row, queue)


def _way_through(row: Row, queue: ReviewQueue) -> None:
    place = queue.place(row.upload_id)
    if place is not None:
        st.caption(f"{place + 1:,} of {len(queue):,}", width="content")
    for label, shortcut, icon, step in (
        ("Previous", "P", ":material/arrow_back:", -1),
        ("Next", "N", ":material/arrow_forward:", 1),
    ):
        goal = queue.step(row.upload_id, step)
        if goal is not None:
            st.button(label, icon=icon, shortcut=shortcut, on_click=go_to, args=(goal,))


def _open_actions(row: Row) -> None:
    asked = waits_for_answer(row)
    st.button(
        "Confirm",
        icon=":material/check:",
        type="primary",
        shortcut="A",
        disabled=asked is not None,
        help="Answer it first."
        if asked is not None
        else "Say that it is right, and go on to the next document that waits.",
        on_click=_confirm,
        args=(row,),
    )
    if st.button("Reject …", icon=":material/block:", shortcut="X"):
        ask_reason(row, "reject")
    _send_back(row)
    if row.status == "partial":
        st.button(
            "Read the missing pages again",
            icon=":material/refresh:",
            on_click=_attempt,
            args=(lambda: services().retry(row.upload_id), "It is being read again"),
        )
    steps: list[Step] = st.session_state.get("review_undo") or []
    st.button(
        "Undo",
        icon=":material/undo:",
        shortcut="U",
        disabled=not steps,
        help=plain(f"Take back: {steps[-1].description}") if steps else "Nothing to take back.",
        on_click=undo,
    )
    undone: list[Step] = st.session_state.get("review_redo") or []
    if undone:
        st.button(
            "Redo",
            icon=":material/redo:",
            shortcut="Y",
            help=plain(f"Make again: {undone[-1].description}"),
            on_click=redo,
        )


def _send_back(row: Row) -> None:
    if is_team() and st.button(
        "Send back …",
        icon=":material/reply:",
        shortcut="Q",
        help="With a comment, to who confirmed or uploaded it, or to somebody else.",
    ):
        ask_back(row.upload_id, row.file_name, row.row_version)


def go_to(upload_id: str) -> None:
    """Open another document of the queue."""
    st.query_params["upload"] = upload_id
    st.session_state["review_active"] = None


def _confirm(row: Row) -> None:
    try:
        services().confirm(row.upload_id, row_version=row.row_version)
    except MatchbookError as error:
        keep_failure(error)
        return
    goal = (
        services().review_queue(st.session_state.get("review_queue", ())).next_open(row.upload_id)
    )
    if goal is None:
        if not st.session_state.get("review_queue"):  # it was the first of all that waits
            st.query_params.pop("upload", None)
        say(f"Confirmed {row.file_name}. Nothing else waits.")
    else:
        go_to(goal)
        say(f"Confirmed {row.file_name}. On to the next one.")


def _attempt(action: Callable[[], Any], done: str) -> None:
    try:
        action()
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(done)


@st.dialog("Why?", icon=":material/edit_note:")
def ask_reason(row: Row | DocumentLine, action: str) -> None:
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
