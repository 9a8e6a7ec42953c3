"""What a reconciliation run is made of: files, the part that is asked for, and how sure it is."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import streamlit as st

from engine.errors import MatchbookError
from engine.presentation import counted, money, number, period
from engine.records import RunScope
from engine.services import RunSettings, Tally, services
from pages._parts.failures import show_failure
from pages._parts.run_differences import rates_form, tolerance_form
from pages._parts.uploads import USABLE, DocumentRow

_AT_ONCE: Final = 3_000
"""Records up to which the counts are shown without being asked for."""


def run_form(uploads: tuple[DocumentRow, ...]) -> str | None:
    """Draw the form; the id of the run when one was made just now."""
    files = {row["upload_id"]: row for row in uploads if row["status"] in USABLE}
    invoices, banks = _files(files)
    scope = _scope()
    settings = _settings(scope)
    if not invoices or not banks:
        st.warning("Choose at least one invoice file and one statement.", icon=":material/rule:")
        return None
    records = sum(files[i]["records_found"] or 0 for i in (*invoices, *banks))
    text, look, send = st.columns([4, 1, 1.2], vertical_alignment="center")
    is_asked = look.button(
        "Preview",
        icon=":material/visibility:",
        key="reconcile_preview",
        width="stretch",
        help="Count what these settings would give; nothing is stored.",
    )
    is_sent = send.button(
        "Reconcile",
        type="primary",
        icon=":material/join_inner:",
        key="reconcile_start",
        width="stretch",
    )
    if is_sent:
        return _run(invoices, banks, settings)
    with text:
        if is_asked or records <= _AT_ONCE:
            _preview(invoices, banks, settings)
        else:
            st.caption(f"{counted(records, 'record')} would be matched.")
    return None


def _files(files: dict[str, DocumentRow]) -> tuple[list[str], list[str]]:
    chosen = []
    for place, kind, label in zip(
        st.columns(2), ("invoice", "bank"), ("Invoice files", "Statements"), strict=True
    ):
        ids = [upload_id for upload_id, row in files.items() if row["kind"] == kind]
        picked = place.multiselect(
            label,
            ids,
            format_func=lambda upload_id: _title(files[upload_id]),
            key=f"reconcile_{kind}",
            placeholder=f"All {number(len(ids))} that were read" if ids else "None were read yet",
            disabled=not ids,
            help="Leave it empty to take all of them.",
        )
        chosen.append(picked or ids)
    return chosen[0], chosen[1]


def _title(row: DocumentRow) -> str:
    facts = [row["file_name"]]
    if row["kind"] == "invoice" and row["records_found"] is not None:
        facts.append(counted(row["records_found"], "invoice"))
    elif row["date_start"]:
        facts.append(period(row["date_start"], row["date_end"]))
    return " · ".join(facts)


def _scope() -> RunScope:
    """The part that the run answers for; everything is matched all the same."""
    store = services().store
    choices = _choices(str(store.database_path), store.shown_version())
    account, party, days = st.columns(3)
    accounts = [row["value"] for row in choices if row["field"] == "account"]
    parties = [row["value"] for row in choices if row["field"] == "party"]
    chosen_accounts = account.multiselect(
        "Accounts", accounts, key="reconcile_accounts", placeholder=_all(accounts, "account")
    )
    chosen_parties = party.multiselect(
        "Parties",
        parties,
        key="reconcile_parties",
        placeholder=_all(parties, "party", "parties"),
        help="Only their invoices are answered for; payments of others are still told apart.",
    )
    picked = days.date_input(
        "Period of the bank lines",
        value=[],
        key="reconcile_period",
        format="YYYY-MM-DD",
        help="First and last day; empty for all.",
    )
    first, last = _days(picked)
    return RunScope(
        accounts=tuple(chosen_accounts),
        parties=tuple(chosen_parties),
        first_day=first,
        last_day=last,
    )


def _days(picked: Any) -> tuple[dt.date | None, dt.date | None]:
    days = picked if isinstance(picked, tuple) else (picked,)
    first = days[0] if days else None
    return first, days[1] if len(days) > 1 else None


def _all(values: Sequence[str], one: str, many: str | None = None) -> str:
    return f"All {number(len(values))} {many or one + 's'}" if len(values) > 1 else f"Any {one}"


@st.cache_resource(max_entries=2, ttl="1h", show_spinner=False)
def _choices(database: str, version: int) -> list[dict[str, Any]]:
    del database, version  # what the answer depends on
    return services().store.analytics.query("run_choices")


def _settings(scope: RunScope) -> RunSettings:
    own = services().run_settings()
    threshold, window, tolerances, rates = st.columns([2, 1.1, 1.1, 1], vertical_alignment="bottom")
    sure = threshold.slider(
        "Matched from this confidence on",
        0,
        100,
        round(own.threshold * 100),
        format="%d%%",
        key="reconcile_threshold",
        help="A match below it is shown as one to look at.",
    )
    days = window.number_input(
        "Days after the due date",
        1,
        3650,
        own.date_window_days,
        key="reconcile_days",
        help="How long after its due date an invoice may have been paid.",
    )
    with tolerances:
        tolerance = tolerance_form()
    with rates:
        table = rates_form()
    return replace(
        own,
        threshold=sure / 100,
        date_window_days=int(days),
        scope=scope,
        tolerance=tolerance,
        rates=table,
    )


def _preview(invoices: list[str], banks: list[str], settings: RunSettings) -> None:
    store = services().store
    try:
        found = _tally(
            str(store.database_path), store.shown_version(), tuple(invoices), tuple(banks), settings
        )
    except MatchbookError as error:
        show_failure(error)
        return
    sums = ", ".join(money(amount, code or None) for code, amount in found.amounts.items())
    aside = f", {number(found.set_aside_lines)} set aside" if found.set_aside_lines else ""
    st.markdown(
        f"Would give **{number(found.matched)} matched**{f' ({sums})' if sums else ''}, "
        f"**{number(found.partial)} to look at**, {number(found.unmatched_invoices)} invoices and "
        f"{number(found.unmatched_lines - found.set_aside_lines)} bank lines open{aside}."
    )


@st.cache_resource(
    max_entries=16,
    ttl="1h",
    show_spinner="Counting what it would give …",
    hash_funcs={RunSettings: repr},
)
def _tally(
    database: str,
    version: int,
    invoices: tuple[str, ...],
    banks: tuple[str, ...],
    settings: RunSettings,
) -> Tally:
    del database, version  # what the answer depends on
    return services().preview_run(invoices, banks, settings)


def _run(invoices: list[str], banks: list[str], settings: RunSettings) -> str | None:
    bar = st.progress(0.0, "Beginning …")

    def draw(step: str, share: float) -> None:
        bar.progress(share, f"{step} …")

    try:
        row = services().reconcile(
            invoices,
            banks,
            settings=settings,
            on_step=draw,
        )
    except MatchbookError as error:
        bar.empty()
        show_failure(error)
        return None
    return row.reconciliation_id
