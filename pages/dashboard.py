"""Dashboard: how much reconciles itself, what is open, and where the money goes."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import streamlit as st

from engine.presentation import moment
from pages._parts import charts
from pages._parts.dashboard_data import PERIODS, Filters, board, filter_values
from pages._parts.empty_state import empty_state
from pages._parts.kpi_cards import kpi_cards
from pages._parts.uploads import documents, zone

ALL = "All"

if not any(row["records_found"] for row in documents()):
    st.title("Dashboard")
    empty_state(
        "No figures yet",
        "They come from the documents that were read and from the runs that match them.",
    )

values = filter_values()
now = dt.datetime.now(zone())
title, period_slot, currency_slot, vendor_slot = st.columns(
    [2, 1, 0.8, 1.4], vertical_alignment="bottom"
)
title.title("Dashboard")
period = period_slot.selectbox("Period", list(PERIODS), key="period", bind="query-params")
currency = currency_slot.selectbox(
    "Currency", [ALL, *values.get("currency", [])], key="currency", bind="query-params"
)
vendor = vendor_slot.selectbox(
    "Vendor", [ALL, *values.get("vendor", [])], key="vendor", bind="query-params"
)
days = PERIODS[period]
data = board(
    Filters(
        today=now.date(),
        from_date=now.date() - dt.timedelta(days=days) if days else None,
        currency=None if currency == ALL else currency,
        vendor=None if vendor == ALL else vendor,
    )
)

kpi_cards(data.kpis, data.open_amounts, data.longest_open)


def chart(title: str, alt: str, rows: Any, draw: Callable[[], Any], note: str = "") -> None:
    """A card with one chart, or with the reason why there is none."""
    with st.container(border=True, height="stretch"):
        st.markdown(f"**{title}**", help=note or None)
        if not rows:
            st.caption("Nothing to show for these filters.")
            return
        st.plotly_chart(
            draw(),
            key=f"chart_{title}",
            config={"displayModeBar": False},
            alt=alt,
        )


known = [code for code in values.get("currency", []) if code]
if currency != ALL:
    shown = currency
else:
    shown = next(
        (code for code in known if any(row["currency"] == code for row in data.spend)),
        next(iter(known), "EUR"),
    )
with st.container(horizontal=True, vertical_alignment="center"):
    st.subheader("Money", anchor=False, width="content")
    if currency == ALL and len(known) > 1:
        shown = st.segmented_control(
            "Currency of the charts",
            known[:6],
            default=shown,
            required=True,
            key="chart_currency",
            label_visibility="collapsed",
        )
left, right = st.columns(2)
with left:
    spend = [row for row in data.spend if row["currency"] == shown]
    chart(
        f"Spend by vendor and month, {shown}",
        f"Invoices to pay by month and vendor in {shown}",
        spend,
        lambda: charts.spend_chart(spend, shown),
        "Gross totals of invoices that we pay, by invoice date; credit notes count down.",
    )
with right:
    cash = [row for row in data.cash if row["currency"] == shown]
    chart(
        f"Cash in and out, {shown}",
        f"Bank lines by month in {shown}",
        cash,
        lambda: charts.cash_chart(cash, shown),
        "All lines of the statements that were read, by booking date.",
    )
left, right = st.columns(2)
with left:
    ageing = [row for row in data.ageing if row["currency"] == shown]
    chart(
        f"Open by age, {shown}",
        f"Open amounts by days after the due date in {shown}",
        ageing,
        lambda: charts.ageing_chart(ageing, shown),
        "What no match settles, by how long it is overdue today.",
    )
with right:
    chart(
        "Match rate of each run",
        "Match rate of each reconciliation run",
        data.match_rates,
        lambda: charts.match_rate_chart(data.match_rates, lambda at: moment(at, zone())),
        "Invoices that matched in full, of all invoices of the run.",
    )
st.subheader("Reading", anchor=False)
left, right = st.columns(2)
with left:
    chart(
        "Confidence",
        "Number of records by confidence",
        any(row["records"] for row in data.confidence),
        lambda: charts.confidence_chart(data.confidence),
        "How likely it is that a record is right, by what was read.",
    )
with right:
    chart(
        "Reading time",
        "Seconds a page took, file by file",
        data.times,
        lambda: charts.reading_time_chart(data.times),
        "Each dot is a file.",
    )
st.caption(f"As of {moment(now, zone())}.")
