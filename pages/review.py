"""Review: what was read, beside the page it was read from; correct it, then confirm or reject."""

from functools import partial

import streamlit as st

from engine.access import Permission
from engine.errors import NotFoundError
from engine.presentation import counted, plain, split_reason, sure
from engine.presentation.differences import differences_told
from engine.presentation.second_reading import second_reading
from engine.records import XML_SAYS, BankDocument, InvoiceDocument, InvoiceUpload
from engine.services import services
from pages._parts.attachments.section import attachments_section
from pages._parts.document_links import file_of
from pages._parts.empty_state import empty_state, nothing_waits
from pages._parts.failures import show_failure
from pages._parts.invoice_panel import chosen_key, records_in_hand
from pages._parts.marked_words import take_marked
from pages._parts.newer_readings.note import newer_reading_note
from pages._parts.page_viewer import Box, page_viewer
from pages._parts.review_actions import action_bar
from pages._parts.review_sides import VIEWER, invoice_side, is_long, statement_side
from pages._parts.review_state import OPEN_FOR_EDITS, Row, load
from pages._parts.review_waiting import show_progress, show_visitors, show_waiting
from pages._parts.session import may
from pages._parts.words import KIND, STATUS, Word, badge_of
from pages._parts.work.asking import show_asked
from pages._parts.work.chip import assigned_to
from pages._parts.work.remarks import remarks_card
from pages._parts.work.spot_look import spot_card

queue = services().review_queue(st.session_state.get("review_queue", ()))
upload_id = st.query_params.get("upload") or next(iter(queue.upload_ids), None)

if upload_id is None:
    st.title("Review")
    if not any(services().store.counts().values()):
        empty_state("Nothing to review yet", "Upload a document, and it can be reviewed here.")
    nothing_waits()

# The first of the queue stays the one on the screen when the queue changes.
st.query_params["upload"] = upload_id
try:
    kept = load(upload_id)
except NotFoundError as error:
    st.title("Review")
    show_failure(error)
    st.page_link("documents.py", label="All documents", icon=":material/folder_open:")
    st.stop()

row: Row = kept.row
kind = "invoice" if isinstance(row, InvoiceUpload) else "bank"
readonly = row.status not in OPEN_FOR_EDITS or not may(Permission.CORRECT)
badges = [badge_of(KIND[kind]), badge_of(STATUS[row.status])]
info = row.document.processing_info if row.document else None
if info and info.einvoice:
    badges.append(
        badge_of(Word(f"E-invoice {plain(info.einvoice)}", ":material/data_object:", "blue"))
    )
facts = []
if row.pages_total:
    facts.append(counted(row.pages_total, "page"))
if row.confidence_score is not None:
    facts.append(sure(row.confidence_score))
with st.container(horizontal=True, vertical_alignment="center", key="review_head"):
    st.subheader(plain(row.file_name), anchor=False, width="content")
    st.markdown(" ".join(badges) + " " + " · ".join(facts), width="content")
    if not readonly:
        show_visitors(row.upload_id)
    assigned_to(row.upload_id, f"**{plain(row.file_name)}**")
    st.space("stretch")
    st.link_button("Original", file_of(row.upload_id), icon=":material/download:")
with st.container():
    show_waiting()

page, values = st.columns([11, 10], gap="medium")
boxes: list[Box] = []
start_page = 1
with values:
    # What comes and goes has a place of its own: the tables below must not change theirs.
    with st.container():
        spot_card(row)
        remarks_card(row)
        if row.status in ("pending", "processing"):
            show_progress(row.upload_id)
        if row.error_message:
            st.error(plain(split_reason(row.error_message)[0]), icon=":material/error:")
        for failed in info.failed_pages if info else ():
            st.warning(plain(f"Page {failed.page}: {failed.message}"), icon=":material/warning:")
        for warning in info.warnings if info else ():
            # That nothing was found is said where it would be.
            if not warning.startswith(("No invoice was", "No transaction was")):
                st.warning(plain(warning), icon=":material/warning:")
        if info and row.status in ("completed", "partial", "confirmed"):
            newer_reading_note(row.upload_id, info.engine_version)
        if info and info.language_model:
            st.caption(f":material/cloud_upload: {plain(second_reading(info.language_model))}")
        if isinstance(row.document, InvoiceDocument):
            checks = [check for found in row.document.invoices for check in found.checks]
            if told := differences_told([c for c in checks if c.startswith(XML_SAYS)]):
                st.error(told, icon=":material/gpp_maybe:")
    if isinstance(row.document, InvoiceDocument):
        boxes, start_page = invoice_side(kept, readonly=readonly)
    elif isinstance(row.document, BankDocument):
        boxes, start_page = statement_side(kept, readonly=readonly)
    attachments_section(kind, records_in_hand(kept), key="review_papers")
with page:
    long = isinstance(row.document, BankDocument) and is_long(kept)
    page_viewer(
        row.upload_id,
        row.pages_total or 1,
        boxes,
        key=VIEWER,
        active=st.session_state.get("review_active"),
        start_page=start_page,
        record=f"{row.upload_id} {st.session_state.get(chosen_key(row.upload_id), 0)}",
        readonly=readonly,
        # Every page of a bank's own file is typeset from all of it.
        thumbnails=info is None or info.bank_format is None,
        on_mark=partial(take_marked, kept, VIEWER),
        on_page=(lambda: None) if long else None,
    )
action_bar(row, queue)
show_asked()
