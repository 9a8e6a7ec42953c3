"""What the list of documents is narrowed by: words, kind, state, days, currency; and its order."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, cast

import streamlit as st

from engine.records.uploads import UploadKind
from engine.services import SORT_KEYS, DocumentCounts, DocumentQuery, Hands, SortKey, services
from pages._parts.list_state import ListState
from pages._parts.words import KINDS, STATUS

STATE: Final = ListState(
    "documents",
    single=(
        "find",
        "kind",
        "needs",
        "hands",
        "back",
        "currency",
        "from",
        "to",
        "sort",
        "show",
        "page",
    ),
    several=("status",),
)
PER_PAGE: Final = 50
HANDS: Final[Mapping[Hands, tuple[str, str]]] = {
    "me": (":material/person_check:", "Mine"),
    "nobody": (":material/person_off:", "Unassigned"),
}
"""What of several people's documents somebody looks for: its icon and its word."""

ORDERS: Final[Mapping[str, tuple[str, SortKey, bool]]] = {
    "": ("Newest upload first", "uploaded_at", True),
    "oldest": ("Oldest upload first", "uploaded_at", False),
    "unsure": ("Least sure first", "confidence", False),
    "amount": ("Largest amount first", "amount", True),
    "date": ("Latest date first", "document_date", True),
    "party": ("Vendor or bank, A to Z", "party", False),
    "name": ("File name, A to Z", "file_name", False),
    "reason": ("By what needs a person", "reason", False),
    "records": ("Most invoices or lines first", "records_found", True),
}
assert all(order[1] in SORT_KEYS for order in ORDERS.values())  # noqa: S101


def query_now() -> DocumentQuery:
    """What the session says is to be listed; values that make no sense count as not said."""
    value = _values()
    _, sort_by, descending = ORDERS.get(value["sort"] or "", ORDERS[""])
    return DocumentQuery(
        search=value["find"] or None,
        kind=value["kind"] if value["kind"] in KINDS else None,
        statuses=tuple(name for name in value["status"] if name in STATUS),
        needs_person=True if value["needs"] else None,
        from_date=_day(value["from"]),
        to_date=_day(value["to"]),
        currency=value["currency"] or None,
        me=services().me(),
        hands=value["hands"] if value["hands"] in HANDS else None,
        is_sent_back=True if value["back"] else None,
        sort_by=sort_by,
        descending=descending,
        page=_page(value["page"]),
        per_page=PER_PAGE,
    )


def search_field() -> None:
    """Words of names or of any page; what is typed is looked for at once."""
    st.text_input(
        "Search",
        type="search",
        placeholder='Words on any page, file, vendor, number … "in quotes": as a phrase',
        key=STATE.key("find"),
        label_visibility="collapsed",
        live="400ms",
        on_change=first_page,
    )


def kind_filter(counts: DocumentCounts, query: DocumentQuery) -> None:
    """Both kinds with how many there are within the other filters."""

    def label(kind: str) -> str:
        return f"{KINDS[kind]} {counts.of(replace(query, kind=cast(UploadKind, kind))):,}"

    st.pills(
        "Kind",
        list(KINDS),
        format_func=label,
        key=STATE.key("kind"),
        label_visibility="collapsed",
        on_change=first_page,
    )


def state_filter(counts: DocumentCounts, query: DocumentQuery) -> None:
    """The statuses that there are, with how many within the other filters."""
    there = [
        status
        for status in STATUS
        if status in query.statuses
        or counts.of(replace(query, statuses=(status,), needs_person=None))
    ]

    def label(status: str) -> str:
        number = counts.of(replace(query, statuses=(status,)))
        return f"{STATUS[status].icon} {STATUS[status].text} {number:,}"

    if there:
        st.pills(
            "State",
            there,
            selection_mode="multi",
            format_func=label,
            key=STATE.key("status"),
            label_visibility="collapsed",
            on_change=first_page,
        )


def needs_filter(counts: DocumentCounts, query: DocumentQuery) -> None:
    """Only what needs a person."""
    number = counts.of(replace(query, needs_person=True))
    st.pills(
        "Needs a person",
        ["yes"],
        format_func=lambda _: f":material/person_alert: Needs a person {number:,}",
        key=STATE.key("needs"),
        label_visibility="collapsed",
        on_change=first_page,
    )


def hands_filter(counts: DocumentCounts, query: DocumentQuery) -> None:
    """Mine, and what nobody has; nothing where there is only one person."""
    if query.me is None:
        return

    def label(hands: Hands) -> str:
        icon, word = HANDS[hands]
        return f"{icon} {word} {counts.of(replace(query, hands=hands)):,}"

    st.pills(
        "Assigned",
        list(HANDS),
        format_func=label,
        key=STATE.key("hands"),
        label_visibility="collapsed",
        on_change=first_page,
    )


def sent_back_filter(counts: DocumentCounts, query: DocumentQuery) -> None:
    """What waits for an answer; nothing where nothing was ever sent back."""
    number = counts.of(replace(query, is_sent_back=True))
    if not number and not query.is_sent_back and not counts.count(is_sent_back=True):
        return
    st.pills(
        "Sent back",
        ["yes"],
        format_func=lambda _: f":material/reply: Sent back {number:,}",
        key=STATE.key("back"),
        label_visibility="collapsed",
        on_change=first_page,
    )


def order_choice() -> None:
    """In which order all documents that fit stand, not only those of this page."""
    key = STATE.key("sort")
    st.session_state[key] = st.session_state.get(key) or ""
    if st.session_state[key] not in ORDERS:
        st.session_state[key] = ""
    st.selectbox(
        "Order",
        list(ORDERS),
        format_func=lambda order: ORDERS[order][0],
        key=key,
        label_visibility="collapsed",
        on_change=first_page,
        width=230,
    )


def more_filters(currencies: list[str]) -> None:
    """Days of the upload and the currency, out of the way until they are wanted."""
    chosen = sum(bool(st.session_state.get(STATE.key(word))) for word in ("from", "to", "currency"))
    label = f"More filters ({chosen})" if chosen else "More filters"
    with st.popover(label, icon=":material/tune:", key="documents_more"):
        for word, text in (("from", "Uploaded from"), ("to", "Uploaded up to")):
            _day_field(word, text)
        key = STATE.key("currency")
        options = sorted({*currencies, *filter(None, [st.session_state.get(key)])})
        st.selectbox(
            "Currency", options, key=key, placeholder="Any", index=None, on_change=first_page
        )


def first_page() -> None:
    """What another filter finds is looked at from its beginning."""
    st.session_state[STATE.key("page")] = None


def _day_field(word: str, label: str) -> None:
    kept, field = STATE.key(word), f"documents_field_{word}"
    st.session_state[field] = _day(st.session_state.get(kept))

    def keep() -> None:
        value = st.session_state[field]
        st.session_state[kept] = value.isoformat() if value else None
        first_page()

    st.date_input(label, value=None, format="YYYY-MM-DD", key=field, on_change=keep)


def _values() -> dict[str, Any]:
    words = (*STATE.single, *STATE.several)
    values = {word: st.session_state.get(STATE.key(word)) for word in words}
    return {**values, "status": values["status"] or []}


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _page(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and int(text) else 1
