"""A piece of a page with boxes around what was read there; it scrolls to the first of them."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from engine.services import RecordPlace

_HERE = Path(__file__).parent
_piece = st.components.v2.component(
    "matchbook_page_piece",
    html='<div class="piece" tabindex="0" role="group"></div>',
    css=(_HERE / "page_piece.css").read_text("utf-8"),
    js=(_HERE / "page_piece.js").read_text("utf-8"),
)


def page_piece(upload_id: str, page: int, places: Sequence[RecordPlace], *, key: str) -> None:
    """Draw a page (1-based) of an upload with the places that are on it."""
    _piece(
        key=key,
        data={
            "url": f"/api/documents/{upload_id}/pages/{page}.png",
            "alt": f"Page {page}, with what was read marked",
            "boxes": [list(place.bbox) for place in places if place.page == page],
        },
    )
