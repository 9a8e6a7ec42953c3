"""Bring a paper in: its type, the file, and what it belongs to."""

from typing import get_args

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.records.uploads import DocumentType
from engine.services import services
from pages._parts.failures import keep_failure, say
from pages._parts.session import may
from pages._parts.words import PAPER

TYPES: tuple[DocumentType, ...] = get_args(DocumentType)


def add_paper(link: tuple[str, str] | None, *, key: str) -> None:
    """Draw the form; nothing for who may not upload.

    Args:
        link: module and id of the record that the paper will belong to; None: to none yet.
        key: of the widgets.
    """
    if not may(Permission.UPLOAD):
        return
    turn = st.session_state.setdefault(f"{key}_turn", 0)
    files, choice = st.columns([2, 1], vertical_alignment="center")
    files.file_uploader(
        "Attach PDF, PNG, JPEG or TIFF",
        accept_multiple_files=True,
        key=f"{key}_files_{turn}",
        max_upload_size=max(1, services().settings.max_upload_bytes // 1_000_000),
    )
    choice.selectbox(
        "It is",
        TYPES,
        format_func=lambda name: PAPER[name].text,
        key=f"{key}_type",
        persist_state="session",
    )
    choice.button(
        "Attach",
        key=f"{key}_attach",
        icon=":material/attach_file_add:",
        type="primary",
        disabled=not st.session_state.get(f"{key}_files_{turn}"),
        on_click=_attach,
        args=(link, key, turn),
    )


def _attach(link: tuple[str, str] | None, key: str, turn: int) -> None:
    for file in st.session_state.get(f"{key}_files_{turn}") or ():
        try:
            paper = services().attach(
                file.name, file, doc_type=st.session_state[f"{key}_type"], link=link
            )
        except MatchbookError as error:
            keep_failure(error)
        else:
            say(f"{paper.file_name} is attached and being read")
    st.session_state[f"{key}_turn"] = turn + 1
