"""The history of a row: who did what, when, and what was there before."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from engine.presentation import UNKNOWN, moment
from engine.presentation.history import history_lines
from engine.records import AuditEntry, first_broken_entry
from pages._parts.uploads import zone


def history_panel(trail: Sequence[AuditEntry], *, key: str) -> None:
    """Draw the entries, the newest first, and say whether the chain of hashes holds."""
    lines = history_lines(trail)
    if not lines:
        st.caption("Nothing has happened yet.")
        return
    frame = pd.DataFrame(
        [
            {
                "When": moment(line.at, zone()),
                "Who": line.by,
                "What": " · ".join(filter(None, (line.what, line.target))),
                "Before": line.before,
                "After": line.after,
            }
            for line in lines
        ]
    )
    st.dataframe(
        frame.replace("", None), hide_index=True, key=key, placeholder=UNKNOWN, alt="History"
    )
    if first_broken_entry(trail) is None:
        st.caption(":green[:material/verified:] Nothing in this history was changed afterwards.")
    else:
        st.error("An entry of this history was changed afterwards.", icon=":material/gpp_bad:")
