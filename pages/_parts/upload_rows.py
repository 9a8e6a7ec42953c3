"""One card per upload: how far its reading is, what came of it, and what can be done now."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import (
    counted,
    duration,
    moment,
    money,
    plain,
    size,
    split_reason,
    sure,
)
from engine.services import services
from engine.store import UploadLine
from pages._parts.failures import keep_failure
from pages._parts.passwords import LOCKED_BADGE, LOCKED_CODES, password_field, take_password
from pages._parts.uploads import open_review, zone
from pages._parts.words import KIND, RECORDS, STATUS, badge_of

RUNNING = ("pending", "processing")


def upload_row(line: UploadLine, queue: list[str]) -> None:
    """Draw the card of ``line``; its review walks through ``queue``."""
    with st.container(border=True, key=f"upload_{line.upload_id}"):
        name, kind, outcome, actions = st.columns([4.2, 1.9, 4.6, 1.7], vertical_alignment="center")
        facts = [size(line.file_size)]
        if line.pages_total:
            facts.append(counted(line.pages_total, "page"))
        facts.append(moment(line.upload_timestamp, zone()))
        with name.container(gap=None):
            st.markdown(f"**{plain(line.file_name)}**", width="stretch", wrap=False)
            st.caption(" · ".join(facts), wrap=False)
        with kind:
            _kind_control(line)
        with outcome.container(gap=None):
            _outcome(line)
        with actions.container(horizontal=True, horizontal_alignment="right"):
            _actions(line, queue)


def _kind_control(line: UploadLine) -> None:
    st.selectbox(
        "Kind of document",
        list(KIND),
        index=list(KIND).index(line.kind),
        format_func=lambda kind: KIND[kind].text,
        key=f"kind_{line.upload_id}_{line.kind}",
        label_visibility="collapsed",
        disabled=line.status in ("processing", "confirmed"),
        on_change=_change_kind,
        args=(line.upload_id, line.kind),
    )


def _outcome(line: UploadLine) -> None:
    if line.status in RUNNING:
        now = services().progress(line.upload_id)
        share = now.pages_done / now.pages_total if now.pages_total else 0.0
        left = f" · about {duration(now.seconds_left)} left" if now.seconds_left else ""
        st.progress(min(1.0, share), text=f"{plain(now.message)}{left}")
        return
    reason, _ = split_reason(line.error_message)
    is_locked = _is_locked(line)
    facts = [LOCKED_BADGE if is_locked else badge_of(STATUS[line.status])]
    if line.records_found is not None:
        facts.append(counted(line.records_found, RECORDS[line.kind]))
    if line.kind == "invoice" and line.amount is not None:
        facts.append(money(line.amount, line.currency))
    if line.confidence_score is not None:
        facts.append(sure(line.confidence_score))
    st.markdown("  ".join(facts[:1]) + "  " + " · ".join(facts[1:]))
    if reason:
        st.caption(plain(reason))
    if is_locked:
        _ask_password(line.upload_id)


def _is_locked(line: UploadLine) -> bool:
    """Whether the file waits for its password: it is asked for anew after a restart."""
    return line.status == "failed" and split_reason(line.error_message)[1] in LOCKED_CODES


def _ask_password(upload_id: str) -> None:
    form = st.form(f"unlock_{upload_id}", border=False)
    with form.container(horizontal=True, vertical_alignment="bottom"):
        password_field(upload_id)
        st.form_submit_button("Unlock", type="primary", on_click=_unlock, args=(upload_id,))


def _unlock(upload_id: str) -> None:
    password = take_password(upload_id)
    _attempt(lambda: services().retry(upload_id, password))


def _actions(line: UploadLine, queue: list[str]) -> None:
    upload_id = line.upload_id
    if line.status in RUNNING:
        st.button(
            "Cancel",
            key=f"cancel_{upload_id}",
            icon=":material/close:",
            on_click=_attempt,
            args=(lambda: services().cancel(upload_id),),
        )
    elif _is_locked(line):
        return
    elif line.status == "failed":
        st.button(
            "Retry",
            key=f"retry_{upload_id}",
            icon=":material/refresh:",
            on_click=_attempt,
            args=(lambda: services().retry(upload_id),),
        )
    elif st.button(
        "Review",
        key=f"review_{upload_id}",
        icon=":material/fact_check:",
    ):
        open_review(upload_id, queue)


def _attempt(action: Callable[[], Any]) -> None:
    try:
        action()
    except MatchbookError as error:
        keep_failure(error)


def _change_kind(upload_id: str, kind: str) -> None:
    wanted = st.session_state[f"kind_{upload_id}_{kind}"]
    _attempt(lambda: services().change_kind(upload_id, wanted))
