"""Attachments: purchase orders, delivery notes, job sheets and receipts beside the records."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from engine.errors import NotFoundError
from engine.presentation import UNKNOWN, counted
from engine.records.uploads import DocumentType
from engine.services import AttachmentQuery, FoundAttachment, services
from pages._parts.attachments.adding import TYPES, add_paper
from pages._parts.attachments.panel import paper_panel
from pages._parts.document_links import picture_of
from pages._parts.document_table import ROW_HEIGHT
from pages._parts.failures import show_failure
from pages._parts.tables import badges_column, money_column, with_money
from pages._parts.words import BELONGS_TO, PAPER, STATUS

PER_PAGE = 50
CONFIG = {
    "picture": st.column_config.ImageColumn("", width=44, help="The first page"),
    "type": badges_column("Type", tuple(PAPER.values()), width=120),
    "state": badges_column("State", tuple(STATUS.values()), width=104),
    "number": st.column_config.TextColumn("Number", width=120),
    "date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=96),
    "party": st.column_config.TextColumn("Company", width=170),
    "total": money_column("Total", width=110),
    "record": st.column_config.TextColumn("Belongs to", width=120),
    "file": st.column_config.TextColumn("File", width=190),
    "found": st.column_config.TextColumn("Found", width=240, help="Where the first word stands."),
    "attached": st.column_config.DatetimeColumn("Attached", format="distance", width=100),
}


def one_paper(document_id: str) -> None:
    """The paper that the address names, with a way back."""
    if st.button("All attachments", icon=":material/arrow_back:", key="papers_back"):
        st.switch_page("attachments.py", query_params={})
    try:
        paper_panel(document_id)
    except NotFoundError as error:
        show_failure(error)


def query_now(counts: Mapping[str, int]) -> tuple[AttachmentQuery, bool]:
    """Draw the filters; what they ask for, and whether any of them is set."""
    search = st.text_input(
        "Search",
        key="papers_search",
        placeholder="Words on the pages, numbers, companies, file names",
        label_visibility="collapsed",
        persist_state="session",
    )
    types = [name for name in TYPES if counts.get(name)]
    with st.container(horizontal=True, gap="small"):
        doc_type: DocumentType | None = None
        if types:
            doc_type = st.pills(
                "Type",
                types,
                format_func=lambda name: f"{PAPER[name].text} {counts[name]:,}",
                key="papers_type",
                label_visibility="collapsed",
                persist_state="session",
            )
        extra = st.pills(
            "Show",
            ("free", "deleted"),
            format_func=lambda name: {"free": "Belongs to nothing", "deleted": "Deleted"}[name],
            key="papers_extra",
            label_visibility="collapsed",
            persist_state="session",
        )
    query = AttachmentQuery(
        search=search or None,
        doc_type=doc_type,
        is_linked=False if extra == "free" else None,
        deleted=extra == "deleted",
        per_page=PER_PAGE,
        page=max(1, int(st.session_state.get("papers_page") or 1)),
    )
    return query, bool(search or doc_type or extra)


def cells(found: FoundAttachment) -> dict[str, object]:
    """One row of the table."""
    paper = found.attachment
    fields = paper.document.fields
    module = paper.related_module
    return {
        "picture": picture_of(paper.id),
        "type": [PAPER[paper.doc_type].text],
        "state": [STATUS[paper.status].text],
        "number": fields.number,
        "date": fields.date,
        "party": fields.party,
        "total": fields.total,
        "currency": fields.currency,
        "record": BELONGS_TO.get(module, module) if module else None,
        "file": paper.file_name,
        "found": found.text,
        "attached": paper.upload_at,
    }


def table(rows: tuple[FoundAttachment, ...], key: str) -> None:
    """The rows; a chosen one is opened."""
    frame = pd.DataFrame([cells(found) for found in rows])
    frame["attached"] = pd.to_datetime(frame["attached"], utc=True)
    hidden = set() if any(found.text for found in rows) else {"found"}
    event: Any = st.dataframe(
        with_money(frame, {"total": "currency"}),
        hide_index=True,
        row_height=ROW_HEIGHT,
        column_config=CONFIG,
        column_order=[name for name in CONFIG if name not in hidden],
        placeholder=UNKNOWN,
        on_select="rerun",
        selection_mode="single-row",
        key=key,
        alt="Attachments",
    )
    place = next(iter(event.selection.rows), None)
    if place is not None and place < len(rows):
        st.session_state["papers_round"] = st.session_state.get("papers_round", 0) + 1
        st.switch_page("attachments.py", query_params={"paper": rows[place].attachment.id})


if document_id := st.query_params.get("paper"):
    st.title("Attachments")
    one_paper(document_id)
    st.stop()

st.title("Attachments")
with st.expander("Attach a file", icon=":material/attach_file_add:"):
    add_paper(None, key="papers_new")
counts = services().attachment_counts()
has_any = bool(counts) or services().attachments(AttachmentQuery(deleted=True, per_page=1)).total
query, is_filtered = query_now(counts) if has_any else (AttachmentQuery(), False)
page = services().attachments(query)
if page.rows:
    st.caption(counted(page.total, "paper"))
    table(page.rows, f"papers_{abs(hash(query))}_{st.session_state.get('papers_round', 0)}")
    if page.total > PER_PAGE:
        st.pagination(-(-page.total // PER_PAGE), key="papers_page")
else:
    with st.container(border=True, horizontal_alignment="center", key="papers_nothing"):
        st.space("small")
        if is_filtered:
            st.markdown("No paper fits these filters.", text_alignment="center")
        else:
            st.subheader("No attachments yet", anchor=False, text_alignment="center")
            st.markdown(
                "Attach purchase orders, delivery notes, job sheets and receipts here, or where a "
                "record is shown. Each is read, and its words can be searched.",
                text_alignment="center",
            )
        st.space("small")
