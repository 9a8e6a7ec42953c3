"""The dashboard's figures: each with what it counts, and on hover how it is defined."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from engine.presentation import (
    UNKNOWN,
    counted,
    day,
    duration,
    money,
    number,
    percent,
    plain,
)


def kpi_cards(
    kpis: Mapping[str, Any],
    open_amounts: Sequence[Mapping[str, Any]],
    longest_open: Sequence[Mapping[str, Any]],
) -> None:
    """Six cards. Money stands per currency and direction, never added across."""
    with st.grid(3, min_column_width=250):
        _card(
            "Match rate",
            percent(kpis["match_rate"]),
            f"{number(kpis['invoices_matched'])} of {counted(kpis['invoices'], 'invoice')} "
            f"paid in full by a match",
            "Invoices that a match of the latest runs settles in full, of all invoices.",
        )
        _card(
            "Straight through",
            percent(kpis["straight_through_share"]),
            f"{number(kpis['uploads_straight_through'])} of "
            f"{counted(kpis['uploads_tried'], 'file')} read whole, nothing changed by hand  \n"
            f"{percent(kpis['mean_confidence'])} mean confidence",
            "Files that were read without a failed page and that nobody had to correct.",
        )
        _card(
            "Files in doubt",
            number(kpis["uploads_waiting"]),
            f"{counted(kpis['uploads_confirmed'], 'file')} confirmed, "
            f"{counted(kpis['edits'] or 0, 'value')} changed by hand",
            "Files with doubtful or missing values, failed pages, or that could not be read.",
        )
        _open_card(open_amounts)
        _oldest_card(longest_open)
        _card(
            "Time to read a file",
            duration(kpis["median_seconds_to_read"]),
            "from upload until the values are there",
            "The median of all files; those that were uploaded together wait for each other.",
        )


def _card(label: str, value: str, below: str, help: str) -> None:
    with st.container(border=True, height="stretch", gap=None):
        st.metric(label, value, help=help)
        st.caption(below)


def _open_card(rows: Sequence[Mapping[str, Any]]) -> None:
    with st.container(border=True, height="stretch", gap=None):
        invoices = sum(row["invoices"] + row["invoices_of_unknown_amount"] for row in rows)
        st.metric(
            "Open invoices",
            number(invoices),
            help="Invoices, or parts of them, that no match settles. Currencies are never added.",
        )
        lines = [_open_line(row) for row in rows if row["amount_open"] is not None]
        st.caption("  \n".join(lines[:5]) or "Nothing is open.")


def _open_line(row: Mapping[str, Any]) -> str:
    currency, overdue = row["currency"], row["amount_overdue"]
    way = "to pay" if row["direction"] == "payable" else "to come in"
    text = f"{money(row['amount_open'], currency)} {way}"
    if not overdue:
        return text
    return f"{text}, " + (
        "all overdue" if overdue == row["amount_open"] else f"{money(overdue, currency)} overdue"
    )


def _oldest_card(rows: Sequence[Mapping[str, Any]]) -> None:
    help = "The open invoice with the earliest due date."
    oldest = next((row for row in rows if (row["amount_open"] or 0) > 0), None)
    if oldest is None or oldest["days_overdue"] is None:
        _card("Oldest open invoice", UNKNOWN, "Nothing is open.", help)
        return
    days = oldest["days_overdue"]
    value = f"{counted(days, 'day')} overdue" if days > 0 else f"due in {counted(-days, 'day')}"
    is_ours = oldest["direction"] == "receivable"
    party = oldest["customer_name" if is_ours else "vendor_name"]
    parts = [
        oldest["invoice_number"],
        f"{'from' if is_ours else 'to'} {party}" if party else None,
        money(oldest["amount_open"], oldest["currency"]),
        f"due {day(oldest['due_date'] or oldest['invoice_date'])}",
    ]
    _card("Oldest open invoice", value, " · ".join(plain(part) for part in parts if part), help)
