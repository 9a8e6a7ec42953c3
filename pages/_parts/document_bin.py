"""The bin: what was deleted, by whom and when; restored by one click, or removed for good."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import UNKNOWN, counted, plain
from engine.services import DeletedUpload, services
from pages._parts.document_links import picture_of
from pages._parts.document_table import ROW_HEIGHT
from pages._parts.failures import keep_failure, say
from pages._parts.session import may
from pages._parts.tables import badges_column
from pages._parts.words import KIND, RECORDS, STATUS

_PER_PAGE = 50


def document_bin() -> None:
    """Draw the bin with what can be done to the rows chosen in it."""
    number = int(st.session_state.get("documents_bin_page") or 1)
    page = services().deleted_documents(page=number, per_page=_PER_PAGE)
    if not page.total:
        with st.container(border=True, horizontal_alignment="center"):
            st.space("small")
            st.markdown("Nothing is deleted.", text_alignment="center")
            st.space("small")
        return
    st.caption(f"{counted(page.total, 'deleted document')}. No list, sum or match has them.")
    chosen = _table(page.rows)
    if page.total > _PER_PAGE:
        st.pagination(-(-page.total // _PER_PAGE), key="documents_bin_page")
    if not chosen or not may(Permission.DELETE):
        return
    with st.bottom, st.container(horizontal=True, vertical_alignment="center", key="bin_bar"):
        st.markdown(f"**{counted(len(chosen), 'document')}** chosen", width="content")
        ids = [one.upload_id for one in chosen]
        st.button(
            "Restore",
            icon=":material/restore_from_trash:",
            type="primary",
            shortcut="A",
            key="bin_restore",
            on_click=partial(_each, services().restore, ids, "restored"),
        )
        if may(Permission.ADMINISTER) and st.button(
            "Remove for good …", icon=":material/delete_forever:", key="bin_remove"
        ):
            _ask(chosen)


@st.dialog("Remove for good")
def _ask(chosen: Sequence[DeletedUpload]) -> None:
    st.markdown(
        f"**{counted(len(chosen), 'document')}** with their files and everything that was read "
        "from them. This cannot be taken back."
    )
    for one in chosen[:8]:
        st.caption(plain(one.file_name))
    if len(chosen) > 8:
        st.caption(f"and {len(chosen) - 8:,} more")
    if st.button("Remove for good", type="primary", icon=":material/delete_forever:"):
        _each(services().remove, [one.upload_id for one in chosen], "removed for good")
        st.rerun()


def _each(act: Callable[[str], None], upload_ids: Sequence[str], done: str) -> None:
    number = 0
    for upload_id in upload_ids:
        try:
            act(upload_id)
            number += 1
        except MatchbookError as error:
            keep_failure(error)
    st.session_state["bin_round"] = st.session_state.get("bin_round", 0) + 1
    if number:
        say(f"{counted(number, 'document')} {done}")


def _table(rows: Sequence[DeletedUpload]) -> list[DeletedUpload]:
    frame = pd.DataFrame([_cells(row) for row in rows])
    frame["deleted"] = pd.to_datetime(frame["deleted"], utc=True)
    event: Any = st.dataframe(
        frame,
        hide_index=True,
        row_height=ROW_HEIGHT,
        column_config={
            "picture": st.column_config.ImageColumn("", width=46),
            "status": badges_column("State before", tuple(STATUS.values()), width=112),
            "file": st.column_config.TextColumn("File", width=240),
            "party": st.column_config.TextColumn("Vendor or bank", width=170),
            "content": st.column_config.TextColumn("Content", width=100),
            "deleted": st.column_config.DatetimeColumn("Deleted", format="distance", width=120),
            "by": st.column_config.TextColumn("By", width=110),
        },
        placeholder=UNKNOWN,
        key=f"bin_table_{st.session_state.get('bin_round', 0)}",
        on_select="rerun",
        selection_mode="multi-row",
        alt="Deleted documents",
    )
    return [rows[place] for place in event.selection.rows if place < len(rows)]


def _cells(row: DeletedUpload) -> dict[str, object]:
    found = row.records_found
    return {
        "picture": picture_of(row.upload_id),
        "status": [STATUS[row.status].text],
        "file": row.file_name,
        "party": row.party,
        "content": KIND[row.kind].text if found is None else counted(found, RECORDS[row.kind]),
        "deleted": row.deleted_at,
        "by": row.deleted_by,
    }
