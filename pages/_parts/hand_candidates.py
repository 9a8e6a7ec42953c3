"""What could settle the chosen records: each with its probability and a bar for every reason."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from engine.presentation import money, plain, sure
from engine.presentation.match_words import MATCH_KIND
from engine.records import Match
from engine.services import services
from pages._parts.hand_state import lay_out
from pages._parts.match_card import difference
from pages._parts.reason_bars import reason_bars
from pages._parts.run_view import RunView, invoice_title, line_title, party_of

_FIRST: Final = 3
_MOST: Final = 12


def hand_candidates(view: RunView, invoices: Sequence[str], lines: Sequence[str]) -> None:
    """Draw the likeliest explanations that hold all of the chosen records."""
    store = services().store
    found = _candidates(
        str(store.database_path),
        store.shown_version(),
        view.row.reconciliation_id,
        tuple(invoices),
        tuple(lines),
    )
    chosen = (set(invoices), set(lines))
    found = tuple(m for m in found if (set(m.invoice_ids), set(m.transaction_ids)) != chosen)
    st.markdown("**What could settle it**" if not (invoices and lines) else "**With more records**")
    if not found:
        st.caption("Nothing else that fits by amount, number or name. Choose by hand above.")
        return
    is_more = st.session_state.get("hand_more", False)
    for place, match in enumerate(found if is_more else found[:_FIRST]):
        _candidate(view, match, place)
    if len(found) > _FIRST:
        st.toggle(f"Show all {len(found)}", key="hand_more")


@st.cache_resource(max_entries=32, ttl="1h", show_spinner="Looking for what could settle it …")
def _candidates(
    database: str,
    version: int,
    reconciliation_id: str,
    invoices: tuple[str, ...],
    lines: tuple[str, ...],
) -> tuple[Match, ...]:
    del database, version  # what the answer depends on
    return services().candidates(
        reconciliation_id, invoice_ids=invoices, transaction_ids=lines, most=_MOST
    )


def _candidate(view: RunView, match: Match, place: int) -> None:
    bills, paid = view.invoices_of(match), view.lines_of(match)
    with st.container(border=True, key=f"candidate_{place}"):
        text, action = st.columns([5, 1], vertical_alignment="center")
        names = ", ".join(f"{party_of(b)} {invoice_title(b)}" for b in bills[:4])
        more = f" and {len(bills) - 4} more" if len(bills) > 4 else ""
        text.markdown(
            f"**{sure(match.confidence)}** · {money(match.amount_matched, match.currency)} · "
            f"{plain(names + more)}  \n"
            f"{MATCH_KIND[match.kind]}, {plain('; '.join(map(line_title, paid[:3])))}"
        )
        action.button(
            "Use it",
            key=f"use_candidate_{place}",
            icon=":material/vertical_align_top:",
            help="Choose these records above.",
            on_click=lay_out,
            args=(match.invoice_ids, match.transaction_ids),
            width="stretch",
        )
        difference(match)
        reason_bars(match.reasons, readable=view.readable, key=f"candidate_reasons_{place}")
