"""Bank lines or invoices to choose from for a match by hand: a table with a filter of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, number
from pages._parts.hand_state import choose, chosen, drawing
from pages._parts.run_view import Record, RunView, invoice_title, party_of
from pages._parts.tables import money_column, with_money

_SHOWN: Final = 300
_HEIGHT: Final = 300


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a match by hand.

    ``name`` is the side's in ``hand_state``, ``id_field`` and ``kind`` its records' in a run;
    ``columns`` configure the table whose rows ``cells`` makes, ``searched`` are the fields that
    the filter looks into.
    """

    name: str
    title: str
    id_field: str
    kind: str
    columns: Mapping[str, Any]
    cells: Callable[[Record], Mapping[str, Any]]
    searched: Sequence[str]

    def known(self, view: RunView) -> Mapping[str, Record]:
        """All records of this side, by id."""
        return view.lines if self.kind == "transaction" else view.invoices

    def left(self, view: RunView) -> Sequence[Record]:
        """The records that no match holds."""
        return view.left_lines() if self.kind == "transaction" else view.left_invoices()

    def words(self, record: Record) -> str:
        """What the filter finds a record by."""
        found = (record[name] for name in self.searched)
        return " ".join(str(value) for value in found if value is not None).casefold()


def _line_cells(record: Record) -> Mapping[str, Any]:
    return {
        "transaction_date": record["transaction_date"],
        "amount": record["amount_open"],
        "currency": record["currency"],
        "who": record["counterparty"],
        "description": record["description"],
    }


def _invoice_cells(record: Record) -> Mapping[str, Any]:
    return {
        "party": party_of(record),
        "number": invoice_title(record),
        "amount": record["amount_open"],
        "currency": record["currency"],
        "due": record["due_date"] or record["invoice_date"],
        "reference": record["payment_reference"] or record["purchase_order"],
    }


LINES: Final = Side(
    name="lines",
    title="Bank lines",
    id_field="transaction_id",
    kind="transaction",
    columns={
        "transaction_date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=95),
        "amount": money_column("Open", width=110),
        "who": st.column_config.TextColumn("Counterparty", width=140),
        "description": st.column_config.TextColumn("Bank's words", width=300),
    },
    cells=_line_cells,
    searched=("description", "counterparty", "reference", "amount"),
)
INVOICES: Final = Side(
    name="invoices",
    title="Invoices",
    id_field="invoice_id",
    kind="invoice",
    columns={
        "party": st.column_config.TextColumn("Party", width=150),
        "number": st.column_config.TextColumn("Invoice", width=110),
        "amount": money_column("Open", width=110),
        "due": st.column_config.DateColumn("Due", format="D MMM YYYY", width=95),
        "reference": st.column_config.TextColumn("Reference", width=140),
    },
    cells=_invoice_cells,
    searched=(
        "vendor_name",
        "customer_name",
        "invoice_number",
        "payment_reference",
        "total_amount",
    ),
)


def choose_from(side: Side, view: RunView) -> list[str]:
    """Draw the table of a side; the ids that are chosen."""
    known = side.known(view)
    own = [view.with_rest(side.kind, known[key]) for key in chosen(side.name) if key in known]
    shown = _visible(side, [*own, *side.left(view)])
    if not shown:
        st.caption("None is open.")
        choose(side.name, ())
        return []
    ids = [record[side.id_field] for record in shown]
    kept = set(chosen(side.name))
    frame = pd.DataFrame([side.cells(record) for record in shown])
    event = st.dataframe(
        with_money(frame, {"amount": "currency"}),
        hide_index=True,
        column_config=dict(side.columns),
        column_order=list(side.columns),
        height=min(33 * len(ids) + 36, _HEIGHT),
        placeholder=UNKNOWN,
        on_select="rerun",
        selection_mode="multi-row",
        selection_default={"selection": {"rows": [n for n, i in enumerate(ids) if i in kept]}},
        key=f"hand_table_{side.name}_{st.session_state.get(f'hand_rows_{side.name}', 0)}",
        alt=f"{side.title} to choose from",
    )
    found = [ids[row] for row in event.selection.rows if row < len(ids)]
    choose(side.name, found)
    return found


def _visible(side: Side, records: Sequence[Record]) -> list[Record]:
    """The rows of a table: chosen ones first when it is drawn anew, then those with the words."""
    head, search = st.columns([1, 1.7], vertical_alignment="center")
    asked = search.text_input(
        f"Filter {side.title.lower()}",
        key=f"hand_filter_{side.name}",
        placeholder="Words, a number or an amount",
        label_visibility="collapsed",
        icon=":material/search:",
    )
    wanted = asked.casefold().split()
    unique = {record[side.id_field]: record for record in reversed(records)}
    order = list(dict.fromkeys(record[side.id_field] for record in records))
    kept = set(chosen(side.name))
    found = [
        unique[i]
        for i in order
        if i in kept or all(word in side.words(unique[i]) for word in wanted)
    ]
    shown = _in_order(side, found, (drawing(), asked, len(order)))
    many = f", {number(len(shown))} shown" if len(found) > len(shown) else ""
    head.markdown(f"**{side.title}** · {number(len(found))}{many}")
    return shown


def _in_order(side: Side, found: Sequence[Record], signature: object) -> list[Record]:
    """``found`` as the table had them while ``signature`` is the same: rows must not move."""
    remembered = st.session_state.get(f"hand_order_{side.name}")
    if remembered and remembered[0] == signature:
        by_id = {record[side.id_field]: record for record in found}
        return [by_id[i] for i in remembered[1] if i in by_id]
    shown = list(found[:_SHOWN])
    order = [record[side.id_field] for record in shown]
    st.session_state[f"hand_order_{side.name}"] = (signature, order)
    rows = f"hand_rows_{side.name}"
    st.session_state[rows] = st.session_state.get(rows, 0) + 1
    return shown
