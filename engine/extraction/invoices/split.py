"""Where one invoice ends and the next begins in a file of several pages.

A page begins a new invoice when it shows another invoice's number, when its page count starts
again, or when it opens like an invoice after one that is complete. Everything else belongs to the
invoice before it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from engine.extraction.invoices.candidates import find_codes
from engine.extraction.invoices.labels import Label
from engine.extraction.invoices.layout import Row, sheet_of
from engine.extraction.invoices.numbering import find_numbers
from engine.reading.page import Page

_PAGE_WORD: Final = (
    r"(?:page|pag\.?|pagina|página|seite|blatt|sida|side|sivu|strana|strona|folha|hoja)"
)
_OF: Final = r"(?:of|von|sur|van|de|di|z|ze|av|af|/|från|out of)"
_MARK = re.compile(
    rf"(?<!\w){_PAGE_WORD}\s*(?:nr\.?|no\.?)?\s*[:.]?\s*(?P<page>\d{{1,4}})"
    rf"(?:\s*{_OF}\s*(?:{_PAGE_WORD}n?:?\s*)?(?P<pages>\d{{1,4}}))?(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\d[.,]\d\d(?!\d)")
_SUM_WORDS: Final = ("total", "sum", "gesamt", "totaal", "celkem", "razem")
_SURE: Final = 0.75
_HEAD_ZONE: Final = 0.5


@dataclass(frozen=True, slots=True)
class PageRows:
    """A page and its rows, with what it says about its place in a document."""

    page: Page
    rows: tuple[Row, ...]
    number: str | None = None
    page_mark: int | None = None
    pages_mark: int | None = None
    opens: bool = False
    has_total: bool = False


def look_at(page: Page, rows: Sequence[Row]) -> PageRows:
    """``page`` with the marks by which invoices in one file are told apart."""
    if not rows:
        return PageRows(page, ())
    sheet = sheet_of([page], rows)
    head = sheet_of([page], [row for row in rows if row.y0 < _HEAD_ZONE] or rows[:1])
    numbers, _, _ = find_numbers(head, find_codes(head))
    number = numbers[0].value if numbers and numbers[0].score >= _SURE else None
    mark, of = _page_mark(rows)
    labels = {hit.label for hit in sheet.labels}
    heading: set[Label] = {hit.label for hit in sheet.labels if hit.segment.y0 < _HEAD_ZONE}
    opens = bool(heading & {"title", "credit_title", "invoice_number"}) and bool(
        heading & {"invoice_date", "date", "buyer", "seller", "due_date"}
    )
    has_total = bool(labels & {"total", "due"}) or any(
        hit.label == "weak_total"
        and hit.phrase.startswith(_SUM_WORDS)
        and _AMOUNT.search(sheet.row_of(hit.segment).text)
        for hit in sheet.labels
    )
    return PageRows(page, tuple(rows), number, mark, of, opens, has_total)


def split_pages(pages: Sequence[PageRows]) -> list[list[PageRows]]:
    """Pages in groups of one invoice each; every page is in one group, in order."""
    groups: list[list[PageRows]] = []
    for page in pages:
        if groups and not _begins(page, groups[-1]):
            groups[-1].append(page)
        else:
            groups.append([page])
    return groups


def _begins(page: PageRows, group: Sequence[PageRows]) -> bool:
    """Whether ``page`` is the first of another invoice than ``group``."""
    known = {_plain(other.number) for other in group if other.number}
    before = group[-1]
    if not page.rows:
        return False
    if _goes_on(page, before) and not (page.number and known and _plain(page.number) not in known):
        return False
    if page.number is not None and known:
        return _plain(page.number) not in known
    if page.page_mark == 1 and (page.opens or page.pages_mark is not None):
        return before.page_mark != 1 or page.opens
    complete = any(other.has_total for other in group)
    return page.opens and page.has_total and complete and page.page_mark in (None, 1)


def _goes_on(page: PageRows, before: PageRows) -> bool:
    """Whether the page's own count says that it follows the page before."""
    if page.page_mark is None or page.page_mark < 2:
        return False
    return before.page_mark is None or page.page_mark == before.page_mark + 1


def _page_mark(rows: Sequence[Row]) -> tuple[int | None, int | None]:
    """Which page of how many this is, by the first such words at its head or foot."""
    for row in [*rows[:14], *rows[-6:]]:
        match = _MARK.search(row.text)
        if match:
            page = int(match["page"])
            pages = int(match["pages"]) if match["pages"] else None
            if page >= 1 and (pages is None or page <= pages):
                return page, pages
    return None, None


def _plain(number: str | None) -> str:
    return re.sub(r"\W", "", number or "").casefold()
