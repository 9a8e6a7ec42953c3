"""One page of the table of uploads: a row per file, chosen by their boxes, opened by a button."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, counted, split_reason
from engine.services import DocumentLine
from pages._parts.document_links import picture_of
from pages._parts.tables import (
    as_percentage,
    badges_column,
    confidence_column,
    money_column,
    with_money,
)
from pages._parts.words import KIND, RECORDS, STATUS

ROW_HEIGHT = 44
MOST_ROWS_HIGH = 11

_CONFIG: Mapping[str, Any] = {
    "picture": st.column_config.ImageColumn("", width=44, help="The first page"),
    "status": badges_column("State", tuple(STATUS.values()), width=104),
    "content": st.column_config.TextColumn("Content", width=80),
    "file": st.column_config.TextColumn("File", width=150),
    "found": st.column_config.TextColumn("Found", width=260, help="Where the first word stands."),
    "party": st.column_config.TextColumn("Vendor or bank", width=120),
    "number": st.column_config.TextColumn("Number", width=96),
    "date": st.column_config.DateColumn("Date", format="D MMM YYYY", width=92),
    "amount": money_column("Total or balance", width=106),
    "confidence": confidence_column(width=92),
    "reason": st.column_config.TextColumn("Why it needs a person", width=162),
    "who": st.column_config.TextColumn("Assigned to", width=120),
    "age": st.column_config.DatetimeColumn("Uploaded", format="distance", width=100),
}
_OF_SEVERAL = tuple(dict.fromkeys(("picture", "status", "who", *_CONFIG)))
"""Where several people work, who has a document comes before what it holds."""
_LONGEST_NUMBER = 13


def document_table(
    rows: Sequence[DocumentLine],
    key: str,
    *,
    chosen: Sequence[int] = (),
    is_team: bool = False,
    menu: Callable[[DocumentLine], list[str]],
) -> tuple[int | None, list[int]]:
    """Draw ``rows``.

    Args:
        rows: of this page.
        key: of the table; another one forgets what was chosen.
        chosen: places of the rows that are chosen at first.
        is_team: whether to say who has each document.
        menu: what can be done with one document; what was clicked is in the session under
            ``<key>_wanted``, as the row's place and the line of the menu.

    Returns:
        The place of the row to open, if any, and the places of those chosen.
    """
    frame = pd.DataFrame([{**_cells(row), "menu": menu(row)} for row in rows])
    frame["age"] = pd.to_datetime(frame["age"], utc=True)
    there = {
        "found": any(row.found_text for row in rows),
        "reason": any(row.reason for row in rows),
        "who": is_team,
    }
    left_out = {name for name, is_there in there.items() if not is_there}
    event: Any = st.dataframe(
        with_money(frame, {"amount": "currency"}),
        hide_index=True,
        row_height=ROW_HEIGHT,
        height="auto" if len(rows) <= MOST_ROWS_HIGH else ROW_HEIGHT * MOST_ROWS_HIGH + 36,
        column_config={
            **_CONFIG,
            "open": st.column_config.ButtonColumn(
                "", width=44, type="tertiary", key=f"{key}_open", on_click=_noted, args=(key,)
            ),
            "menu": st.column_config.ButtonColumn(
                "", width=44, type="tertiary", key=f"{key}_menu", on_click=_wanted, args=(key,)
            ),
        },
        column_order=[
            "open",
            "menu",
            *(name for name in (_OF_SEVERAL if is_team else _CONFIG) if name not in left_out),
        ],
        placeholder=UNKNOWN,
        key=key,
        on_select="rerun",
        selection_mode="multi-row",
        selection_default={"selection": {"rows": list(chosen)}},
        alt="Uploaded documents",
    )
    opened = st.session_state.pop(f"{key}_opened", None)
    places = [place for place in event.selection.rows if place < len(rows)]
    return (opened if opened is not None and opened < len(rows) else None), places


def _noted(key: str) -> None:
    click = st.session_state[f"{key}_open"]
    if click:
        st.session_state[f"{key}_opened"] = click.row


def _wanted(key: str) -> None:
    click = st.session_state[f"{key}_menu"]
    if click:
        st.session_state[f"{key}_wanted"] = (click.row, click.label)


def _cells(row: DocumentLine) -> dict[str, object]:
    found = row.records_found
    return {
        "picture": picture_of(row.upload_id),
        "status": [STATUS[row.status].text],
        "file": row.file_name,
        "found": f"p. {row.found_page}: … {row.found_text} …" if row.found_text else None,
        "party": party_of(row),
        "number": number_of(row.number),
        "content": KIND[row.kind].text if found is None else counted(found, RECORDS[row.kind]),
        "date": row.document_date,
        "amount": row.amount,
        "currency": row.currency,
        "confidence": as_percentage(row.confidence),
        "reason": f"{row.asked_by}: {row.remark}" if row.remark else reason_of(row.reason),
        "who": row.assignee,
        "age": row.uploaded_at,
        "open": ":material/arrow_forward:",
    }


def number_of(number: str | None) -> str | None:
    """An invoice's number, or the end of a long one: that is what tells accounts apart."""
    return number if not number or len(number) <= _LONGEST_NUMBER else f"…{number[-9:]}"


def party_of(row: DocumentLine) -> str | None:
    """The bank, or the first vendor and how many more there are."""
    count = row.party_count or 0
    return f"{row.party} + {count - 1} more" if row.party and count > 1 else row.party


def reason_of(reason: str | None) -> str | None:
    """Why a person is needed, as a sentence without its code."""
    sentence = split_reason(reason)[0]
    return sentence[:1].upper() + sentence[1:] or None
