"""The rows of one invoice, of all that stand in a file."""

from collections.abc import Sequence
from dataclasses import replace

from engine.extraction.invoices.grouping.regions import words_in
from engine.extraction.invoices.sheet.layout import Row, Sheet, sheet_of
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.reading.page import Page
from engine.records import Invoice


def sheet_of_invoice(invoice: Invoice, pages: Sequence[Page]) -> Sheet | None:
    """The sheet of ``invoice``'s own ``pages``; None when they have no words.

    Of a page that it shares, only its part is on the sheet; places stay those of the whole page.
    """
    boxes = {region.page: region.bbox for region in invoice.regions}
    own: list[Page] = []
    rows: list[Row] = []
    for page in pages:
        box = boxes.get(page.page_number)
        part = page if box is None else replace(page, words=words_in(page, box))
        own.append(part)
        rows += rows_of(part, len(rows))
    return sheet_of(own, rows) if rows else None
