"""The statements behind what a screen shows: to read, to copy, to open in the SQL panel."""

from collections.abc import Callable, Mapping

import streamlit as st

from engine.access import Permission
from pages._parts.session import may

TAKEN = "sql_taken"
"""Where the SQL panel finds the statement that it is to begin with."""


def sql_behind(
    statements: Mapping[str, Callable[[], str]], *, key: str, is_explorer: bool = False
) -> None:
    """Draw the button, for those who may ask in SQL.

    Args:
        statements: makes the statement of each table or chart, by what is written above it.
        key: of the widgets.
        is_explorer: whether this is the screen that has the SQL panel.
    """
    if not may(Permission.QUERY):
        return
    if st.button(
        "SQL",
        icon=":material/code:",
        key=key,
        help="The statements behind what is shown here: read them, copy them, change them.",
    ):
        drawer = st.dialog("The SQL behind this", position="right", width="large")(_drawer)
        drawer(statements, key, is_explorer)


def statement_shown(text: str, *, key: str, is_explorer: bool = False) -> None:
    """One statement, and the way into the SQL panel with it."""
    st.code(text, language="sql", height=420)
    if st.button(
        "Open in the SQL panel",
        icon=":material/open_in_new:",
        key=f"{key}_open",
        on_click=_take,
        args=(text, is_explorer),
    ):
        if is_explorer:
            st.rerun()
        st.switch_page("explorer.py", query_params={"section": "SQL"})


def _drawer(statements: Mapping[str, Callable[[], str]], key: str, is_explorer: bool) -> None:
    title = next(iter(statements))
    if len(statements) > 1:
        title = st.selectbox("Table or chart", list(statements), key=f"{key}_what")
    else:
        st.markdown(f"**{title}**")
    statement_shown(statements[title](), key=key, is_explorer=is_explorer)
    st.caption("It can only read. What was chosen on the screen is written into it.")


def _take(text: str, is_explorer: bool) -> None:
    st.session_state[TAKEN] = text
    if is_explorer:
        st.session_state["section"] = "sql"
