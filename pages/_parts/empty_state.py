"""What a screen shows while there is nothing to show: why, and where to go first."""

from typing import NoReturn

import streamlit as st


def empty_state(title: str, text: str) -> NoReturn:
    """Draw the card with a way to the upload screen, and end the page."""
    with st.container(border=True, horizontal_alignment="center", key="empty_state"):
        st.space("small")
        st.subheader(title, anchor=False, text_alignment="center")
        st.markdown(text, text_alignment="center")
        st.page_link("upload.py", label="Upload documents", icon=":material/upload_file:")
        st.space("small")
    st.stop()


def nothing_waits() -> NoReturn:
    """Draw the card that says that everything was reviewed, and end the page."""
    with st.container(border=True, horizontal_alignment="center", key="nothing_waits"):
        st.space("small")
        st.subheader("Everything is reviewed", anchor=False, text_alignment="center")
        st.markdown("No document waits for your word.", text_alignment="center")
        st.page_link("documents.py", label="All documents", icon=":material/folder_open:")
        st.page_link("reconcile.py", label="Reconcile", icon=":material/join_inner:")
        st.space("small")
    st.stop()
