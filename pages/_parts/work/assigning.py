"""Giving documents to people; nothing of it is shown where there is only one person."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import counted, plain
from engine.services import services
from pages._parts.failures import keep_failure, say

_GIVEN: Final = "work_given"


def is_team() -> bool:
    """Whether people sign in, so that there is somebody to give something to."""
    return services().me() is not None


def person(name: str) -> str:
    """A person's name as they read it themselves."""
    return "you" if name == services().me() else name


def give(upload_ids: Sequence[str], to: str | None) -> None:
    """Assign documents; a callback, and what it did can be taken back."""
    try:
        before = services().assign(upload_ids, to)
    except MatchbookError as error:
        keep_failure(error)
        return
    note_given(before, to)


def note_given(before: Mapping[str, str | None], to: str | None) -> None:
    """Say that documents changed hands, and offer to take it back."""
    st.session_state[_GIVEN] = (to, before) if before else None
    if not before:
        say("Nothing changed hands.", ":material/person:")
    elif to is None:
        say(f"{counted(len(before), 'document')} given to nobody", ":material/person_off:")
    else:
        say(f"{counted(len(before), 'document')} given to {person(to)}", ":material/person_check:")


def forget_given() -> None:
    """Offer no more to take the last assignment back."""
    st.session_state[_GIVEN] = None


def given() -> tuple[str | None, Mapping[str, str | None]] | None:
    """To whom documents were given last, and who had them before."""
    kept: tuple[str | None, Mapping[str, str | None]] | None = st.session_state.get(_GIVEN)
    return kept


def undo_given() -> None:
    """A button that takes the last assignment back."""
    kept = given()
    if kept is None:
        return
    to, before = kept
    whom = "nobody" if to is None else plain(person(to))
    st.caption(f"{counted(len(before), 'document')} given to {whom}", width="content")
    st.button(
        "Undo",
        icon=":material/undo:",
        shortcut="U",
        key="work_undo",
        on_click=_take_back,
        args=(before,),
    )


def _take_back(before: Mapping[str, str | None]) -> None:
    forget_given()
    try:
        services().take_back_assignment(before)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(f"{counted(len(before), 'document')} as before", ":material/undo:")


def choose_person(
    label: str, *, key: str, without: str | None = None, first: str | None = None
) -> str | None:
    """A field with everybody known, in which others can be typed; the name chosen.

    Args:
        label: of the field.
        key: of the field.
        without: is not offered.
        first: stands in it at first.
    """
    names = [name for name in services().people() if name != without]
    if first is not None and first not in names:
        names.insert(0, first)
    chosen: str | None = st.selectbox(
        label,
        names,
        index=None if first is None else names.index(first),
        key=key,
        placeholder="A name, or an address they sign in with",
        accept_new_options=True,
    )
    return chosen
