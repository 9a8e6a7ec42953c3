"""The list of a run that is on the screen, to take along as Excel, CSV or Parquet."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from engine.exports import ExportTable, day, instant, money, share, text
from engine.presentation import day as day_words
from engine.presentation import listed, moment
from engine.presentation.match_words import MATCH_KIND, TREATMENT
from engine.records import Match
from pages._parts.downloads import downloads
from pages._parts.hand_state import BY_HAND
from pages._parts.run_view import RunView, invoice_title, party_of
from pages._parts.words import DECISION

_MATCH = (
    text("decision", "Decision"),
    text("decided_by", "Decided by"),
    instant("decided_at", "Decided at"),
    text("kind", "Kind"),
    text("parties", "Party"),
    text("invoices", "Invoices"),
    day("paid", "Paid"),
    text("lines", "Bank lines"),
    money("amount_matched", "Matched"),
    money("difference", "Difference"),
    text("treatment", "The difference is"),
    text("currency", "Currency"),
    share("confidence", "Sure"),
    text("reasons", "Why"),
    text("note", "Note"),
)
_OPEN = (
    text("what", "What"),
    text("party", "Party"),
    text("number", "Invoice"),
    day("date", "Date"),
    day("due", "Due"),
    money("open", "Open"),
    text("currency", "Currency"),
    text("words", "Bank's words"),
    text("account", "Account"),
)

_FILES = 200


def run_downloads(view: RunView, name: str) -> None:
    """Draw the button for the list ``name``; lists of few words have none."""
    if name in ("matched", "partial"):
        chosen = view.row.document.matched if name == "matched" else view.row.document.partial
        make = partial(_matches, view, chosen)
    elif name == BY_HAND:
        make = partial(_open, view)
    else:
        return
    title = {"matched": "matched", "partial": "to-look-at"}.get(name, "unmatched")
    downloads(title, make, key="run_downloads")


def _notes(view: RunView) -> list[str]:
    info = view.row.document.reconciliation_info
    names = [source.file_name for source in view.row.document.source_documents]
    return [
        f"Run of {moment(info.run_at)} UTC by {info.run_by}",
        f"Drawn from {listed(names, _FILES)}",
    ]


def _matches(view: RunView, matches: Iterable[Match]) -> ExportTable:
    rows = [_match_row(view, match) for match in matches]
    return ExportTable("Matches", _MATCH, rows, notes=_notes(view))


def _match_row(view: RunView, match: Match) -> dict[str, Any]:
    bills, lines = view.invoices_of(match), view.lines_of(match)
    days = [line["transaction_date"] for line in lines if line["transaction_date"]]
    return {
        "decision": DECISION[match.decision].text,
        "decided_by": match.decided_by,
        "decided_at": match.decided_at,
        "kind": MATCH_KIND[match.kind],
        "parties": "; ".join(dict.fromkeys(map(party_of, bills))),
        "invoices": "; ".join(map(invoice_title, bills)),
        "paid": min(days, default=None),
        "lines": "; ".join(
            f"{day_words(line['transaction_date'])} {line['description'] or ''}".strip()
            for line in lines
        ),
        "amount_matched": match.amount_matched,
        "difference": match.difference,
        "treatment": TREATMENT.get(match.difference_treatment or "", ""),
        "currency": match.currency,
        "confidence": None if match.is_manual else match.confidence,
        "reasons": "; ".join(view.readable(reason.evidence) for reason in match.reasons),
        "note": match.note,
    }


def _open(view: RunView) -> ExportTable:
    lines = [
        {
            "what": "Bank line",
            "party": line["counterparty"],
            "date": line["transaction_date"],
            "open": line["amount_open"],
            "currency": line["currency"],
            "words": line["description"],
            "account": line["account_number"],
        }
        for line in view.left_lines()
    ]
    invoices = [
        {
            "what": "Invoice",
            "party": party_of(bill),
            "number": invoice_title(bill),
            "date": bill["invoice_date"],
            "due": bill["due_date"],
            "open": bill["amount_open"],
            "currency": bill["currency"],
        }
        for bill in view.left_invoices()
    ]
    return ExportTable("Unmatched", _OPEN, [*invoices, *lines], notes=_notes(view))
