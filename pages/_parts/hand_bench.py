"""Matching by hand: bank lines and invoices side by side, and a meter that has to reach 0.00."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import pandas as pd
import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import UNKNOWN, money, number, plain
from engine.presentation.match_words import TREATMENT
from engine.records.reconciliation import Treatment
from engine.services import HandBalance, HandMatch, services
from pages._parts.failures import keep_failure, say
from pages._parts.hand_candidates import hand_candidates
from pages._parts.hand_state import choose, chosen, clear, drawing
from pages._parts.run_view import Record, RunView, invoice_title, party_of
from pages._parts.tables import money_column, with_money

_SHOWN: Final = 300
_HEIGHT: Final = 300


def hand_bench(view: RunView) -> None:
    """Draw the meter, both tables, and what could settle the chosen records."""
    meter = st.container(border=True, key="hand_meter")
    with st.container(key="stacked_bench"):
        left, right = st.columns(2, gap="medium")
    with left:
        lines = _lines(view)
    with right:
        invoices = _invoices(view)
    with meter:
        _meter(view, invoices, lines)
    if bool(invoices) or bool(lines):
        hand_candidates(view, invoices, lines)


def _lines(view: RunView) -> list[str]:
    """The table of bank lines; the ids that are chosen."""
    records = [*_chosen_records(view, "lines"), *view.left_lines()]
    shown = _visible("lines", "Bank lines", records, "transaction_id", _line_words)
    frame = pd.DataFrame(
        [
            {
                "transaction_date": r["transaction_date"],
                "amount": r["amount_open"],
                "currency": r["currency"],
                "who": r["counterparty"],
                "description": r["description"],
            }
            for r in shown
        ]
    )
    config = {
        "transaction_date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=95),
        "amount": money_column("Open", width=110),
        "who": st.column_config.TextColumn("Counterparty", width=140),
        "description": st.column_config.TextColumn("Bank's words", width=300),
    }
    return _table("lines", frame, config, [r["transaction_id"] for r in shown])


def _invoices(view: RunView) -> list[str]:
    """The table of invoices; the ids that are chosen."""
    records = [*_chosen_records(view, "invoices"), *view.left_invoices()]
    shown = _visible("invoices", "Invoices", records, "invoice_id", _invoice_words)
    frame = pd.DataFrame(
        [
            {
                "party": party_of(r),
                "number": invoice_title(r),
                "amount": r["amount_open"],
                "currency": r["currency"],
                "due": r["due_date"] or r["invoice_date"],
                "reference": r["payment_reference"] or r["purchase_order"],
            }
            for r in shown
        ]
    )
    config = {
        "party": st.column_config.TextColumn("Party", width=150),
        "number": st.column_config.TextColumn("Invoice", width=110),
        "amount": money_column("Open", width=110),
        "due": st.column_config.DateColumn("Due", format="D MMM YYYY", width=95),
        "reference": st.column_config.TextColumn("Reference", width=140),
    }
    return _table("invoices", frame, config, [r["invoice_id"] for r in shown])


def _chosen_records(view: RunView, side: str) -> list[Record]:
    """What is chosen, whether a proposal holds it or not, with what is open of it."""
    known, kind = (view.lines, "transaction") if side == "lines" else (view.invoices, "invoice")
    return [view.with_rest(kind, known[key]) for key in chosen(side) if key in known]


def _visible(
    side: str, title: str, records: Sequence[Record], key: str, words: Callable[[Record], str]
) -> list[Record]:
    """The rows of a table: chosen ones first when it is drawn anew, then those with the words."""
    head, search = st.columns([1, 1.7], vertical_alignment="center")
    asked = search.text_input(
        f"Filter {title.lower()}",
        key=f"hand_filter_{side}",
        placeholder="Words, a number or an amount",
        label_visibility="collapsed",
        icon=":material/search:",
    )
    wanted = asked.casefold().split()
    unique = {record[key]: record for record in reversed(records)}
    order = list(dict.fromkeys(record[key] for record in records))
    kept = set(chosen(side))
    found = [
        unique[i] for i in order if i in kept or all(word in words(unique[i]) for word in wanted)
    ]
    signature = (drawing(), asked, len(order))
    remembered = st.session_state.get(f"hand_order_{side}")
    if remembered and remembered[0] == signature:
        by_id = {record[key]: record for record in found}
        shown = [by_id[i] for i in remembered[1] if i in by_id]
    else:
        shown = found[:_SHOWN]
        st.session_state[f"hand_order_{side}"] = (signature, [r[key] for r in shown])
        st.session_state[f"hand_rows_{side}"] = st.session_state.get(f"hand_rows_{side}", 0) + 1
    many = f", {number(len(shown))} shown" if len(found) > len(shown) else ""
    head.markdown(f"**{title}** · {number(len(found))}{many}")
    return shown


def _table(side: str, frame: pd.DataFrame, config: Mapping[str, Any], ids: list[str]) -> list[str]:
    if frame.empty:
        st.caption("None is open.")
        choose(side, ())
        return []
    kept = set(chosen(side))
    event = st.dataframe(
        with_money(frame, {"amount": "currency"}),
        hide_index=True,
        column_config=config,
        column_order=list(config),
        height=min(33 * len(ids) + 36, _HEIGHT),
        placeholder=UNKNOWN,
        on_select="rerun",
        selection_mode="multi-row",
        selection_default={"selection": {"rows": [n for n, i in enumerate(ids) if i in kept]}},
        key=f"hand_table_{side}_{st.session_state.get(f'hand_rows_{side}', 0)}",
        alt="Bank lines to choose from" if side == "lines" else "Invoices to choose from",
    )
    found = [ids[row] for row in event.selection.rows if row < len(ids)]
    choose(side, found)
    return found


def _line_words(record: Record) -> str:
    parts = (record["description"], record["counterparty"], record["reference"], record["amount"])
    return " ".join(str(part) for part in parts if part is not None).casefold()


def _invoice_words(record: Record) -> str:
    fields = ("vendor_name", "customer_name", "invoice_number", "payment_reference", "total_amount")
    return " ".join(str(record[f]) for f in fields if record[f] is not None).casefold()


def _meter(view: RunView, invoices: list[str], lines: list[str]) -> None:
    rate = _rate() if _is_foreign(view, invoices, lines) else None
    found = services().weigh_by_hand(invoices, lines, rate)
    paid, billed, gap, action = st.columns([1, 1, 1.25, 1.9], vertical_alignment="center")
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
    st.metric("Difference", money(found.difference, found.currency))
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
        "Rate: one unit of the invoices' currency in that of the bank lines",
        key="hand_rate",
        placeholder="Empty: the rate that both sums imply",
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
