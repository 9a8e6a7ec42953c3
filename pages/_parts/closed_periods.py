"""Closing periods: what is closed, closing up to a day, and reopening with a reason."""

from typing import Any

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import day, moment, plain
from engine.services import Closing, services
from pages._parts.failures import keep_failure, say
from pages._parts.uploads import zone

_ALL = "All accounts"


def closed_periods() -> None:
    """A button that opens the list of closings and the form for one more."""
    closings = services().closings()
    held = [closing for closing in closings if closing.holds]
    title = f"Closed periods · {len(held)}" if held else "Close a period"
    with st.popover(title, icon=":material/lock:", key="closed_periods"):
        for closing in held:
            _held(closing)
        past = [closing for closing in closings if not closing.holds]
        for closing in past[:5]:
            who, because = plain(closing.reopened_by or ""), plain(closing.reopened_because or "")
            st.caption(
                f"{_whose(closing)} up to {day(closing.closed_up_to)} was reopened by "
                f"{who}, {moment(closing.reopened_at, zone())}: {because}"
            )
        _form()


def _held(closing: Closing) -> None:
    st.markdown(f"**{_whose(closing)}** up to **{day(closing.closed_up_to)}**")
    note = f" · {plain(closing.note)}" if closing.note else ""
    st.caption(f"Closed by {plain(closing.closed_by)}, {moment(closing.closed_at, zone())}{note}")
    reason = f"reopen_reason_{closing.closing_id}"
    st.text_input("Why is it reopened?", key=reason)
    st.button(
        "Reopen",
        key=f"reopen_{closing.closing_id}",
        icon=":material/lock_open:",
        on_click=_reopen,
        args=(closing.closing_id, reason),
    )


def _form() -> None:
    store = services().store
    rows = _account_days(str(store.database_path), store.version())
    accounts = sorted({row["account_number"] for row in rows if row["account_number"]})
    last = max((row["last_day"] for row in rows if row["last_day"]), default=None)
    st.date_input("Close up to", value=last, key="close_up_to", format="YYYY-MM-DD")
    st.selectbox("Account", [_ALL, *accounts], key="close_account")
    st.text_input("Note", key="close_note")
    st.button(
        "Close",
        key="close_period",
        type="primary",
        icon=":material/lock:",
        on_click=_close,
        help="Confirmed matches with lines up to this day stay as they are until it is reopened.",
    )


@st.cache_resource(max_entries=2, ttl="1h", show_spinner=False)
def _account_days(database: str, version: int) -> list[dict[str, Any]]:
    del database, version  # what the answer depends on
    return services().store.analytics.query("account_days")


def _whose(closing: Closing) -> str:
    return plain(closing.account_number) if closing.account_number else _ALL


def _close() -> None:
    up_to = st.session_state.get("close_up_to")
    account = st.session_state.get("close_account", _ALL)
    if up_to is None:
        return
    try:
        services().close_period(
            up_to,
            account_number=None if account == _ALL else account,
            note=st.session_state.get("close_note", "").strip() or None,
        )
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(f"Closed up to {day(up_to)}", ":material/lock:")


def _reopen(closing_id: str, reason_key: str) -> None:
    try:
        services().reopen_period(closing_id, st.session_state.get(reason_key, ""))
    except MatchbookError as error:
        keep_failure(error)
    else:
        say("Reopened", ":material/lock_open:")
