"""One button to take rows along as Excel, CSV or Parquet; the file is made when it is asked for."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from engine.exports import FORMATS, ExportTable, FileFormat, export


def downloads(
    name: str,
    make: Callable[[], ExportTable],
    *,
    key: str,
    formats: Sequence[FileFormat] = ("xlsx", "csv", "parquet"),
    label: str = "Download",
    disabled: bool = False,
) -> None:
    """Draw the button with its formats.

    Args:
        name: of the file, without its ending.
        make: gives the rows. It runs on another thread when a person asks for a file, so it must
            not look at the session: bind what it needs beforehand.
        key: of the widgets.
        formats: what is offered, in this order.
        label: of the button.
        disabled: whether there is nothing to take along.
    """
    with st.popover(label, icon=":material/download:", disabled=disabled, key=key):
        for file_format in formats:
            st.download_button(
                FORMATS[file_format].label,
                data=partial(_content, make, file_format),
                file_name=f"{name}.{file_format}",
                mime=FORMATS[file_format].mime_type,
                key=f"{key}_{file_format}",
                on_click="ignore",
                width="stretch",
            )


def _content(make: Callable[[], ExportTable], file_format: FileFormat) -> bytes:
    return export(make(), file_format).content
