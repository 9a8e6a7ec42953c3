"""Every key of the review, listed on "?"; the keys stand on the buttons too."""

from pathlib import Path
from typing import Final

import streamlit as st

_HERE = Path(__file__).parent
_sheet = st.components.v2.component(
    "matchbook_review_keys",
    html=(_HERE / "review_keys.html").read_text("utf-8"),
    css="\n".join((_HERE / n).read_text("utf-8") for n in ("state_chip.css", "review_keys.css")),
    js="\n".join((_HERE / n).read_text("utf-8") for n in ("state_chip.js", "review_keys.js")),
)

KEYS: Final = (
    (
        "The document",
        (
            ("A", "Confirm, and go to the next that waits"),
            ("X", "Reject, with a reason"),
            ("Q", "Send back, with a comment, where several people work"),
            ("U · Y", "Undo · redo"),
            ("N · P", "Next · previous document of the queue"),
            ("J · K", "Next · previous invoice of the file"),
            ("?", "This list"),
        ),
    ),
    (
        "Values",
        (
            ("F", "The first value that needs a look"),
            ("Enter", "Keep the value and go to the next that needs a look"),
            ("Shift Enter", "The one before"),
            ("Alt 1 … 9", "Take what is offered under a value"),
            ("Esc", "Put the old value back; again: leave the field"),
            ("Tab", "The next field"),
        ),
    ),
    (
        "Tables",
        (
            ("↑ ↓", "The row above · below"),
            ("Alt ↑ · Alt ↓", "The next row that needs a look"),
            ("Enter", "Keep and go down; in the list of invoices: open"),
            ("Space", "Tick a row"),
            ("Alt N", "Add a row"),
            ("Alt S · Alt J", "Split · join"),
            ("Alt O", "Looks right · open"),
            ("Alt X", "Delete"),
        ),
    ),
    (
        "The page",
        (
            ("[ · ]", "Previous · next page"),
            ("S", "Show or hide the list of pages"),
            ("B", "Show or hide the boxes"),
            ("+ · − · 0", "Larger · smaller · fit"),
            ("W", "Turn"),
            ("E", "Full screen"),
            ("Drag", "Words go into the field in hand"),
        ),
    ),
)
"""What every key does, by where it does it."""


def keys_button() -> None:
    """A button that opens the list; the key "?" does too."""
    _sheet(key="review_keys", data={"groups": KEYS}, width="content")
