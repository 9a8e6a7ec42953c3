"""All newer readings that are only better, shown first, then accepted or discarded in one step."""

import pandas as pd
import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import counted, plain
from engine.services import AcceptPreview, services
from pages._parts.failures import keep_failure, say
from pages._parts.tables import badges_column
from pages._parts.words import READING_VERDICT

_LISTED = 500


@st.dialog("Accept all that are only better", width="large", icon=":material/done_all:")
def accept_all() -> None:
    """What would be accepted, what is left for a person, and one button that does it."""
    if st.session_state.pop("readings_decided", False):
        st.rerun()
    preview = services().preview_readings()
    possible = preview.possible
    st.markdown(
        "Only better is what adds values that are sure, makes sums hold, and takes nothing away; "
        "or what reads the same. A value that became another one is so only where printed sums "
        "prove it."
    )
    if possible:
        _table(preview)
    else:
        st.info("None of them is only better.", icon=":material/block:")
    for left in preview.left[:5]:
        st.caption(f":material/visibility: {plain(left.file_name)}: {plain(left.reason)}")
    if len(preview.left) > 5:
        st.caption(f"and {counted(len(preview.left) - 5, 'more file')} left as they are")
    accept, discard = st.columns(2)
    accept.button(
        f"Accept {counted(len(possible), 'newer reading')}",
        type="primary",
        icon=":material/done_all:",
        key="readings_accept_all",
        disabled=not possible,
        shortcut="Ctrl+Enter",
        width="stretch",
        on_click=_accept,
        args=(preview,),
    )
    discard.button(
        "Discard these instead",
        icon=":material/close:",
        key="readings_discard_all",
        disabled=not possible,
        width="stretch",
        on_click=_discard,
        args=(preview,),
    )
    st.caption("Accepting is one step: U takes all of it back.")


def _table(preview: AcceptPreview) -> None:
    listed = preview.possible[:_LISTED]
    st.dataframe(
        pd.DataFrame(
            {
                "File": [one.file_name for one in listed],
                "Verdict": [[READING_VERDICT[one.verdict].text] for one in listed],
                "New values": [
                    sum(c.kind == "found" for c in one.differences.changes) for one in listed
                ],
                "Proven by sums": [
                    sum(c.is_proven for c in one.differences.changes) for one in listed
                ],
                "Checks that hold now": [
                    sum(c.holds for c in one.differences.checks) for one in listed
                ],
            }
        ),
        hide_index=True,
        height="auto" if len(listed) < 8 else 290,
        column_config={
            "Verdict": badges_column("Verdict", list(READING_VERDICT.values()), width=130)
        },
        alt="Newer readings that would be accepted",
    )
    if len(preview.possible) > _LISTED:
        st.caption(f"The first {_LISTED} of {len(preview.possible):,} are listed.")


def _accept(preview: AcceptPreview) -> None:
    st.session_state["readings_decided"] = True
    try:
        result = services().accept_readings(preview)
    except MatchbookError as error:
        keep_failure(error)
        return
    say(f"{counted(len(result.done), 'newer reading')} accepted", ":material/done_all:")
    for left in result.left[len(preview.left) :]:
        say(f"{left.file_name}: {left.reason}", ":material/error:")


def _discard(preview: AcceptPreview) -> None:
    st.session_state["readings_decided"] = True
    try:
        services().set_aside_readings([one.upload_id for one in preview.possible])
    except MatchbookError as error:
        keep_failure(error)
        return
    say(f"{counted(len(preview.possible), 'newer reading')} discarded", ":material/close:")
