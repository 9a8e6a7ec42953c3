"""What a reviewer waits for: a document still being read, or a change that met a newer version."""

import secrets

import pandas as pd
import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import duration, moment, plain
from engine.presentation.conflict_rows import ConflictRow, conflict_rows
from engine.services import services
from pages._parts.review_state import Document, Row, Waiting, apply_waiting, drop_waiting
from pages._parts.uploads import zone


@st.fragment(run_every="1s")
def show_progress(upload_id: str) -> None:
    """How far the reading is; the whole screen is drawn again when it is done."""
    now = services().progress(upload_id)
    if not now.is_running:
        st.rerun()
    share = now.pages_done / now.pages_total if now.pages_total else 0.0
    left = f" · about {duration(now.seconds_left)} left" if now.seconds_left else ""
    st.progress(min(1.0, share), text=f"{plain(now.message)}{left}")
    st.caption("The pages can be looked at meanwhile.")


@st.fragment(run_every="10s")
def show_visitors(upload_id: str) -> None:
    """Who else has the document open; asked again every ten seconds, in memory."""
    others = services().also_here(_session_id(), upload_id)
    if others:
        names = " and ".join(dict.fromkeys(plain(other.name) for other in others))
        since = moment(others[0].since, zone())
        st.markdown(
            f":blue-badge[:material/group: Also open in another window: {names}]",
            help=f"Since {since}. Nothing is locked; who saves second sees what the first changed.",
            width="content",
        )


def _session_id() -> str:
    """What tells this window from others."""
    return str(st.session_state.setdefault("review_session", secrets.token_hex(8)))


def show_waiting() -> None:
    """A change that was not saved because somebody else saved first, beside what they did."""
    waiting: Waiting | None = st.session_state.get("review_waiting")
    if waiting is None:
        return
    with st.container(border=True, key="review_waiting_card"):
        st.warning(
            "Somebody else saved this document first, so your change is **not stored yet**. "
            f"The screen now shows the newest version. Your change: {plain(waiting.description)}",
            icon=":material/sync_problem:",
        )
        _differences(waiting)
        with st.container(horizontal=True):
            st.button(
                "Apply my change to it",
                type="primary",
                icon=":material/done_all:",
                on_click=apply_waiting,
            )
            st.button("Drop my change", icon=":material/close:", on_click=drop_waiting)


def _differences(waiting: Waiting) -> None:
    now: Row = st.session_state["review_seen"]
    if now.document is None:
        return
    try:
        mine: Document = waiting.change(waiting.seen)
    except MatchbookError:
        return
    rows = conflict_rows(services().conflicts(waiting.seen, mine, now.document))
    if not rows:
        return
    st.dataframe(
        pd.DataFrame([_cells(row) for row in rows]),
        hide_index=True,
        alt="What you and somebody else changed",
    )
    if any(row.is_both for row in rows):
        st.caption(
            ":material/call_merge: Both of you changed the same value: applying yours replaces "
            "theirs. It stays in the history."
        )


def _cells(row: ConflictRow) -> dict[str, str]:
    return {
        "Value": row.target,
        "Before": row.seen,
        "Yours": row.mine,
        "Stored now": row.theirs,
        "Changed by": row.who,
    }
