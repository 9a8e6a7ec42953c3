"""What was uploaded, as lists, and the chosen document that screens hand to each other."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from engine.services import services

DocumentRow: TypeAlias = dict[str, Any]
"""A row of the mart ``documents``."""

USABLE = ("completed", "partial", "confirmed")
"""Statuses whose content can be reconciled."""


def documents() -> tuple[DocumentRow, ...]:
    """Every upload, the newest first."""
    store = services().store
    return _documents(str(store.database_path), store.shown_version())


@st.cache_data(max_entries=4, ttl="1h", show_spinner=False)
def _documents(database: str, version: int) -> tuple[DocumentRow, ...]:
    del database, version  # what the answer depends on
    return tuple(services().store.analytics.query("documents"))


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
