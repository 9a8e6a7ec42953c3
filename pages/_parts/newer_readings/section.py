"""Health: files that an older engine read are read anew, compared, and accepted or discarded."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import counted, moment, plain, split_reason
from engine.services import Comparison, OlderFile, ReadingLine, services
from pages._parts.failures import keep_failure, say
from pages._parts.newer_readings.accept_all import accept_all
from pages._parts.newer_readings.comparison import compare
from pages._parts.session import may
from pages._parts.tables import badges_column
from pages._parts.uploads import zone
from pages._parts.words import KIND, PROOF, READING_VERDICT

_LISTED = 100


def older_files_section() -> None:
    """How many files an older engine read, and what can be done; nothing where there are none."""
    files = services().older_files()
    accepted = services().last_accepted_readings()
    if not files and not accepted:
        return
    today = services().reading_version()
    by_state: dict[str, list[OlderFile]] = {}
    for file in files:
        line = file.reading
        is_known = line is not None and line.engine_version == today
        by_state.setdefault(line.state if line and is_known else "none", []).append(file)
    with st.container(border=True, key="health_newer"):
        _head(files, by_state.get("none", []))
        if waiting := by_state.get("waiting"):
            _progress(len(waiting))
        for file in by_state.get("failed", [])[:5]:
            reason = split_reason(file.reading.error_message if file.reading else None)[0]
            st.caption(f":material/error: {plain(file.file_name)}: {plain(reason)}")
        if ready := by_state.get("ready"):
            _ready(ready)
        if aside := by_state.get("set_aside"):
            st.caption(f"{counted(len(aside), 'newer reading')} discarded: the files stay as read.")
        if accepted:
            _undo(accepted)
    if opened := st.session_state.pop("reading_opened", None):
        compare(opened)


def _head(files: Sequence[OlderFile], new: Sequence[OlderFile]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        if not files:
            st.markdown("**Engine** · every file is as today's engine reads it.")
            return
        were = "was" if len(files) == 1 else "were"
        st.markdown(
            f":material/history: **{counted(len(files), 'file')}** {were} read by an older engine."
        )
        st.space("stretch")
        if new and may(Permission.UPLOAD):
            st.button(
                f"Read {counted(len(new), 'file')} anew",
                icon=":material/refresh:",
                key="health_read_anew",
                on_click=_ask,
                args=([file.upload_id for file in new],),
                help="In the background, beside what is there. Nothing changes until somebody "
                "has compared both and accepts the newer one.",
            )
    if new:
        with st.expander("Which files", icon=":material/list:"):
            _which(new)


def _which(files: Sequence[OlderFile]) -> None:
    st.dataframe(
        pd.DataFrame(
            {
                "File": [file.file_name for file in files[:_LISTED]],
                "Kind": [KIND[file.kind].text for file in files[:_LISTED]],
                "Engine": [file.engine_version or "" for file in files[:_LISTED]],
                "Read": [
                    moment(file.processed_at, zone()) if file.processed_at else ""
                    for file in files[:_LISTED]
                ],
            }
        ),
        hide_index=True,
        alt="Files that an older engine read",
    )
    if len(files) > _LISTED:
        st.caption(f"The first {_LISTED} of {len(files):,} are listed.")


def _ask(upload_ids: Sequence[str]) -> None:
    try:
        asked = services().ask_for_readings(upload_ids)
    except MatchbookError as error:
        keep_failure(error)
        return
    say(f"{counted(len(asked), 'file')} being read anew", ":material/refresh:")


@st.fragment(run_every="2s")
def _progress(first: int) -> None:
    """How many are left; the whole screen is drawn again when there are fewer to show."""
    left = len(services().store.newer_readings.lines("waiting"))
    if left < first and (not left or first - left >= 20):
        st.rerun()
    st.markdown(f":material/autorenew: {counted(left, 'file')} being read anew …")


def _ready(files: Sequence[OlderFile]) -> None:
    listed = [file.upload_id for file in files[:_LISTED]]
    preview = services().preview_readings(listed, only_better=False)
    found = list(preview.possible)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{counted(len(files), 'newer reading')}** to compare")
        st.space("stretch")
        if may(Permission.DECIDE) and st.button(
            "Accept all that are only better …",
            icon=":material/done_all:",
            key="health_accept_better",
            help="Shows them first. It is one step that can be undone.",
        ):
            accept_all()
    if found:
        _table(found)
    for left in preview.left:
        st.caption(f":material/lock: {plain(left.file_name)}: {plain(left.reason)}")
    if len(files) > _LISTED:
        st.caption(f"The first {_LISTED} are listed.")


def _table(found: Sequence[Comparison]) -> None:
    key = f"health_readings_{st.session_state.get('readings_round', 0)}"
    ids = [one.upload_id for one in found]
    st.dataframe(
        pd.DataFrame([_cells(one) for one in found]),
        hide_index=True,
        key=key,
        on_select=lambda: _open(key, ids),
        selection_mode="single-row",
        column_config={
            "Verdict": badges_column("Verdict", list(READING_VERDICT.values()), width=130),
            "File": st.column_config.TextColumn("File", width=260),
        },
        alt="Newer readings; choose one to compare it",
    )


def _cells(one: Comparison) -> dict[str, object]:
    changes = one.differences.changes
    proof = ""
    if one.proof_before and one.proof_after:
        words = [PROOF[one.proof_before].text, PROOF[one.proof_after].text]
        proof = " → ".join(dict.fromkeys(words))
    return {
        "File": one.file_name,
        "Verdict": [READING_VERDICT[one.verdict].text],
        "New values": sum(change.kind == "found" for change in changes),
        "Other changes": sum(change.kind != "found" for change in changes),
        "Checks hold now": sum(check.holds for check in one.differences.checks),
        "Fail now": sum(not check.holds for check in one.differences.checks),
        "Kept": len(one.differences.kept),
        "Figures": proof,
    }


def _open(key: str, ids: Sequence[str]) -> None:
    rows = st.session_state[key].selection.rows
    if rows:
        st.session_state["reading_opened"] = ids[rows[0]]
    st.session_state["readings_round"] = st.session_state.get("readings_round", 0) + 1


def _undo(accepted: Sequence[ReadingLine]) -> None:
    first = accepted[0]
    with st.container(horizontal=True, vertical_alignment="center"):
        when = moment(first.accepted_at, zone()) if first.accepted_at else ""
        by = plain(first.accepted_by)
        st.caption(f"{counted(len(accepted), 'newer reading')} accepted by {by}, {when}")
        if may(Permission.DECIDE):
            st.button(
                "Undo",
                icon=":material/undo:",
                key="health_readings_undo",
                shortcut="U",
                on_click=_take_back,
                args=(first.batch_id or "",),
            )


def _take_back(batch_id: str) -> None:
    try:
        result = services().take_back_readings(batch_id)
    except MatchbookError as error:
        keep_failure(error)
        return
    if result.done:
        say(f"{counted(len(result.done), 'file')} as before", ":material/undo:")
    for left in result.left:
        say(f"{left.file_name}: {left.reason}", ":material/error:")
