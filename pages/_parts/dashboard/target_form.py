"""What the figures should be: one number for each that can have a target."""

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.services import TARGET_KINDS, services
from pages._parts.failures import keep_failure, say
from pages._parts.session import person_of_session


def target_form() -> None:
    """Draw the button with the form."""
    now = services().targets()
    may = person_of_session().may(Permission.RULES)
    with (
        st.popover("Targets", icon=":material/flag:", key="targets"),
        st.form("targets_form", border=False),
    ):
        for key, kind in TARGET_KINDS.items():
            # A default could not be cleared: an emptied field would have it again.
            st.session_state.setdefault(f"target_{key}", now.get(key))
            st.number_input(
                f"{kind.label} ({kind.unit})" if kind.unit else kind.label,
                0.0,
                float(kind.most),
                None,
                step=1.0,
                format="%.1f",
                placeholder="No target",
                key=f"target_{key}",
            )
        st.form_submit_button("Keep", type="primary", disabled=not may, on_click=_keep)
        st.caption("Empty is no target. Everybody sees the same targets.")


def _keep() -> None:
    try:
        for key in TARGET_KINDS:
            services().set_target(key, st.session_state.get(f"target_{key}"))
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("Targets kept", ":material/flag:")
