"""What a run may take for a fee or the like, and what currencies are worth in it."""

from decimal import Decimal
from typing import Final

import pandas as pd
import streamlit as st

from engine.presentation import exact
from engine.presentation.match_words import TREATMENT
from engine.records import ToleranceTreatment
from engine.records.rules import Difference

Rates = dict[str, dict[str, float]]

_KINDS: Final[tuple[Difference, ...]] = ("fee", "discount", "withholding_tax", "exchange")


def tolerance_form() -> ToleranceTreatment | None:
    """A button with what small differences are; None while none is tolerated."""
    said = st.session_state.get("reconcile_tolerance")
    title = f"Tolerance: {TREATMENT[said]}" if said else "Tolerance"
    with st.popover(title, icon=":material/tune:", width="stretch", key="tolerance_button"):
        kind = st.selectbox(
            "A small difference is",
            _KINDS,
            index=None,
            format_func=lambda name: TREATMENT[name].capitalize(),
            placeholder="What the matcher finds itself",
            key="reconcile_tolerance",
            help="For lines that name the party or the invoice, and that no rule decides.",
        )
        amount = st.number_input(
            "Up to this amount", 0.0, None, 5.0, step=0.5, key="reconcile_tolerance_amount"
        )
        percent = st.number_input(
            "or this percentage of the invoice",
            0.0,
            50.0,
            0.0,
            step=0.5,
            key="reconcile_tolerance_percent",
            help="The larger of the two counts.",
        )
    if kind is None or not (amount or percent):
        return None
    return ToleranceTreatment(
        difference=kind,
        amount=exact(amount, None) if amount else None,
        percent=Decimal(str(percent)) if percent else None,
    )


def rates_form() -> Rates | None:
    """A button with the table of rates; None while there are none, and currencies never mix."""
    with st.popover("Rates", icon=":material/currency_exchange:", width="stretch", key="rates"):
        st.caption(
            "What one unit of each currency is worth in your own, which has the rate 1. "
            "Without rates, currencies are never matched with each other."
        )
        edited = st.data_editor(
            pd.DataFrame({"month": [""], "currency": [""], "rate": [None]}).astype(
                {"rate": "float64"}
            ),
            num_rows="dynamic",
            hide_index=True,
            column_config={
                "month": st.column_config.TextColumn(
                    "Month", help="2024-01", validate=r"^\d{4}-(0[1-9]|1[0-2])$"
                ),
                "currency": st.column_config.TextColumn("Currency", validate=r"^[A-Z]{3}$"),
                "rate": st.column_config.NumberColumn("Rate", min_value=0.0, format="%.6g"),
            },
            key="reconcile_rates",
            alt="Exchange rates",
        )
    table: Rates = {}
    for month, code, rate in edited.itertuples(index=False, name=None):
        if month and code and rate and rate > 0:
            table.setdefault(month, {})[code] = float(rate)
    return table or None
