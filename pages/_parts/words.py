"""The product's words, icons and colours for statuses, kinds, matches and their parts."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from engine.access import Role
from engine.records.uploads import DocumentType

Colour = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray"]


class Word(NamedTuple):
    """How one state is called and shown."""

    text: str
    icon: str
    colour: Colour


STATUS: Final[Mapping[str, Word]] = {
    "pending": Word("Waiting", ":material/schedule:", "gray"),
    "processing": Word("Reading", ":material/autorenew:", "violet"),
    "completed": Word("To review", ":material/rate_review:", "blue"),
    "partial": Word("Pages missing", ":material/warning:", "orange"),
    "failed": Word("Failed", ":material/error:", "red"),
    "confirmed": Word("Confirmed", ":material/check_circle:", "green"),
    "rejected": Word("Rejected", ":material/block:", "gray"),
}
"""An upload's status, in the order of its life."""

KIND: Final[Mapping[str, Word]] = {
    "invoice": Word("Invoices", ":material/receipt_long:", "blue"),
    "bank": Word("Statement", ":material/account_balance:", "violet"),
}

PAPER: Final[Mapping[DocumentType, Word]] = {
    "PO": Word("Purchase order", ":material/shopping_cart:", "blue"),
    "GRN": Word("Delivery", ":material/local_shipping:", "green"),
    "Job Work": Word("Job work", ":material/precision_manufacturing:", "violet"),
    "Production": Word("Shop floor", ":material/factory:", "orange"),
    "Expense": Word("Expense", ":material/receipt:", "red"),
    "Tally Import": Word("Ledger", ":material/menu_book:", "gray"),
    "Invoice": Word("Invoice", ":material/receipt_long:", "blue"),
    "Bank Statement": Word("Statement", ":material/account_balance:", "violet"),
    "Other": Word("Other", ":material/draft:", "gray"),
}
"""The types of attached papers."""

BELONGS_TO: Final[Mapping[str, str]] = {
    "invoice": "Invoices",
    "bank": "Statement",
    "reconciliation": "Reconciliation",
}
"""What a paper can belong to here; other modules are other programs'."""

ROLE: Final[Mapping[Role, Word]] = {
    Role.VIEWER: Word("Viewer", ":material/visibility:", "gray"),
    Role.ANALYST: Word("Analyst", ":material/query_stats:", "blue"),
    Role.REVIEWER: Word("Reviewer", ":material/rate_review:", "green"),
    Role.ADMIN: Word("Admin", ":material/shield_person:", "violet"),
}

TOKEN_STATE: Final[Mapping[str, Word]] = {
    "good": Word("Good", ":material/check_circle:", "green"),
    "soon": Word("Ends soon", ":material/schedule:", "orange"),
    "expired": Word("Expired", ":material/event_busy:", "gray"),
    "revoked": Word("Revoked", ":material/key_off:", "red"),
}
"""Whether an API token opens anything."""

KINDS: Final[Mapping[str, str]] = {"invoice": "Invoices", "bank": "Statements"}
"""What the files of a kind are called together."""

RECORDS: Final[Mapping[str, str]] = {"invoice": "invoice", "bank": "line"}
"""What one record of a kind is called."""

FIELD_STATE: Final[Mapping[str, Word]] = {
    "sure": Word("Sure", ":material/check:", "green"),
    "seen": Word("Looked at", ":material/done_all:", "green"),
    "doubtful": Word("Doubtful", ":material/question_mark:", "orange"),
    "failed": Word("Check failed", ":material/close:", "red"),
    "changed": Word("Changed", ":material/edit:", "blue"),
    "missing": Word("Not found", ":material/priority_high:", "orange"),
    "empty": Word("None", ":material/remove:", "gray"),
}

PROOF: Final[Mapping[str, Word]] = {
    "proven": Word("Proven", ":material/verified:", "green"),
    "agrees": Word("Adds up", ":material/balance:", "blue"),
    "gaps": Word("Does not add up", ":material/balance:", "orange"),
    "unproven": Word("Not proven", ":material/help:", "gray"),
}
"""How far a statement's own figures prove its lines."""

READING_VERDICT: Final[Mapping[str, Word]] = {
    "better": Word("Only better", ":material/trending_up:", "green"),
    "same": Word("Reads the same", ":material/drag_handle:", "gray"),
    "look": Word("Look at it", ":material/visibility:", "orange"),
}
"""What a newer engine's reading of a file is beside what its row says."""

PAGE_STATE: Final[Mapping[str, Word]] = {
    "begins": Word("Begins", ":material/first_page:", "green"),
    "doubtful": Word("Begins?", ":material/question_mark:", "orange"),
    "goes_on": Word("Goes on", ":material/more_horiz:", "gray"),
    "none": Word("None", ":material/remove:", "gray"),
}
"""What a page is to the invoice that it belongs to."""

DECISION: Final[Mapping[str, Word]] = {
    "proposed": Word("Proposed", ":material/lightbulb:", "gray"),
    "confirmed": Word("Confirmed", ":material/check_circle:", "green"),
    "rejected": Word("Rejected", ":material/block:", "red"),
}

LINE_STATE: Final[Mapping[str, Word]] = {
    "matched": Word("Matched", ":material/check_circle:", "green"),
    "proposed": Word("Proposed", ":material/lightbulb:", "blue"),
    "open": Word("Open", ":material/radio_button_unchecked:", "orange"),
    "set_aside": Word("Set aside", ":material/do_not_disturb_on:", "gray"),
    "copy": Word("Duplicate", ":material/content_copy:", "violet"),
}
"""Where a bank line stands."""

LINE_FLAG: Final[Mapping[str, Word]] = {
    "reversal": Word("Reversed", ":material/undo:", "gray"),
    "returned_debit": Word("Returned debit", ":material/keyboard_return:", "gray"),
    "own_transfer": Word("Own transfer", ":material/swap_horiz:", "violet"),
    "duplicate_line": Word("Duplicate", ":material/content_copy:", "violet"),
    "refund": Word("Refund", ":material/undo:", "gray"),
    "rule": Word("By your rule", ":material/rule:", "gray"),
    "ignored": Word("Ignored", ":material/visibility_off:", "gray"),
}
"""Why a bank line was set aside."""

LINE_TYPE: Final[Mapping[str, str]] = {
    "transfer": "Transfer",
    "card": "Card",
    "fee": "Fee",
    "interest": "Interest",
    "cash": "Cash",
    "cheque": "Cheque",
    "direct_debit": "Direct debit",
    "other": "Other",
}
"""What kind of movement a bank line is."""

LOCKED: Final = Word("Locked", ":material/lock:", "violet")
"""A confirmed match of a closed period."""

BY_HAND: Final = Word("By hand", ":material/back_hand:", "blue")
"""A match that a person put together."""


def badge_of(word: Word, text: str | None = None) -> str:
    """Markdown of a badge; ``text`` stands in for the word and must be plain."""
    return f":{word.colour}-badge[{word.icon} {text or word.text}]"
