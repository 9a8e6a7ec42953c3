"""Who sits before this screen, and what they see when they may not come in."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from engine.access import NOBODY, Permission, Person, find_sessions_by, name_sessions_by
from engine.presentation import plain
from engine.services import services


def person_of_session() -> Person:
    """Whom the sign-in or the proxy names; the one local person where nobody signs in."""
    engine = services()
    if engine.settings.access == "oidc":
        user: Mapping[str, Any] = st.user
        if not user.get("is_logged_in") or user.get("email_verified") is False:
            return NOBODY
        groups = user.get(engine.settings.groups_claim) or ()
        listed: Sequence[Any] = [groups] if isinstance(groups, str) else list(groups)
        return engine.person_by_claims(user.get("email"), map(str, listed))
    return engine.person_by_headers(st.context.headers)


def _session_name() -> str | None:
    context = get_script_run_ctx(suppress_warning=True)
    return context.session_id if context else None


find_sessions_by(person_of_session)
name_sessions_by(_session_name)


def may(permission: Permission) -> bool:
    """Whether the person of this session has a permission."""
    return person_of_session().may(permission)


def let_in() -> None:
    """Go on only with somebody who may look; others see what they can do."""
    person = person_of_session()
    if person.may(Permission.VIEW):
        return
    with st.container(border=True, horizontal_alignment="center"):
        st.space("small")
        if person == NOBODY:
            st.subheader("Sign in to Matchbook", text_alignment="center", anchor=False)
            if services().settings.access == "oidc":
                st.button("Sign in", type="primary", icon=":material/login:", on_click=st.login)
            else:
                st.markdown("Come in by the address of your organisation's sign-in.")
        else:
            st.subheader("No role yet", text_alignment="center", anchor=False)
            st.markdown(
                f"You are signed in as {plain(person.name or '')}, who has no role here. Ask "
                "whoever runs Matchbook for one.",
                text_alignment="center",
            )
        st.space("small")
    st.stop()


def sign_out() -> None:
    """Who is signed in, and a way out; nothing where nobody signs in."""
    if services().settings.access == "oidc" and (name := person_of_session().name):
        with st.container(horizontal=True, horizontal_alignment="right"):
            st.caption(plain(name))
            st.button("Sign out", type="tertiary", icon=":material/logout:", on_click=st.logout)
