"""The Explorer's charts as Plotly figures; Streamlit's theme colours them, light and dark."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, Final

import plotly.graph_objects as go

from engine.presentation import percent
from engine.presentation.waterfall import Step

_GREEN: Final = "#3f9f86"
_RED: Final = "#c96a5c"
_GREY: Final = "#8f9892"
_AMBER: Final = "#d0923a"
_BELOW: Final = 0.4
"""How strong bars below the threshold are."""
_TICKS: Final = (-6.9, -4.6, -2.2, 0.0, 2.2, 4.6, 6.9)
"""Log-odds of 0.1, 1, 10, 50, 90, 99 and 99.9 per cent."""
_TICK_TEXTS: Final = ("0.1%", "1%", "10%", "50%", "90%", "99%", "99.9%")


def waterfall(steps: Sequence[Step], names: Mapping[str, str]) -> go.Figure:
    """The reasons as bars from even odds to the confidence; on hover what each one says."""
    labels = [*(_label(n, step, names) for n, step in enumerate(steps)), "Together"]
    total = steps[-1].end if steps else 0.0
    figure = go.Figure(
        go.Waterfall(
            x=labels,
            y=[*(step.weight for step in steps), total],
            measure=[*("relative" for _ in steps), "total"],
            text=[*(weight_of(step) for step in steps), percent(_share(steps), 1)],
            textposition="outside",
            customdata=[*(escape(step.evidence) for step in steps), ""],
            hovertemplate="%{customdata}<extra></extra>",
            increasing={"marker": {"color": _GREEN}},
            decreasing={"marker": {"color": _RED}},
            totals={"marker": {"color": _GREY}},
            connector={"line": {"width": 1, "dash": "dot", "color": _GREY}},
        )
    )
    ends = [0.0, total, *(step.start for step in steps), *(step.end for step in steps)]
    figure.update_layout(height=330, margin={"l": 8, "r": 8, "t": 16, "b": 8}, showlegend=False)
    figure.update_yaxes(
        title="likely",
        tickvals=list(_TICKS),
        ticktext=list(_TICK_TEXTS),
        range=[min(ends) - 1.2, max(ends) + 1.2],
        zeroline=True,
    )
    return figure


def _label(place: int, step: Step, names: Mapping[str, str]) -> str:
    return f"{place + 1}. {names.get(step.name, step.name.capitalize())}"


def weight_of(step: Step) -> str:
    """What a reason adds, with its sign."""
    return f"{'+' if step.weight >= 0 else '−'}{abs(step.weight):.1f}"


def _share(steps: Sequence[Step]) -> float:
    return steps[-1].probability if steps else 0.5


def score_histogram(rows: Sequence[Mapping[str, Any]], threshold: float) -> go.Figure:
    """How many matches have which confidence, by what people said; a line at the threshold.

    Above every hundredth stands a bar that nobody sees: a click anywhere selects the place.
    """
    figure = go.Figure()
    middles = [(row["from_confidence"] + row["to_confidence"]) / 2 for row in rows]
    strengths = [1.0 if row["to_confidence"] > threshold else _BELOW for row in rows]
    for field, name, colour in (
        ("proposed", "Not decided", _GREY),
        ("confirmed", "Confirmed", _GREEN),
        ("rejected", "Rejected", _RED),
    ):
        figure.add_bar(
            name=name,
            x=middles,
            y=[row[field] for row in rows],
            width=0.018,
            marker={"color": colour, "opacity": strengths},
            unselected={"marker": {"opacity": 1}},
            hovertemplate=f"%{{y:,}} {name.lower()}<extra></extra>",
        )
    figure.add_bar(
        x=[place / 100 for place in range(101)],
        y=[1] * 101,
        width=0.01,
        yaxis="y2",
        marker={"color": "rgba(0, 0, 0, 0)", "line": {"width": 0}},
        hoverinfo="none",
        showlegend=False,
    )
    figure.add_vline(x=threshold, line={"width": 3, "color": _AMBER})
    figure.add_annotation(
        x=threshold,
        y=1,
        yref="paper",
        yanchor="bottom",
        text=f"from {percent(threshold)}",
        showarrow=False,
    )
    figure.update_layout(
        barmode="stack",
        height=300,
        margin={"l": 8, "r": 8, "t": 30, "b": 8},
        hovermode="x unified",
        legend={"orientation": "h", "y": -0.18, "traceorder": "normal"},
        dragmode=False,
        yaxis2={"overlaying": "y", "range": [0, 1], "visible": False, "fixedrange": True},
    )
    figure.update_xaxes(tickformat=".0%", range=[0, 1.005], title="confidence")
    figure.update_yaxes(title="matches", selector={"side": None})
    return figure


def chosen_threshold(event: Mapping[str, Any]) -> int | None:
    """The per cent that was clicked in ``score_histogram``; None where nothing was."""
    points = event.get("selection", {}).get("points", ())
    places = [float(point["x"]) for point in points if "x" in point]
    return min(100, max(0, round(100 * min(places)))) if places else None


def answer_chart(
    kind: str, places: Sequence[Any], values: Mapping[str, Sequence[float | None]]
) -> go.Figure:
    """The answer of a query as bars, lines or points; text of rows is no markup."""
    figure = go.Figure()
    shown = [escape(place) if isinstance(place, str) else place for place in places]
    for name, amounts in values.items():
        label = escape(name)
        if kind == "Bars":
            figure.add_bar(name=label, x=shown, y=list(amounts))
        else:
            mode = "lines+markers" if kind == "Lines" else "markers"
            figure.add_scatter(name=label, x=shown, y=list(amounts), mode=mode)
    figure.update_layout(height=360, margin={"l": 8, "r": 8, "t": 16, "b": 8})
    return figure
