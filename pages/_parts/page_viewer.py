"""The page image with a box around every value that was read from it.

Paging, zooming, turning and the highlighted box live in the browser: they cost no rerun. A table on
the same screen and this viewer tell each other by events on ``window``: "matchbook:focus" (a field
was chosen; show its box), "matchbook:ask" (the viewer is there; tell again what is in hand),
"matchbook:pick" (a box was clicked; choose its field) and "matchbook:point" (show a place while it
is thought of).
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from pages._parts.document_links import key_of

_HERE = Path(__file__).parent
_viewer = st.components.v2.component(
    "matchbook_page_viewer",
    html=(_HERE / "page_viewer.html").read_text("utf-8"),
    css=(_HERE / "page_viewer.css").read_text("utf-8"),
    js=(_HERE / "page_viewer.js").read_text("utf-8"),
)


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page (1-based); the corners are fractions of the page, from its top left.

    One whose state is "cell" is drawn only while it is chosen.
    """

    key: str
    label: str
    state: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Marked:
    """An area that a person drew on a page, and the field or cell that was in hand then."""

    page: int
    area: tuple[float, float, float, float]
    key: str | None


def page_viewer(
    upload_id: str,
    pages_total: int,
    boxes: Sequence[Box],
    *,
    key: str,
    active: str | None = None,
    start_page: int = 1,
    record: str = "",
    readonly: bool = False,
    thumbnails: bool = True,
    on_mark: Callable[[], None] | None = None,
    on_page: Callable[[], None] | None = None,
) -> None:
    """Draw the pages of an upload, one at a time.

    Args:
        upload_id: whose pages.
        pages_total: how many there are.
        boxes: what to mark, on any page.
        key: of the component; ``marked_area(key)`` tells what was drawn on the page.
        active: key of the box to show and to highlight; it turns to that box's page.
        start_page: the page to open with when nothing is active.
        record: whose boxes they are; when it changes, the first of them is scrolled to.
        readonly: nothing can be drawn.
        thumbnails: the list of pages shows small pictures of them.
        on_mark: called when a person drew an area.
        on_page: called when another page is shown; without it that stays in the browser.
    """
    st.html(_HERE / "page_viewer_column.css")
    _viewer(
        key=key,
        data={
            "url": f"/api/documents/{upload_id}/pages/",
            "access": key_of(upload_id),
            "pages": max(1, pages_total),
            "boxes": [asdict(box) for box in boxes],
            "active": active,
            "startPage": start_page,
            "record": record,
            "readonly": readonly,
            "thumbnails": thumbnails,
            "reportsPages": on_page is not None,
        },
        on_marked_change=on_mark or (lambda: None),
        on_page_change=on_page or (lambda: None),
    )


def marked_area(key: str) -> Marked | None:
    """The area that was just drawn in the viewer ``key``."""
    state: Any = st.session_state.get(key)
    found = state.get("marked") if state else None
    if not isinstance(found, dict):
        return None
    try:
        area = (float(found["x0"]), float(found["y0"]), float(found["x1"]), float(found["y1"]))
        page = int(found["page"])
    except (KeyError, TypeError, ValueError):
        return None
    name = found.get("key")
    return Marked(page, area, str(name) if name else None)


def shown_page(key: str) -> int:
    """The page (1-based) that the viewer ``key`` shows, as far as it reported it."""
    state: Any = st.session_state.get(key)
    page = state.get("page") if state else None
    return page if isinstance(page, int) and page > 0 else 1
