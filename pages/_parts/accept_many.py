"""Accepting many proposals at once: what they are, what they come to, the riskiest first."""

import pandas as pd
import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import UNKNOWN, counted, money, number, percent, plain, sums
from engine.records import Match
from engine.services import AcceptPlan, services
from pages._parts.failures import keep_failure, say
from pages._parts.run_view import RunView, and_more, invoice_title, party_of
from pages._parts.tables import as_percentage, confidence_column, money_column, with_money

_LISTED = 500


def accept_many(view: RunView) -> None:
    """A button that opens the list; nothing where nobody has to decide."""
    proposed = sum(
        m.decision == "proposed" for m in (*view.row.document.matched, *view.row.document.partial)
    )
    if st.button(
        "Accept all above …",
        icon=":material/done_all:",
        key="accept_many",
        disabled=not proposed,
        help="See what would be accepted from a confidence on, before it is.",
    ):
        _dialog(view)


@st.dialog("Accept all above …", width="large", icon=":material/done_all:")
def _dialog(view: RunView) -> None:
    if st.session_state.pop("accept_done", False):
        st.rerun()
    least = st.slider(
        "From this confidence on", 50, 99, 95, format="%d%%", key="accept_from", persist_state=None
    )
    plan = services().plan_acceptance(view.row.reconciliation_id, least / 100)
    _told(plan)
    if plan.matches:
        st.markdown("**Look at these first**: the most money at stake for how sure they are")
        _table(view, plan.riskiest, "riskiest")
        with st.expander(f"All {number(len(plan.matches))}"):
            _table(view, plan.matches[:_LISTED], "all")
            if len(plan.matches) > _LISTED:
                st.caption(f"The first {number(_LISTED)} are listed.")
    st.button(
        f"Accept {counted(len(plan.matches), 'match', 'matches')}",
        type="primary",
        icon=":material/done_all:",
        key="accept_these",
        disabled=not plan.matches,
        on_click=_accept,
        args=(view, plan, least),
    )
    st.caption("It is one step: U takes all of it back.")


def _told(plan: AcceptPlan) -> None:
    total = sums((amount, code) for code, amount in plan.sums.items())
    count, amount, wrong = st.columns(3)
    count.metric("Matches", number(len(plan.matches)))
    amount.metric("Together", total)
    wrong.metric(
        "Probably wrong",
        f"{plan.expected_wrong:.1f}",
        help="What the confidences themselves let expect: one minus each, added up.",
    )
    left = [
        f"{counted(found, 'match', 'matches')} {why}"
        for found, why in (
            (plan.tied, "with an alternative that is about as likely"),
            (plan.partial, "that leave money open"),
            (plan.locked, "in a closed period or with a line that is ignored"),
            (plan.held, "whose records other matches hold"),
        )
        if found
    ]
    if left:
        st.caption(plain(f"Left for a look: {', '.join(left)}."))


def _table(view: RunView, matches: tuple[Match, ...], name: str) -> None:
    frame = pd.DataFrame(
        [
            {
                "party": and_more(map(party_of, view.invoices_of(m))),
                "invoices": and_more(map(invoice_title, view.invoices_of(m))),
                "amount": m.amount_matched,
                "stake": m.money_at_stake,
                "currency": m.currency,
                "confidence": as_percentage(min(m.confidence, 0.99)),
            }
            for m in matches
        ]
    )
    st.dataframe(
        with_money(frame, {"amount": "currency", "stake": "currency"}),
        hide_index=True,
        placeholder=UNKNOWN,
        height=min(33 * len(matches) + 36, 300),
        column_config={
            "party": st.column_config.TextColumn("Party", width=200),
            "invoices": st.column_config.TextColumn("Invoice", width=130),
            "amount": money_column("Matched", width=115),
            "stake": money_column("At stake", width=115),
            "confidence": confidence_column("Sure", width=90),
        },
        key=f"accept_{name}",
        alt=f"Matches to accept, {name}",
    )


def _accept(view: RunView, plan: AcceptPlan, least: int) -> None:
    total = ", ".join(money(amount, code) for code, amount in plan.sums.items())
    count = counted(len(plan.matches), "match", "matches")
    note = f"all from {percent(least / 100)} on, {count}, {total}".replace("\u00a0", " ")
    try:
        services().confirm_many(
            view.row.reconciliation_id,
            [match.match_id for match in plan.matches],
            note,
            row_version=view.row.row_version,
        )
    except MatchbookError as error:
        keep_failure(error)
    else:
        st.session_state["accept_done"] = True
        say(f"Accepted {count}. U takes all of it back.", ":material/done_all:")
