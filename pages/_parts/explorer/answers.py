"""What the Explorer asks of the rows, once per state of the database."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import streamlit as st

from engine.services import services

Rows: TypeAlias = list[dict[str, Any]]


def asked(mart: str, **params: Any) -> Rows:
    """The rows of a mart; the same question is asked again only after a write."""
    store = services().store
    return _asked(str(store.database_path), store.shown_version(), mart, params)


@st.cache_data(max_entries=64, ttl="1h", show_spinner=False)
def _asked(database: str, version: int, mart: str, params: Mapping[str, Any]) -> Rows:
    del database, version  # what the answer depends on
    return services().store.analytics.query(mart, **params)
