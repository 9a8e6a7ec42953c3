"""The rows behind a figure: the question that gives them, and what their columns are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from engine.exports import Column, day, instant, money, number, share, text


@dataclass(frozen=True, slots=True)
class Drill:
    """Rows of the mart ``mart`` under ``title``; ``params`` beside the board's own filters."""

    title: str
    mart: str
    params: Mapping[str, Any] = field(default_factory=dict)


_FILES: Final = (
    text("file_name", "File"),
    text("party", "Party"),
    text("status", "Status"),
    money("amount", "Amount"),
    share("confidence", "Confidence"),
    number("corrections", "Corrections"),
    text("reason", "Why it needs a person"),
    instant("uploaded_at", "Uploaded"),
    number("seconds_to_confirm", "Seconds to confirm"),
    number("pages", "Pages"),
    number("seconds_per_page", "Seconds a page"),
)
_INVOICES: Final = (
    text("invoice_number", "Invoice"),
    text("vendor_name", "Vendor"),
    text("customer_name", "Customer"),
    day("invoice_date", "Date"),
    day("due_date", "Due"),
    money("total_amount", "Total"),
    money("amount_open", "Open"),
    text("match_state", "Match"),
    share("confidence", "Confidence"),
)
_OPEN: Final = (
    text("invoice_number", "Invoice"),
    text("vendor_name", "Vendor"),
    text("customer_name", "Customer"),
    day("invoice_date", "Date"),
    day("due_date", "Due"),
    number("days_overdue", "Days overdue"),
    money("amount_payable", "Total"),
    money("amount_open", "Open"),
    text("match_state", "Match"),
)
_LINES: Final = (
    day("transaction_date", "Date"),
    text("account_number", "Account"),
    text("counterparty", "Party"),
    text("description", "Bank's words"),
    money("amount", "Amount"),
    text("match_state", "Match"),
)
_CORRECTIONS: Final = (
    text("file_name", "File"),
    text("party", "Party"),
    number("record_index", "Record"),
    text("field", "Field"),
    text("before", "As it was read"),
    text("after", "As it is now"),
    text("edited_by", "By"),
    instant("edited_at", "When"),
)

DRILL_COLUMNS: Final[Mapping[str, Sequence[Column]]] = MappingProxyType(
    {
        "dashboard_files": _FILES,
        "invoices": _INVOICES,
        "spend_invoices": _INVOICES,
        "open_invoices": _OPEN,
        "cash_lines": _LINES,
        "corrections": _CORRECTIONS,
    }
)
"""The columns of each mart that a drill may ask."""
