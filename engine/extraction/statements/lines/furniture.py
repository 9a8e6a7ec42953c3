"""Lines that stand at the same place on several pages: letterheads, footers, page numbers.

They belong to the paper, not to the table: what stands between a page's first and last amount may
repeat as it likes, because people pay the same things again and again.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from engine.extraction.statements.lines.cells import TypedLine

_DIGITS = re.compile(r"\d")
_SAME_PLACE = 0.012
"""Page heights by which a repeated line may move from page to page."""

_NEXT_LINE = 1.7
"""Line heights from a line of the table to the next one of its row, at most."""

_MARGIN = 0.12
"""Page widths from the left in which lines below a table are rather a footer than its rows."""

_PROSE = 16
"""Words from which a line with an amount is a sentence rather than a row."""

_PAGE_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|strona|side|sida|sivu|sayfa|strana|oldal|blatt|hoja|folha|стр|p)?"
    r"[\s.:]*(?:no|nr)?[\s.:]*\d{1,4}\s*(?:(?:of|von|de|di|sur|van|z|av|/|iz|из)\s*\d{1,4})?\Z",
    re.IGNORECASE,
)


def furniture(lines: Sequence[TypedLine], headers: Sequence[int] = ()) -> frozenset[int]:
    """Numbers of the lines that repeat across pages, and of bare page numbers.

    Args:
        lines: the document's lines.
        headers: numbers of the last lines of its tables' headers; below one a table begins.
    """
    places: dict[str, list[TypedLine]] = defaultdict(list)
    found: set[int] = set()
    tables = _table_bounds(lines, frozenset(headers))
    pages = len({line.page_number for line in lines})
    for line in lines:
        first, last = tables.get(line.page_number, (1.0, 0.0))
        if first <= line.y0 <= last:
            continue
        if _is_page_number(line):
            found.add(line.number)
        elif pages > 1:
            places[_DIGITS.sub("#", line.text)].append(line)
    needed = max(2, min(pages // 3, 8))
    for same in places.values():
        found.update(line.number for line in same if _repeats(line, same, needed))
    return frozenset(found)


def _table_bounds(
    lines: Sequence[TypedLine], headers: frozenset[int]
) -> dict[int, tuple[float, float]]:
    """For each page the tops of its first and last line that has an amount and is no prose.

    What follows a header comes before the first amount; what follows the last amount closely is
    still of its row.
    """
    bounds: dict[int, tuple[float, float]] = {}
    heads: dict[int, float] = {}
    for line in lines:
        if line.number in headers:
            heads.setdefault(line.page_number, line.y1)
        if line.has("money") and not _is_prose(line):
            first, last = bounds.get(line.page_number, (line.y0, line.y0))
            bounds[line.page_number] = min(first, line.y0), max(last, line.y0)
    for page, y in heads.items():
        if page in bounds:
            first, last = bounds[page]
            bounds[page] = min(first, y), last
    for line in lines:
        first, last = bounds.get(line.page_number, (1.0, 0.0))
        near = last < line.y0 <= last + _NEXT_LINE * (line.y1 - line.y0)
        if near and (line.x0 > _MARGIN or len(line.cells) > 1):
            bounds[line.page_number] = first, line.y0
    return bounds


def _is_prose(line: TypedLine) -> bool:
    """Whether a line is a sentence; a dated one is a row however its letters are set apart."""
    if line.cells[0].date is not None or sum([len(cell.words) for cell in line.cells]) <= _PROSE:
        return False
    return sum([len(word.text) > 1 for cell in line.cells for word in cell.words]) > _PROSE


def _is_page_number(line: TypedLine) -> bool:
    text = line.text
    at_edge = line.y0 < 0.12 or line.y1 > 0.88
    return at_edge and len(text) < 24 and _PAGE_NUMBER.match(text) is not None


def _repeats(line: TypedLine, same: Sequence[TypedLine], needed: int) -> bool:
    pages: set[int] = set()
    for other in same:
        if abs(other.y0 - line.y0) <= _SAME_PLACE and abs(other.x0 - line.x0) <= 0.05:
            pages.add(other.page_number)
            if len(pages) >= needed:
                return True
    return False
