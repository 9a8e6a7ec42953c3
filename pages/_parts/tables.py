"""Tables for people: amounts with their currency's decimals, states as coloured badges."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from engine.presentation import UNKNOWN, money
from pages._parts.words import Word


def with_money(frame: pd.DataFrame, columns: Mapping[str, str]) -> Styler:
    """Show amount columns as money; they still sort as numbers.

    ``columns`` maps an amount's column to the column that holds its currency. The currency columns
    are dropped: their codes stand beside the amounts.
    """
    currencies = {name: frame[source].tolist() for name, source in columns.items()}
    shown = frame.drop(columns=sorted(set(columns.values())))
    styler = shown.style
    for name, codes in currencies.items():
        for code in dict.fromkeys(codes):
            rows = [label for label, own in zip(shown.index, codes, strict=True) if own == code]
            styler = styler.format(_formatter(code), subset=(rows, [name]), na_rep=UNKNOWN)
    return styler


def _formatter(currency: str | None) -> Any:
    def text(value: Decimal | None) -> str:
        return money(value, currency)

    return text


def money_column(label: str, **options: Any) -> Any:
    """Configuration of a column that ``with_money`` formats."""
    return st.column_config.Column(label, alignment="right", **options)


def badges_column(label: str, words: Sequence[Word], **options: Any) -> Any:
    """Configuration of a column whose cells are lists of the words' texts."""
    unique = {word.text: word.colour for word in words}
    return st.column_config.MultiselectColumn(
        label, options=list(unique), color=list(unique.values()), **options
    )


def as_percentage(share: float | None) -> float | None:
    """A share from 0 to 1 for a ``confidence_column``; less than all is never 100."""
    return None if share is None else 100 * (min(share, 0.99) if share < 1 else share)


def confidence_column(label: str = "Confidence", width: int = 115) -> Any:
    """Configuration of a column of percentages from 0 to 100."""
    return st.column_config.ProgressColumn(
        label,
        format="%.0f%%",
        min_value=0,
        max_value=100,
        width=width,
        help="How likely it is that what was read is right.",
    )
