"""The API tokens of an installation: made with a role and an end, shown once, revoked."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from engine.access import Role
from engine.errors import MatchbookError
from engine.presentation import counted, day, plain
from engine.services import StoredToken, services
from pages._parts.failures import keep_failure, say, show_failure
from pages._parts.tables import badges_column
from pages._parts.words import ROLE, TOKEN_STATE

_SOON = dt.timedelta(days=14)
_DAYS = {30: "30 days", 90: "90 days", 180: "Half a year", 365: "A year", 1095: "Three years"}


def token_section() -> None:
    """Draw the form and the list."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("**API tokens** let programs in with a role of their own.", width="stretch")
        _form()
    tokens = services().tokens()
    if not tokens:
        st.caption("No program has a token.")
        return
    good = sum(state_of(token) in ("good", "soon") for token in tokens)
    st.caption(f"{counted(len(tokens), 'token')}, {good} in force")
    chosen = _table(tokens)
    if chosen is not None and state_of(chosen) in ("good", "soon"):
        st.button(
            f"Revoke {plain(chosen.name)}",
            icon=":material/key_off:",
            key="token_revoke",
            help="It opens nothing from then on. This cannot be taken back.",
            on_click=_revoke,
            args=(chosen,),
        )


def state_of(token: StoredToken, now: dt.datetime | None = None) -> str:
    """Whether a token is good, ends soon, has expired or was revoked."""
    at = now or dt.datetime.now(dt.UTC)
    if token.revoked_at is not None:
        return "revoked"
    if at >= token.expires_at:
        return "expired"
    return "soon" if token.expires_at - at < _SOON else "good"


def _form() -> None:
    with (
        st.popover("New token", icon=":material/key:", key="token_new"),
        st.form("token_form", border=False, clear_on_submit=True),
    ):
        name = st.text_input("Who or what will use it", key="token_name", max_chars=100)
        role = st.selectbox(
            "It may do what this role may",
            tuple(Role),
            format_func=lambda one: ROLE[one].text,
            key="token_role",
        )
        days = st.selectbox(
            "Good for", tuple(_DAYS), index=1, format_func=_DAYS.__getitem__, key="token_days"
        )
        is_sent = st.form_submit_button("Make the token", type="primary")
    if is_sent:
        try:
            made, stored = services().create_token(name, role or Role.VIEWER, days=days)
        except MatchbookError as error:
            show_failure(error)
        else:
            _show_once(made.text, stored)


@st.dialog("New token", icon=":material/key:")
def _show_once(text: str, stored: StoredToken) -> None:
    st.markdown(
        f"**{plain(stored.name)}** · {ROLE[Role(stored.role)].text} · good until "
        f"{day(stored.expires_at.date())}"
    )
    st.code(text, language=None, wrap_lines=True)
    st.warning(
        "Copy it now: it is not shown again, and nobody can look it up.",
        icon=":material/visibility_off:",
    )
    st.caption("Programs send it as “Authorization: Bearer …”.")
    if st.button("I have copied it", type="primary", key="token_copied"):
        st.rerun()


def _table(tokens: Sequence[StoredToken]) -> StoredToken | None:
    frame = pd.DataFrame([_cells(token) for token in tokens])
    for name in ("made", "ends", "used"):
        frame[name] = pd.to_datetime(frame[name], utc=True)
    event: Any = st.dataframe(
        frame,
        hide_index=True,
        column_config={
            "state": badges_column("State", tuple(TOKEN_STATE.values()), width=110),
            "name": st.column_config.TextColumn("Who or what", width=220),
            "role": badges_column("Role", tuple(ROLE.values()), width=110),
            "used": st.column_config.DatetimeColumn("Last used", format="distance", width=130),
            "ends": st.column_config.DatetimeColumn("Good until", format="D MMM YYYY", width=120),
            "made": st.column_config.DatetimeColumn("Made", format="D MMM YYYY", width=120),
            "by": st.column_config.TextColumn("By", width=150),
        },
        placeholder="Never",
        key=f"tokens_{len(tokens)}",
        on_select="rerun",
        selection_mode="single-row",
        alt="API tokens",
    )
    place = next(iter(event.selection.rows), None)
    return tokens[place] if place is not None and place < len(tokens) else None


def _cells(token: StoredToken) -> dict[str, object]:
    return {
        "state": [TOKEN_STATE[state_of(token)].text],
        "name": token.name,
        "role": [ROLE[Role(token.role)].text],
        "used": token.last_used_at,
        "ends": token.expires_at,
        "made": token.created_at,
        "by": token.created_by,
    }


def _revoke(token: StoredToken) -> None:
    try:
        services().revoke_token(token.token_id)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(f"{token.name} opens nothing any more", ":material/key_off:")
