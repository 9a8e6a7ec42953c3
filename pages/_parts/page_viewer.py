"""The page image with a box around every value that was read from it.

Paging, zooming and the highlighted box live in the browser: they cost no rerun. A field table on
the same screen and this viewer tell each other by two events on ``window``: "matchbook:focus"
(a field was chosen; show its box) and "matchbook:pick" (a box was clicked; choose its field).
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st

_HERE = Path(__file__).parent
_viewer = st.components.v2.component(
    "matchbook_page_viewer",
    html=(_HERE / "page_viewer.html").read_text("utf-8"),
    css=(_HERE / "page_viewer.css").read_text("utf-8"),
    js=(_HERE / "page_viewer.js").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page (1-based); the corners are fractions of the page, from its top left."""

    key: str
    label: str
    state: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


def page_viewer(
    upload_id: str,
    pages_total: int,
    boxes: Sequence[Box],
    *,
    key: str,
    active: str | None = None,
    start_page: int = 1,
    record: str = "",
    on_pick: Callable[[], None] | None = None,
) -> None:
    """Draw the pages of an upload, one at a time.

    Args:
        upload_id: whose pages.
        pages_total: how many there are.
        boxes: what to mark, on any page.
        key: of the component; ``st.session_state[key].picked`` is the key of the box clicked last.
        active: key of the box to show and to highlight; it turns to that box's page.
        start_page: the page to open with when nothing is active.
        record: whose boxes they are; when it changes, the first of them is scrolled to.
        on_pick: called when a box was clicked; without it a click stays in the browser.
    """
    st.html(_HERE / "page_viewer_column.css")
    _viewer(
        key=key,
        data={
            "url": f"/api/documents/{upload_id}/pages/",
            "pages": max(1, pages_total),
            "boxes": [asdict(box) for box in boxes],
            "active": active,
            "startPage": start_page,
            "record": record,
            "reportsPicks": on_pick is not None,
        },
        on_picked_change=on_pick or (lambda: None),
    )
