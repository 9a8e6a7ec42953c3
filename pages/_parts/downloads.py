"""One button to take rows along as Excel, CSV or Parquet; the file is made when it is asked for."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from engine.access import Permission, Person, acting
from engine.exports import FORMATS, ExportTable, FileFormat, export
from engine.services import services
from pages._parts.session import person_of_session


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
    person = person_of_session()
    disabled = disabled or not person.may(Permission.EXPORT)
    with st.popover(label, icon=":material/download:", disabled=disabled, key=key):
        for file_format in formats:
            st.download_button(
                FORMATS[file_format].label,
                data=partial(_content, person, make, file_format, name),
                file_name=f"{name}.{file_format}",
                mime=FORMATS[file_format].mime_type,
                key=f"{key}_{file_format}",
                on_click="ignore",
                width="stretch",
            )


def _content(
    person: Person, make: Callable[[], ExportTable], file_format: FileFormat, name: str
) -> bytes:
    with acting(person):
        services().note_export(f"{name}.{file_format}")
        return export(make(), file_format).content
