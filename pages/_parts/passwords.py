"""Asking for the password of an encrypted PDF. It is handed on once, and nothing remembers it."""

from typing import Final

import streamlit as st

LOCKED_CODES: Final = ("password_needed", "password_wrong")
LOCKED_BADGE: Final = ":orange-badge[:material/lock: Password needed]"


def password_field(owner: str) -> None:
    """The field to type into; ``owner`` tells it from those of other files."""
    st.text_input(
        "Password that opens the PDF",
        type="password",
        key=_key(owner),
        autocomplete="off",
        help="It is used to read this file and not stored.",
    )


def take_password(owner: str) -> str:
    """What was typed into the field of ``owner``, for use in a callback; the field is emptied."""
    password = str(st.session_state.get(_key(owner), ""))
    st.session_state[_key(owner)] = ""
    return password


def _key(owner: str) -> str:
    return f"password_{owner}"
