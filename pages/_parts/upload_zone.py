"""The field that files are dropped on: they go to the API as a stream, each with its progress.

The server writes what comes to disk, so a file costs no memory; a browser in which this does not
work has the plain uploader below it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from engine.services import services

_HERE = Path(__file__).parent
_zone = st.components.v2.component(
    "matchbook_upload_zone",
    html=(_HERE / "upload_zone.html").read_text("utf-8"),
    css=(_HERE / "upload_zone.css").read_text("utf-8"),
    js=(_HERE / "upload_zone.js").read_text("utf-8"),
)


def upload_zone(
    *,
    kind: str,
    most_bytes: int,
    key: str,
    on_open: Callable[[], None],
    on_restore: Callable[[], None],
) -> Any:
    """Draw the field.

    Args:
        kind: what the files are: auto, invoice or bank.
        most_bytes: largest file that is taken.
        key: of the component. ``st.session_state[key].open`` and ``.restore`` are ids of earlier
            uploads with the same bytes.
        on_open: called when such an upload is to be opened.
        on_restore: called when such an upload is to come back from the bin.
    """
    return _zone(
        key=key,
        data={
            "url": "/api/documents",
            "key": services().key_for("upload"),
            "kind": kind,
            "mostBytes": most_bytes,
        },
        on_came_change=lambda: None,
        on_open_change=on_open,
        on_restore_change=on_restore,
    )
