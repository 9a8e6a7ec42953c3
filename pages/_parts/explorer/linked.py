"""A choice by id that a link restores: the address has the id, the screen shows a name."""

from collections.abc import Mapping

import streamlit as st


def linked_choice(label: str, titles: Mapping[str, str], *, key: str, help: str = "") -> str:
    """A select box of the ids in ``titles``, the first at first; ``key`` is the address's word."""
    widget = f"{key}_choice"
    if st.session_state.get(widget) not in titles:
        told = st.query_params.get(key)
        st.session_state[widget] = told if told in titles else next(iter(titles))

    def remember() -> None:
        st.query_params[key] = st.session_state[widget]

    return str(
        st.selectbox(
            label,
            list(titles),
            format_func=lambda name: titles.get(name, ""),
            key=widget,
            help=help or None,
            on_change=remember,
            persist_state="session",
            label_visibility="visible" if help else "collapsed",
        )
    )
