"""The table of uploads: one row per file, with a button that opens its review."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, counted, period, split_reason
from pages._parts.tables import (
    as_percentage,
    badges_column,
    confidence_column,
    money_column,
    with_money,
)
from pages._parts.uploads import DocumentRow, open_review
from pages._parts.words import KIND, RECORDS, STATUS

_CONFIG = {
    "status": badges_column("Status", tuple(STATUS.values()), width=112),
    "file": st.column_config.TextColumn("File", width=185),
    "party": st.column_config.TextColumn("Vendor or bank", width=150),
    "dates": st.column_config.TextColumn("Dates", width=148),
    "amount": money_column("Total or balance", width=106),
    "reason": st.column_config.TextColumn("Why it needs a person", width=240),
    "confidence": confidence_column(width=105),
    "content": st.column_config.TextColumn("Content", width=92),
    "uploaded": st.column_config.DatetimeColumn("Uploaded", format="D MMM YYYY, HH:mm", width=145),
}


def document_table(rows: Sequence[DocumentRow], zone_name: str | None) -> None:
    """Draw ``rows``; the review that a button opens walks through them in this order."""
    frame = pd.DataFrame([_cells(row) for row in rows])
    frame["uploaded"] = pd.to_datetime(frame["uploaded"], utc=True)
    if zone_name:
        frame["uploaded"] = frame["uploaded"].dt.tz_convert(zone_name)
    st.session_state["documents_shown"] = [row["upload_id"] for row in rows]
    st.dataframe(
        with_money(frame, {"amount": "currency"}),
        hide_index=True,
        height="auto" if len(rows) < 14 else 535,
        column_config={
            **_CONFIG,
            "open": st.column_config.ButtonColumn(
                "", width=78, type="tertiary", key="documents_open", on_click=_open
            ),
        },
        column_order=["open", *_CONFIG],
        placeholder=UNKNOWN,
        key="documents_table",
        alt="Uploaded documents",
    )


def _open() -> None:
    click = st.session_state.documents_open
    queue = st.session_state.get("documents_shown", [])
    if click and click.row < len(queue):
        open_review(queue[click.row], queue)


def _cells(row: DocumentRow) -> dict[str, object]:
    kind, found = row["kind"], row["records_found"]
    return {
        "status": [STATUS[row["status"]].text],
        "file": row["file_name"],
        "party": _party(row),
        "content": KIND[kind].text if found is None else counted(found, RECORDS[kind]),
        "dates": period(row["date_start"], row["date_end"]),
        "amount": row["amount"],
        "currency": row["currency"],
        "confidence": as_percentage(row["confidence"]),
        "reason": _reason(row["reason"]),
        "uploaded": row["uploaded_at"],
        "open": ":material/arrow_forward: Open",
    }


def _party(row: DocumentRow) -> str | None:
    party, count = row["party"], row["party_count"] or 0
    return f"{party} + {count - 1} more" if party and count > 1 else party


def _reason(reason: str | None) -> str | None:
    sentence = split_reason(reason)[0]
    return sentence[:1].upper() + sentence[1:] or None


def words_of(row: DocumentRow) -> str:
    """What a search looks into, in lower case."""
    parts = (row["file_name"], row["party"], row["number"], row["account_name"], row["reason"])
    return " ".join(part for part in parts if part).casefold()
