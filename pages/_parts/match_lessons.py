"""What decisions about matches taught later runs, and forgetting it."""

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import counted, plain
from engine.services import Lesson, services
from pages._parts.failures import keep_failure, say

_SHOWN = 30


def match_lessons() -> None:
    """A button that opens the list; nothing when nothing was learned."""
    store = services().store
    known = _known(str(store.database_path), store.shown_version())
    if not known:
        return
    with st.popover(
        f"What decisions taught · {len(known)}", icon=":material/school:", key="match_lessons"
    ):
        for number, lesson in enumerate(known[:_SHOWN]):
            text, action = st.columns([5, 2], vertical_alignment="center")
            text.markdown(plain(lesson.sentence))
            text.caption(_evidence(lesson))
            action.button(
                "Forget",
                key=f"forget_lesson_{number}",
                on_click=_forget,
                args=(lesson.subject,),
                help="Match as if nobody had decided about it yet.",
            )
        if len(known) > _SHOWN:
            st.caption(f"and {counted(len(known) - _SHOWN, 'more', 'more')}")
        st.button(
            "Forget all of it",
            key="forget_lessons",
            icon=":material/delete:",
            on_click=_forget,
            args=(None,),
        )
        st.caption("It counts from the next run on; the decisions themselves stay as they are.")


@st.cache_resource(max_entries=2, ttl="1h", show_spinner=False)
def _known(database: str, version: int) -> tuple[Lesson, ...]:
    del database, version  # what the answer depends on
    return tuple(services().known_about_matches())


def _evidence(lesson: Lesson) -> str:
    against = f", {lesson.against} against it" if lesson.against else ""
    return f"Learned from {counted(lesson.decisions, 'decision')}{against}."


def _forget(subject: str | None) -> None:
    try:
        services().forget_about_matches(subject)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("Forgotten", ":material/school:")
