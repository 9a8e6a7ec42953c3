"""How files flow and how far what was read can be trusted; every part opens its rows."""

from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from engine.presentation import moment
from engine.services import Board, Drill
from pages._parts.dashboard import charts
from pages._parts.dashboard.drawer import drill_button, show_once
from pages._parts.dashboard.money import chart
from pages._parts.uploads import zone

_STEPS: Final = {
    "uploaded": "all",
    "read": "read",
    "confirmed": "confirmed",
    "matched": "matched",
}


def flow_section(board: Board) -> None:
    """Draw the funnel and the causes of doubt."""
    st.subheader("Flow", anchor=False)
    left, right = st.columns(2)
    with left:
        picked = chart(
            "From upload to match",
            "Files of invoices uploaded, read, confirmed and matched",
            board.funnel if board.funnel[0]["files"] else [],
            lambda: charts.funnel_chart(board.funnel),
            "Files of invoices. Read: values are there. Confirmed: a person said so. Matched: "
            "confirmed, and matches in force settle every invoice in full.",
        )
        step = str(picked[0].get("y") or "").lower() if picked else ""
        drill = None
        if step in _STEPS:
            params = {"kind": "invoice", "state": _STEPS[step]}
            drill = Drill(f"Files of invoices: {step}", "dashboard_files", params)
        show_once("funnel", step, drill, board.filters)
    with right:
        _causes(board)


def _causes(board: Board) -> None:
    with st.container(border=True, height="stretch"):
        st.markdown(
            "**Top causes of doubt**",
            help="Why files need a person now: the first thing to look at in each. Choose a cause "
            "to see its files.",
        )
        if not board.causes:
            st.caption("No file needs a person.")
            return
        event = st.dataframe(
            pd.DataFrame(
                [
                    {
                        "cause": _sentence(row["cause"]),
                        "files": row["files"],
                        "share": 100 * row["files"] / float(row["all_files"]),
                    }
                    for row in board.causes
                ]
            ),
            hide_index=True,
            column_config={
                "cause": st.column_config.TextColumn("Cause", width=165),
                "files": st.column_config.NumberColumn("Files", format="localized", width=60),
                "share": st.column_config.ProgressColumn(
                    "Share", format="%.0f%%", min_value=0, max_value=100, width=95
                ),
            },
            on_select="rerun",
            selection_mode="single-row",
            key="causes",
            alt="Causes of doubt with their files",
        )
        chosen = next(iter(event.selection.rows), None)
        drill = cause = None
        if chosen is not None and chosen < len(board.causes):
            cause = board.causes[chosen]["cause"]
            drill = Drill(f"Files: {cause}", "dashboard_files", {"cause": cause})
        show_once("cause", cause, drill, board.filters)


def _sentence(cause: str) -> str:
    return cause[:1].upper() + cause[1:]


def trust_section(board: Board) -> None:
    """Draw confidence against correctness, match rates and reading times."""
    st.subheader("Trust", anchor=False)
    left, middle, right = st.columns(3)
    with left:
        chart(
            "Confidence against correctness",
            "Share of records that were right, by their confidence",
            board.correctness,
            lambda: charts.correctness_chart(board.correctness),
            "Of records of files that a person confirmed, those that nobody had to change; of "
            "matches that a person decided about, those confirmed. On the line, confidence is "
            "what it says.",
            partial(
                drill_button,
                Drill("Corrections", "corrections"),
                board.filters,
                key="rows_correctness",
                label="Corrections",
            ),
        )
    with middle:
        runs: list[dict[str, Any]] = board.match_rates
        chart(
            "Match rate of each run",
            "Match rate of each reconciliation run",
            runs,
            lambda: charts.match_rate_chart(runs, lambda at: moment(at, zone())),
            "Invoices that matched in full, of all invoices of the run.",
            _to_explorer,
        )
    with right:
        chart(
            "Reading time",
            "Median seconds a page took, by month",
            board.speed,
            lambda: charts.speed_chart(board.speed),
            "Median seconds per page of the files of a month; scans are recognised, other pages "
            "have their text in the file.",
            partial(
                drill_button,
                Drill("Files that were read", "dashboard_files", {"state": "read"}),
                board.filters,
                key="rows_speed",
                label="Files",
            ),
        )


def _to_explorer() -> None:
    st.page_link("explorer.py", label="Explorer", icon=":material/travel_explore:")
