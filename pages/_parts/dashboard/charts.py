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
from engine.presentation.proportions import proportion
from engine.presentation.series import OTHERS, UNNAMED, monthly, months_of, spend_series

Rows: TypeAlias = Sequence[Mapping[str, Any]]

_HEIGHT: Final = 290
_VENDORS: Final = 5
_GREEN: Final = "#3f9f86"
_RED: Final = "#c96a5c"
_AMBER: Final = "#d0923a"


def _figure(**layout: Any) -> go.Figure:
    """An empty figure; made at once, since every later change of a layout is dear."""
    return go.Figure(
        layout={
            "height": _HEIGHT,
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
            "bargap": 0.35,
            "separators": ".,",
            "showlegend": True,
            "yaxis": {"tickformat": ",.0f"},
            "hovermode": "x unified",
            **layout,
        }
    )


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
    figure.update_layout(legend={"y": -0.18, "yanchor": "top", "font": {"size": 11}})
    for name, amounts in spend_series(rows, _VENDORS):
        _bars(figure, escape(name), months, amounts, [money(v, currency) for v in amounts])
    return figure


def vendors_of(rows: Rows) -> list[str | None]:
    """Whose the bars of ``spend_chart`` are; None for those of several vendors or of nobody."""
    names = [series.name for series in spend_series(rows, _VENDORS)]
    return [None if name in (OTHERS, UNNAMED) else name for name in names]


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


def funnel_chart(rows: Rows) -> go.Figure:
    """How many files came how far."""
    figure = _figure(hovermode="closest")
    figure.add_bar(
        x=[row["files"] for row in rows],
        y=[str(row["step"]).capitalize() for row in rows],
        orientation="h",
        text=[counted(row["files"], "file") for row in rows],
        textposition=["auto" if row["files"] else "outside" for row in rows],
        customdata=[counted(row["invoices"], "invoice") for row in rows],
        hovertemplate="%{text}, %{customdata}<extra></extra>",
        marker_color=_GREEN,
    )
    figure.update_layout(showlegend=False)
    figure.update_yaxes(autorange="reversed", type="category")
    most = max((row["files"] for row in rows), default=0)
    figure.update_xaxes(tickformat=",d", title="files", dtick=1 if most <= 5 else None)
    return figure


def correctness_chart(rows: Rows) -> go.Figure:
    """The share that was right by confidence; the line is where both are equal."""
    figure = _figure(hovermode="closest")
    figure.add_scatter(
        x=[0, 1],
        y=[0, 1],
        mode="lines",
        line={"dash": "dot", "color": "#8f9892"},
        hoverinfo="skip",
        showlegend=False,
    )
    names = {"invoice": "Invoices", "transaction": "Bank lines", "match": "Matches"}
    for kind, label in names.items():
        own = [row for row in rows if row["kind"] == kind]
        if own:
            found = [proportion(row["records_right"], row["records"]) for row in own]
            figure.add_scatter(
                name=label,
                x=[float(row["expected"]) for row in own],
                y=[share.share for share in found],
                mode="markers+lines",
                marker={"size": 10},
                error_y={
                    "type": "data",
                    "symmetric": False,
                    "array": [share.high - (share.share or 0) for share in found],
                    "arrayminus": [(share.share or 0) - share.low for share in found],
                    "thickness": 1,
                },
                customdata=[
                    f"{share.right:,} of {share.total:,} right, {percent(row['expected'])} expected"
                    for share, row in zip(found, own, strict=True)
                ],
                hovertemplate="%{customdata}<extra></extra>",
            )
    figure.update_xaxes(tickformat=".0%", range=[0, 1.03], title="confidence")
    figure.update_yaxes(tickformat=".0%", range=[0, 1.05], title="right")
    return figure


def speed_chart(rows: Rows) -> go.Figure:
    """Median seconds a page took, by month and way of reading."""
    figure = _figure(barmode="group")
    months = months_of(rows)
    for way, label in (("text", "Text in the file"), ("scan", "Scanned")):
        own = {row["month"]: row for row in rows if row["way"] == way}
        if own:
            figure.add_bar(
                name=label,
                x=_month_names(months),
                y=[_seconds(own.get(month)) for month in months],
                customdata=[_pages(own.get(month)) for month in months],
                hovertemplate="%{y:.2f} s a page, %{customdata}",
            )
    figure.update_yaxes(tickformat=".1f", title="seconds a page")
    return figure


def _seconds(row: Mapping[str, Any] | None) -> float | None:
    return None if row is None else float(row["median_seconds_per_page"])


def _pages(row: Mapping[str, Any] | None) -> str:
    return "" if row is None else f"{counted(row['pages'], 'page')}"
