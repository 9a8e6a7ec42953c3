"""The history of a row as sentences: who did what, to which field, from what to what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from engine.presentation.invoice_fields import INVOICE_LABELS
from engine.presentation.statement_fields import STATEMENT_LABELS
from engine.records import AuditEntry

LABELS: Final[Mapping[str, str]] = {
    **STATEMENT_LABELS,
    **INVOICE_LABELS,
    "date": "Date",
    "value_date": "Value date",
    "description": "Description",
    "amount": "Amount",
    "balance": "Balance",
    "reference": "Reference",
    "counterparty": "Counterparty",
    "type": "Type",
    "quantity": "Quantity",
    "unit_price": "Unit price",
    "tax_rate": "Tax rate",
}
"""What people call each field of a record."""

_THINGS: Final = {
    "pages": "page",
    "invoices": "invoice",
    "transactions": "line",
    "line_items": "item",
}
_ACTIONS: Final = {
    "confirm": "Confirmed",
    "reject": "Rejected",
    "reopen": "Reopened",
    "send back": "Sent back",
    "answer": "Answered",
    "retry": "Read again",
    "read anew": "Read with a newer engine",
    "run": "Matched",
    "add": "Added",
    "remove": "Removed",
    "edit": "Changed",
    "accept": "Looked at",
    "take back": "Taken back",
    "read": "Read",
    "take back reading": "Newer reading taken back",
    "split": "Invoice begins",
    "merge": "Joined with the invoice before",
    "take out": "Taken out",
    "put back": "Boundary put back",
}
_REGROUPED: Final = frozenset({"split", "merge", "take out", "put back"})


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry: ``what`` was done, to ``target``, with the texts before and after."""

    at: datetime
    by: str
    what: str
    target: str
    before: str
    after: str


def history_lines(trail: Sequence[AuditEntry]) -> tuple[HistoryLine, ...]:
    """The newest entry first."""
    return tuple(_line(entry) for entry in reversed(trail))


def _line(entry: AuditEntry) -> HistoryLine:
    after = entry.after or ""
    if entry.action in ("reject", "reopen", "confirm"):
        after = after.partition(": ")[2]
    return HistoryLine(
        at=entry.at,
        by=entry.by,
        what=_ACTIONS.get(entry.action, entry.action.capitalize()),
        target=target_text(entry.target),
        before=(entry.before or "") if entry.action in {"edit", "remove", *_REGROUPED} else "",
        after=after if entry.action != "run" else "",
    )


def target_text(path: str) -> str:
    """``invoices[2].line_items[0].amount`` as "Invoice 3, item 1, amount"."""
    if path == "row":
        return ""
    words = []
    for part in path.split("."):
        found = re.fullmatch(r"(\w+)\[(\d+)\]", part)
        if found:
            name, index = found.groups()
            words.append(f"{_THINGS.get(name, name)} {int(index) + 1}")
        elif part not in ("statement_info", "payment_terms"):
            words.append(LABELS.get(part, LABELS.get(f"payment_terms.{part}", part)))
    text = ", ".join(word if word.isupper() else word[:1].lower() + word[1:] for word in words)
    return text[:1].upper() + text[1:]
