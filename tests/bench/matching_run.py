"""Seconds to match a year's invoices with its bank lines, and how right the answer is."""

from typing import Any

from engine.matching import MatchOptions, match
from tests.bench.made_books import make_books
from tests.bench.sizes import Sizes
from tests.bench.timing import best_of


def measure(sizes: Sizes) -> dict[str, Any]:
    """Links of all proposed matches are counted against the links the books were made with."""
    books = make_books(sizes.invoices, sizes.transactions)
    seconds, result = best_of(
        sizes.repeats, lambda: match(books.invoices, books.lines, MatchOptions())
    )
    found = {
        (invoice_id, line_id)
        for group in (*result.matched, *result.partial)
        for invoice_id in group.invoice_ids
        for line_id in group.transaction_ids
    }
    return {
        "invoices": len(books.invoices),
        "transactions": len(books.lines),
        "true_links": len(books.links),
        "found_links": len(found),
        "right_links": len(found & books.links),
        "seconds": seconds,
        "invoices_per_second": len(books.invoices) / seconds,
    }
