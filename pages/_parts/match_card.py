"""One match: what it puts together, why, and a person's word about it."""

from typing import Any

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import day, money, plain, sure
from engine.records import Match
from engine.records.reconciliation import Decision
from engine.services import services
from pages._parts.failures import keep_failure, say
from pages._parts.reason_bars import reason_bars
from pages._parts.run_view import RunView, invoice_title, party_of
from pages._parts.uploads import open_review
from pages._parts.words import DECISION, MATCH_KIND, TREATMENT, badge_of


def match_card(view: RunView, match: Match, *, name: str, next_id: str) -> None:
    """Draw ``match``; a decision goes on to ``next_id`` in the list ``name``."""
    with st.container(border=True, key=f"match_card_{name}"):
        word = DECISION[match.decision]
        by = f" by {plain(match.decided_by)}" if match.decided_by else ""
        st.markdown(
            f"{badge_of(word)}{by}  **{sure(match.confidence)}** · {MATCH_KIND[match.kind]}"
        )
        _actions(view, match, name, next_id)
        left, right = st.columns(2, gap="small")
        with left:
            for record in view.invoices_of(match):
                _invoice(record)
        with right:
            for record in view.lines_of(match):
                _line(record)
        _difference(match)
        st.markdown("**Why**")
        reason_bars(match.reasons, readable=view.readable, key=f"reasons_{name}")


def _invoice(record: dict[str, Any]) -> None:
    kind = "Credit note" if record["document_type"] == "credit_note" else "Invoice"
    with st.container(gap=None):
        st.caption(f"{kind} {plain(invoice_title(record))}")
        st.markdown(f"**{money(record['total_amount'], record['currency'])}**")
        st.markdown(f"{plain(party_of(record))}")
        due = f" · due {day(record['due_date'])}" if record["due_date"] else ""
        st.caption(f"{day(record['invoice_date'])}{due}")
        if st.button(
            "See it", key=f"see_{record['invoice_id']}", type="tertiary", icon=":material/receipt:"
        ):
            st.session_state[f"review_invoice_{record['upload_id']}"] = record["invoice_index"]
            open_review(record["upload_id"], [record["upload_id"]])


def _line(record: dict[str, Any]) -> None:
    with st.container(gap=None):
        st.caption(f"Bank line of {day(record['transaction_date'])}")
        st.markdown(f"**{money(record['amount'], record['currency'])}**")
        st.markdown(plain(record["description"]))
        if record["reference"]:
            st.caption(plain(record["reference"]))
        if st.button(
            "See it",
            key=f"see_{record['transaction_id']}",
            type="tertiary",
            icon=":material/account_balance:",
        ):
            st.session_state["review_active"] = record["transaction_id"]
            open_review(record["upload_id"], [record["upload_id"]])


def _difference(match: Match) -> None:
    if match.difference:
        what = TREATMENT.get(match.difference_treatment or "open", "still open")
        st.markdown(
            f":orange-badge[:material/difference: Difference] "
            f"{money(match.difference, match.currency)}, {what}"
        )
    elif match.settlement == "full":
        st.markdown(":green-badge[:material/check: Difference] none, settled in full")


def _actions(view: RunView, match: Match, name: str, next_id: str) -> None:
    arguments = (view.row.reconciliation_id, view.row.row_version, match.match_id)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if match.decision != "confirmed":
            st.button(
                "Confirm",
                type="primary",
                icon=":material/check:",
                shortcut="A" if name == "matched" else None,
                key=f"confirm_{name}",
                on_click=decide,
                args=(*arguments, "confirmed", None, name, next_id),
            )
        if match.decision != "rejected":
            with st.popover("Reject …", icon=":material/block:"):
                st.text_input("Why is it wrong?", key=f"reject_reason_{match.match_id}")
                st.button(
                    "Reject",
                    type="primary",
                    key=f"reject_{name}",
                    help="It will not be proposed again.",
                    on_click=_reject,
                    args=(arguments, name, next_id),
                )
        if match.decision != "proposed":
            st.button(
                "Take back",
                icon=":material/undo:",
                key=f"take_back_{name}",
                on_click=decide,
                args=(*arguments, "proposed", None, name, match.match_id),
            )


def _reject(arguments: tuple[str, int, str], name: str, next_id: str) -> None:
    reason = st.session_state.get(f"reject_reason_{arguments[2]}", "").strip()
    decide(*arguments, "rejected", reason or None, name, next_id)


def decide(
    reconciliation_id: str,
    row_version: int,
    match_id: str,
    decision: Decision,
    reason: str | None,
    name: str,
    next_id: str,
) -> None:
    """Store a person's word about a match and go on to the next one."""
    try:
        services().decide(
            reconciliation_id, match_id, decision, row_version=row_version, reason=reason
        )
    except MatchbookError as error:
        keep_failure(error)
        return
    st.session_state[f"reconcile_next_{name}"] = next_id
    say(f"{DECISION[decision].text}. The next one is open.", DECISION[decision].icon)
