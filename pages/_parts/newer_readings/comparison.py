"""One file as its row says it beside what a newer engine reads in it; accept it or not."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import counted, plain, sure
from engine.presentation.history import target_text
from engine.presentation.reading_changes import change_rows, kept_rows
from engine.services import AcceptPreview, Comparison, services
from pages._parts.failures import keep_failure, say, show_failure
from pages._parts.session import may
from pages._parts.uploads import open_review
from pages._parts.words import PROOF, READING_VERDICT, badge_of

_MOST_ROWS = 500


@st.dialog("Newer reading", width="large", icon=":material/compare_arrows:")
def compare(upload_id: str) -> None:
    """What differs, and the buttons that accept or set aside the newer reading."""
    if st.session_state.pop("reading_decided", False):
        st.rerun()
    try:
        found = services().compare_reading(upload_id)
    except MatchbookError as error:
        show_failure(error)
        return
    _head(found)
    _changes(found)
    _checks(found)
    _kept(found)
    _decide(found)


def _head(found: Comparison) -> None:
    st.markdown(f"**{plain(found.file_name)}** {badge_of(READING_VERDICT[found.verdict])}")
    facts = [f"Engine {plain(found.engine_before)} → {plain(found.engine_after)}"]
    if found.confidence_before is not None and found.confidence_after is not None:
        facts.append(f"{sure(found.confidence_before)} → {sure(found.confidence_after)}")
    if found.failed_pages_before or found.failed_pages_after:
        facts.append(
            f"{counted(found.failed_pages_before, 'page')} not read → {found.failed_pages_after}"
        )
    st.caption(" · ".join(facts))
    if found.proof_before and found.proof_after:
        before, after = PROOF[found.proof_before], PROOF[found.proof_after]
        st.markdown(f"Figures: {badge_of(before)} → {badge_of(after)}")
    if found.verdict == "look":
        st.warning(
            "A person should look:  \n" + "  \n".join(map(plain, found.reasons)),
            icon=":material/visibility:",
        )
    if found.differences.stayed:
        st.info(
            "People arranged the records of this file, so theirs stay as they are.",
            icon=":material/pan_tool:",
        )


def _changes(found: Comparison) -> None:
    rows = change_rows(found.differences.changes)
    if not rows:
        st.markdown(":material/check: No value differs.")
        return
    st.markdown(f"**{counted(len(rows), 'value')} would change**")
    _table(
        [
            {
                "Where": row.target,
                "What": row.what,
                "Now": row.before,
                "Newer engine": row.after,
                "How sure": row.sure,
            }
            for row in rows
        ],
        "Values that would change",
    )


def _checks(found: Comparison) -> None:
    for check in found.differences.checks[:20]:
        where = target_text(check.target)
        place = "" if check.target == "statement_info" else f"{plain(where)}: "
        if check.holds:
            st.markdown(f":green[:material/check:] Holds now: {place}~~{plain(check.sentence)}~~")
        else:
            st.markdown(f":red[:material/close:] Fails now: {place}{plain(check.sentence)}")
    if len(found.differences.checks) > 20:
        st.caption(f"and {counted(len(found.differences.checks) - 20, 'more check')}")
    for warning in found.differences.new_warnings:
        st.markdown(f":orange[:material/warning:] New: {plain(warning)}")


def _kept(found: Comparison) -> None:
    rows = kept_rows(found.differences.kept)
    if not rows:
        return
    with st.expander(
        f"{counted(len(rows), 'value')} that people said, kept", icon=":material/person_check:"
    ):
        _table(
            [
                {
                    "Where": row.target,
                    "A person said": row.value,
                    "Newer engine": row.read,
                    "It": row.says,
                }
                for row in rows
            ],
            "Values that people said",
        )


def _table(rows: Sequence[dict[str, Any]], alt: str) -> None:
    st.dataframe(
        pd.DataFrame(rows[:_MOST_ROWS]),
        hide_index=True,
        height="auto" if len(rows) < 9 else 320,
        alt=alt,
    )
    if len(rows) > _MOST_ROWS:
        st.caption(f"The first {_MOST_ROWS} of {len(rows):,} are listed.")


def _decide(found: Comparison) -> None:
    if found.why_not:
        st.info(plain(found.why_not), icon=":material/lock:")
    if not may(Permission.DECIDE):
        st.caption("You may look at it, and not accept it.")
        return
    accept, leave, look = st.columns(3)
    accept.button(
        "Accept",
        type="primary",
        icon=":material/check:",
        key="reading_accept",
        disabled=found.why_not is not None,
        shortcut="Ctrl+Enter",
        width="stretch",
        on_click=_accept,
        args=(found,),
    )
    leave.button(
        "Discard it",
        icon=":material/close:",
        key="reading_discard",
        width="stretch",
        help="The document stays as it is.",
        on_click=_discard,
        args=(found,),
    )
    if look.button(
        "Open the document", icon=":material/rate_review:", key="reading_open", width="stretch"
    ):
        open_review(found.upload_id, [found.upload_id])


def _accept(found: Comparison) -> None:
    st.session_state["reading_decided"] = True
    try:
        result = services().accept_readings(AcceptPreview((found,), ()))
    except MatchbookError as error:
        keep_failure(error)
        return
    for left in result.left:
        say(f"{left.file_name}: {left.reason}", ":material/error:")
    if result.done:
        say(f"{found.file_name} is as the newer engine reads it")


def _discard(found: Comparison) -> None:
    st.session_state["reading_decided"] = True
    try:
        services().set_aside_readings([found.upload_id])
    except MatchbookError as error:
        keep_failure(error)
        return
    say(f"{found.file_name} stays as it is", ":material/close:")
