"""The “Attachments” of one record: what belongs to it, one click from view and download."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from engine.presentation import plain
from engine.presentation.paper_fields import paper_line
from engine.records import Attachment
from engine.services import services
from pages._parts.attachments.adding import add_paper
from pages._parts.attachments.panel import paper_drawer
from pages._parts.document_links import file_of
from pages._parts.words import PAPER, STATUS, badge_of


def attachments_section(
    module: str, record_ids: Sequence[str], *, key: str, in_drawer: bool = False
) -> None:
    """Draw the papers of a record; new ones belong to the first of ``record_ids``.

    Args:
        module: what the record is: invoice, bank, reconciliation.
        record_ids: of the record, and of what it is a part of.
        key: of the widgets.
        in_drawer: it stands in a dialog, which cannot open another one.
    """
    with st.container(key=f"{key}_section"):
        store = services().store
        papers = _papers(str(store.database_path), store.shown_version(), module, tuple(record_ids))
        title = f"Attachments {len(papers)}" if papers else "Attachments"
        with st.expander(title, icon=":material/attach_file:", expanded=bool(papers)):
            for paper in papers:
                _line(paper, key=f"{key}_{paper.id}", in_drawer=in_drawer)
            if any(paper.status == "pending" for paper in papers):
                _watch([paper.id for paper in papers if paper.status == "pending"])
            if not papers:
                st.caption("Purchase orders, delivery notes and receipts that prove it stand here.")
            add_paper((module, record_ids[0]), key=f"{key}_new")


@st.cache_data(max_entries=100, ttl="1h", show_spinner=False)
def _papers(
    database: str, version: int, module: str, record_ids: tuple[str, ...]
) -> tuple[Attachment, ...]:
    del database, version  # what the answer depends on
    return services().attachments_of(module, record_ids)


def _line(paper: Attachment, *, key: str, in_drawer: bool) -> None:
    said = paper_line(paper.document.fields)
    parts = [badge_of(PAPER[paper.doc_type]), f"**{plain(said or paper.file_name)}**"]
    if said:
        parts.append(plain(paper.file_name))
    if paper.status in ("pending", "failed", "confirmed"):
        parts.append(badge_of(STATUS[paper.status]))
    if paper.version > 1:
        parts.append(f"version {paper.version}")
    words, actions = st.columns([1.7, 1], vertical_alignment="center")
    words.markdown(" · ".join(parts))
    with actions.container(horizontal=True, horizontal_alignment="right", gap="small"):
        if st.button("View", key=f"{key}_view", icon=":material/visibility:", type="tertiary"):
            _open(paper.id, in_drawer=in_drawer)
        st.link_button(
            "Download",
            file_of(paper.id),
            icon=":material/download:",
            key=f"{key}_file",
            type="tertiary",
        )


def _open(document_id: str, *, in_drawer: bool) -> None:
    if in_drawer:
        st.switch_page("attachments.py", query_params={"paper": document_id})
    paper_drawer(document_id)


def _watch(document_ids: Sequence[str]) -> None:
    """Draw the record again once one of the papers was read."""
    st.fragment(partial(_look, tuple(document_ids)), run_every="1s")()


def _look(document_ids: Sequence[str]) -> None:
    if any(services().attachment(one).status != "pending" for one in document_ids):
        st.rerun()
