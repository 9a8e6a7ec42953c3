"""The count that a page prints of itself: "Page 2 of 3", "2/3"."""

import re
from collections.abc import Sequence
from typing import Final

from engine.extraction.invoices.sheet.layout import Row

_PAGE_WORD: Final = (
    r"(?:page|pag\.?|pagina|página|seite|blatt|sida|side|sivu|strana|strona|folha|hoja|pg\.?)"
)
_OF: Final = r"(?:of|von|sur|van|de|di|z|ze|av|af|/|from|out of)"
_MARK = re.compile(
    rf"(?<!\w){_PAGE_WORD}\s*(?:nr\.?|no\.?)?\s*[:.]?\s*(?P<page>\d{{1,4}})"
    rf"(?:\s*{_OF}\s*(?:{_PAGE_WORD}n?:?\s*)?(?P<pages>\d{{1,4}}))?(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_BARE_MARK = re.compile(r"\W*(?P<page>\d{1,3})\s?/\s?(?P<pages>\d{1,3})\W*")
_FIRST_ROWS: Final = 14
_LAST_ROWS: Final = 6


def page_mark(rows: Sequence[Row]) -> tuple[int | None, int | None]:
    """Which page of how many this is, by the first such words at its head or foot."""
    for pattern in (_MARK, _BARE_MARK):
        for row in [*rows[:_FIRST_ROWS], *rows[-_LAST_ROWS:]]:
            match = _mark_in(row, pattern)
            if match:
                page = int(match["page"])
                pages = int(match["pages"]) if match["pages"] else None
                if page >= 1 and (pages is None or page <= pages):
                    return page, pages
    return None, None


def _mark_in(row: Row, pattern: re.Pattern[str]) -> re.Match[str] | None:
    if pattern is _MARK:
        return pattern.search(row.text)
    matches = (pattern.fullmatch(segment.text) for segment in row.segments)
    return next(filter(None, matches), None)
