"""From pages to invoices: rows, splitting, and one record for each group of pages."""

from collections.abc import Sequence

from engine.extraction.context import Context
from engine.extraction.invoices.assemble import assemble, is_empty
from engine.extraction.invoices.layout import Row, rows_of, sheet_of
from engine.extraction.invoices.split import PageRows, look_at, split_pages
from engine.reading.page import Page
from engine.records import Invoice


def extract_invoices(pages: Sequence[Page], context: Context) -> tuple[Invoice, ...]:
    """The invoices on ``pages``, in their order; pages without words belong to none.

    Takes time in proportion to the number of words.
    """
    groups = [group for group in split_pages(_looked_at(pages)) if any(p.rows for p in group)]
    invoices: list[Invoice] = []
    for group in groups:
        rows = [row for page in group for row in page.rows]
        sheet = sheet_of([page.page for page in group], rows)
        number = len(invoices) + 1
        invoices.append(assemble(sheet, context, f"{context.upload_id}-{number}"))
    return tuple(invoice for invoice in invoices if len(groups) == 1 or not is_empty(invoice))


def _looked_at(pages: Sequence[Page]) -> list[PageRows]:
    """Every page with its rows, numbered through, and its marks if there are several."""
    looked: list[PageRows] = []
    count = 0
    for page in pages:
        rows: list[Row] = rows_of(page, count)
        count += len(rows)
        single = len(pages) == 1
        looked.append(PageRows(page, tuple(rows)) if single else look_at(page, rows))
    return looked
