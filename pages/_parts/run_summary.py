"""The figures of a run as cards: how much matched, what is left, per currency."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

import streamlit as st

from engine.presentation import counted, in_and_out, number, percent, sum_lines
from engine.records import Match
from pages._parts.run_view import Record, RunView

Amounts: TypeAlias = list[tuple[Decimal | None, str | None]]


def run_summary(view: RunView) -> None:
    """Draw five cards."""
    document = view.row.document
    summary = document.reconciliation_summary
    left_over = document.unmatched
    invoices = _amounts(view.invoices, left_over.invoices, "total_amount")
    open_lines = [i for i in left_over.bank_transactions if i not in view.aside]
    lines = _amounts(view.lines, open_lines, "amount")
    with st.grid(5, min_column_width=140):
        _card(
            "Match rate",
            percent(summary.match_rate_percentage / 100),
            [f"of {counted(summary.total_invoices_processed, 'invoice')}"],
            "Invoices that matched in full, of all invoices of the run.",
        )
        _card("Matched", number(summary.total_matches_found), _matched(document.matched))
        _card("To look at", number(summary.partial_matches), _matched(document.partial))
        _card("Open invoices", number(summary.unmatched_invoices), sum_lines(invoices))
        _card(
            "Open bank lines",
            number(len(open_lines)),
            in_and_out(lines),
            f"Lines that were set aside ({number(len(view.aside))}) are not among them.",
        )


def _card(label: str, value: str, lines: Iterable[str], help: str | None = None) -> None:
    with st.container(border=True, height="stretch", gap=None):
        st.metric(label, value, help=help)
        st.caption("  \n".join(lines) or "Nothing")


def _matched(matches: Sequence[Match]) -> tuple[str, ...]:
    kept = [match for match in matches if match.decision != "rejected"]
    return sum_lines((match.amount_matched, match.currency) for match in kept)


def _amounts(records: Mapping[str, Record], ids: Sequence[str], field: str) -> Amounts:
    return [(records[i][field], records[i]["currency"]) for i in ids if i in records]
