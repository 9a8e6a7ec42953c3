"""Says which bank lines paid which invoices, and why. Pure: no database, clock or environment."""

from engine.matching.inputs import BankLine, OpenInvoice, read_invoices, read_transactions
from engine.matching.matcher import match
from engine.matching.options import ALGORITHM, MatchOptions
from engine.matching.result import MatchResult

__all__ = [
    "ALGORITHM",
    "BankLine",
    "MatchOptions",
    "MatchResult",
    "OpenInvoice",
    "match",
    "read_invoices",
    "read_transactions",
]
