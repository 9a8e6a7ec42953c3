"""The matches of one list of a run: a table on the left, the chosen match on the right."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from engine.presentation import MOST_SURE, UNKNOWN, counted, sums
from engine.records import Match
from pages._parts.match_card import match_card
from pages._parts.run_view import RunView, and_more, invoice_title, party_of
from pages._parts.tables import (
    as_percentage,
    badges_column,
    confidence_column,
    money_column,
    with_money,
)
from pages._parts.words import DECISION

_CONFIG = {
    "decision": badges_column("Decision", tuple(DECISION.values()), width=92),
    "party": st.column_config.TextColumn("Party", width=142),
    "invoices": st.column_config.TextColumn("Invoice", width=112),
    "amount": money_column("Matched", width=106),
    "confidence": confidence_column(width=98),
    "paid": st.column_config.DateColumn("Paid", format="D MMM YYYY", width=95),
    "words": st.column_config.TextColumn("Bank's words", width=220),
}


def match_list(view: RunView, matches: Sequence[Match], *, name: str) -> None:
    """Draw ``matches``; the first one that nobody decided about is chosen at first."""
    if not matches:
        st.caption("None in this run.")
        return
    kept = [match for match in matches if match.decision != "rejected"]
    st.caption(
        f"{counted(len(matches), 'match', 'matches')} · "
        f"{sums((match.amount_matched, match.currency) for match in kept)}"
    )
    table, card = st.columns([1.15, 1], gap="medium")
    ids = [match.match_id for match in matches]
    start = st.session_state.get(f"reconcile_next_{name}")
    first_open = next((m.match_id for m in matches if m.decision == "proposed"), ids[0])
    start_row = ids.index(start if start in ids else first_open)
    with table:
        event = st.dataframe(
            with_money(pd.DataFrame([_cells(view, m) for m in matches]), {"amount": "currency"}),
            hide_index=True,
            column_config=_CONFIG,
            column_order=list(_CONFIG),
            height=min(33 * len(matches) + 36, 560),
            placeholder=UNKNOWN,
            on_select="rerun",
            selection_mode="single-row",
            selection_default={"selection": {"rows": [start_row]}},
            key=f"matches_{name}_{view.row.reconciliation_id}_{start}",
            alt=f"Matches, {name}",
        )
    chosen = next(iter(event.selection.rows), None)
    with card:
        if chosen is None or chosen >= len(matches):
            st.caption("Choose a match in the table to see why it was proposed.")
        else:
            match_card(view, matches[chosen], name=name, next_id=_next_open(matches, chosen))


def _next_open(matches: Sequence[Match], chosen: int) -> str:
    rotated = (*matches[chosen + 1 :], *matches[:chosen])
    return next((m.match_id for m in rotated if m.decision == "proposed"), matches[chosen].match_id)


def _cells(view: RunView, match: Match) -> dict[str, object]:
    invoices, lines = view.invoices_of(match), view.lines_of(match)
    return {
        "decision": [DECISION[match.decision].text],
        "confidence": as_percentage(min(match.confidence, MOST_SURE)),
        "party": and_more(map(party_of, invoices)),
        "invoices": and_more(map(invoice_title, invoices)),
        "amount": match.amount_matched,
        "currency": match.currency,
        "paid": min(
            (line["transaction_date"] for line in lines if line["transaction_date"]), default=None
        ),
        "words": and_more(line["description"] for line in lines),
    }
