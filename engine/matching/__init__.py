"""Says which bank lines paid which invoices, and why. Pure: no database, clock or environment."""

from engine.matching.inputs import BankLine, OpenInvoice, read_invoices, read_transactions
from engine.matching.matcher import match
from engine.matching.options import ALGORITHM, MatchOptions
from engine.matching.pair_answers import Finding, PairAnswer
from engine.matching.pair_questions import PairQuestions, explain_pair
from engine.matching.result import MatchResult
from engine.matching.vetoes import Veto

__all__ = [
    "ALGORITHM",
    "BankLine",
    "Finding",
    "MatchOptions",
    "MatchResult",
    "OpenInvoice",
    "PairAnswer",
    "PairQuestions",
    "Veto",
    "explain_pair",
    "match",
    "read_invoices",
    "read_transactions",
]
