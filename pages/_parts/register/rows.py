"""The lines of the register, asked for once per filter and page while nothing is written."""

from decimal import Decimal
from typing import Any, Final

import streamlit as st

from engine.exports import ExportTable, day, money, share, text
from engine.presentation import sum_lines
from engine.services import Services, services
from pages._parts.register.filters import SORTS, LineFilter
from pages._parts.words import LINE_STATE, LINE_TYPE

PAGE: Final = 100
Line = dict[str, Any]


def register_values() -> list[Line]:
    """Which accounts and kinds of lines there are."""
    store = services().store
    return _values(str(store.database_path), store.shown_version())


def register_sums(asked: LineFilter) -> list[Line]:
    """Lines, money in and money out of every state and currency under the filter."""
    store = services().store
    return _sums(str(store.database_path), store.shown_version(), asked)


def register_page(asked: LineFilter, states: tuple[str, ...] | None, page: int) -> list[Line]:
    """One page of the lines; ``page`` is 1-based."""
    store = services().store
    return _page(str(store.database_path), store.shown_version(), asked, states, page)


def all_lines(engine: Services, asked: LineFilter, states: tuple[str, ...] | None) -> ExportTable:
    """All lines of the filter as a table to take along."""
    rows = [
        {
            **line,
            "state": LINE_STATE[line["state"]].text,
            "type": LINE_TYPE.get(line["type"] or "", line["type"]),
        }
        for line in engine.store.analytics.query("register", **_params(asked, states))
    ]
    columns = (
        day("transaction_date", "Date"),
        day("value_date", "Value date"),
        text("account_number", "Account"),
        text("bank_name", "Bank"),
        text("counterparty", "Counterparty"),
        text("description", "Bank's words"),
        text("reference", "Reference"),
        text("type", "Kind"),
        money("amount", "Amount"),
        money("balance", "Balance"),
        text("currency", "Currency"),
        text("state", "State"),
        text("aside_evidence", "Set aside because"),
        share("match_confidence", "Match sure"),
        share("confidence", "Read sure"),
    )
    return ExportTable("Transactions", columns, rows, notes=asked.words())


def totals(sums: list[Line], states: tuple[str, ...] | None) -> tuple[int, list[str]]:
    """How many lines the chosen states have, and what came in and went out, by currency."""
    kept = [row for row in sums if states is None or row["state"] in states]
    way: dict[str, list[tuple[Decimal | None, str | None]]] = {"money_in": [], "money_out": []}
    for row in kept:
        for name, amounts in way.items():
            if row[name]:
                amounts.append((row[name], row["currency"]))
    told = [f"{text_} in" for text_ in sum_lines(way["money_in"])]
    told += [f"{text_} out" for text_ in sum_lines(way["money_out"])]
    return sum(row["lines"] for row in kept), told


def _params(asked: LineFilter, states: tuple[str, ...] | None) -> dict[str, Any]:
    column, descending = SORTS[asked.sort]
    return {
        **asked.params(),
        "states": list(states) if states else None,
        "sort_by": column,
        "descending": descending,
    }


@st.cache_resource(max_entries=2, ttl="1h", show_spinner=False)
def _values(database: str, version: int) -> list[Line]:
    del database, version  # what the answer depends on
    return services().store.analytics.query("register_values")


@st.cache_resource(max_entries=32, ttl="1h", show_spinner=False)
def _sums(database: str, version: int, asked: LineFilter) -> list[Line]:
    del database, version  # what the answer depends on
    return services().store.analytics.query("register_sums", **asked.params())


@st.cache_resource(max_entries=32, ttl="1h", show_spinner=False)
def _page(
    database: str, version: int, asked: LineFilter, states: tuple[str, ...] | None, page: int
) -> list[Line]:
    del database, version  # what the answer depends on
    return services().store.analytics.query(
        "register", **_params(asked, states), limit=PAGE, offset=(page - 1) * PAGE
    )
