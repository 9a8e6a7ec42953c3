"""Signing off: the sheet of the run, what is closed, closing up to a day, and reopening."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any, Final

import streamlit as st

from engine.access import Permission, Person, acting
from engine.errors import MatchbookError
from engine.presentation import counted, day, moment, plain
from engine.services import Closing, SignOff, services
from pages._parts.failures import keep_failure, say
from pages._parts.run_view import RunView
from pages._parts.session import person_of_session
from pages._parts.uploads import zone

_ALL: Final = "All accounts"
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def sign_off(view: RunView) -> None:
    """A button that opens the sheet, the list of closings and the form for one more."""
    closings = services().closings()
    held = [closing for closing in closings if closing.holds]
    title = f"Sign off · {len(held)} closed" if held else "Sign off"
    with st.popover(title, icon=":material/lock:", key="sign_off"):
        _sheet(view)
        st.markdown("**Close a period**")
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


def _sheet(view: RunView) -> None:
    """The sheet as a file, of the whole run or of a period."""
    st.markdown("**Sheet of this run**")
    st.caption(
        "Both sides with their sums, what is open by age, every decision and who made it, "
        "and lines to sign on."
    )
    waiting = sum(
        m.decision == "proposed" for m in (*view.row.document.matched, *view.row.document.partial)
    )
    if waiting:
        st.caption(
            f":orange[:material/pending:] {counted(waiting, 'match', 'matches')} "
            f"{'waits' if waiting == 1 else 'wait'} for a decision."
        )
    days = st.date_input(
        "Period", value=[], key="sign_off_period", format="YYYY-MM-DD", help="Empty: the whole run."
    )
    first, last = (*days, None, None)[:2] if isinstance(days, tuple) else (days, None)
    person, reader_zone = person_of_session(), zone()
    ask = partial(services().sign_off, view.row.reconciliation_id, first_day=first, last_day=last)
    name = f"Matchbook sign-off {view.row.document.reconciliation_info.run_at:%Y-%m-%d}"
    with st.container(horizontal=True):
        for label, ending, mime, make in (
            ("Excel", "xlsx", _EXCEL, services().sign_off_as_excel),
            ("PDF", "pdf", "application/pdf", services().sign_off_as_pdf),
        ):
            st.download_button(
                label,
                data=partial(_made, person, ask, make, reader_zone, f"{name}.{ending}"),
                file_name=f"{name}.{ending}",
                mime=mime,
                key=f"sign_off_{ending}",
                icon=":material/download:",
                on_click="ignore",
                disabled=not person.may(Permission.EXPORT),
            )


def _made(
    person: Person,
    ask: Callable[[], SignOff],
    make: Callable[[SignOff, dt.tzinfo], bytes],
    reader_zone: dt.tzinfo,
    file_name: str,
) -> bytes:
    """The file; it is made on another thread, which does not know the session."""
    with acting(person):
        services().note_export(file_name)
        return make(ask(), reader_zone)


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
    rows = _account_days(str(store.database_path), store.shown_version())
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
