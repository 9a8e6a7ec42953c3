"""What Health offers beside what it shows: reading failed files again, the settings in force."""

from typing import Final, get_args

import streamlit as st

from engine.access import Permission
from engine.errors import MatchbookError
from engine.presentation import counted, plain
from engine.records.uploads import UploadKind
from engine.services import services
from engine.store import ListQuery
from pages._parts.failures import keep_failure, say
from pages._parts.session import may

MOST_AT_ONCE: Final = 1_000


def failed_uploads() -> None:
    """How many files could not be read, and one button to read them all again."""
    failed = sum(services().status_counts(kind).get("failed", 0) for kind in get_args(UploadKind))
    if not failed:
        return
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f":material/error: **{counted(failed, 'file')}** could not be read.")
        st.page_link("documents.py", label="Show them", query_params={"status": "failed"})
        st.space("stretch")
        if may(Permission.DECIDE):
            st.button(
                "Read all again",
                icon=":material/refresh:",
                key="health_retry",
                on_click=_retry_all,
                help="Pages that were read come from the cache; the others are read once more.",
            )


def _retry_all() -> None:
    engine = services()
    query = ListQuery(status="failed", per_page=MOST_AT_ONCE)
    try:
        ids = [
            line.upload_id
            for kind in get_args(UploadKind)
            for line in engine.list_uploads(kind, query).rows
        ]
        result = engine.carry_out_action(engine.preview_action("retry", ids))
    except MatchbookError as error:
        keep_failure(error)
        return
    say(f"{counted(len(result.done), 'file')} being read again", ":material/refresh:")
    for failure in result.failed:
        say(f"{failure.file_name}: {failure.message}", ":material/error:")


def settings_in_force() -> None:
    """Every setting with its value, for those who run the installation."""
    if not may(Permission.ADMINISTER):
        return
    with st.expander("Settings in force", icon=":material/tune:"):
        st.caption(
            "Read once at the start, from variables of the environment or the file .env; "
            "keys are not shown."
        )
        rows = services().settings.in_force()
        st.table(
            {plain(variable): plain(value) for variable, value in rows.items()},
            border="horizontal",
            alt="Settings and their values",
        )
