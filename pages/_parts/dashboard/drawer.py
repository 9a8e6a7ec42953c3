"""The rows behind a figure, in a drawer on the right: to look at, to open, to take along."""

from typing import Any

import pandas as pd
import streamlit as st

from engine.access import Permission
from engine.exports import Column
from engine.presentation import UNKNOWN, counted, plain
from engine.services import DRILL_COLUMNS, BoardFilters, Drill, services
from pages._parts.dashboard.data import rows_behind
from pages._parts.downloads import downloads
from pages._parts.session import may
from pages._parts.sql_behind import statement_shown
from pages._parts.tables import as_percentage, confidence_column, money_column, with_money
from pages._parts.uploads import open_review, zone
from pages._parts.words import STATUS

_WIDE = {"text": 150, "money": 115, "day": 100, "instant": 130, "number": 90, "share": 95}


def show_rows(drill: Drill, filters: BoardFilters) -> None:
    """Open the drawer."""
    st.dialog(drill.title, position="right", width="large")(_drawer)(drill, filters)


def drill_button(drill: Drill, filters: BoardFilters, *, key: str, label: str = "Rows") -> None:
    """Draw the button that opens the drawer."""
    if st.button(
        label,
        key=key,
        type="tertiary",
        icon=":material/table_rows:",
        help=f"{plain(drill.title)}: the rows behind this figure",
    ):
        show_rows(drill, filters)


def show_once(name: str, selected: Any, drill: Drill | None, filters: BoardFilters) -> None:
    """Open the drawer for a selection that is new; a drawer that was closed stays closed."""
    seen = f"dashboard_seen_{name}"
    if selected and drill is not None and st.session_state.get(seen) != selected:
        st.session_state[seen] = selected
        show_rows(drill, filters)
    elif not selected:
        st.session_state.pop(seen, None)


def _drawer(drill: Drill, filters: BoardFilters) -> None:
    st.caption(plain(" · ".join(filters.words())))
    rows = rows_behind(drill, filters)
    if not rows:
        st.info("There are no such rows.", icon=":material/done_all:")
        return
    columns = DRILL_COLUMNS[drill.mart]
    total = rows[0]["total_rows"]
    zone_now = zone()
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        more = f", the first {len(rows):,} shown" if total > len(rows) else ""
        st.caption(f"{counted(total, 'row')}{more}. Choose one to open it.")
        table_behind = services().table_behind
        downloads(
            drill.title,
            lambda: table_behind(drill, filters, zone_now),
            key=f"drawer_download_{drill.mart}",
        )
    event = st.dataframe(
        _frame(rows, columns),
        hide_index=True,
        column_config={column.name: _config(column) for column in columns},
        column_order=[column.name for column in columns],
        height=min(33 * len(rows) + 36, 560),
        placeholder=UNKNOWN,
        on_select="rerun",
        selection_mode="single-row",
        key=f"drawer_{drill.mart}_{sorted(drill.params.items())}",
        alt=drill.title,
    )
    chosen = next(iter(event.selection.rows), None)
    if chosen is not None and chosen < len(rows):
        _open(rows[chosen])
    if may(Permission.QUERY):
        with st.expander("The SQL behind these rows", icon=":material/code:"):
            text = services().statement_of_rows(drill, filters)
            statement_shown(text, key=f"drawer_sql_{drill.mart}")


def _frame(rows: list[dict[str, Any]], columns: Any) -> Any:
    amounts = {column.name: "currency" for column in columns if column.kind == "money"}
    names = [column.name for column in columns]
    shares = [column.name for column in columns if column.kind == "share"]
    shown = [
        {name: row.get(name) for name in (*names, "currency")}
        | {name: as_percentage(row[name]) for name in shares}
        | ({"status": STATUS[row["status"]].text} if "status" in names else {})
        | ({"match_state": row["match_state"].capitalize()} if "match_state" in names else {})
        for row in rows
    ]
    frame = pd.DataFrame(shown)
    for column in columns:
        if column.kind == "instant":
            at = pd.to_datetime(frame[column.name], utc=True)
            frame[column.name] = at.dt.tz_convert(zone())
    return with_money(frame, amounts)


def _config(column: Column) -> Any:
    width = _WIDE.get(column.kind)
    if column.kind == "money":
        return money_column(column.title, width=width)
    if column.kind == "share":
        return confidence_column(column.title, width=95)
    if column.kind == "day":
        return st.column_config.DateColumn(column.title, format="D MMM YYYY", width=width)
    if column.kind == "instant":
        return st.column_config.DatetimeColumn(
            column.title, format="D MMM YYYY, HH:mm", width=width
        )
    if column.kind == "number":
        return st.column_config.NumberColumn(column.title, format="localized", width=width)
    return st.column_config.TextColumn(column.title, width=width)


def _open(row: dict[str, Any]) -> None:
    if "invoice_index" in row:
        st.session_state[f"review_invoice_{row['upload_id']}"] = row["invoice_index"]
    if "transaction_id" in row:
        st.session_state["review_active"] = row["transaction_id"]
    open_review(row["upload_id"], [row["upload_id"]])
