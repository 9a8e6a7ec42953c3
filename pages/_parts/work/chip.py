"""Who has the document under review, beside its name, and the ways to change that."""

import streamlit as st

from engine.access import Permission
from engine.presentation import plain
from engine.services import services
from pages._parts.session import may
from pages._parts.work.asking import ask_whom
from pages._parts.work.assigning import give


def assigned_to(upload_id: str, label: str) -> None:
    """Who has one document, and the ways to change that; nothing for one person alone."""
    me = services().me()
    if me is None:
        return
    name = services().assignee(upload_id)
    if not may(Permission.DECIDE):
        if name:
            st.markdown(f":gray-badge[:material/person: {plain(name)}]", width="content")
        return
    if name != me:
        st.button(
            "Assign to me",
            icon=":material/person_check:",
            type="tertiary",
            key="work_mine",
            on_click=give,
            args=([upload_id], me),
        )
    shown = "Unassigned" if name is None else "Assigned to you" if name == me else plain(name)
    if st.button(
        shown,
        icon=":material/person:" if name else ":material/person_off:",
        type="tertiary",
        key="work_who",
        help="Who looks at it. Choose somebody else.",
    ):
        ask_whom([upload_id], label)
