"""Transactions: every bank line of every statement, to filter, follow and open."""

from functools import partial

import streamlit as st

from engine.presentation import number
from engine.services import services
from pages._parts.downloads import downloads
from pages._parts.empty_state import empty_state
from pages._parts.register.drawer import line_drawer
from pages._parts.register.filters import line_filter, show_all, state_pills
from pages._parts.register.rows import (
    PAGE,
    all_lines,
    register_page,
    register_sums,
    register_values,
    totals,
)
from pages._parts.register.table import register_table

values = register_values()
if not values:
    st.title("Transactions")
    empty_state("No bank lines yet", "Every line of every statement that you upload stands here.")

head, take = st.columns([4, 1], vertical_alignment="center")
head.title("Transactions")
asked = line_filter(values)
sums = register_sums(asked)
counts: dict[str, int] = {}
for row in sums:
    counts[row["state"]] = counts.get(row["state"], 0) + row["lines"]
states = state_pills(counts)
count, told = totals(sums, states)
with take.container(horizontal=True, horizontal_alignment="right"):
    downloads(
        "transactions",
        partial(all_lines, services(), asked, states),
        key="register_downloads",
        disabled=not count,
    )

if asked.upload_id:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption("Only the lines of one statement.", width="content")
        st.button("Show all", key="register_all_statements", on_click=show_all, type="tertiary")
if not count:
    with st.container(border=True, horizontal_alignment="center", key="register_nothing"):
        st.space("small")
        st.markdown("No line fits these filters.", text_alignment="center")
        st.button("Show all", icon=":material/filter_alt_off:", on_click=show_all, key="show_all")
        st.space("small")
    st.stop()

pages = -(-count // PAGE)
if st.session_state.get("register_asked") != (asked, states):
    st.session_state["register_asked"] = (asked, states)
    if "register_page" in st.session_state:
        st.session_state["register_page"] = 1
st.caption(" · ".join((f"{number(count)} {'line' if count == 1 else 'lines'}", *told)))
place = st.container()
page = 1
if pages > 1:
    with st.container(horizontal=True, horizontal_alignment="center"):
        page = min(st.pagination(pages, key="register_page", bind="query-params"), pages)
# Other rows are another table: what was chosen by its place in one means nothing in the next.
st.session_state["register_table"] = f"register_{hash((asked, states, page))}"
with place:
    clicked = register_table(
        register_page(asked, states, page), key=st.session_state["register_table"]
    )
opened = clicked["transaction_id"] if clicked else None
if opened != st.session_state.get("register_opened"):
    st.session_state["register_opened"] = opened
    if clicked:
        line_drawer(clicked)
