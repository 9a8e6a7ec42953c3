"""The pages of a file under review: whose each one is, and the words that move a boundary."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from engine.presentation import counted, plain
from engine.presentation.page_rows import PageRow, page_rows
from engine.records import BBox, InvoiceDocument
from engine.services import PageWord, Word
from pages._parts.page_viewer import Box
from pages._parts.review_state import regroup, revision
from pages._parts.tables import as_percentage, badges_column, confidence_column
from pages._parts.words import PAGE_STATE

_WORDS: Mapping[Word, tuple[str, str, str]] = {
    "begin": ("Begin here", ":material/content_cut:", "An invoice begins on the chosen page."),
    "join": (
        "Join with previous",
        ":material/merge:",
        "What begins on the chosen page belongs to the invoice before.",
    ),
    "leave": ("Take out", ":material/remove:", "The chosen page belongs to no invoice."),
}
_CHOSEN = "review_page_chosen"
SHOWN_ROWS = 9
TABLE_HEIGHT = 332
"""In pixels: a header and nine rows, so that the table ends above the action bar."""


def page_strip(document: InvoiceDocument, *, readonly: bool) -> tuple[list[Box], int]:
    """Draw the pages; the boxes of those that invoices share, and the page to show."""
    rows = page_rows(document.invoices, document.file_info.pages_total)
    doubtful = sum(row.state == "doubtful" for row in rows)
    doubts = f" {counted(doubtful, 'boundary', 'boundaries')} to look at." if doubtful else ""
    st.caption(
        f"{counted(document.file_info.pages_total, 'page')}, "
        f"{counted(len(document.invoices), 'invoice')}.{doubts} Choose a page to move a boundary; "
        "Undo puts it back."
    )
    actions = st.container(horizontal=True, gap="xsmall")
    chosen = _table(document, rows)
    with actions:
        for word, (label, icon, help_text) in _WORDS.items():
            st.button(
                label,
                icon=icon,
                help=help_text,
                key=f"pages_{word}",
                disabled=readonly or not _is_possible(word, chosen, rows),
                on_click=_say,
                args=(word, chosen),
            )
    boxes = [
        Box(f"page {index}", row.label, _box_state(row, chosen), row.page, *row.bbox)
        for index, row in enumerate(rows)
        if row.bbox is not None
    ]
    return boxes, chosen.page if chosen else 1


def _box_state(row: PageRow, chosen: PageRow | None) -> str:
    return "changed" if row == chosen else "sure"


def _table(document: InvoiceDocument, rows: Sequence[PageRow]) -> PageRow | None:
    """The table of all pages; the row that is chosen."""
    frame = pd.DataFrame(
        {
            "page": [row.page for row in rows],
            "state": [[PAGE_STATE[row.state].text] for row in rows],
            "invoice": [plain_label(row) for row in rows],
            "confidence": [as_percentage(row.confidence) for row in rows],
        }
    )
    start = _place_of(st.session_state.get(_CHOSEN), rows)
    event: Any = st.dataframe(
        frame,
        key=f"pages_{document.upload_id}_{revision()}",
        hide_index=True,
        height="auto" if len(rows) < SHOWN_ROWS else TABLE_HEIGHT,
        on_select="rerun",
        selection_mode="single-cell",
        selection_default={"selection": {"cells": [] if start is None else [(start, "page")]}},
        column_config={
            "page": st.column_config.NumberColumn("Page", width=55),
            "state": badges_column("Here", tuple(PAGE_STATE.values()), width=98),
            "invoice": st.column_config.TextColumn("Invoice", width=215),
            "confidence": confidence_column("Boundary", width=105),
        },
        alt="Pages of the file and the invoices that they belong to",
    )
    places = [place for place, _ in event.selection.cells]
    chosen = rows[places[0]] if places and places[0] < len(rows) else None
    st.session_state[_CHOSEN] = _identity(chosen) if chosen else None
    return chosen


def plain_label(row: PageRow) -> str:
    """The invoice's label; pages that it goes on over say so by an indent."""
    return row.label if row.state != "goes_on" else f"  {row.label}"


def _place_of(seen: tuple[int, BBox | None] | None, rows: Sequence[PageRow]) -> int | None:
    """Where what was chosen stands now: its parts may be other ones, its page is not."""
    same = [place for place, row in enumerate(rows) if _identity(row) == seen]
    on_page = [place for place, row in enumerate(rows) if seen and row.page == seen[0]]
    return next(iter((*same, *on_page)), None)


def _identity(row: PageRow) -> tuple[int, BBox | None]:
    return row.page, row.bbox


def _is_possible(word: Word, chosen: PageRow | None, rows: Sequence[PageRow]) -> bool:
    if chosen is None:
        return False
    if word == "begin":
        return chosen.state in ("goes_on", "none")
    if word == "leave":
        return chosen.state != "none"
    earlier = any(row.place is not None for row in rows[: rows.index(chosen)])
    return chosen.state != "goes_on" and earlier


def _say(word: Word, chosen: PageRow) -> None:
    owner = chosen.invoice.invoice_id if chosen.invoice else None
    y = chosen.bbox[1] if chosen.bbox else 0.0
    label = plain(_WORDS[word][0].lower())
    regroup(f"Page {chosen.page}: {label}", PageWord(word, chosen.page, y=y, invoice_id=owner))
