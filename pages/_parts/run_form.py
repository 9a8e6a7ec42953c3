"""What a reconciliation run is made of: which files, and how sure a match must be."""

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import counted, period
from engine.services import services
from pages._parts.failures import show_failure
from pages._parts.uploads import USABLE, DocumentRow


def run_form(uploads: tuple[DocumentRow, ...]) -> str | None:
    """Draw the form; the id of the run when one was made just now."""
    settings = services().settings
    files = {row["upload_id"]: row for row in uploads if row["status"] in USABLE}
    with st.form("reconcile_form", border=False):
        left, right = st.columns(2)
        chosen = {}
        for place, kind, label in (
            (left, "invoice", "Invoice files"),
            (right, "bank", "Statements"),
        ):
            ids = [upload_id for upload_id, row in files.items() if row["kind"] == kind]
            picked = place.multiselect(
                label,
                ids,
                format_func=lambda upload_id: _title(files[upload_id]),
                key=f"reconcile_{kind}",
                placeholder=f"All {len(ids)} that were read" if ids else "None were read yet",
                disabled=not ids,
                help="Leave it empty to take all of them.",
            )
            chosen[kind] = picked or ids
        threshold, window, send = st.columns([2, 1, 1], vertical_alignment="bottom")
        sure = threshold.slider(
            "Matched from this confidence on",
            0,
            100,
            round(settings.match_threshold * 100),
            format="%d%%",
            key="reconcile_threshold",
            help="A match below it is shown as one to look at.",
        )
        days = window.number_input(
            "Days after the due date",
            1,
            3650,
            settings.match_date_window_days,
            key="reconcile_days",
            help="How long after its due date an invoice may have been paid.",
        )
        is_sent = send.form_submit_button(
            "Reconcile", type="primary", icon=":material/join_inner:", width="stretch"
        )
    if not is_sent:
        return None
    return _run(chosen["invoice"], chosen["bank"], sure / 100, int(days))


def _title(row: DocumentRow) -> str:
    facts = [row["file_name"]]
    if row["kind"] == "invoice" and row["records_found"] is not None:
        facts.append(counted(row["records_found"], "invoice"))
    elif row["date_start"]:
        facts.append(period(row["date_start"], row["date_end"]))
    return " · ".join(facts)


def _run(invoice_ids: list[str], bank_ids: list[str], threshold: float, days: int) -> str | None:
    if not invoice_ids or not bank_ids:
        st.warning("Choose at least one invoice file and one statement.", icon=":material/rule:")
        return None
    try:
        with st.spinner("Looking for what paid what …"):
            row = services().reconcile(
                invoice_ids, bank_ids, threshold=threshold, date_window_days=days
            )
    except MatchbookError as error:
        show_failure(error)
        return None
    return row.reconciliation_id
