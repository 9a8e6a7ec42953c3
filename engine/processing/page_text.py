"""The text of an upload's pages as people search it: what stands on them, else what was read.

Pure. A bank's data file has no pages of words, and pages may have left the cache; what the record
holds of them is searched then.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from engine.reading.lines import lines_of
from engine.reading.page import Page
from engine.records import BankDocument, Invoice, InvoiceDocument


def text_of_page(page: Page) -> str:
    """The words of a page from top to bottom, row by row."""
    return "\n".join(line.text for line in lines_of(page))


def text_of_record(document: InvoiceDocument | BankDocument | None) -> Mapping[int, str]:
    """By page (1-based), the words and amounts of the records that stand there."""
    if document is None:
        return {1: ""}
    parts: dict[int, list[str]] = defaultdict(list)
    if isinstance(document, InvoiceDocument):
        for invoice in document.invoices:
            parts[min(invoice.pages, default=1)] += _words(_of_invoice(invoice))
    else:
        info = document.statement_info
        parts[1] += _words((info.bank_name, info.account_number, info.account_name))
        for line in document.transactions:
            values = (line.date, line.description, line.counterparty, line.reference, line.amount)
            parts[line.page or 1] += _words(values)
    return {page: "\n".join(words) for page, words in sorted(parts.items())} or {1: ""}


def _of_invoice(invoice: Invoice) -> Iterable[object]:
    yield from (invoice.invoice_number, invoice.vendor_name, invoice.customer_name)
    yield from (invoice.invoice_date, invoice.total_amount, invoice.iban, invoice.purchase_order)
    yield invoice.payment_reference
    for item in invoice.line_items:
        yield from (item.description, item.amount)


def _words(values: Iterable[object]) -> list[str]:
    return [str(value) for value in values if value is not None]
