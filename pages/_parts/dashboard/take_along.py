"""The whole board as Excel or PDF, made when it is asked for."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import streamlit as st

from engine.access import Permission, Person, acting
from engine.services import BoardFilters, services
from pages._parts.session import person_of_session
from pages._parts.uploads import zone


def take_along(filters: BoardFilters) -> None:
    """Draw the button with both formats."""
    person, reader_zone = person_of_session(), zone()
    may_take = person.may(Permission.EXPORT)
    name = f"Matchbook dashboard {filters.today.isoformat()}"
    with st.popover(
        "Download", icon=":material/download:", key="board_download", disabled=not may_take
    ):
        st.download_button(
            "Excel",
            data=partial(
                _made, person, services().board_as_excel, filters, reader_zone, f"{name}.xlsx"
            ),
            file_name=f"{name}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="board_excel",
            on_click="ignore",
            width="stretch",
        )
        st.download_button(
            "PDF",
            data=partial(
                _made, person, services().board_as_pdf, filters, reader_zone, f"{name}.pdf"
            ),
            file_name=f"{name}.pdf",
            mime="application/pdf",
            key="board_pdf",
            on_click="ignore",
            width="stretch",
        )


def _made(
    person: Person,
    make: Callable[[BoardFilters, dt.tzinfo], bytes],
    filters: BoardFilters,
    reader_zone: dt.tzinfo,
    file_name: str,
) -> bytes:
    """The file; it is made on another thread, which does not know the session."""
    with acting(person):
        services().note_export(file_name)
        return make(filters, reader_zone)
