"""What a reviewer waits for: a document still being read, or a change that met a newer version."""

import streamlit as st

from engine.presentation import duration, plain
from engine.services import services
from pages._parts.review_state import Waiting, apply_waiting, drop_waiting


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


def show_waiting() -> None:
    """A change that was not saved because somebody else saved first."""
    waiting: Waiting | None = st.session_state.get("review_waiting")
    if waiting is None:
        return
    with st.container(border=True, key="review_waiting_card"):
        st.warning(
            "Somebody else saved this document first, so your change is **not stored yet**. "
            f"The screen now shows the newest version. Your change: {plain(waiting.description)}",
            icon=":material/sync_problem:",
        )
        with st.container(horizontal=True):
            st.button(
                "Apply my change to it",
                type="primary",
                icon=":material/done_all:",
                on_click=apply_waiting,
            )
            st.button("Drop my change", icon=":material/close:", on_click=drop_waiting)
