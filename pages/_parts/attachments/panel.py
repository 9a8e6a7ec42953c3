"""One paper: its page, what was read from it as a form, its versions, its history."""

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import moment, plain, split_reason, sure
from engine.presentation.fields import FieldRow
from engine.presentation.paper_fields import PAPER_LABELS, paper_rows, typed_fields
from engine.records import Attachment
from engine.services import services
from pages._parts.attachments.paper_actions import paper_actions
from pages._parts.document_links import file_of
from pages._parts.failures import say, show_failure
from pages._parts.history_panel import history_panel
from pages._parts.page_viewer import Box, page_viewer
from pages._parts.session import may
from pages._parts.uploads import zone
from pages._parts.words import FIELD_STATE, PAPER, STATUS, badge_of


@st.dialog("Attachment", position="right", width="large", icon=":material/attach_file:")
def paper_drawer(document_id: str) -> None:
    """Draw the paper at the side of the screen."""
    paper_panel(document_id)


def paper_panel(document_id: str) -> None:
    """Draw the paper with all that can be done with it."""
    paper = services().attachment(document_id)
    if paper.status == "pending":
        _watch(paper)
    rows = paper_rows(paper.document)
    with st.container(horizontal=True, vertical_alignment="center"):
        badges = f"{badge_of(PAPER[paper.doc_type])} {badge_of(STATUS[paper.status])}"
        st.markdown(f"**{plain(paper.file_name)}** {badges}", width="stretch")
        st.link_button("Download", file_of(paper.id), icon=":material/download:")
    if paper.replaced_by:
        st.info(
            "A newer version replaced this one; it is kept as it is.", icon=":material/history:"
        )
    if paper.error_message:
        st.error(plain(split_reason(paper.error_message)[0]), icon=":material/error:")
    page, side = st.columns([1.1, 1], gap="medium")
    with side:
        _form(paper, rows)
        paper_actions(paper)
        _versions(paper)
        with st.expander("History", icon=":material/history:"):
            history_panel(paper.document.audit_trail, key=f"paper_history_{paper.id}")
    with page:
        if paper.status == "pending":
            st.caption("The pages are shown once they are read.")
        else:
            page_viewer(
                paper.id,
                paper.pages_total or 1,
                [box for row in rows if (box := _box(row)) is not None],
                key=f"paper_pages_{paper.id}",
                readonly=True,
            )


def _form(paper: Attachment, rows: tuple[FieldRow, ...]) -> None:
    """What was read, to be put right and saved with the file."""
    readonly = (
        paper.replaced_by is not None
        or paper.deleted_at is not None
        or paper.status == "pending"
        or not may(Permission.DECIDE)
    )
    key = f"paper_{paper.id}_{paper.row_version}"
    with st.form(f"{key}_form", border=True, enter_to_submit=False):
        for row in rows:
            st.text_input(
                row.label, row.text, key=f"{key}_{row.key}", disabled=readonly, help=_said(row)
            )
        label = "Save" if paper.status == "confirmed" else "Save and confirm"
        is_sent = st.form_submit_button(
            label,
            type="primary",
            icon=":material/check:",
            shortcut="Ctrl+Enter",
            disabled=readonly,
        )
    if is_sent:
        texts = {name: str(st.session_state[f"{key}_{name}"]) for name in PAPER_LABELS}
        try:
            services().confirm_attachment(
                paper.id, typed_fields(texts), row_version=paper.row_version
            )
        except MatchbookError as error:
            show_failure(error)
        else:
            say(f"Saved {paper.file_name}")
            st.rerun()


def _said(row: FieldRow) -> str | None:
    """Where the value comes from, in words."""
    if row.note:
        return plain(row.note)
    if row.place is not None and row.place.text:
        return f"The page says “{plain(row.place.text)}”, {sure(row.place.confidence)}"
    return None if row.text else "Not found on the page."


def _versions(paper: Attachment) -> None:
    versions = services().attachment_versions(paper.id)
    if len(versions) < 2:
        return
    with st.expander(f"Versions {len(versions)}", icon=":material/layers:"):
        for one in versions:
            with st.container(horizontal=True, vertical_alignment="center"):
                here = " (shown)" if one.id == paper.id else ""
                when = f"{moment(one.upload_at, zone())}, {plain(one.upload_by)}"
                told = f"{one.version} · {plain(one.file_name)} · {when}{here}"
                st.markdown(told, width="stretch")
                st.link_button(
                    "Download",
                    file_of(one.id),
                    icon=":material/download:",
                    key=f"paper_version_{one.id}",
                )


def _box(row: FieldRow) -> Box | None:
    place = row.place
    if place is None or place.page is None or place.bbox is None:
        return None
    state = row.state if row.state in FIELD_STATE else "sure"
    return Box(row.key, row.label, state, place.page, *place.bbox)


def _watch(paper: Attachment) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(":violet-badge[:material/autorenew: Reading] The fields come in a moment.")
    _look(paper.id)


@st.fragment(run_every="1s")
def _look(document_id: str) -> None:
    if services().attachment(document_id).status != "pending":
        st.rerun()
