"""Who saw, took out or removed what: the access log, for administrators."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from engine.access import Permission
from engine.exports import ExportTable, instant, text
from engine.presentation import UNKNOWN, counted
from engine.services import ACCESS_ACTIONS, AccessEvent, AccessQuery, services
from pages._parts.downloads import downloads
from pages._parts.session import may
from pages._parts.uploads import zone

_PER_PAGE = 100
_MOST_TAKEN = 5_000
_WORDS = {
    "opened": "Opened",
    "saw": "Saw a page",
    "downloaded": "Downloaded the file",
    "exported": "Exported a table",
    "asked": "Asked in SQL",
    "deleted": "Deleted",
    "restored": "Restored",
    "purged": "Removed for good",
    "made token": "Made an API token",
    "revoked token": "Revoked an API token",
}


def access_section() -> None:
    """Draw the newest entries with filters; nothing for who may not see them."""
    if not may(Permission.ADMINISTER):
        return
    st.markdown("**Who saw what**")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        action = st.selectbox(
            "What was done",
            ACCESS_ACTIONS,
            index=None,
            format_func=lambda name: _WORDS[name],
            placeholder="Anything",
            key="access_action",
            width=220,
        )
        wanted = st.text_input(
            "Document, table or token", key="access_subject", icon=":material/search:", width=300
        )
        page = int(st.session_state.get("access_page") or 1)
        query = AccessQuery(
            action=action, subject=wanted.strip() or None, page=page, per_page=_PER_PAGE
        )
        found = services().access_events(query)
        taken = replace(query, page=1, per_page=_MOST_TAKEN)
        downloads(
            "Access log",
            lambda: _taken(taken),
            key="access_download",
            disabled=not found.total,
        )
    if not found.total:
        is_all = action is None and not wanted.strip()
        st.caption("Nobody opened or took anything yet." if is_all else "No entry fits.")
    else:
        st.caption(f"{counted(found.total, 'entry', 'entries')}, newest first")
    if found.rows:
        _table(found.rows)
    if found.total > _PER_PAGE:
        st.pagination(-(-found.total // _PER_PAGE), key="access_page")


def _taken(query: AccessQuery) -> ExportTable:
    rows = [_cells(event) for event in services().access_events(query).rows]
    columns = (
        instant("at", "When"),
        text("by", "Who"),
        text("what", "What"),
        text("about", "Document, table or token"),
        text("subject", "Its id"),
    )
    return ExportTable("Access log", columns, rows)


def _table(events: tuple[AccessEvent, ...]) -> None:
    frame = pd.DataFrame([_cells(event) for event in events])
    frame["at"] = pd.to_datetime(frame["at"], utc=True).dt.tz_convert(zone())
    st.dataframe(
        frame,
        hide_index=True,
        placeholder=UNKNOWN,
        column_config={
            "at": st.column_config.DatetimeColumn("When", format="D MMM YYYY, HH:mm:ss", width=170),
            "by": st.column_config.TextColumn("Who", width=190),
            "what": st.column_config.TextColumn("What", width=170),
            "about": st.column_config.TextColumn("Document, table or token", width=320),
            "subject": st.column_config.TextColumn("Its id", width=280),
        },
        key="access_table",
        alt=f"Access log: {counted(len(events), 'entry', 'entries')}",
    )


def _cells(event: AccessEvent) -> dict[str, object]:
    _, _, page = event.subject.partition("/pages/")
    about = event.file_name or event.subject
    return {
        "at": event.acted_at,
        "by": event.acted_by,
        "what": _WORDS[event.action],
        "about": f"{about}, page {page}" if page else about,
        "subject": event.subject if event.file_name else None,
    }
