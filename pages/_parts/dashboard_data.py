"""What the dashboard shows, asked once per filter and state of the database."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import streamlit as st

from engine.services import services

Rows: TypeAlias = list[dict[str, Any]]

PERIODS: Mapping[str, int | None] = {
    "All time": None,
    "Last 30 days": 30,
    "Last 90 days": 90,
    "Last 12 months": 365,
}
"""Days back from today."""


@dataclass(frozen=True, slots=True)
class Filters:
    """None means all."""

    today: dt.date
    from_date: dt.date | None = None
    currency: str | None = None
    vendor: str | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Answers of the marts of these names."""

    kpis: dict[str, Any]
    open_amounts: Rows
    longest_open: Rows
    match_rates: Rows
    spend: Rows
    cash: Rows
    ageing: Rows
    confidence: Rows
    times: Rows


def filter_values() -> dict[str, list[str]]:
    """By field (vendor, currency, account), its values, the most frequent first."""
    store = services().store
    return _filter_values(str(store.database_path), store.version())


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


def board(filters: Filters) -> Board:
    """The answers for ``filters``."""
    store = services().store
    return _board(str(store.database_path), store.version(), filters)


@st.cache_data(max_entries=24, ttl="1h", show_spinner=False)
def _board(database: str, version: int, filters: Filters) -> Board:
    del database, version  # what the answer depends on
    ask = services().store.analytics.query
    since = {"from_date": filters.from_date}
    money = {"currency": filters.currency}
    vendor = {"vendor": filters.vendor}
    return Board(
        kpis=ask("kpis", today=filters.today, **since, **money, **vendor)[0],
        open_amounts=ask(
            "open_amount_by_currency", today=filters.today, **since, **money, **vendor
        ),
        longest_open=ask(
            "open_invoices", today=filters.today, limit=20, **since, **money, **vendor
        ),
        match_rates=ask("match_rate_by_run", **since),
        spend=ask("spend_by_vendor_month", **since, **money, **vendor),
        cash=ask("cash_by_month", **since, **money),
        ageing=ask("ageing", today=filters.today, **money, **vendor),
        confidence=ask("confidence_histogram", **since),
        times=ask("processing_time", **since),
    )
