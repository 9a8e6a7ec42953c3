"""The dashboard's charts as Plotly figures. Streamlit's theme colours them, light and dark.

Names are escaped: Plotly reads tags in text. Heights of bars are floats, as a chart needs; what a
person reads on hover is the exact amount.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from html import escape
from typing import Any, Final, TypeAlias

import plotly.graph_objects as go

from engine.presentation import counted, money, percent
from engine.presentation.series import monthly, months_of, spend_series

Rows: TypeAlias = Sequence[Mapping[str, Any]]

_HEIGHT: Final = 290
_VENDORS: Final = 5
_GREEN: Final = "#3f9f86"
_RED: Final = "#c96a5c"
_AMBER: Final = "#d0923a"


def _figure(**layout: Any) -> go.Figure:
    figure = go.Figure()
    figure.update_layout(
        height=_HEIGHT,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title": None},
        bargap=0.35,
        separators=".,",
        showlegend=True,
        **{"hovermode": "x unified", **layout},
    )
    figure.update_yaxes(tickformat=",.0f", title=None)
    figure.update_xaxes(title=None)
    return figure


def _bars(
    figure: go.Figure,
    name: str,
    places: Sequence[str],
    values: Sequence[Decimal],
    texts: Sequence[str],
    colour: str | None = None,
) -> None:
    figure.add_bar(
        name=name,
        x=list(places),
        y=[float(value) for value in values],
        customdata=list(texts),
        hovertemplate="%{customdata}",
        marker_color=colour,
    )


def _month_names(months: Sequence[dt.date]) -> list[str]:
    return [f"{month:%b %Y}" for month in months]


def spend_chart(rows: Rows, currency: str) -> go.Figure:
    """Bars of months, stacked by vendor; ``rows`` are of one currency."""
    months = _month_names(months_of(rows))
    figure = _figure(barmode="relative")
    figure.update_layout(legend={"y": -0.12, "yanchor": "top", "font": {"size": 11}})
    for name, amounts in spend_series(rows, _VENDORS):
        _bars(figure, escape(name), months, amounts, [money(v, currency) for v in amounts])
    return figure


def cash_chart(rows: Rows, currency: str) -> go.Figure:
    """Money in and out, month by month; ``rows`` are of one currency."""
    months = _month_names(months_of(rows))
    figure = _figure(barmode="group")
    for label, field, colour in (("In", "money_in", _GREEN), ("Out", "money_out", _RED)):
        amounts = monthly(rows, field)
        _bars(figure, label, months, amounts, [money(v, currency) for v in amounts], colour)
    return figure


def ageing_chart(rows: Rows, currency: str) -> go.Figure:
    """What is open by how long it is overdue; ``rows`` are of one currency."""
    figure = _figure(barmode="group")
    for label, direction, colour in (
        ("We pay", "payable", _AMBER),
        ("We are paid", "receivable", _GREEN),
    ):
        own = [row for row in rows if row["direction"] == direction]
        if own:
            texts = [
                f"{money(row['amount_open'], currency)}, {counted(row['invoices'], 'invoice')}"
                for row in own
            ]
            buckets = [str(row["bucket"]).capitalize() for row in own]
            _bars(figure, label, buckets, [row["amount_open"] for row in own], texts, colour)
    figure.update_xaxes(title="days after the due date")
    return figure


def match_rate_chart(rows: Rows, when: Callable[[dt.datetime], str]) -> go.Figure:
    """The match rate of each run, the oldest first; ``when`` names the time of a run."""
    figure = _figure()
    figure.update_layout(showlegend=False)
    figure.add_scatter(
        x=[when(row["run_at"]) for row in rows],
        y=[float(row["match_rate"]) for row in rows],
        mode="lines+markers",
        line={"width": 3},
        marker={"size": 9},
        customdata=[
            f"{percent(row['match_rate'], 1)} of {counted(row['total_invoices'], 'invoice')}"
            for row in rows
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    figure.update_yaxes(tickformat=".0%", range=[0, 1.05])
    figure.update_xaxes(type="category")
    return figure


def confidence_chart(rows: Rows) -> go.Figure:
    """How many records were read with which confidence, from the lowest that there is."""
    figure = _figure(barmode="group")
    figure.update_layout(bargap=0.15)
    lowest = min((row["from_confidence"] for row in rows if row["records"]), default=0)
    names = {"invoice": "Invoices", "transaction": "Bank lines", "match": "Matches"}
    for kind, label in names.items():
        own = [row for row in rows if row["kind"] == kind and row["from_confidence"] >= lowest]
        if any(row["records"] for row in own):
            figure.add_bar(
                name=label,
                x=[f"{percent(row['from_confidence'])} –" for row in own],
                y=[row["records"] for row in own],
                hovertemplate="%{y:,}",
            )
    figure.update_xaxes(type="category", title="confidence from")
    return figure


def reading_time_chart(rows: Rows) -> go.Figure:
    """Seconds a page took, file by file, parted by where the words came from."""
    figure = _figure(hovermode="closest")
    for label, is_scan in (("Text in the file", False), ("Scanned", True)):
        own = [row for row in rows if bool(row["pages_ocr"]) is is_scan]
        if own:
            figure.add_box(
                name=f"{label} ({counted(len(own), 'file')})",
                y=[float(row["seconds_per_page"]) for row in own],
                customdata=[escape(row["file_name"]) for row in own],
                hovertemplate="%{customdata}<br>%{y:.2f} s a page<extra></extra>",
                boxpoints="all",
                jitter=0.4,
                pointpos=0,
            )
    figure.update_yaxes(tickformat=".1f", title="seconds a page")
    figure.update_layout(showlegend=False)
    return figure
