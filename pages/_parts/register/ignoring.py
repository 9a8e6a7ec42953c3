"""Taking one bank line out of matching, with a reason, and taking that back."""

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.services import services
from pages._parts.failures import keep_failure, say
from pages._parts.register.rows import Line
from pages._parts.session import person_of_session

_DONE = "line_ignored_now"


def ignoring(line: Line) -> None:
    """Draw what fits the line; nothing for one that pays an invoice or is a copy."""
    if st.session_state.pop(_DONE, False):
        st.rerun()
    may = person_of_session().may(Permission.MATCH)
    if line["state"] == "set_aside" and line["aside_kind"] == "ignored":
        st.button(
            "Heed it again",
            icon=":material/visibility:",
            key="line_heed",
            disabled=not may,
            help="It takes part in matching again.",
            on_click=_heed,
            args=(line["transaction_id"],),
        )
    elif line["state"] in ("open", "proposed", "set_aside"):
        with st.popover("Ignore it …", icon=":material/visibility_off:", disabled=not may):
            st.text_input("Why does it pay no invoice?", key="line_ignore_reason", max_chars=500)
            st.button(
                "Ignore",
                key="line_ignore",
                help="Runs set it aside from now on. It can be taken back here.",
                on_click=_ignore,
                args=(line["transaction_id"],),
            )


def _ignore(transaction_id: str) -> None:
    try:
        services().ignore_line(transaction_id, st.session_state.get("line_ignore_reason", ""))
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("Ignored. Open the line to take it back.", ":material/visibility_off:")
    st.session_state[_DONE] = True


def _heed(transaction_id: str) -> None:
    try:
        services().heed_line(transaction_id)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("It takes part in matching again.", ":material/visibility:")
    st.session_state[_DONE] = True
