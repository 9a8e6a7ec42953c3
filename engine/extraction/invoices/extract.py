"""From pages to invoices."""

from collections.abc import Sequence

from engine.extraction.context import Context
from engine.reading.page import Page
from engine.records import Invoice


def extract_invoices(pages: Sequence[Page], context: Context) -> tuple[Invoice, ...]:
    """The invoices on ``pages``, in their order."""
    return ()
