"""The uploads of both kinds as one list, and the chosen one that screens hand to each other."""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from engine.services import services
from engine.store import BankUploads, InvoiceUploads, ListQuery, UploadLine

PER_PAGE = 1_000


def all_uploads() -> tuple[UploadLine, ...]:
    """Every upload, the newest first."""
    store = services().store
    return _lines(str(store.database_path), store.version())


@st.cache_data(max_entries=4, ttl="1h", show_spinner=False)
def _lines(database: str, version: int) -> tuple[UploadLine, ...]:
    del database, version  # what the answer depends on
    store = services().store
    lines = [*_every_line(store.invoices), *_every_line(store.bank)]
    return tuple(sorted(lines, key=lambda line: line.upload_timestamp, reverse=True))


def _every_line(table: InvoiceUploads | BankUploads) -> list[UploadLine]:
    first = table.list(ListQuery(per_page=PER_PAGE))
    lines = list(first.rows)
    for page in range(2, -(-first.total // PER_PAGE) + 1):
        lines.extend(table.list(ListQuery(page=page, per_page=PER_PAGE)).rows)
    return lines


def find_line(upload_id: str | None) -> UploadLine | None:
    """The line of one upload."""
    return next((line for line in all_uploads() if line.upload_id == upload_id), None)


def open_review(upload_id: str, queue: Sequence[str]) -> None:
    """Go to the review of an upload; "next" there walks through ``queue``."""
    st.session_state["review_queue"] = list(queue)
    st.switch_page("review.py", query_params={"upload": upload_id})


def zone() -> dt.tzinfo:
    """The reader's time zone; UTC when the browser did not say."""
    name = st.context.timezone
    try:
        return ZoneInfo(name) if name else dt.UTC
    except (ZoneInfoNotFoundError, ValueError):
        return dt.UTC
