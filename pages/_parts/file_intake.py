"""How files are brought in: dropped and sent as a stream, or by the plain uploader."""

import streamlit as st

from pages._parts.intake import restore, take_in
from pages._parts.upload_zone import upload_zone
from pages._parts.uploads import open_review
from pages._parts.words import KINDS

CHOICES = {"auto": "Find out", **KINDS}


def bring_files(most_bytes: int, whereabouts: str) -> None:
    """Draw the choice of the kind and both ways in.

    Args:
        most_bytes: largest file that is taken.
        whereabouts: says whether anything of a file leaves the machine.
    """
    choice, words = st.columns([1.3, 2], vertical_alignment="center")
    kind = choice.segmented_control(
        "They are",
        list(CHOICES),
        format_func=lambda kind: CHOICES[kind],
        default="auto",
        required=True,
        key="upload_kind",
        help="Matchbook looks at the first pages to find out. You can correct it at any time.",
    )
    words.caption(f"The same file is never read twice. {whereabouts}", text_alignment="right")
    upload_zone(
        kind=kind or "auto",
        most_bytes=most_bytes,
        key="upload_zone",
        on_open=_open_earlier,
        on_restore=_restore_earlier,
    )
    if earlier := st.session_state.pop("upload_go_to", None):
        open_review(earlier, [earlier])
    with st.expander(
        "Plain uploader, where files cannot be dropped above", icon=":material/upload:"
    ):
        files = st.file_uploader(
            "Files, without a line for each while they are sent",
            accept_multiple_files=True,
            max_upload_size=max(1, most_bytes // 1_000_000),
            key=f"upload_files_{st.session_state.upload_round}",
        )
    if files:
        take_in(files, kind)
        st.session_state.upload_round += 1
        st.rerun()


def _open_earlier() -> None:
    st.session_state["upload_go_to"] = st.session_state["upload_zone"].open


def _restore_earlier() -> None:
    restore(st.session_state["upload_zone"].restore)
