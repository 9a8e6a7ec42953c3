"""A pair of records, or a group of them: the evidence step by step, both sides, their pages."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from engine.presentation import day, money, plain, sure
from engine.presentation.pair_fields import PairField, pair_fields
from engine.presentation.waterfall import steps_of
from engine.records import Reason
from engine.services import RecordPlace, services
from pages._parts.explorer import charts
from pages._parts.explorer.answers import Rows, asked
from pages._parts.explorer.charts import weight_of
from pages._parts.explorer.page_piece import page_piece
from pages._parts.reason_bars import NAMES
from pages._parts.uploads import open_review
from pages._parts.words import Word, badge_of

_VERDICT = {
    "same": Word("Same", ":material/check:", "green"),
    "differs": Word("Differs", ":material/difference:", "orange"),
    "unknown": Word("Not told", ":material/remove:", "gray"),
}
_MOST_PIECES = 3


def records_of(invoice_ids: Sequence[str], transaction_ids: Sequence[str]) -> tuple[Rows, Rows]:
    """The invoices and bank lines as they are now."""
    return (
        asked("pair_invoices", invoice_ids=list(invoice_ids)),
        asked("pair_lines", transaction_ids=list(transaction_ids)),
    )


def evidence(reasons: Sequence[Reason], lines: Rows, *, key: str) -> None:
    """The waterfall of the reasons, and each one's sentence below it."""
    if not reasons:
        st.caption("There is nothing to weigh.")
        return
    steps = steps_of([reason for reason in reasons])
    st.plotly_chart(
        charts.waterfall(steps, NAMES),
        key=f"{key}_waterfall",
        config={"displayModeBar": False},
        alt="Waterfall of reasons: "
        + "; ".join(f"{NAMES.get(s.name, s.name)} {s.weight:+.1f}" for s in steps),
    )
    st.caption(
        f"Weights are log-odds; they add up to **{sure(steps[-1].probability)}**. "
        "+2.2 makes the odds nine times better, −2.2 nine times worse."
    )
    st.markdown(
        "\n".join(
            f"{n}. **{plain(NAMES.get(step.name, step.name.capitalize()))}** "
            f"{weight_of(step)}, {plain(_named(step.evidence, lines))}"
            for n, step in enumerate(steps, 1)
        )
    )


def _named(text: str, lines: Rows) -> str:
    for line in lines:
        title = f"the line of {day(line['transaction_date'])}"
        text = text.replace(line["transaction_id"], title)
    return text


def side_by_side(invoices: Rows, lines: Rows) -> None:
    """Both records field by field, with the differences marked."""
    found = pair_fields(invoices, lines)
    sides = (_title(invoices, "Invoice"), _title(lines, "Bank line"))
    st.table(
        pd.DataFrame([_cells(field, sides) for field in found]),
        hide_index=True,
        border="horizontal",
        alt="Invoice and bank line side by side: "
        + "; ".join(f"{field.topic} {_VERDICT[field.verdict].text.lower()}" for field in found),
    )


def _title(records: Rows, one: str) -> str:
    return one if len(records) == 1 else f"{len(records)} {one.lower()}s"


def _cells(field: PairField, sides: tuple[str, str]) -> dict[str, str]:
    invoice, bank = sides
    note = f"  \n{plain(field.note)}" if field.note else ""
    return {
        "": f"{badge_of(_VERDICT[field.verdict])} {plain(field.topic)}{note}",
        invoice: plain(field.invoice),
        bank: plain(field.bank),
    }


def pieces(invoices: Rows, lines: Rows, *, key: str) -> None:
    """The places on their pages that the records were read from."""
    left, right = st.columns(2)
    with left:
        for record in invoices[:_MOST_PIECES]:
            title = f"Invoice {record['invoice_number'] or ''}"
            words = f"{title}, {money(record['total_amount'], record['currency'])}"
            places = _invoice_places(record["upload_id"], record["invoice_id"], _version())
            _piece(words, record, places, key=f"{key}_{record['invoice_id']}")
        _more(len(invoices))
    with right:
        for record in lines[:_MOST_PIECES]:
            amount = money(record["amount"], record["currency"])
            words = f"Line of {day(record['transaction_date'])}, {amount}"
            places = _line_places(record["upload_id"], record["transaction_id"], _version())
            _piece(words, record, places, key=f"{key}_{record['transaction_id']}")
        _more(len(lines))


def _more(count: int) -> None:
    if count > _MOST_PIECES:
        st.caption(f"and {count - _MOST_PIECES} more")


def _piece(words: str, record: dict[str, Any], places: Sequence[RecordPlace], *, key: str) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(f"**{plain(words)}**", width="stretch")
        if st.button("Open", key=f"{key}_open", type="tertiary", icon=":material/open_in_new:"):
            if "invoice_index" in record:
                shown = f"review_invoice_{record['upload_id']}"
                st.session_state[shown] = record["invoice_index"]
            else:
                st.session_state["review_active"] = record["transaction_id"]
            open_review(record["upload_id"], [record["upload_id"]])
    page = places[0].page if places else record["page"] or 1
    page_piece(record["upload_id"], page, places, key=f"{key}_piece")


def _version() -> int:
    return services().store.shown_version()


@st.cache_data(max_entries=64, ttl="1h", show_spinner=False)
def _invoice_places(upload_id: str, invoice_id: str, version: int) -> tuple[RecordPlace, ...]:
    del version  # what the answer depends on
    return services().places_of_invoice(upload_id, invoice_id)


@st.cache_data(max_entries=64, ttl="1h", show_spinner=False)
def _line_places(upload_id: str, transaction_id: str, version: int) -> tuple[RecordPlace, ...]:
    del version  # what the answer depends on
    return services().places_of_line(upload_id, transaction_id)
