"""Lines that stand at the same place on several pages: letterheads, footers, page numbers.

They belong to the paper, not to the table; table headers and rows never count among them.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from engine.extraction.statements.cells import TypedLine

_DIGITS = re.compile(r"\d")
_SAME_PLACE = 0.012
"""Page heights by which a repeated line may move from page to page."""

_PAGE_NUMBER = re.compile(
    r"(?:page|seite|pagina|página|strona|side|sida|sivu|sayfa|strana|oldal|blatt|hoja|folha|стр|p)?"
    r"[\s.:]*(?:no|nr)?[\s.:]*\d{1,4}\s*(?:(?:of|von|de|di|sur|van|z|av|/|iz|из)\s*\d{1,4})?\Z",
    re.IGNORECASE,
)


def furniture(lines: Sequence[TypedLine]) -> frozenset[int]:
    """Numbers of the lines that repeat across pages, and of bare page numbers.

    A line with a date and an amount is never one of them.
    """
    places: dict[str, list[TypedLine]] = defaultdict(list)
    found: set[int] = set()
    pages = len({line.page_number for line in lines})
    for line in lines:
        if line.has("money") and line.has("date"):
            continue
        if _is_page_number(line):
            found.add(line.number)
        elif pages > 1:
            places[_DIGITS.sub("#", line.text)].append(line)
    needed = max(2, min(pages // 3, 8))
    for same in places.values():
        found.update(line.number for line in same if _repeats(line, same, needed))
    return frozenset(found)


def _is_page_number(line: TypedLine) -> bool:
    text = line.text
    at_edge = line.y0 < 0.12 or line.y1 > 0.88
    return at_edge and len(text) < 24 and _PAGE_NUMBER.match(text) is not None


def _repeats(line: TypedLine, same: Sequence[TypedLine], needed: int) -> bool:
    pages = {
        other.page_number
        for other in same
        if abs(other.y0 - line.y0) <= _SAME_PLACE and abs(other.x0 - line.x0) <= 0.05
    }
    return len(pages) >= needed
