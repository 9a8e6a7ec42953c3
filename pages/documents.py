"""Documents: everything that was uploaded, to filter, search and open."""

from collections import Counter

import streamlit as st

from engine.presentation import counted
from pages._parts.document_table import document_table, words_of
from pages._parts.empty_state import empty_state
from pages._parts.uploads import documents
from pages._parts.words import KINDS, STATUS

st.title("Documents")

uploads = documents()
if not uploads:
    empty_state("No documents yet", "Everything that you upload is listed here.")

search, kinds = st.columns([3, 1.3], vertical_alignment="center")
words = search.text_input(
    "Search",
    type="search",
    placeholder="File, vendor, bank, invoice number or account",
    key="find",
    bind="query-params",
    label_visibility="collapsed",
    live="300ms",
)
kind = kinds.segmented_control(
    "Kind",
    list(KINDS),
    format_func=lambda key: KINDS[key],
    key="kind",
    bind="query-params",
    label_visibility="collapsed",
)

terms = (words or "").casefold().split()
found = [
    row
    for row in uploads
    if (not kind or row["kind"] == kind) and all(term in words_of(row) for term in terms)
]
counts = Counter(row["status"] for row in found)
there = [status for status in STATUS if any(row["status"] == status for row in uploads)]


def remember_status() -> None:
    """Keep the chosen statuses in the address: a bound widget would put its counts there."""
    st.query_params["status"] = st.session_state.documents_status


st.session_state.setdefault(
    "documents_status", [name for name in st.query_params.get_all("status") if name in there]
)
chosen = st.pills(
    "Status",
    there,
    selection_mode="multi",
    format_func=lambda status: f"{STATUS[status].icon} {STATUS[status].text} {counts[status]}",
    key="documents_status",
    on_change=remember_status,
    label_visibility="collapsed",
)
shown = [row for row in found if not chosen or row["status"] in chosen]

if shown:
    st.caption(
        counted(len(shown), "document")
        + (f" of {len(uploads):,}" if len(shown) < len(uploads) else "")
    )
    document_table(shown, st.context.timezone)
else:
    with st.container(border=True, horizontal_alignment="center"):
        st.space("small")
        st.markdown("No document fits these filters.", text_alignment="center")
        st.page_link("documents.py", label="Show all", icon=":material/filter_alt_off:")
        st.space("small")
