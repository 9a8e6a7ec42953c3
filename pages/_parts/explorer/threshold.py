"""Where a run's threshold could be: scores, what each place would do, how often it was right."""

from functools import partial
from typing import Any

import streamlit as st

from engine.presentation import UNKNOWN, counted, number, percent, sums
from engine.presentation.proportions import proportion
from engine.services import services
from pages._parts.explorer import charts
from pages._parts.explorer.answers import Rows, asked
from pages._parts.sql_behind import sql_behind


def threshold_view(run_id: str) -> None:
    """Draw the section."""
    run = next(
        row for row in services().store.reconciliations.list() if row.reconciliation_id == run_id
    )
    used = round(100 * float(run.confidence_threshold))
    _live(run_id, used)


@st.fragment
def _live(run_id: str, used: int) -> None:
    slider = f"threshold_{run_id}"
    st.session_state.setdefault(slider, used)
    at = st.slider(
        "Threshold",
        0,
        100,
        format="%d%%",
        key=slider,
        help="Matches from here on would count without a person's word. Nothing is stored.",
    )
    rows = asked("threshold_counts", reconciliation_id=run_id, threshold=at / 100)
    before = asked("threshold_counts", reconciliation_id=run_id, threshold=used / 100)
    _cards(rows, before if at != used else None)
    scores = asked("match_scores", reconciliation_id=run_id)
    if not any(row["proposed"] + row["confirmed"] + row["rejected"] for row in scores):
        st.caption("This run found no match.")
        return
    chart = f"score_histogram_{run_id}"
    st.plotly_chart(
        charts.score_histogram(scores, at / 100),
        key=chart,
        config={"displayModeBar": False},
        alt="Matches by confidence, with the threshold",
        on_select=partial(_point_at, chart, slider),
        selection_mode="points",
    )
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.caption(
            f"The run used {used}%. Click in the chart or move the slider: the counts say what it "
            "would have done from there on.",
            width="stretch",
        )
        behind = services().statement_behind
        share = at / 100
        sql_behind(
            {
                "Matches by confidence": partial(behind, "match_scores", reconciliation_id=run_id),
                "Automatic, to look at, no match": partial(
                    behind, "threshold_counts", reconciliation_id=run_id, threshold=share
                ),
            },
            key="threshold_sql",
            is_explorer=True,
        )


def _point_at(chart: str, slider: str) -> None:
    """Take the threshold that was pointed at in the chart."""
    chosen = charts.chosen_threshold(st.session_state[chart])
    if chosen is not None:
        st.session_state[slider] = chosen


def _cards(rows: Rows, before: Rows | None) -> None:
    decided = proportion(
        sum(row["confirmed"] for row in _of(rows, "auto")),
        sum(row["confirmed"] + row["rejected"] for row in _of(rows, "auto")),
    )
    with st.grid(4, min_column_width=165):
        _card("Automatic", rows, before, "auto", "Sure enough, settled in full, without a rival.")
        _card("To look at", rows, before, "suggest", "Proposed, but a person has to say.")
        with st.container(border=True, height="stretch", gap=None):
            none = sum(row["invoices"] for row in _of(rows, "none"))
            st.metric("No match", number(none), help="Invoices that no match holds.")
            st.caption("invoices, at any threshold")
        with st.container(border=True, height="stretch", gap=None):
            st.metric(
                "Right, of those decided",
                UNKNOWN if decided.share is None else percent(decided.share, 1),
                help="Of automatic matches that a person decided about, the share confirmed; "
                "with the range that holds the true share 95 times in 100.",
            )
            st.caption(_precision(decided, _expected(rows)))


def _precision(decided: Any, expected: float | None) -> str:
    told = "  \n" + f"{percent(expected, 1)} expected by their confidence" if expected else ""
    if decided.share is None:
        return f"nobody decided about any yet{told}"
    return (
        f"{decided.right} of {decided.total}, between {percent(decided.low, 1)} and "
        f"{percent(decided.high, 1)}{told}"
    )


def _expected(rows: Rows) -> float | None:
    auto = [(row["expected"], row["matches"] + row["rejected"]) for row in _of(rows, "auto")]
    total = sum(count for _, count in auto)
    return sum(float(mean) * count for mean, count in auto) / total if total else None


def _card(label: str, rows: Rows, before: Rows | None, name: str, help: str) -> None:
    own = _of(rows, name)
    matches = sum(row["matches"] for row in own)
    delta = None
    if before is not None:
        # That nothing changes is no news.
        delta = matches - sum(row["matches"] for row in _of(before, name)) or None
    with st.container(border=True, height="stretch", gap=None):
        st.metric(label, number(matches), delta=delta, delta_color="off", help=help)
        invoices = sum(row["invoices"] for row in own)
        amounts = sums((row["amount"], row["currency"]) for row in own)
        st.caption(f"{counted(invoices, 'invoice')}  \n{amounts}")


def _of(rows: Rows, name: str) -> Rows:
    return [row for row in rows if row["class"] == name]
