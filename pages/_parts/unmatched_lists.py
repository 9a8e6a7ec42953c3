"""What no match of a run holds: open invoices and open bank lines."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, counted, in_and_out, sum_lines
from pages._parts.run_view import Record, RunView, invoice_title, party_of
from pages._parts.tables import money_column, with_money


def open_invoices(view: RunView) -> None:
    """Invoices that nothing paid."""
    ids = view.row.document.unmatched.invoices
    records = _by_day((view.invoices[i] for i in ids if i in view.invoices), "due_date")
    amounts = [(record["total_amount"], record["currency"]) for record in records]
    _head(records, "invoice", sum_lines(amounts))
    if records:
        frame = pd.DataFrame(
            [
                {
                    "party": party_of(record),
                    "number": invoice_title(record),
                    "invoice_date": record["invoice_date"],
                    "due_date": record["due_date"],
                    "total_amount": record["total_amount"],
                    "currency": record["currency"],
                    "reference": record["payment_reference"] or record["purchase_order"],
                }
                for record in records
            ]
        )
        st.dataframe(
            with_money(frame, {"total_amount": "currency"}),
            hide_index=True,
            placeholder=UNKNOWN,
            column_config={
                "party": "Party",
                "number": "Invoice",
                "invoice_date": st.column_config.DateColumn("Date", format="D MMM YYYY"),
                "due_date": st.column_config.DateColumn("Due", format="D MMM YYYY"),
                "total_amount": money_column("Total"),
                "reference": "Reference",
            },
            key="open_invoices",
            alt="Invoices without a payment",
        )


def open_lines(view: RunView) -> None:
    """Bank lines that pay no invoice of the run."""
    ids = view.row.document.unmatched.bank_transactions
    records = _by_day((view.lines[i] for i in ids if i in view.lines), "transaction_date")
    _head(records, "bank line", in_and_out((r["amount"], r["currency"]) for r in records))
    why = {i: a.evidence for a in view.row.document.unmatched.set_aside for i in a.transaction_ids}
    aside = sum(record["transaction_id"] in why for record in records)
    if aside:
        st.caption(
            "All of them are set aside: they pay no invoice."
            if aside == len(records)
            else f"{aside} of them are set aside: they pay no invoice."
        )
    if records:
        frame = pd.DataFrame(
            [
                {
                    "transaction_date": record["transaction_date"],
                    "amount": record["amount"],
                    "currency": record["currency"],
                    "counterparty": record["counterparty"],
                    "description": record["description"],
                    "set_aside": why.get(record["transaction_id"]),
                    "reference": record["reference"],
                }
                for record in records
            ]
        )
        if not aside:
            frame = frame.drop(columns="set_aside")
        st.dataframe(
            with_money(frame, {"amount": "currency"}),
            hide_index=True,
            placeholder=UNKNOWN,
            column_config={
                "transaction_date": st.column_config.DateColumn(
                    "Date", format="D MMM YYYY", width=100
                ),
                "amount": money_column("Amount", width=120),
                "counterparty": st.column_config.TextColumn("Counterparty", width=180),
                "description": st.column_config.TextColumn("Bank's words", width=420),
                "set_aside": st.column_config.TextColumn("Set aside because", width=320),
                "reference": st.column_config.TextColumn("Reference", width=160),
            },
            key="open_lines",
            alt="Bank lines without an invoice",
        )


def _by_day(records: Iterable[Record], field: str) -> list[Record]:
    """The earliest first; those without a day last."""
    return sorted(records, key=lambda record: (record[field] is None, record[field]))


def _head(records: Sequence[Record], noun: str, totals: Sequence[str]) -> None:
    if records:
        st.caption(" · ".join((counted(len(records), noun), *totals)))
    else:
        st.caption("None. All are matched.")
