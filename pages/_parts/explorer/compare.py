"""Two runs beside each other: what was gained, lost and moved, with sums and the invoices."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
import streamlit as st

from engine.exports import ExportTable, share, text
from engine.exports import money as money_cell
from engine.presentation import UNKNOWN, counted, number, sums
from engine.services import services
from pages._parts.downloads import downloads
from pages._parts.explorer.answers import Rows, asked
from pages._parts.explorer.linked import linked_choice
from pages._parts.sql_behind import sql_behind
from pages._parts.tables import (
    as_percentage,
    badges_column,
    confidence_column,
    money_column,
    with_money,
)
from pages._parts.words import Word

_CHANGE: Mapping[str, Word] = {
    "gained": Word("Gained", ":material/add_circle:", "green"),
    "lost": Word("Lost", ":material/remove_circle:", "red"),
    "moved": Word("Moved", ":material/swap_horiz:", "orange"),
    "surer": Word("Now sure", ":material/trending_up:", "blue"),
    "less_sure": Word("Now unsure", ":material/trending_down:", "violet"),
}
_HELP = {
    "gained": "Invoices that have a match only in the later run.",
    "lost": "Invoices that had a match only in the earlier run.",
    "moved": "Invoices that other bank lines pay now.",
    "surer": "Were to look at, are matched now; the same bank lines.",
    "less_sure": "Were matched, are to look at now; the same bank lines.",
    "same": "Invoices with the same bank lines in the same list.",
}
_MOST = 500
_CONFIG = {
    "change": badges_column("Change", tuple(_CHANGE.values()), width=100),
    "party": st.column_config.TextColumn("Party", width=160),
    "invoice_number": st.column_config.TextColumn("Invoice", width=120),
    "total_amount": money_column("Amount", width=115),
    "line_before": st.column_config.TextColumn("Bank line before", width=220),
    "confidence_before": confidence_column("Before", width=85),
    "line_after": st.column_config.TextColumn("Bank line after", width=220),
    "confidence_after": confidence_column("After", width=85),
}
_COLUMNS = (
    text("change", "Change"),
    text("party", "Party"),
    text("invoice_number", "Invoice"),
    money_cell("total_amount", "Amount"),
    text("currency", "Currency"),
    text("line_before", "Bank line before"),
    share("confidence_before", "Confidence before"),
    text("line_after", "Bank line after"),
    share("confidence_after", "Confidence after"),
)


def compare_runs(run_id: str, titles: Mapping[str, str]) -> None:
    """Draw the section: another run, chosen here, against ``run_id``."""
    others = {other: title for other, title in titles.items() if other != run_id}
    if not others:
        st.info(
            "There is only one run. Run again with other settings to compare.",
            icon=":material/compare_arrows:",
        )
        st.page_link("reconcile.py", label="Reconcile", icon=":material/join_inner:")
        return
    before = linked_choice(
        "Compared with",
        others,
        key="against",
        help="The earlier state; the run chosen above is the later one.",
    )
    runs = {"before": before, "after": run_id}
    _cards(asked("run_change_sums", **runs))
    change = st.pills(
        "Change",
        list(_CHANGE),
        format_func=lambda name: _CHANGE[name].text,
        key="change",
        bind="query-params",
        label_visibility="collapsed",
    )
    rows = asked("run_changes", **runs, change=change, limit=_MOST)
    if not rows:
        st.success("Both runs say the same of these invoices.", icon=":material/check:")
        return
    _table(rows, {**runs, "change": change})


def _cards(rows: Rows) -> None:
    with st.grid(6, min_column_width=150):
        for name in (*_CHANGE, "same"):
            own = [row for row in rows if row["change"] == name]
            label = _CHANGE[name].text if name in _CHANGE else "The same"
            with st.container(border=True, height="stretch", gap=None):
                invoices = sum(row["invoices"] for row in own)
                st.metric(label, number(invoices), help=_HELP[name])
                st.caption(sums((row["amount"], row["currency"]) for row in own))


def _table(rows: Rows, filters: dict[str, object]) -> None:
    total = rows[0]["total_rows"]
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        more = f", the largest {_MOST} shown" if total > len(rows) else ""
        differ = "differs" if total == 1 else "differ"
        st.caption(f"{counted(total, 'invoice')} {differ}{more}", width="stretch")
        query = services().store.analytics.query
        downloads(
            "Changes between two runs",
            lambda: ExportTable("Changes", _COLUMNS, query("run_changes", **filters)),
            key="changes_download",
        )
        sums_of = {"before": filters["before"], "after": filters["after"]}
        behind = services().statement_behind
        sql_behind(
            {
                "Invoices that two runs tell of differently": partial(
                    behind, "run_changes", **filters
                ),
                "How many of each change": partial(behind, "run_change_sums", **sums_of),
            },
            key="changes_sql",
            is_explorer=True,
        )
    frame = pd.DataFrame(
        [
            {
                **{name: row[name] for name in (*_CONFIG, "currency")},
                "change": [_CHANGE[row["change"]].text],
                "confidence_before": as_percentage(row["confidence_before"]),
                "confidence_after": as_percentage(row["confidence_after"]),
            }
            for row in rows
        ]
    )
    st.dataframe(
        with_money(frame, {"total_amount": "currency"}),
        hide_index=True,
        column_config=_CONFIG,
        column_order=list(_CONFIG),
        height=min(33 * len(rows) + 36, 520),
        placeholder=UNKNOWN,
        key="run_changes_table",
        alt="Invoices that two runs tell of differently",
    )
