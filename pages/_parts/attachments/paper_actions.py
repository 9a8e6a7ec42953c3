"""What can be done with a paper beside its fields: its type, its record, a newer file, the bin."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import plain
from engine.records import Attachment
from engine.services import services
from pages._parts.attachments.adding import TYPES
from pages._parts.failures import keep_failure, say
from pages._parts.session import may
from pages._parts.uploads import documents
from pages._parts.words import BELONGS_TO, PAPER

_MOST_RECORDS = 500


def paper_actions(paper: Attachment) -> None:
    """Draw them; those that the paper's state or the person's role rules out are left out."""
    if paper.deleted_at is not None:
        _button("Restore", "restore_from_trash", Permission.DELETE, paper, _restore)
        return
    if paper.replaced_by is not None:
        return
    if may(Permission.CORRECT):
        _type(paper)
        _record(paper)
    if may(Permission.UPLOAD):
        _newer(paper)
    with st.container(horizontal=True):
        if paper.status in ("completed", "partial", "failed"):
            _button("Read again", "refresh", Permission.UPLOAD, paper, _read_again)
        if paper.related_id is None:
            _button("Delete", "delete", Permission.DELETE, paper, _delete)


def _button(
    label: str,
    icon: str,
    permission: Permission,
    paper: Attachment,
    act: Callable[[Attachment], Any],
) -> None:
    if may(permission):
        st.button(
            label,
            icon=f":material/{icon}:",
            key=f"paper_{icon}_{paper.id}",
            on_click=_attempt,
            args=(partial(act, paper), f"{label}: {paper.file_name}"),
        )


def _type(paper: Attachment) -> None:
    key = f"paper_type_{paper.id}_{paper.row_version}"
    st.selectbox(
        "Type",
        TYPES,
        index=TYPES.index(paper.doc_type),
        format_func=lambda name: PAPER[name].text,
        key=key,
        on_change=lambda: _attempt(
            lambda: services().change_attachment(
                paper.id, row_version=paper.row_version, doc_type=st.session_state[key]
            ),
            "Its type is changed; read it again for its fields",
        ),
    )


def _record(paper: Attachment) -> None:
    """What it belongs to, and a way to another record."""
    if paper.related_module is not None:
        module = BELONGS_TO.get(paper.related_module, paper.related_module)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"Belongs to **{plain(module)}** {plain(_name_of(paper))}", width="stretch")
            st.button(
                "Take it from there",
                key=f"paper_unlink_{paper.id}",
                icon=":material/link_off:",
                on_click=_attempt,
                args=(
                    lambda: services().unlink_attachment(paper.id, row_version=paper.row_version),
                    f"{paper.file_name} belongs to nothing now",
                ),
            )
        return
    uploads = documents()[:_MOST_RECORDS]
    key = f"paper_link_{paper.id}_{paper.row_version}"
    st.selectbox(
        "Belongs to",
        range(len(uploads)),
        index=None,
        placeholder="Nothing yet: choose a document",
        format_func=lambda place: str(uploads[place]["file_name"]),
        key=key,
        on_change=lambda: _link(paper, key),
    )


def _link(paper: Attachment, key: str) -> None:
    place = st.session_state[key]
    if place is None:
        return
    upload = documents()[place]
    _attempt(
        lambda: services().link_attachment(
            paper.id, upload["kind"], upload["upload_id"], row_version=paper.row_version
        ),
        f"{paper.file_name} belongs to {upload['file_name']} now",
    )


def _name_of(paper: Attachment) -> str:
    """The record's file where it is one of ours, else its id."""
    record = paper.related_id or ""
    for upload in documents():
        if record == upload["upload_id"] or record.startswith(f"{upload['upload_id']}-"):
            return str(upload["file_name"])
    return record


def _newer(paper: Attachment) -> None:
    key = f"paper_newer_{paper.id}"
    with st.expander("Newer version", icon=":material/upload_file:"):
        file = st.file_uploader("The present file is kept as an earlier version", key=f"{key}_file")
        if st.button("Replace", key=f"{key}_go", type="primary", disabled=file is None) and file:
            try:
                newer = services().replace_attachment(paper.id, file.name, file)
            except MatchbookError as error:
                keep_failure(error)
            else:
                say(f"{newer.file_name} is version {newer.version}")
                if st.query_params.get("paper") == paper.id:
                    st.switch_page("attachments.py", query_params={"paper": newer.id})
            st.rerun()


def _read_again(paper: Attachment) -> None:
    services().read_attachment_again(paper.id)


def _delete(paper: Attachment) -> None:
    services().delete_attachment(paper.id, row_version=paper.row_version)


def _restore(paper: Attachment) -> None:
    services().restore_attachment(paper.id)


def _attempt(act: Callable[[], Any], done: str) -> None:
    try:
        act()
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(done)
