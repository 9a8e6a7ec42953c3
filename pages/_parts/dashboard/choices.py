"""The dashboard's filters: what can be chosen, and what a link restores."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from engine.services import BoardFilters, services

ALL: Final = "All"
CUSTOM: Final = "From … to …"
PERIODS: Final[Mapping[str, int | None]] = {
    "All time": None,
    "Last 30 days": 30,
    "Last 90 days": 90,
    "Last 12 months": 365,
    "This year": None,
    CUSTOM: None,
}
"""Days that a period has, today included."""


def filter_values() -> dict[str, list[str]]:
    """By field (vendor, currency, account), its values, the most frequent first."""
    store = services().store
    return _filter_values(str(store.database_path), store.shown_version())


@st.cache_data(max_entries=4, ttl="1h", show_spinner=False)
def _filter_values(database: str, version: int) -> dict[str, list[str]]:
    del database, version  # what the answer depends on
    found: dict[str, dict[str, int]] = {}
    for row in services().store.analytics.query("filter_values"):
        counts = found.setdefault(row["field"], {})
        counts[row["value"]] = counts.get(row["value"], 0) + row["records"]
    return {
        field: sorted(counts, key=lambda value: (-counts[value], value))
        for field, counts in found.items()
    }


def choose_filters(today: dt.date) -> BoardFilters:
    """Draw the row of filters."""
    values = filter_values()
    with st.grid(4, min_column_width=150):
        period = st.selectbox("Period", list(PERIODS), key="period", bind="query-params")
        currency = _choice("Currency", values.get("currency", []), "currency")
        vendor = _choice("Vendor", values.get("vendor", []), "vendor")
        account = _choice("Account", values.get("account", []), "account")
    start, end = _days(period, today)
    return BoardFilters(
        today=today,
        from_date=start,
        to_date=end,
        vendor=vendor,
        account=account,
        currency=currency,
    )


def _choice(label: str, values: Sequence[str], key: str) -> str | None:
    chosen = st.selectbox(label, [ALL, *values], key=key, bind="query-params")
    return None if chosen == ALL else str(chosen)


def _days(period: str, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
    if period == "This year":
        return today.replace(month=1, day=1), today
    if period == CUSTOM:
        first, last, _ = st.columns([1, 1, 2])
        start = first.date_input("From", value=None, key="from", bind="query-params")
        end = last.date_input("To", value=None, key="to", bind="query-params")
        if start and end and end < start:
            start, end = end, start
        return start, end
    days = PERIODS[period]
    return (today - dt.timedelta(days=days - 1), today) if days else (None, None)
