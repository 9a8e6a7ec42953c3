"""The matches of a run, rejected ones too: a table, and the chosen one in full beside it."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from engine.exports import ExportTable, share, text
from engine.exports import day as day_column
from engine.exports import money as money_cell
from engine.presentation import UNKNOWN, counted, plain, sure
from engine.presentation.match_words import MATCH_KIND
from engine.records import Match
from engine.services import services
from pages._parts.downloads import downloads
from pages._parts.explorer.answers import Rows, asked
from pages._parts.explorer.detail import evidence, pieces, records_of, side_by_side
from pages._parts.sql_behind import sql_behind
from pages._parts.tables import (
    as_percentage,
    badges_column,
    confidence_column,
    money_column,
    with_money,
)
from pages._parts.words import DECISION, badge_of

PER_PAGE = 100
_CONFIG = {
    "confidence": confidence_column(width=92),
    "decision": badges_column("Decision", tuple(DECISION.values()), width=88),
    "parties": st.column_config.TextColumn("Party", width=118),
    "invoice_numbers": st.column_config.TextColumn("Invoice", width=92),
    "amount_matched": money_column("Matched", width=108),
    "paid_on": st.column_config.DateColumn("Paid", format="D MMM YYYY", width=95),
    "bank_words": st.column_config.TextColumn("Bank's words", width=230),
}
_COLUMNS = (
    share("confidence", "Confidence"),
    text("decision", "Decision"),
    text("parties", "Party"),
    text("invoice_numbers", "Invoices"),
    money_cell("amount_matched", "Matched"),
    money_cell("difference", "Difference"),
    text("currency", "Currency"),
    day_column("paid_on", "Paid"),
    text("bank_words", "Bank's words"),
)


def run_matches(run_id: str) -> None:
    """Draw the section."""
    search, decision = st.columns([2, 1.5], vertical_alignment="center")
    words = search.text_input(
        "Search",
        type="search",
        placeholder="Party, invoice number or the bank's words",
        key="match",
        bind="query-params",
        label_visibility="collapsed",
    )
    chosen = decision.segmented_control(
        "Decision",
        list(DECISION),
        format_func=lambda name: DECISION[name].text,
        key="decision",
        bind="query-params",
        label_visibility="collapsed",
    )
    filters = {"reconciliation_id": run_id, "decision": chosen, "search": words or None}
    page = max(1, int(st.session_state.get("matches_page", 1)))
    rows = asked("match_overview", **filters, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    if not rows and page > 1:
        rows = asked("match_overview", **filters, limit=PER_PAGE, offset=0)
    if not rows:
        st.info("No match of this run fits.", icon=":material/filter_alt_off:")
        return
    with st.container(key="stacked_explorer"):
        table, detail = st.columns([1, 1.05], gap="medium")
    with table:
        picked = _table(run_id, rows, filters)
    with detail:
        _detail(run_id, rows[picked]["match_id"])


def _table(run_id: str, rows: Rows, filters: dict[str, Any]) -> int:
    total = rows[0]["total_rows"]
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.caption(f"{counted(total, 'match', 'matches')}, the least sure first", width="stretch")
        query = services().store.analytics.query
        downloads(
            "Matches",
            lambda: ExportTable("Matches", _COLUMNS, query("match_overview", **filters)),
            key="matches_download",
        )
        sql_behind(
            {
                "Matches of the run": partial(
                    services().statement_behind, "match_overview", **filters
                )
            },
            key="matches_sql",
            is_explorer=True,
        )
    frame = pd.DataFrame(
        [
            {
                **{name: row[name] for name in (*_CONFIG, "currency")},
                "confidence": as_percentage(row["confidence"]),
                "decision": [DECISION[row["decision"]].text],
            }
            for row in rows
        ]
    )
    event = st.dataframe(
        with_money(frame, {"amount_matched": "currency"}),
        hide_index=True,
        column_config=_CONFIG,
        column_order=list(_CONFIG),
        height=min(33 * len(rows) + 36, 520),
        placeholder=UNKNOWN,
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [0]}},
        key=f"explorer_matches_{run_id}_{rows[0]['match_id']}_{len(rows)}",
        alt="Matches of the run",
    )
    if total > PER_PAGE:
        st.pagination(-(-total // PER_PAGE), key="matches_page")
    picked = next(iter(event.selection.rows), 0)
    return int(picked) if picked < len(rows) else 0


def _detail(run_id: str, match_id: str) -> None:
    match = _match(run_id, match_id)
    if match is None:
        st.caption("This match is no longer there.")
        return
    word = DECISION[match.decision]
    by = f" by {plain(match.decided_by)}" if match.decided_by else ""
    st.markdown(f"{badge_of(word)}{by}  **{sure(match.confidence)}** · {MATCH_KIND[match.kind]}")
    invoices, lines = records_of(match.invoice_ids, match.transaction_ids)
    side_by_side(invoices, lines)
    evidence(match.reasons, lines, key="match")
    pieces(invoices, lines, key="match")


def _match(run_id: str, match_id: str) -> Match | None:
    return _matches(run_id, services().store.shown_version()).get(match_id)


@st.cache_data(max_entries=2, ttl="1h", show_spinner=False)
def _matches(run_id: str, version: int) -> dict[str, Match]:
    del version  # what the answer depends on
    document = services().reconciliation(run_id).document
    return {match.match_id: match for match in (*document.matched, *document.partial)}
