"""The whole board as Excel or PDF, made when it is asked for."""

import streamlit as st

from engine.services import BoardFilters, services
from pages._parts.uploads import zone


def take_along(filters: BoardFilters) -> None:
    """Draw the button with both formats."""
    made_by, reader_zone = services(), zone()
    name = f"Matchbook dashboard {filters.today.isoformat()}"
    with st.popover("Download", icon=":material/download:", key="board_download"):
        st.download_button(
            "Excel",
            data=lambda: made_by.board_as_excel(filters, reader_zone),
            file_name=f"{name}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            key="board_excel",
            on_click="ignore",
            width="stretch",
        )
        st.download_button(
            "PDF",
            data=lambda: made_by.board_as_pdf(filters, reader_zone),
            file_name=f"{name}.pdf",
            mime="application/pdf",
            key="board_pdf",
            on_click="ignore",
            width="stretch",
        )
