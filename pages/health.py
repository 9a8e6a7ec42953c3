"""Health: programs, database, folders, workers and consistency checks of this installation."""

import pandas as pd
import streamlit as st

from engine.presentation import counted, moment, number, plain, size
from engine.services import Health, services
from pages._parts.health_sections import failed_uploads, settings_in_force
from pages._parts.newer_readings.section import older_files_section
from pages._parts.uploads import zone

PURPOSES = {
    "tesseract": "reads scanned pages",
    "rapidocr": "reads scans that tesseract reads badly",
    "pdftoppm": "turns scanned pages into images",
    "poppler": "turns scanned pages into images",
}

st.title("Health")


@st.fragment(run_every="10s")
def installation() -> None:
    """Everything, looked at anew every ten seconds."""
    now = services().health()
    if now.status == "ok":
        st.success("Everything works.", icon=":material/check_circle:")
    else:
        st.warning("Something needs attention; it is marked below.", icon=":material/warning:")
    with st.grid(4, min_column_width=170):
        st.metric("Invoice files", number(now.invoice_uploads), border=True)
        st.metric("Statements", number(now.bank_uploads), border=True)
        st.metric("Reconciliations", number(now.reconciliations), border=True)
        st.metric(
            "Waiting or being read",
            number(now.queue_length),
            border=True,
            help=f"{counted(now.workers, 'page')} can be read at once.",
        )
    failed_uploads()
    left, right = st.columns(2)
    with left.container(border=True, height="stretch"):
        programs(now)
    with right.container(border=True, height="stretch"):
        places(now)
    checks(now)


def programs(now: Health) -> None:
    """The programs of the system that Matchbook calls."""
    st.markdown("**Programs**")
    rows = {
        plain(name): (
            f":green-badge[:material/check: {plain(version)}]"
            if version
            else ":red-badge[:material/close: Not installed]"
        )
        + f" {PURPOSES.get(name, '')}"
        for name, version in now.tools.items()
    }
    rows["Matchbook"] = f":green-badge[:material/check: {plain(now.version)}]"
    rows["Language model"] = (
        f":orange-badge[:material/cloud_upload: {plain(now.language_model)}] "
        "gets the words of invoices"
        if now.language_model
        else ":green-badge[:material/cloud_off: None] nothing is sent away"
    )
    rows["Workers"] = counted(now.workers, "page") + " at once"
    st.table(rows, border="horizontal", alt="Programs and their versions")


def places(now: Health) -> None:
    """Where the data is."""
    st.markdown("**Data**")
    st.table(
        {
            "Database": plain(str(now.database_path)),
            "Its size": size(now.database_bytes),
            "Uploaded files": plain(now.upload_folder),
            "Free on that disk": size(now.free_disk_bytes),
            "Last backup": last_backup(),
        },
        border="horizontal",
        alt="Where the data is",
    )


def last_backup() -> str:
    """When and where it was made."""
    made = services().last_backup()
    if made is None:
        return "None: `python -m engine backup` makes one"
    return f"{moment(made.made_at, zone())}, {plain(made.folder)}, {size(made.bytes)}"


def checks(now: Health) -> None:
    """Rules that every row must keep; one that a row breaks is opened."""
    broken = [check for check in now.checks if check.rows]
    st.markdown(
        f"**Consistency** · {len(now.checks) - len(broken)} of {len(now.checks)} rules hold"
    )
    for check in broken:
        with st.expander(
            f"{plain(check.description)} · broken by {counted(len(check.rows), 'row')}",
            icon=":material/error:",
            expanded=True,
        ):
            st.dataframe(pd.DataFrame(check.rows).astype(str), hide_index=True, alt=check.name)
    held = [check for check in now.checks if not check.rows]
    with st.expander("Rules that hold", icon=":material/rule:"):
        st.markdown(
            "  \n".join(f":green[:material/check:] {plain(check.description)}" for check in held)
        )


with st.skeleton(height=300):
    installation()
older_files_section()
settings_in_force()
