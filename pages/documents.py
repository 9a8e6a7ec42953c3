"""Documents: everything that was uploaded, to filter, search and open."""

import streamlit as st

from engine.presentation import counted
from pages._parts.document_table import document_table
from pages._parts.uploads import all_uploads
from pages._parts.words import KIND, STATUS

st.title("Documents")

uploads = all_uploads()
if not uploads:
    with st.container(border=True, horizontal_alignment="center"):
        st.space("small")
        st.subheader("No documents yet", anchor=False, text_alignment="center")
        st.markdown("Everything that you upload is listed here.", text_alignment="center")
        st.page_link("upload.py", label="Upload documents", icon=":material/upload_file:")
        st.space("small")
    st.stop()

search, kinds = st.columns([3, 1.3], vertical_alignment="bottom")
words = search.text_input(
    "Search",
    type="search",
    placeholder="File, vendor or bank",
    key="find",
    bind="query-params",
    label_visibility="collapsed",
    live="300ms",
)
kind = kinds.segmented_control(
    "Kind",
    list(KIND),
    format_func=lambda key: KIND[key].text,
    key="kind",
    bind="query-params",
    label_visibility="collapsed",
)

found = [
    line
    for line in uploads
    if (not kind or line.kind == kind)
    and all(
        word in f"{line.file_name} {line.party or ''}".casefold()
        for word in (words or "").casefold().split()
    )
]
counts = {status: sum(line.status == status for line in found) for status in STATUS}
chosen = st.pills(
    "Status",
    [status for status in STATUS if any(line.status == status for line in uploads)],
    selection_mode="multi",
    format_func=lambda status: f"{STATUS[status].icon} {STATUS[status].text} {counts[status]}",
    key="status",
    bind="query-params",
    label_visibility="collapsed",
)
shown = [line for line in found if not chosen or line.status in chosen]

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
