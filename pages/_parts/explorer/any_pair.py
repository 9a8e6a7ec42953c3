"""Any invoices and bank lines of a run, proposed or not: why they are a match, or why not."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from engine.presentation import UNKNOWN, day, money, plain
from engine.services import PairAnswer, services
from pages._parts.explorer.answers import asked
from pages._parts.explorer.detail import evidence, pieces, records_of, side_by_side
from pages._parts.failures import failures_shown
from pages._parts.words import Word, badge_of

_OFFERED = 200
_STANDING = {
    "matched": Word("Matched", ":material/check_circle:", "green"),
    "partial": Word("Proposed", ":material/lightbulb:", "orange"),
    "candidate": Word("Looked at, not chosen", ":material/balance:", "blue"),
    "not_searched": Word("Not looked at", ":material/visibility_off:", "gray"),
    "vetoed": Word("Cannot be", ":material/block:", "red"),
}


def any_pair(run_id: str) -> None:
    """Draw the section."""
    left, right = st.columns(2)
    with left:
        invoice_ids = _choose(run_id, "invoice", "Invoices", "Number, party or amount")
    with right:
        line_ids = _choose(run_id, "transaction", "Bank lines", "Words, party or amount")
    if not invoice_ids or not line_ids:
        st.caption("Choose at least one invoice and one bank line to see what speaks for them.")
        return
    with st.spinner("The run is weighed again …"), failures_shown():
        answer = _answer(
            run_id, tuple(invoice_ids), tuple(line_ids), services().store.shown_version()
        )
        _show(answer)


def _choose(run_id: str, kind: str, label: str, hint: str) -> list[str]:
    words = st.text_input(
        f"Find {label.lower()}", type="search", placeholder=hint, key=f"find_{kind}", live="300ms"
    )
    rows = asked(
        "run_records",
        reconciliation_id=run_id,
        kind=kind,
        search=words or None,
        limit=_OFFERED,
    )
    key = f"pair_{kind}_{run_id}"
    titles = {row["record_id"]: _title(row) for row in rows}
    names = st.session_state.setdefault(f"{key}_names", {})
    names.update(titles)
    kept = [i for i in st.session_state.get(key, []) if i not in titles]
    chosen = st.multiselect(
        label,
        [*kept, *titles],
        format_func=lambda record_id: names.get(record_id, UNKNOWN),
        key=key,
        placeholder=f"{rows[0]['total_rows']:,} found" if rows else "None found",
        max_selections=20,
    )
    return list(chosen)


def _title(row: dict[str, Any]) -> str:
    parts = (
        day(row["day"]),
        money(row["amount"], row["currency"]),
        row["words"] if row["kind"] == "invoice" else None,
        row["party"],
        row["words"] if row["kind"] == "transaction" else None,
    )
    return " · ".join(str(part)[:60] for part in parts if part)


@st.cache_data(max_entries=16, ttl="1h", show_spinner=False)
def _answer(
    run_id: str, invoice_ids: Sequence[str], line_ids: Sequence[str], version: int
) -> PairAnswer:
    del version  # what the answer depends on
    return services().explain_pair(run_id, invoice_ids, line_ids)


def _show(answer: PairAnswer) -> None:
    invoices, lines = records_of(answer.invoice_ids, answer.transaction_ids)
    words = answer.sentence
    for record in invoices:
        words = words.replace(record["invoice_id"], record["invoice_number"] or "an invoice")
    for record in lines:
        title = f"the line of {day(record['transaction_date'])}"
        words = words.replace(record["transaction_id"], title)
    st.markdown(f"{badge_of(_STANDING[answer.standing])}  {plain(words)}")
    for veto in answer.vetoes:
        st.markdown(f":red-badge[:material/block: Obstacle] {plain(veto.evidence)}")
    left, right = st.columns([1, 1], gap="medium")
    with left:
        side_by_side(invoices, lines)
        pieces(invoices, lines, key="any")
    with right:
        evidence(answer.reasons, lines, key="any")
