"""What the register shows: filters whose values stand in the address."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

import streamlit as st

from engine.presentation import day, exact, number, period
from pages._parts.words import LINE_STATE, LINE_TYPE

SORTS: Final[Mapping[str, tuple[str, bool]]] = {
    "Newest first": ("date", True),
    "Oldest first": ("date", False),
    "Largest amount": ("amount", True),
    "Smallest amount": ("amount", False),
    "Counterparty": ("party", False),
    "Account": ("account", False),
}
_WAYS: Final = {"In": "in", "Out": "out"}
_EMPTY: Final[Mapping[str, Callable[[], object] | None]] = {
    "words": str,
    "account": list,
    "type": list,
    "way": None,
    "from": None,
    "to": None,
    "least": None,
    "most": None,
    "party": str,
    "register_states": list,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFilter:
    """Which lines, in which order. None is all."""

    search: str | None
    accounts: tuple[str, ...] | None
    types: tuple[str, ...] | None
    way: str | None
    from_date: dt.date | None
    to_date: dt.date | None
    least: Decimal | None
    most: Decimal | None
    party: str | None
    upload_id: str | None
    sort: str

    def params(self) -> dict[str, Any]:
        """The parameters that choose the lines, as the marts take them."""
        return {
            "search": self.search,
            "accounts": list(self.accounts) if self.accounts else None,
            "types": list(self.types) if self.types else None,
            "way": self.way,
            "from_date": self.from_date,
            "to_date": self.to_date,
            "least": self.least,
            "most": self.most,
            "party": self.party,
            "upload_id": self.upload_id,
        }

    def words(self) -> list[str]:
        """The filters in words, for who reads a download."""
        found = [f"words: {self.search}" if self.search else "", *self._more()]
        return [text for text in found if text]

    def _more(self) -> list[str]:
        days = ""
        if self.from_date and self.to_date:
            days = f"period: {period(self.from_date, self.to_date)}"
        elif self.from_date or self.to_date:
            days = f"{'from' if self.from_date else 'up to'} {day(self.from_date or self.to_date)}"
        return [
            f"accounts: {', '.join(self.accounts)}" if self.accounts else "",
            f"kinds: {', '.join(LINE_TYPE.get(t, t) for t in self.types)}" if self.types else "",
            f"money {self.way}" if self.way else "",
            days,
            f"at least {self.least}" if self.least is not None else "",
            f"at most {self.most}" if self.most is not None else "",
            f"counterparty: {self.party}" if self.party else "",
        ]


def line_filter(values: Sequence[Mapping[str, Any]]) -> LineFilter:
    """Draw the filters; ``values`` are what accounts and kinds there are."""
    accounts = [v["value"] for v in values if v["field"] == "account"]
    types = [v["value"] for v in values if v["field"] == "type"]
    words, account, sort, more = st.columns([2.4, 1.6, 1.1, 0.9], vertical_alignment="bottom")
    search = words.text_input(
        "Search",
        type="search",
        key="words",
        bind="query-params",
        live="300ms",
        placeholder="Words of the bank, counterparty or reference",
        label_visibility="collapsed",
    )
    chosen = account.multiselect(
        "Accounts",
        accounts,
        key="account",
        bind="query-params",
        placeholder="All accounts"
        if len(accounts) < 2
        else f"All {number(len(accounts))} accounts",
        label_visibility="collapsed",
    )
    order = sort.selectbox(
        "Order", list(SORTS), key="sort", bind="query-params", label_visibility="collapsed"
    )
    with more.popover("Filters", icon=":material/tune:", key="register_more", width="stretch"):
        found = _more_filters(types)
    return LineFilter(
        search=(search or "").strip() or None,
        accounts=tuple(chosen) or None,
        upload_id=st.query_params.get("statement"),
        sort=order,
        **found,
    )


def _more_filters(types: Sequence[str]) -> dict[str, Any]:
    names = {LINE_TYPE.get(kind, kind.capitalize()): kind for kind in types}
    party = st.text_input("Counterparty contains", key="party", bind="query-params")
    kinds = st.multiselect(
        "Kinds", list(names), key="type", bind="query-params", placeholder="All kinds"
    )
    way = st.segmented_control("Money", list(_WAYS), key="way", bind="query-params")
    first, last = st.columns(2)
    from_date = first.date_input(
        "From", value=None, key="from", bind="query-params", format="YYYY-MM-DD"
    )
    to_date = last.date_input("To", value=None, key="to", bind="query-params", format="YYYY-MM-DD")
    least = first.number_input(
        "Amount from", min_value=0.0, value=None, key="least", bind="query-params", step=0.01
    )
    most = last.number_input(
        "Amount to", min_value=0.0, value=None, key="most", bind="query-params", step=0.01
    )
    return {
        "party": (party or "").strip() or None,
        "types": tuple(names[kind] for kind in kinds) or None,
        "way": _WAYS.get(way or ""),
        "from_date": from_date,
        "to_date": to_date,
        "least": None if least is None else exact(least, None),
        "most": None if most is None else exact(most, None),
    }


def state_pills(counts: Mapping[str, int]) -> tuple[str, ...] | None:
    """Draw the states with how many lines each has; the chosen ones, None for all."""
    there = [state for state in LINE_STATE if counts.get(state)]
    kept = [state for state in st.query_params.get_all("state") if state in LINE_STATE]
    shown = [state for state in LINE_STATE if state in there or state in kept]
    st.session_state.setdefault("register_states", kept)
    st.session_state["register_states"] = [
        state for state in st.session_state["register_states"] if state in shown
    ]
    chosen = st.pills(
        "State",
        shown,
        selection_mode="multi",
        format_func=lambda state: (
            f"{LINE_STATE[state].icon} {LINE_STATE[state].text} {number(counts.get(state, 0))}"
        ),
        key="register_states",
        on_change=_remember_states,
        label_visibility="collapsed",
    )
    return tuple(chosen) or None


def _remember_states() -> None:
    """Keep the states in the address: a bound widget would put their counts there."""
    st.query_params["state"] = st.session_state["register_states"]


def show_all() -> None:
    """Take every filter away.

    An address that is bound to inputs cannot be cleared: they are emptied, and it follows.
    """
    for key, nothing in _EMPTY.items():
        if key in st.session_state:
            st.session_state[key] = nothing() if nothing else None
    for name in ("state", "statement"):
        if name in st.query_params:
            del st.query_params[name]
