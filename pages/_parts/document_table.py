"""The table of uploads: one row per file, with a button that opens its review."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, counted, period, split_reason
from engine.store import UploadLine
from pages._parts.tables import (
    as_percentage,
    badges_column,
    confidence_column,
    money_column,
    with_money,
)
from pages._parts.uploads import open_review
from pages._parts.words import KIND, RECORDS, STATUS

_CONFIG = {
    "status": badges_column("Status", tuple(STATUS.values()), width=112),
    "file": st.column_config.TextColumn("File", width=215),
    "party": st.column_config.TextColumn("Vendor or bank", width=165),
    "content": st.column_config.TextColumn("Content", width=92),
    "dates": st.column_config.TextColumn("Dates", width=155),
    "amount": money_column("Total or balance", width=130),
    "confidence": confidence_column(),
    "reason": st.column_config.TextColumn("Why it needs a person", width=270),
    "uploaded": st.column_config.DatetimeColumn("Uploaded", format="D MMM YYYY, HH:mm", width=145),
}


def document_table(lines: Sequence[UploadLine], zone_name: str | None) -> None:
    """Draw ``lines``; the review that a button opens walks through them in this order."""
    frame = pd.DataFrame([_cells(line) for line in lines])
    frame["uploaded"] = pd.to_datetime(frame["uploaded"], utc=True)
    if zone_name:
        frame["uploaded"] = frame["uploaded"].dt.tz_convert(zone_name)
    st.session_state["documents_shown"] = [line.upload_id for line in lines]
    st.dataframe(
        with_money(frame, {"amount": "currency"}),
        hide_index=True,
        height="auto" if len(lines) < 14 else 535,
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


def _cells(line: UploadLine) -> dict[str, object]:
    return {
        "status": [STATUS[line.status].text],
        "file": line.file_name,
        "party": _party(line),
        "content": KIND[line.kind].text
        if line.records_found is None
        else counted(line.records_found, RECORDS[line.kind]),
        "dates": period(line.date_start, line.date_end),
        "amount": line.amount,
        "currency": line.currency,
        "confidence": as_percentage(line.confidence_score),
        "uploaded": line.upload_timestamp,
        "reason": reason_of(line),
        "open": ":material/arrow_forward: Open",
    }


def _party(line: UploadLine) -> str | None:
    if line.party and line.party_count > 1:
        return f"{line.party} + {line.party_count - 1} more"
    return line.party


def reason_of(line: UploadLine) -> str | None:
    """Why a person should look at the upload; None when nobody needs to."""
    if line.error_message:
        return split_reason(line.error_message)[0]
    if line.status != "completed":
        return None
    missing = (line.records_found or 0) - (line.records_processed or 0)
    if line.records_found == 0:
        return "Nothing was found in it."
    if missing:
        return f"{counted(missing, RECORDS[line.kind])} without a needed value."
    return "Waits for a person to confirm it."
