"""Says which bank lines paid which invoices, and why. Pure: no database, clock or environment."""

from typing import TYPE_CHECKING

from engine.matching.inputs import BankLine, OpenInvoice, read_invoices, read_transactions
from engine.matching.matcher import match
from engine.matching.options import ALGORITHM, MatchOptions
from engine.matching.result import MatchResult

if TYPE_CHECKING:
    from engine.matching.pair_answers import Finding as Finding
    from engine.matching.pair_answers import PairAnswer as PairAnswer
    from engine.matching.pair_questions import PairQuestions as PairQuestions
    from engine.matching.pair_questions import explain_pair as explain_pair
    from engine.matching.vetoes import Veto as Veto

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


def __getattr__(name: str) -> object:
    """Load the questions about pairs on first use: a run itself asks none."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from engine.matching import pair_answers, pair_questions, vetoes

    places = (pair_questions, pair_answers, vetoes)
    return next(getattr(module, name) for module in places if hasattr(module, name))
