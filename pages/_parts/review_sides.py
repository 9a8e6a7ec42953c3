"""The right-hand side of a review: one of several views of what was read."""

from collections.abc import Mapping, Sequence

import streamlit as st

from engine.presentation import counted, plain
from engine.presentation.held_checks import held_checks
from engine.presentation.invoice_fields import invoice_rows
from engine.presentation.sentences import readable
from engine.presentation.statement_proof import other_checks
from engine.records import XML_TYPE, BankDocument, InvoiceDocument
from pages._parts import invoice_panel, statement_panel
from pages._parts.column_plan import columns_of
from pages._parts.history_panel import history_panel
from pages._parts.page_strip import page_strip
from pages._parts.page_viewer import Box
from pages._parts.statement_accounts import accounts_of
from pages._parts.statement_proof import proof_of

SHOWN_CHECKS = 2


def invoice_side(document: InvoiceDocument, *, readonly: bool) -> tuple[list[Box], int]:
    """Draw the invoices; the boxes of the chosen one and the page it begins on."""
    invoice = invoice_panel.chosen_invoice(document)
    if invoice is None:
        st.info(
            "No invoice was found in this file. If it is a bank statement, change its kind on the "
            "Upload screen.",
            icon=":material/search_off:",
        )
        shown = page_strip(document, readonly=readonly)
        history_panel(document.audit_trail, key="review_history")
        return shown
    count = len(document.invoices)
    views = {"fields": "Fields", "items": f"Items {len(invoice.line_items)}"}
    if count > 1:
        views["all"] = f"All {count}"
    # The pages of an XML file are made from it: there is nothing to cut.
    if document.file_info.mime_type != XML_TYPE and (
        count > 1 or document.file_info.pages_total > 1
    ):
        views["pages"] = "Pages"
    view = _choose_view({**views, "history": "History"}, "review_invoice_view")
    if view == "fields":
        noted = {row.note for row in invoice_rows(invoice)}
        _failed_checks([check for check in invoice.checks if check not in noted])
        invoice_panel.fields_of(invoice, readonly=readonly)
        _held_checks(held_checks(invoice))
    elif view == "items":
        _failed_checks(invoice.checks)
        invoice_panel.lines_of(invoice, readonly=readonly)
    elif view == "all":
        invoice_panel.table_of(document, readonly=readonly)
    elif view == "pages":
        return page_strip(document, readonly=readonly)
    else:
        history_panel(document.audit_trail, key="review_history")
    return invoice_panel.invoice_boxes(invoice), next(iter(invoice.pages), 1)


def statement_side(document: BankDocument, *, readonly: bool) -> tuple[list[Box], int]:
    """Draw the statement; the boxes of its lines."""
    views = {"lines": f"Lines {len(document.transactions)}", "header": "Header"}
    plan = document.processing_info.columns
    if plan is not None:
        views["columns"] = "Columns"
    view = _choose_view({**views, "history": "History"}, "review_statement_view")
    if view == "lines":
        _failed_checks(other_checks(document.statement_info))
        proof_of(document)
        statement_panel.lines_of(document, readonly=readonly)
    elif view == "header":
        accounts_of(document)
        statement_panel.header_of(document, readonly=readonly)
    elif view == "columns" and plan is not None:
        columns_of(document, plan, readonly=readonly)
    else:
        history_panel(document.audit_trail, key="review_history")
    return statement_panel.statement_boxes(document), 1


def _choose_view(views: Mapping[str, str], key: str) -> str:
    return str(
        st.segmented_control(
            "What to look at",
            list(views),
            format_func=lambda name: views.get(name, name),
            default=next(iter(views)),
            required=True,
            key=key,
            label_visibility="collapsed",
            persist_state="session",
        )
    )


def _held_checks(checks: Sequence[str]) -> None:
    """What proves the sums, quietly."""
    if checks:
        st.caption("  \n".join(f":green[:material/check:] {plain(check)}" for check in checks))


def _failed_checks(checks: Sequence[str]) -> None:
    with st.container():
        for check in checks[:SHOWN_CHECKS]:
            st.markdown(f":red-badge[:material/close: Check failed] {plain(readable(check))}")
        rest = checks[SHOWN_CHECKS:]
        if rest:
            with st.expander(f"{counted(len(rest), 'more failed check')}", icon=":material/rule:"):
                st.markdown("  \n".join(plain(readable(check)) for check in rest))
