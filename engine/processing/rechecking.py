"""What a record's own figures say about each other, worked out again after a correction. Pure.

Sentences about other things than sums stay until a person settles a field that they speak of.
"""

from itertools import zip_longest

from msgspec.structs import replace

from engine.extraction.invoices.sums.checks import failed_checks
from engine.records import (
    CHECK_WORDS,
    Invoice,
    fields_named,
)


def recheck_invoice(before: Invoice, after: Invoice) -> Invoice:
    """``after`` with the sentences of ``before`` that still stand and those that became true.

    The record's own arithmetic is worked out anew. Whatever else was told (what an e-invoice or
    the language model says otherwise, broken rules, doubtful boundaries) stands until a person
    settles a field that it speaks of.
    """
    known, now = _arithmetic(before), _arithmetic(after)
    settled, lines = _settled(before, after), len(before.line_items)
    standing = (
        check
        for check in before.checks
        if (check in now if check in known else settled.isdisjoint(_named(check, lines)))
    )
    became_true = (check for check in now if check not in known)
    return replace(after, checks=tuple(dict.fromkeys((*standing, *became_true))))


def _arithmetic(invoice: Invoice) -> tuple[str, ...]:
    """An e-invoice's lines are not added up: what comes between them and its sums is not here."""
    is_einvoice = any(place.source == "xml" for place in invoice.provenance.values())
    return failed_checks(
        subtotal=invoice.subtotal,
        tax_amount=invoice.tax_amount,
        total_amount=invoice.total_amount,
        charges=invoice.charges,
        line_items=() if is_einvoice else invoice.line_items,
    )


def _settled(before: Invoice, after: Invoice) -> set[str]:
    """The fields, and among the lines the single ones, that have a person's word now."""
    fields = {name for name in CHECK_WORDS if getattr(before, name) != getattr(after, name)}
    fields |= {
        part
        for path, place in after.provenance.items()
        if place.source == "user"
        for part in (path.partition(".")[0], path.partition(".")[0].partition("[")[0])
    }
    pairs = zip_longest(before.line_items, after.line_items)
    return fields | {f"line_items[{row}]" for row, (old, new) in enumerate(pairs) if old != new}


def _named(check: str, lines: int) -> set[str]:
    """What a sentence speaks of; an e-invoice may count its lines in tens: then all of them."""
    known = {f"line_items[{row}]" for row in range(lines)} | CHECK_WORDS.keys()
    return {name if name in known else name.partition("[")[0] for name in fields_named(check)}
