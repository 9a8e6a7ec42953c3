"""Documents: all that was uploaded, to search, narrow down, open, and say one word on many."""

from dataclasses import replace

import streamlit as st

from engine.services import DocumentLine, DocumentPage, DocumentQuery, services
from pages._parts.document_actions import MOST_AT_ONCE, action_bar, forget_choice, show_left
from pages._parts.document_bin import document_bin
from pages._parts.document_export import document_download
from pages._parts.document_filters import (
    PER_PAGE,
    STATE,
    hands_filter,
    kind_filter,
    more_filters,
    needs_filter,
    order_choice,
    query_now,
    search_field,
    sent_back_filter,
    state_filter,
)
from pages._parts.document_table import document_table
from pages._parts.empty_state import empty_state
from pages._parts.saved_views import saved_views
from pages._parts.uploads import open_review
from pages._parts.work.asking import show_asked
from pages._parts.work.row_menu import ENTRIES, menu_of, permissions

QUEUE = 1_000

STATE.enter()
query = query_now()
is_bin = st.session_state.get(STATE.key("show")) == "deleted"
found = services().documents(query)
if not found.rows and query.page > 1 and found.total:
    st.session_state[STATE.key("page")] = None
    query = replace(query, page=1)
    found = services().documents(query)
deleted = services().deleted_documents(per_page=1).total


def show_all() -> None:
    """Take every filter away."""
    STATE.show({})


def toggle_bin() -> None:
    """To the bin, or back to the documents."""
    STATE.show({} if st.session_state.get(STATE.key("show")) else {"show": "deleted"})
    forget_choice()


def turn_page(key: str) -> None:
    """Keep the page that was turned to."""
    st.session_state[STATE.key("page")] = str(st.session_state[key])


title, tools = st.columns([1, 1.4], vertical_alignment="center")
title.title("Documents")
with tools.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
    if not is_bin:
        saved_views(STATE)
        document_download(query, found.total)
    if deleted or is_bin:
        st.button(
            "Back to documents" if is_bin else f"Deleted {deleted:,}",
            icon=":material/arrow_back:" if is_bin else ":material/delete:",
            key="documents_bin",
            on_click=toggle_bin,
        )

if is_bin:
    document_bin()
    STATE.leave()
    st.stop()

is_filtered = query != DocumentQuery(
    sort_by=query.sort_by,
    descending=query.descending,
    page=query.page,
    per_page=PER_PAGE,
    me=query.me,
)
if not found.rows:
    action_bar([], 0)  # what was done last can be taken back, even when it leaves nothing
if not found.counts.count() and not is_filtered:
    empty_state("No documents yet", "Everything that you upload is listed here.")

search, more = st.columns([4, 1], vertical_alignment="center")
with search:
    search_field()
with more:
    more_filters(found.counts.currencies())
with st.container(horizontal=True, gap="small", key="documents_pills"):
    kind_filter(found.counts, query)
    needs_filter(found.counts, query)
    sent_back_filter(found.counts, query)
    hands_filter(found.counts, query)
    state_filter(found.counts, query)
show_left()


def menu(row: DocumentLine) -> list[str]:
    """What the person may do with one document."""
    return menu_of(row, allowed)


def draw(found: DocumentPage, query: DocumentQuery) -> None:
    """The page of the list with what can be done on it."""
    first = (query.page - 1) * PER_PAGE + 1
    line, order = st.columns([3, 1], vertical_alignment="center")
    last = first + len(found.rows) - 1
    shown = f"{first:,}–{last:,} of " if found.total > len(found.rows) else ""
    documents = "document" if found.total == 1 else "documents"
    everything = found.counts.count()
    rest = f" that fit, of {everything:,}" if found.total < everything else ""
    line.caption(f"{shown}{found.total:,} {documents}{rest}")
    with order.container(horizontal=True, horizontal_alignment="right"):
        order_choice()

    ids = [row.upload_id for row in found.rows]
    at_once: list[str] = st.session_state.get("documents_chosen") or []
    landed = st.session_state.pop("documents_landed", None)
    key = f"documents_table_{st.session_state.get('documents_round', 0)}_{abs(hash(query))}"
    started = range(len(ids)) if at_once else [ids.index(landed)] if landed in ids else []
    opened, places = document_table(
        found.rows, key, chosen=list(started), is_team=query.me is not None, menu=menu
    )
    if opened is not None:
        number = first - 1 + opened
        st.session_state["documents_landed"] = ids[opened]
        around = replace(query, page=number // QUEUE + 1, per_page=QUEUE)
        STATE.leave()
        open_review(ids[opened], [row.upload_id for row in services().documents(around).rows])

    if (wanted := st.session_state.pop(f"{key}_wanted", None)) is not None:
        place, label = wanted
        if place < len(found.rows) and label in menu(found.rows[place]):
            ENTRIES[label].act(found.rows[place])

    chosen = [ids[place] for place in places]
    if at_once and len(chosen) == len(ids):
        chosen = at_once
    if found.total > PER_PAGE:
        turn = f"documents_turn_{abs(hash(query))}"
        with st.container(horizontal=True, horizontal_alignment="center"):
            st.pagination(
                -(-found.total // PER_PAGE),
                default=query.page,
                key=turn,
                on_change=turn_page,
                args=(turn,),
            )
    if action_bar(chosen, found.total):
        everyone = services().documents(replace(query, page=1, per_page=MOST_AT_ONCE)).rows
        forget_choice()
        st.session_state["documents_chosen"] = [row.upload_id for row in everyone]
        st.rerun()


allowed = permissions()
if found.rows:
    draw(found, query)
else:
    with st.container(border=True, horizontal_alignment="center"):
        st.space("small")
        st.markdown("No document fits these filters.", text_alignment="center")
        st.button("Show all", icon=":material/filter_alt_off:", on_click=show_all)
        st.space("small")
show_asked()
STATE.leave()
