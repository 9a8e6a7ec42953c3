"""Where a value of an electronic invoice is printed on the pages, if it is."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from engine.extraction.dates import parse_date
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.candidates import Candidates, find_candidates
from engine.extraction.invoices.sheet.layout import Row, Sheet, box_of, sheet_of
from engine.extraction.invoices.sheet.segmenting import rows_of
from engine.reading.page import Page, Word
from engine.records import BBox

_SHORTEST: Final = 3
"""Letters and figures below which a value is on every page somewhere by chance."""
_ORDERS: Final = ("dmy", "mdy", "ymd")


@dataclass(frozen=True, slots=True)
class Place:
    """Words of one page (1-based) and the box around them."""

    page: int
    bbox: BBox
    text: str


class Printed:
    """The print of some pages, to be searched for values. Nothing is read before it is asked."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = [page for page in pages if page.words]

    def amounts(self, value: Decimal) -> list[Place]:
        """Every place that shows the amount, whatever its sign."""
        return self._matching(
            self._found.amounts, lambda candidate: abs(candidate.value.value) == abs(value)
        )

    def dates(self, value: dt.date) -> list[Place]:
        """Every place that shows the day, in whichever order its figures are."""
        return self._matching(
            self._found.dates,
            lambda candidate: (
                candidate.value == value
                or any(parse_date(candidate.text, order=order) == value for order in _ORDERS)
            ),
        )

    def texts(self, value: str) -> list[Place]:
        """Every place within one row that has the same letters and figures, as whole words."""
        wanted = _signs(value)
        if len(wanted) < _SHORTEST:
            return []
        return [place for line in self._lines for place in line.find(wanted)]

    @cached_property
    def _sheet(self) -> Sheet | None:
        rows: list[Row] = []
        for page in self._pages:
            rows += rows_of(page, len(rows))
        return sheet_of(self._pages, rows) if rows else None

    @cached_property
    def _found(self) -> Candidates:
        return find_candidates(self._sheet) if self._sheet else Candidates()

    @cached_property
    def _lines(self) -> list["_Line"]:
        return [_Line(row) for row in self._sheet.rows] if self._sheet else []

    def _matching(
        self, candidates: Sequence[Candidate[Any]], fits: Callable[[Candidate[Any]], bool]
    ) -> list[Place]:
        return [
            _place(candidate.segment.page, candidate.words)
            for candidate in candidates
            if fits(candidate)
        ]


class _Line:
    """One row's letters and figures, and which word each belongs to."""

    def __init__(self, row: Row) -> None:
        self.page = row.page
        self.words = [word for segment in row.segments for word in segment.words]
        signs: list[str] = []
        self.owners: list[int] = []
        self.starts: set[int] = set()
        for owner, word in enumerate(self.words):
            is_inside = False
            for sign in word.text.casefold():
                if sign.isalnum():
                    if not is_inside:
                        self.starts.add(len(signs))
                    signs.append(sign)
                    self.owners.append(owner)
                is_inside = sign.isalnum()
        self.text = "".join(signs)
        # A letter that casefold makes two of keeps its place by counting signs, not characters.
        self.starts.add(len(signs))

    def find(self, wanted: str) -> Iterator[Place]:
        """Places where ``wanted`` stands from the start of a word to the end of one."""
        start = self.text.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if start in self.starts and end in self.starts:
                words = self.words[self.owners[start] : self.owners[end - 1] + 1]
                yield _place(self.page, words)
            start = self.text.find(wanted, start + 1)


def _place(page: int, words: Sequence[Word]) -> Place:
    return Place(page, box_of(words), " ".join(word.text for word in words))


def _signs(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
