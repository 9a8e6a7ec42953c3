"""Pages read as a statement, and what a test compares of it."""

from engine.extraction.context import Context
from engine.extraction.statements import Statement, extract_statement
from engine.reading.page import Page

HEADER = [(45.0, "Date"), (100.0, "Description"), (-420.0, "Amount"), (-540.0, "Balance")]
"""A row of heads for ``page_of``."""


def read(*pages: Page) -> Statement:
    """What the pages say."""
    return extract_statement(pages, Context("u"))


def amounts(statement: Statement) -> list[tuple[str, str]]:
    """Day and amount of each transaction, in text."""
    return [(str(t.date), str(t.amount)) for t in statement.transactions]
