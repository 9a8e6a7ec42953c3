"""Failures as people read them: what happened and what to do, never a traceback."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import plain
from engine.watching.meters import count_failure

log = logging.getLogger(__name__)


def show_failure(error: MatchbookError) -> None:
    """Say what happened, and below it what to do."""
    hint = f"  \n{plain(error.hint)}" if error.hint else ""
    st.error(plain(str(error)) + hint, icon=":material/error:")


@contextmanager
def failures_shown() -> Iterator[None]:
    """Run a block; a failure that Matchbook can explain is shown in its place."""
    try:
        yield
    except MatchbookError as error:
        log.info("shown to the person: %s", error.code)
        show_failure(error)


def say(message: str, icon: str = ":material/check_circle:") -> None:
    """A short notice that goes away by itself; also from a callback."""
    st.toast(plain(message), icon=icon)


def keep_failure(error: MatchbookError) -> None:
    """Remember a failure of a callback, for ``show_kept_failure`` in the run that follows it."""
    log.info("kept for the person: %s", error.code)
    st.session_state["kept_failure"] = (str(error), error.hint)


def show_kept_failure() -> None:
    """Show what a callback could not do, once."""
    kept = st.session_state.pop("kept_failure", None)
    if kept:
        message, hint = kept
        st.error(plain(message) + (f"  \n{plain(hint)}" if hint else ""), icon=":material/error:")


def show_script_error(error: Exception) -> bool:
    """The last net of ``st.App``: log what nobody caught under a number, and show that."""
    if isinstance(error, MatchbookError):
        show_failure(error)
        return True
    number = secrets.token_hex(3)
    count_failure("screen", "internal")
    log.error("screen failed, reference %s", number, exc_info=error)
    st.error(
        f"Something unexpected happened. The log has the details under reference {number}.  \n"
        "Load the page again; if it comes back, send that reference to whoever runs Matchbook.",
        icon=":material/error:",
    )
    return True
