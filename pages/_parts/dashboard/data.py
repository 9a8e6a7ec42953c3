"""The board, asked once per choice of filters and state of the database."""

from typing import Any

import streamlit as st

from engine.services import Board, BoardFilters, Drill, services


def board(filters: BoardFilters) -> Board:
    """All figures for ``filters``."""
    store = services().store
    return _board(str(store.database_path), store.shown_version(), filters)


@st.cache_data(max_entries=24, ttl="1h", show_spinner=False)
def _board(database: str, version: int, filters: BoardFilters) -> Board:
    del database, version  # what the answer depends on
    return services().board(filters)


def rows_behind(drill: Drill, filters: BoardFilters) -> list[dict[str, Any]]:
    """The rows that a figure counts, as many as a screen shows."""
    store = services().store
    params = tuple(sorted(drill.params.items()))
    return _rows(str(store.database_path), store.shown_version(), drill.mart, params, filters)


@st.cache_data(max_entries=24, ttl="1h", show_spinner=False)
def _rows(
    database: str,
    version: int,
    mart: str,
    params: tuple[tuple[str, Any], ...],
    filters: BoardFilters,
) -> list[dict[str, Any]]:
    del database, version  # what the answer depends on
    return services().rows_behind(Drill("", mart, dict(params)), filters)
