"""What chosen records come to, what their difference is called, and matching them."""

from decimal import Decimal, InvalidOperation

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import UNKNOWN, money, plain
from engine.presentation.match_words import TREATMENT
from engine.records.reconciliation import Treatment
from engine.services import HandBalance, HandMatch, services
from pages._parts.failures import keep_failure, say
from pages._parts.hand_state import clear
from pages._parts.run_view import RunView


def hand_meter(view: RunView, invoices: list[str], lines: list[str]) -> None:
    """Draw both sums, their difference, and what can be done with the chosen records."""
    paid, billed, gap, action = st.columns([1, 1, 1.25, 1.9])
    with action:
        rate = _rate() if _is_foreign(view, invoices, lines) else None
    found = services().weigh_by_hand(invoices, lines, rate)
    paid.metric(f"Bank lines · {len(lines)}", _shown(found.paid, found, lines))
    billed.metric(f"Invoices · {len(invoices)}", _shown(found.billed, found, invoices))
    with gap:
        _gap(found, bool(invoices and lines))
    with action:
        _actions(view, found, invoices, lines, rate)


def _shown(value: Decimal, found: HandBalance, ids: list[str]) -> str:
    return money(value, found.currency) if ids else UNKNOWN


def _gap(found: HandBalance, is_complete: bool) -> None:
    if not is_complete:
        st.metric("Difference", UNKNOWN)
        st.caption("It has to reach 0.00, or get a name.")
        return
    is_told = not found.problem
    st.metric("Difference", money(found.difference, found.currency) if is_told else UNKNOWN)
    if found.problem:
        st.caption(f":red[:material/block:] {plain(found.problem)}")
    elif found.difference:
        way = "too little" if found.difference < 0 else "too much"
        st.caption(f":orange[:material/difference:] Paid {way}: it needs a name.")
    else:
        at = f" at a rate of {found.rate.normalize():f}" if found.rate is not None else ""
        st.caption(f":green[:material/check_circle:] Settled in full{at}.")


def _actions(
    view: RunView,
    found: HandBalance,
    invoices: list[str],
    lines: list[str],
    rate: Decimal | None,
) -> None:
    # It is always drawn: tables that move down under the mouse are clicked in the wrong row.
    treatment = st.selectbox(
        "What is the difference?",
        found.treatments,
        index=None,
        format_func=lambda name: _treatment(name, found),
        placeholder=(
            f"What is the difference? Perhaps {TREATMENT[found.treatments[0]]}"
            if found.treatments
            else "No difference to name"
        ),
        disabled=not found.treatments,
        key="hand_treatment",
        label_visibility="collapsed",
    )
    note = st.text_input(
        "Why",
        key="hand_note",
        placeholder="Why, for the history",
        label_visibility="collapsed",
        max_chars=500,
    )
    is_ready = bool(invoices and lines) and not found.problem
    with st.container(horizontal=True):
        st.button(
            "Match",
            type="primary",
            icon=":material/join_inner:",
            shortcut="A",
            key="hand_match",
            disabled=not is_ready or (bool(found.difference) and treatment is None),
            help="Store it as confirmed. Proposals for these records step back.",
            on_click=_match,
            args=(
                view.row.reconciliation_id,
                view.row.row_version,
                HandMatch(
                    invoice_ids=tuple(invoices),
                    transaction_ids=tuple(lines),
                    treatment=treatment,
                    rate=rate,
                    note=note.strip() or None,
                ),
            ),
        )
        st.button(
            "Clear",
            icon=":material/clear_all:",
            key="hand_clear",
            disabled=not (invoices or lines),
            on_click=clear,
        )


def _treatment(name: Treatment, found: HandBalance) -> str:
    if name == "open":
        return "Still open: " + (
            "the invoice is paid in part"
            if found.difference < 0
            else "the rest of the line pays something else"
        )
    return TREATMENT[name].capitalize()


def _is_foreign(view: RunView, invoices: list[str], lines: list[str]) -> bool:
    billed = {view.invoices[i]["currency"] for i in invoices if i in view.invoices} - {None}
    paid = {view.lines[t]["currency"] for t in lines if t in view.lines} - {None}
    return bool(billed and paid and billed != paid)


def _rate() -> Decimal | None:
    """The rate that a person gave; None where there is none, or it is no number."""
    text = st.text_input(
        "Rate",
        key="hand_rate",
        placeholder="Rate; empty: the one that both sums imply",
        help="What one unit of the invoices' currency is worth in that of the bank lines.",
        label_visibility="collapsed",
    ).strip()
    try:
        return Decimal(text.replace(",", ".")) if text else None
    except InvalidOperation:
        st.caption(":red[:material/block:] This is no number.")
        return None


def _match(reconciliation_id: str, row_version: int, made: HandMatch) -> None:
    try:
        services().match_by_hand(reconciliation_id, made, row_version=row_version)
    except MatchbookError as error:
        keep_failure(error)
        return
    clear()
    say("Matched by hand. U takes it back.", ":material/join_inner:")
