"""Review: that an older engine read this document, and the way to compare it with today's."""

from typing import Any

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import plain, split_reason
from engine.services import services
from pages._parts.failures import keep_failure
from pages._parts.newer_readings.comparison import compare
from pages._parts.session import may


def newer_reading_note(upload_id: str, engine_version: str) -> None:
    """One line with one button; nothing where today's engine read the document."""
    if engine_version == services().reading_version():
        return
    line = services().newer_reading(upload_id)
    if line is not None and line.engine_version != services().reading_version():
        line = None
    state = line.state if line else "none"
    with st.container(horizontal=True, vertical_alignment="center", key="review_newer"):
        if state == "waiting":
            _wait(upload_id)
        elif state == "ready":
            st.caption(":material/compare_arrows: A newer reading is there.", width="content")
            if st.button("Compare …", icon=":material/compare_arrows:", key="review_compare"):
                compare(upload_id)
        elif state == "set_aside":
            st.caption(":material/history: Its newer reading was discarded.", width="content")
        else:
            said = ":material/history: An older engine read this."
            if line is not None and line.error_message:
                said += f" {plain(split_reason(line.error_message)[0])}"
            st.caption(said, width="content")
        if state in ("none", "failed", "set_aside") and may(Permission.UPLOAD):
            st.button(
                "Read anew and compare",
                icon=":material/refresh:",
                key="review_read_anew",
                type="tertiary",
                on_click=_ask,
                args=(upload_id,),
                help="In the background; nothing changes until the newer reading is accepted.",
            )


@st.fragment(run_every="1s")
def _wait(upload_id: str) -> None:
    line: Any = services().newer_reading(upload_id)
    if line is None or line.state != "waiting":
        st.rerun()
    st.caption(":material/autorenew: It is being read anew …", width="content")


def _ask(upload_id: str) -> None:
    try:
        services().ask_for_readings([upload_id])
    except MatchbookError as error:
        keep_failure(error)
