"""The named views of a screen's list: choose one, keep the present one, let one go."""

from typing import Any

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import plain
from engine.services import SavedView, services
from pages._parts.failures import keep_failure, say
from pages._parts.list_state import ListState


def saved_views(state: ListState) -> None:
    """Draw the button with the person's views of the screen of ``state``."""
    views = services().saved_views(state.screen)
    now = state.now()
    shown = next((view for view in views if _same(view.state, now)), None)
    label = plain(shown.name) if shown else "Views"
    with st.popover(label, icon=":material/bookmark:", key=f"{state.screen}_views"):
        for view in views:
            _line(state, view, is_shown=view is shown)
        if not views:
            st.caption("Filters that you name stand here, one click away.")
        with st.form(f"{state.screen}_view_form", border=False, clear_on_submit=True):
            st.text_input("Name of this view", key=f"{state.screen}_view_name", max_chars=80)
            st.form_submit_button(
                "Keep these filters", icon=":material/bookmark_add:", on_click=_keep, args=(state,)
            )


def _line(state: ListState, view: SavedView, *, is_shown: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.button(
            plain(view.name),
            key=f"view_{view.view_id}",
            type="primary" if is_shown else "tertiary",
            width="stretch",
            on_click=_show,
            args=(state, view),
        )
        st.button(
            "",
            icon=":material/close:",
            key=f"forget_{view.view_id}",
            help=f"Let the view “{plain(view.name)}” go",
            type="tertiary",
            on_click=_forget,
            args=(view,),
        )


def _show(state: ListState, view: SavedView) -> None:
    state.show(view.state)


def _keep(state: ListState) -> None:
    name = str(st.session_state.get(f"{state.screen}_view_name") or "")
    content = {word: value for word, value in state.now().items() if word != "page"}
    try:
        services().save_view(state.screen, name, content)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(f"Kept as “{name.strip()}”", ":material/bookmark:")


def _forget(view: SavedView) -> None:
    try:
        services().forget_view(view.view_id)
    except MatchbookError as error:
        keep_failure(error)


def _same(kept: Any, now: Any) -> bool:
    return dict(kept) == {word: value for word, value in now.items() if word != "page"}
