"""The second look itself: right, or wrong and what is; beside the document that was drawn."""

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import plain
from engine.services import SpotCheck, SpotItem, services
from pages._parts.failures import keep_failure, say
from pages._parts.review_state import Row
from pages._parts.session import may
from pages._parts.work.assigning import is_team, person


def judge(check_id: str, item_id: str, is_right: bool, note: str = "") -> bool:
    """Note what was found; whether it could be. A callback."""
    try:
        services().judge_spot(check_id, item_id, is_right, note)
    except MatchbookError as error:
        keep_failure(error)
        return False
    say("Noted as right" if is_right else "Noted as wrong", ":material/fact_check:")
    return True


def wrong_form(check: SpotCheck, item: SpotItem, *, sends_back: bool = False) -> None:
    """Room to say what is wrong."""
    with (
        st.popover("Wrong …", icon=":material/close:"),
        st.form(f"spot_wrong_{item.item_id}", border=False),
    ):
        st.text_input("What is wrong?", key=f"spot_note_{item.item_id}", max_chars=2000)
        if sends_back:
            st.checkbox(
                f"Send it back to {plain(person(item.accepted_by or ''))}",
                value=True,
                key=f"spot_back_{item.item_id}",
            )
        st.form_submit_button("Wrong", type="primary", on_click=_wrong, args=(check, item))


def _wrong(check: SpotCheck, item: SpotItem) -> None:
    note = st.session_state.get(f"spot_note_{item.item_id}", "")
    if not judge(check.check_id, item.item_id, False, note):
        return
    if st.session_state.get(f"spot_back_{item.item_id}"):
        try:
            services().send_back(item.item_id, note, to=item.accepted_by)
        except MatchbookError as error:
            keep_failure(error)


def spot_card(row: Row) -> None:
    """Ask for the second look, where somebody came here from a sample."""
    if not st.session_state.get("spot_look_on"):
        return
    found = next(
        (
            (check, item)
            for check in services().spot_checks()
            for item in check.items
            if item.item_id == row.upload_id
        ),
        None,
    )
    if found is None:
        return
    check, item = found
    with st.container(border=True, key="spot_card"):
        if item.is_right is not None:
            _told(item)
        elif not may(Permission.DECIDE):
            st.caption("It was drawn for a second look.")
        elif is_team() and item.accepted_by == services().me():
            st.caption("It was drawn for a second look. You confirmed it: somebody else looks.")
        else:
            by = f", which {plain(item.accepted_by)} confirmed," if item.accepted_by else ""
            st.markdown(f"**Second look:** is everything of this file{by} right?")
            with st.container(horizontal=True):
                st.button(
                    "All right",
                    icon=":material/check:",
                    type="primary",
                    key="spot_all_right",
                    on_click=_right,
                    args=(check.check_id, item.item_id),
                )
                wrong_form(check, item, sends_back=is_team() and item.accepted_by is not None)


def _told(item: SpotItem) -> None:
    by = plain(person(item.looked_by or ""))
    if item.is_right:
        st.markdown(f":green-badge[:material/check: Right] Second look by {by}")
    else:
        st.markdown(f":red-badge[:material/close: Wrong] Second look by {by}: {plain(item.note)}")


def _right(check_id: str, item_id: str) -> None:
    if not judge(check_id, item_id, True):
        return
    waiting = [
        item.item_id
        for check in services().spot_checks()
        if check.population == "documents"
        for item in check.waiting
    ]
    if waiting:
        st.query_params["upload"] = waiting[0]
        st.session_state["review_active"] = None
    else:
        say("Nothing else of the sample waits.", ":material/done_all:")
