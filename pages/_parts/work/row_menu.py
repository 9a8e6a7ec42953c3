"""What can be done with one document of a list, as a menu in its row."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import streamlit as st

from engine.access import Permission
from engine.presentation import counted, plain
from engine.services import DocumentLine, services
from pages._parts.document_actions import plan
from pages._parts.document_links import file_of
from pages._parts.review_actions import ask_reason
from pages._parts.session import may
from pages._parts.work.asking import ask_back, ask_whom
from pages._parts.work.assigning import give, is_team

_OPEN: Final = frozenset({"completed", "partial"})
_READ: Final = frozenset({"completed", "partial", "confirmed"})
_AGAIN: Final = frozenset({"failed", "partial", "rejected"})


class Entry(NamedTuple):
    """One line of the menu: when it is there and what it does."""

    permission: Permission
    fits: Callable[[DocumentLine], bool]
    act: Callable[[DocumentLine], None]


def _take(row: DocumentLine) -> None:
    give([row.upload_id], services().me())
    st.rerun()  # the table above shows what was


@st.dialog("The file", icon=":material/download:")
def _file_dialog(row: DocumentLine) -> None:
    st.markdown(f"**{plain(row.file_name)}**")
    if row.pages:
        st.caption(counted(row.pages, "page"))
    st.link_button("Download", file_of(row.upload_id), icon=":material/download:", type="primary")


ENTRIES: Final[Mapping[str, Entry]] = {
    ":material/person_check: Assign to me": Entry(
        Permission.DECIDE,
        lambda row: is_team() and row.assignee != services().me(),
        _take,
    ),
    ":material/person_add: Assign …": Entry(
        Permission.DECIDE,
        lambda row: is_team(),
        lambda row: ask_whom([row.upload_id], f"**{plain(row.file_name)}**"),
    ),
    ":material/check: Confirm …": Entry(
        Permission.DECIDE,
        lambda row: row.status in _OPEN and row.remark is None,
        lambda row: plan("confirm", (row.upload_id,)),
    ),
    ":material/reply: Send back …": Entry(
        Permission.DECIDE,
        lambda row: is_team() and row.status in _READ,
        lambda row: ask_back(row.upload_id, row.file_name, row.row_version),
    ),
    ":material/block: Reject …": Entry(
        Permission.DECIDE,
        lambda row: row.status in _OPEN,
        lambda row: ask_reason(row, "reject"),
    ),
    ":material/lock_open: Reopen …": Entry(
        Permission.DECIDE,
        lambda row: row.status == "confirmed",
        lambda row: ask_reason(row, "reopen"),
    ),
    ":material/refresh: Read again …": Entry(
        Permission.UPLOAD,
        lambda row: row.status in _AGAIN,
        lambda row: plan("retry", (row.upload_id,)),
    ),
    ":material/download: Download …": Entry(
        Permission.EXPORT, lambda row: True, lambda row: _file_dialog(row)
    ),
    ":material/delete: Delete …": Entry(
        Permission.DELETE,
        lambda row: row.status not in ("confirmed", "processing"),
        lambda row: plan("delete", (row.upload_id,)),
    ),
}
"""Every line of the menu, in its order."""


def menu_of(row: DocumentLine, allowed: frozenset[Permission]) -> list[str]:
    """The lines that fit a document and a person with these permissions."""
    return [
        label for label, entry in ENTRIES.items() if entry.permission in allowed and entry.fits(row)
    ]


def permissions() -> frozenset[Permission]:
    """What of the menu the person of this session may do."""
    return frozenset(p for p in {entry.permission for entry in ENTRIES.values()} if may(p))
