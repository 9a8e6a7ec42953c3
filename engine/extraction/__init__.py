"""Pages of words become invoices, or a statement with its transactions.

Pure: no database, no clock, no environment. Names load on first use, so that importing the package
costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.extraction.context import Context
    from engine.extraction.invoices.extract import extract_invoices
    from engine.extraction.kind import guess_kind
    from engine.extraction.statements import Statement, extract_statement

__all__ = ["Context", "Statement", "extract_invoices", "extract_statement", "guess_kind"]

_HOMES = {
    "Context": "engine.extraction.context",
    "Statement": "engine.extraction.statements",
    "extract_invoices": "engine.extraction.invoices.extract",
    "extract_statement": "engine.extraction.statements",
    "guess_kind": "engine.extraction.kind",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module on first use."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
