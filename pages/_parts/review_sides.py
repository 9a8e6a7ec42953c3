"""The right-hand side of a review: one of several views of what was read."""

from collections.abc import Mapping, Sequence

import streamlit as st

from engine.presentation import counted, plain
from engine.presentation.held_checks import held_checks
from engine.presentation.invoice_fields import invoice_rows
from engine.presentation.line_rows import LineIndex, line_index
from engine.presentation.sentences import readable
from engine.presentation.statement_proof import other_checks
from engine.records import XML_TYPE
from engine.services import KeptRow
from pages._parts import invoice_panel
from pages._parts.boxes import MOST_AT_ONCE, cell_boxes, header_boxes, line_boxes, lines_by_page
from pages._parts.column_plan import columns_of
from pages._parts.history_panel import history_panel
from pages._parts.invoice_grid import all_invoices
from pages._parts.item_grid import items_of
from pages._parts.page_strip import page_strip
from pages._parts.page_viewer import Box, shown_page
from pages._parts.statement_accounts import accounts_of
from pages._parts.statement_header import header_of
from pages._parts.statement_lines import lines_of
from pages._parts.statement_proof import proof_of

SHOWN_CHECKS = 2
VIEWER = "review_pages"


def invoice_side(kept: KeptRow, *, readonly: bool) -> tuple[list[Box], int]:
    """Draw the invoices; the boxes of the chosen one and the page it begins on."""
    document = kept.invoices
    invoice = invoice_panel.chosen_invoice(kept)
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
        invoice_panel.fields_of(kept, invoice, readonly=readonly)
        _held_checks(held_checks(invoice))
    elif view == "items":
        # Whether the lines add up is said with their sum.
        _failed_checks([check for check in invoice.checks if "lines add up" not in check])
        items_of(invoice, readonly=readonly)
    elif view == "all":
        all_invoices(kept, readonly=readonly)
    elif view == "pages":
        return page_strip(document, readonly=readonly)
    else:
        history_panel(document.audit_trail, key="review_history")
    return invoice_panel.invoice_boxes(invoice), next(iter(invoice.pages), 1)


def statement_side(kept: KeptRow, *, readonly: bool) -> tuple[list[Box], int]:
    """Draw the statement; the boxes of its lines that can be seen."""
    document = kept.statement
    views = {"lines": f"Lines {len(document.transactions):,}", "header": "Header"}
    plan = document.processing_info.columns
    if plan is not None:
        views["columns"] = "Columns"
    view = _choose_view({**views, "history": "History"}, "review_statement_view")
    shown: Sequence[int] = ()
    if view == "lines":
        _failed_checks(other_checks(document.statement_info))
        proof_of(kept)
        shown = lines_of(kept, readonly=readonly)
    elif view == "header":
        accounts_of(document)
        header_of(document, readonly=readonly)
    elif view == "columns" and plan is not None:
        columns_of(document, plan, readonly=readonly)
    else:
        history_panel(document.audit_trail, key="review_history")
    return _statement_boxes(kept, shown), 1


def is_long(kept: KeptRow) -> bool:
    """Whether a statement has more lines than the browser is sent boxes of at once."""
    index: LineIndex = kept.derived(line_index)
    return len(index.states) > MOST_AT_ONCE


def _statement_boxes(kept: KeptRow, shown: Sequence[int]) -> list[Box]:
    document = kept.statement
    lines = [document.transactions[place] for place in shown]
    by_page = kept.derived(lines_by_page)
    pages = set(by_page)
    if is_long(kept):
        here = shown_page(VIEWER)
        pages &= {here - 1, here, here + 1, *(line.page for line in lines if line.page)}
    boxes = [box for page in sorted(pages) for box in line_boxes(by_page[page])]
    return [*kept.derived(header_boxes), *boxes, *cell_boxes(lines)]


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
