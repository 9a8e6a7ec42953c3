"""The one thing that is being asked about a document: to whom it goes, or with which comment.

Kept in the session until it is done or left, so that whatever draws the screen again meanwhile
does not take the dialog away.
"""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import plain
from engine.services import services
from pages._parts.failures import say, show_failure
from pages._parts.work.assigning import choose_person, note_given, person

LONGEST: Final = 2000
_ASKED: Final = "work_asked_now"


def ask_whom(upload_ids: Sequence[str], label: str) -> None:
    """Ask who is to look at documents; ``label`` says which they are, as Markdown."""
    st.session_state[_ASKED] = ("whom", tuple(upload_ids), label)


def ask_back(upload_id: str, file_name: str, row_version: int) -> None:
    """Ask to whom a document goes back, and with which comment."""
    st.session_state[_ASKED] = ("back", upload_id, file_name, row_version)


def show_asked() -> None:
    """Draw the dialog of what is being asked; call it once, after what could ask."""
    asked = st.session_state.get(_ASKED)
    if asked is None:
        return
    if asked[0] == "whom":
        _whom(*asked[1:])
    else:
        _back(*asked[1:])


def _leave() -> None:
    st.session_state[_ASKED] = None


@st.dialog("Who looks at it?", icon=":material/person_add:", on_dismiss=_leave)
def _whom(upload_ids: Sequence[str], label: str) -> None:
    st.markdown(label)
    me = services().me()
    if st.button(
        "To me", icon=":material/person_check:", type="primary", key="work_to_me", width="stretch"
    ):
        _give(upload_ids, me)
    name = choose_person("Somebody else", key="work_whom", without=me)
    one, nobody = st.columns(2)
    if one.button(
        "Assign", icon=":material/person_add:", disabled=not name, key="work_do", width="stretch"
    ):
        _give(upload_ids, name)
    if nobody.button("To nobody", icon=":material/person_off:", key="work_none", width="stretch"):
        _give(upload_ids, None)


def _give(upload_ids: Sequence[str], to: str | None) -> None:
    try:
        before = services().assign(upload_ids, to)
    except MatchbookError as error:
        show_failure(error)
        return
    note_given(before, to)
    _leave()
    st.rerun()


@st.dialog("Send it back", icon=":material/reply:", on_dismiss=_leave)
def _back(upload_id: str, file_name: str, row_version: int) -> None:
    st.markdown(f"**{plain(file_name)}**")
    whose = services().whose(upload_id)
    name = choose_person("To", key=f"work_back_{upload_id}", first=whose)
    st.caption("At first it is who confirmed it last, or else uploaded it.")
    with st.form("work_back", border=False):
        comment = st.text_area(
            "Comment",
            key="work_back_text",
            max_chars=LONGEST,
            placeholder="What should they look at?",
            help="It stays in the history. Until it is answered nobody can confirm the document.",
        )
        is_sent = st.form_submit_button("Send back", icon=":material/reply:", type="primary")
    if is_sent:
        try:
            services().send_back(upload_id, comment, to=name, row_version=row_version)
        except MatchbookError as error:
            show_failure(error)
            return
        say(f"Sent back to {person(name or whose)}", ":material/reply:")
        _leave()
        st.rerun()
