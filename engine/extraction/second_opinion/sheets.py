"""The rows of one invoice, of all that stand in a file."""

from collections.abc import Sequence
from dataclasses import replace

from engine.extraction.invoices.layout import Row, Sheet, rows_of, sheet_of
from engine.reading.page import Page
from engine.records import BBox, Invoice


def sheet_of_invoice(invoice: Invoice, pages: Sequence[Page]) -> Sheet | None:
    """The sheet of ``invoice``'s own ``pages``; None when they have no words.

    Of a page that it shares, only its part is on the sheet; places stay those of the whole page.
    """
    boxes = {region.page: region.bbox for region in invoice.regions}
    own: list[Page] = []
    rows: list[Row] = []
    for page in pages:
        box = boxes.get(page.page_number)
        part = page if box is None else _within(page, box)
        own.append(part)
        rows += rows_of(part, len(rows))
    return sheet_of(own, rows) if rows else None


def _within(page: Page, box: BBox) -> Page:
    """The page with the words whose middles are in ``box``."""
    x0, y0, x1, y1 = box
    words = tuple(
        word
        for word in page.words
        if x0 <= (word.x0 + word.x1) / 2 < x1 and y0 <= (word.y0 + word.y1) / 2 < y1
    )
    return replace(page, words=words)
