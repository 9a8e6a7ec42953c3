"""What is printed in an area of a page that a person marked, from the words that were read."""

from collections.abc import Sequence
from typing import Final, Literal

from engine.errors import InvalidInputError
from engine.extraction.amounts import parse_amount
from engine.extraction.dates import date_order_of, parse_date
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_codec import unpack
from engine.processing.rows import UploadRow
from engine.processing.workshop import reading_key
from engine.reading.page import Word
from engine.records import BBox

_SAME_ROW: Final = 0.6
"""Of a word's height: how far the middles of two words in one row lie apart at most."""


EntryKind = Literal["amount", "date", "text"]
"""What is typed into a field."""


class AreaWords:
    """Words of the pages that are kept in ``pages``."""

    def __init__(self, pages: PageCache, options: RunOptions) -> None:
        self._pages = pages
        self._options = options

    def at(self, row: UploadRow, page_number: int, area: BBox) -> str:
        """The words of a page (1-based) whose middle lies in ``area``, row by row.

        Raises:
            InvalidInputError: the page's words are not kept any more.
        """
        key = reading_key(row.file_hash, page_number, self._options.read)
        content = self._pages.get(key)
        if content is None:
            raise InvalidInputError(
                "The words of this page are not at hand any more.", "Type the value instead."
            )
        return words_in_area(unpack(content).words, area)


def as_value(text: str, kind: EntryKind, dates: Sequence[str]) -> str:
    """Printed words as they would be typed into a field of that kind.

    ``dates`` are days as the same document prints them: they tell whether the day or the month
    comes first. What cannot be read in one way stays as it is printed.
    """
    if kind == "amount":
        found = parse_amount(text) or parse_amount(text, ".") or parse_amount(text, ",")
        return f"{found.value:f}" if found else text
    if kind == "date":
        order = date_order_of((*dates, text))
        day = parse_date(text, order=order) if order else None
        return day.isoformat() if day else text
    return text


def words_in_area(words: Sequence[Word], area: BBox) -> str:
    """The words whose middle lies in ``area``, row by row from left to right."""
    x0, y0, x1, y1 = area
    inside = [
        word
        for word in words
        if x0 <= (word.x0 + word.x1) / 2 <= x1 and y0 <= (word.y0 + word.y1) / 2 <= y1
    ]
    rows: list[list[Word]] = []
    for word in sorted(inside, key=lambda word: word.y0 + word.y1):
        last = rows[-1][-1] if rows else None
        middle = (word.y0 + word.y1) / 2
        if last is not None and middle - (last.y0 + last.y1) / 2 <= _SAME_ROW * (last.y1 - last.y0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return " ".join(word.text for row in rows for word in sorted(row, key=lambda word: word.x0))
