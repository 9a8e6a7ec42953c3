"""Who decided what about which match of a run, and why; and the step that U takes back."""

import pandas as pd
import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import UNKNOWN, listed, moment, plain
from engine.presentation.run_history import run_steps, undo_words
from engine.records import first_broken_entry
from engine.services import last_step, services
from pages._parts.failures import keep_failure, say
from pages._parts.run_view import RunView
from pages._parts.uploads import zone

_LISTED = 1_000
_FILES = 20


def undo_button(view: RunView) -> None:
    """Take the newest word of the run back."""
    step = last_step(view.row.document)
    told = undo_words(step.entry, lambda key: _title(view, key)) if step else ""
    st.button(
        "Undo",
        icon=":material/undo:",
        shortcut="U",
        key="reconcile_undo",
        disabled=step is None,
        help=plain(f"Take back: {told}") if step else "Nothing to take back.",
        on_click=_undo,
        args=(view.row.reconciliation_id, view.row.row_version, told),
    )


def run_history(view: RunView) -> None:
    """Every word on the run, the newest first; nothing is ever taken out of it."""
    trail = view.row.document.audit_trail
    steps = run_steps(trail, lambda key: _title(view, key))
    frame = pd.DataFrame(
        [
            {
                "When": moment(step.at, zone()),
                "Who": step.by,
                "What": f"{step.what} (undone later)" if step.is_undone else step.what,
                "About": step.about,
                "Why": step.why,
            }
            for step in steps[:_LISTED]
        ]
    )
    st.dataframe(
        frame.replace("", None),
        hide_index=True,
        placeholder=UNKNOWN,
        column_config={
            "When": st.column_config.TextColumn(width=140),
            "Who": st.column_config.TextColumn(width=90),
            "What": st.column_config.TextColumn(width=190),
            "About": st.column_config.TextColumn(width=360),
            "Why": st.column_config.TextColumn(width=360),
        },
        key="reconcile_history",
        alt="History of the run",
    )
    if first_broken_entry(trail) is None:
        st.caption(":green[:material/verified:] Nothing in this history was changed afterwards.")
    else:
        st.error("An entry of this history was changed afterwards.", icon=":material/gpp_bad:")
    names = [source.file_name for source in view.row.document.source_documents]
    st.caption(plain(f"Drawn from {listed(names, _FILES)}"))


def _title(view: RunView, match_id: str) -> str | None:
    found = view.find(match_id)
    return view.title_of(found) if found else None


def _undo(reconciliation_id: str, row_version: int, told: str) -> None:
    try:
        services().undo(reconciliation_id, row_version=row_version)
    except MatchbookError as error:
        keep_failure(error)
    else:
        say(f"Undone. {told}", ":material/undo:")
