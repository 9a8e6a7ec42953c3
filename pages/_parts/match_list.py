"""The matches of one list of a run: a table on the left, the chosen match on the right."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from engine.presentation import MOST_SURE, UNKNOWN, counted, number, sums
from engine.records import Match
from pages._parts.match_actions import go_to, match_steps
from pages._parts.match_card import match_card
from pages._parts.run_view import RunView, and_more, invoice_title, party_of
from pages._parts.tables import (
    as_percentage,
    badges_column,
    confidence_column,
    money_column,
    with_money,
)
from pages._parts.words import DECISION, LOCKED

PAGE: Final = 100
"""Rows of one page of the table."""

_CONFIG = {
    "party": st.column_config.TextColumn("Party", width=168),
    "invoices": st.column_config.TextColumn("Invoice", width=108),
    "amount": money_column("Matched", width=106),
    "confidence": confidence_column("Sure", width=86),
    "decision": badges_column("Decision", (*DECISION.values(), LOCKED), width=100),
    "paid": st.column_config.DateColumn("Paid", format="D MMM YYYY", width=95),
    "words": st.column_config.TextColumn("Bank's words", width=260),
}


def match_list(view: RunView, matches: Sequence[Match], *, name: str) -> None:
    """Draw ``matches``; the first one that nobody decided about is chosen at first."""
    if not matches:
        st.caption("None in this run.")
        return
    kept = [match for match in matches if match.decision != "rejected"]
    told = f"{counted(len(matches), 'match', 'matches')} · "
    told += sums((match.amount_matched, match.currency) for match in kept)
    place, moves = _place(matches, name)
    first = place - place % PAGE
    rows = matches[first : first + PAGE]
    with st.container(key=f"stacked_matches_{name}"):
        table, card = st.columns([1.2, 1], gap="medium")
    with table:
        head = st.container(horizontal=True, vertical_alignment="center", gap="small")
        event = st.dataframe(
            with_money(pd.DataFrame([_cells(view, m) for m in rows]), {"amount": "currency"}),
            hide_index=True,
            column_config=_CONFIG,
            column_order=list(_CONFIG),
            height=min(33 * len(rows) + 36, 560),
            placeholder=UNKNOWN,
            on_select="rerun",
            selection_mode="single-row",
            selection_default={"selection": {"rows": [place - first]}},
            key=f"matches_{name}_{view.row.reconciliation_id}_{first}_{moves}",
            alt=f"Matches, {name}",
        )
        _pages(matches, first, name)
    row = next(iter(event.selection.rows), None)
    chosen = first + row if row is not None and first + row < len(matches) else None
    with head:
        st.caption(told, width="stretch")
        around = place if chosen is None else chosen
        after = matches[(around + 1) % len(matches)].match_id
        match_steps(name, matches[around - 1].match_id, after)
    with card:
        if chosen is None:
            st.caption("Choose a match in the table to see why it was proposed.")
        else:
            match_card(view, matches[chosen], name=name, next_open=_next_open(matches, chosen))


def _place(matches: Sequence[Match], name: str) -> tuple[int, int]:
    """Which row to choose, and how often something else than a click moved there."""
    wanted, moves = st.session_state.get(f"reconcile_at_{name}", (None, 0))
    ids = [match.match_id for match in matches]
    if wanted in ids:
        return ids.index(wanted), moves
    first_open = next((n for n, m in enumerate(matches) if m.decision == "proposed"), 0)
    return first_open, moves


def _pages(matches: Sequence[Match], first: int, name: str) -> None:
    if len(matches) <= PAGE:
        return
    last = min(first + PAGE, len(matches))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"{number(first + 1)} to {number(last)} of {number(len(matches))}")
        for label, to in (("Earlier", first - PAGE), ("Later", first + PAGE)):
            is_there = 0 <= to < len(matches)
            st.button(
                label,
                key=f"page_{label}_{name}",
                disabled=not is_there,
                on_click=go_to,
                args=(name, matches[to].match_id if is_there else ""),
            )


def _next_open(matches: Sequence[Match], chosen: int) -> str:
    rotated = (*matches[chosen + 1 :], *matches[:chosen])
    own = matches[chosen].match_id
    return next((m.match_id for m in rotated if m.decision == "proposed"), own)


def _cells(view: RunView, match: Match) -> dict[str, object]:
    invoices, lines = view.invoices_of(match), view.lines_of(match)
    said = DECISION[match.decision].text
    return {
        "decision": [said, LOCKED.text] if match.match_id in view.locked else [said],
        "confidence": None if match.is_manual else as_percentage(min(match.confidence, MOST_SURE)),
        "party": and_more(map(party_of, invoices)),
        "invoices": and_more(map(invoice_title, invoices)),
        "amount": match.amount_matched,
        "currency": match.currency,
        "paid": min(
            (line["transaction_date"] for line in lines if line["transaction_date"]), default=None
        ),
        "words": and_more(line["description"] or UNKNOWN for line in lines),
    }
