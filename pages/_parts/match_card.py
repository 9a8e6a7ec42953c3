"""One match: what it puts together, why, what else it could be, and a person's word about it."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from engine.presentation import counted, day, money, number, percent, plain, sure
from engine.presentation.match_words import MATCH_KIND, TREATMENT
from engine.records import Alternative, Match
from pages._parts.attachments.section import attachments_section
from pages._parts.hand_state import lay_out
from pages._parts.match_actions import match_actions
from pages._parts.reason_bars import reason_bars
from pages._parts.run_view import Record, RunView, invoice_title, line_title, party_of
from pages._parts.uploads import open_review
from pages._parts.words import BY_HAND, DECISION, LOCKED, badge_of

_SHOWN: Final = 12


def match_card(view: RunView, match: Match, *, name: str, next_open: str) -> None:
    """Draw ``match`` of the list ``name``; a decision goes on to ``next_open`` there."""
    with st.container(border=True, key=f"match_card_{name}"):
        st.markdown(_head(view, match))
        match_actions(view, match, name=name, next_open=next_open)
        left, right = st.columns(2, gap="small")
        with left:
            _invoices(view.invoices_of(match))
        with right:
            _lines(view.lines_of(match))
        difference(match)
        st.markdown("**Why**")
        reason_bars(match.reasons, readable=view.readable, key=f"reasons_{name}")
        if match.alternatives and match.decision == "proposed":
            _alternatives(view, match, name)
        run_id = view.row.reconciliation_id
        attachments_section(
            "reconciliation", (f"{run_id}:{match.match_id}",), key=f"match_papers_{name}"
        )


def _head(view: RunView, match: Match) -> str:
    by = f" by {plain(match.decided_by)}" if match.decided_by else ""
    how = badge_of(BY_HAND) if match.is_manual else f"**{sure(match.confidence)}**"
    parts = [f"{badge_of(DECISION[match.decision])}{by}", how, MATCH_KIND[match.kind]]
    closing = view.locked.get(match.match_id)
    if closing:
        parts.append(badge_of(LOCKED, plain(f"Locked up to {day(closing.closed_up_to)}")))
    if match.is_tied and match.decision == "proposed":
        parts.append(":orange-badge[:material/balance: Another is about as likely]")
    return " · ".join(parts)


def _invoices(records: Sequence[Record]) -> None:
    for record in records[:_SHOWN]:
        kind = "Credit note" if record["document_type"] == "credit_note" else "Invoice"
        with st.container(gap=None):
            st.caption(f"{kind} {plain(invoice_title(record))}")
            st.markdown(f"**{money(record['total_amount'], record['currency'])}**")
            st.markdown(f"{plain(party_of(record))}")
            due = f" · due {day(record['due_date'])}" if record["due_date"] else ""
            st.caption(f"{day(record['invoice_date'])}{due}")
            if st.button(
                "Open",
                key=f"see_{record['invoice_id']}",
                type="tertiary",
                icon=":material/receipt:",
            ):
                st.session_state[f"review_invoice_{record['upload_id']}"] = record["invoice_index"]
                open_review(record["upload_id"], [record["upload_id"]])
    _more(records, "invoice")


def _lines(records: Sequence[Record]) -> None:
    for record in records[:_SHOWN]:
        with st.container(gap=None):
            st.caption(f"Bank line of {day(record['transaction_date'])}")
            st.markdown(f"**{money(record['amount'], record['currency'])}**")
            st.markdown(plain(record["description"]))
            if record["reference"]:
                st.caption(plain(record["reference"]))
            if st.button(
                "Open",
                key=f"see_{record['transaction_id']}",
                type="tertiary",
                icon=":material/account_balance:",
            ):
                st.session_state["review_active"] = record["transaction_id"]
                open_review(record["upload_id"], [record["upload_id"]])
    _more(records, "bank line")


def _more(records: Sequence[Record], noun: str) -> None:
    if len(records) > _SHOWN:
        st.caption(f"and {counted(len(records) - _SHOWN, f'more {noun}', f'more {noun}s')}")


def difference(match: Match) -> None:
    """What the sums leave, and how it is named."""
    if match.difference:
        what = TREATMENT.get(match.difference_treatment or "open", "still open")
        st.markdown(
            f":orange-badge[:material/difference: Difference] "
            f"{money(match.difference, match.currency)}, {what}"
        )
    elif match.settlement == "full":
        st.markdown(":green-badge[:material/check: Difference] none, settled in full")
    if match.rate is not None:
        st.caption(f"Settled at a rate of {number_of(match)}.")


def number_of(match: Match) -> str:
    """The rate of a match without zeros at its end."""
    return f"{match.rate:f}".rstrip("0").rstrip(".") if match.rate is not None else ""


def _alternatives(view: RunView, match: Match, name: str) -> None:
    st.markdown("**It could also be**")
    for place, other in enumerate(match.alternatives):
        text, action = st.columns([4, 1.3], vertical_alignment="center")
        text.markdown(f"{percent(other.confidence)} · {plain(_named(view, other))}")
        action.button(
            "Use it …",
            key=f"alternative_{name}_{place}",
            help="Lay these records on the table and match them by hand.",
            on_click=lay_out,
            args=(other.invoice_ids, other.transaction_ids),
        )


def _named(view: RunView, other: Alternative) -> str:
    bills = [view.invoices[i] for i in other.invoice_ids if i in view.invoices]
    paid = [view.lines[t] for t in other.transaction_ids if t in view.lines]
    left = ", ".join(f"{party_of(b)} {invoice_title(b)}" for b in bills[:3])
    right = " and ".join(line_title(line) for line in paid[:2])
    more = f" and {number(len(bills) - 3)} more" if len(bills) > 3 else ""
    return f"{left}{more}, paid by the line of {right}"
