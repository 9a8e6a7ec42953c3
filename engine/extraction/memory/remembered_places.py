"""Finds a value on a new invoice by the label or the place that it had on earlier ones."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from engine.extraction.invoices.sheet.amounts import cents
from engine.extraction.invoices.sheet.candidates import find_candidates
from engine.extraction.invoices.sheet.layout import Segment, Sheet
from engine.extraction.printed.finder import Place, runs_of
from engine.extraction.vendor_habit import VendorHabit
from engine.reading.page import Word
from engine.records import DATE_FIELDS, SUM_FIELDS

_NEAR: Final = 0.03
"""Shares of the page by which a value without a label may stand elsewhere than before."""
_FAR: Final = 0.15
_ROWS_DOWN: Final = 2
_MOST_TEXT_WORDS: Final = 10


class RememberedPlaces:
    """The values of one sheet by where they stand."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        found = find_candidates(sheet)
        ibans = [_place(c.value.compact, c) for c in found.ibans if c.value.is_checked]
        codes = [_place(c.value, c) for c in found.codes]
        amounts = [_place(cents(c.value.value), c) for c in found.amounts]
        self._typed: Mapping[str, list[Place]] = {
            "date": [_place(c.value, c) for c in found.dates],
            "amount": amounts,
            "iban": ibans,
            "code": codes,
        }

    def find(self, habit: VendorHabit) -> Place | None:
        """The value that the habit speaks of; None where it could be several, or is not there."""
        candidates = self._candidates(habit.field)
        if habit.label is None:
            near = [place for place in candidates if _distance(place, habit) <= _NEAR]
            return near[0] if len(near) == 1 else None
        finder: Callable[[Segment, int], Place | None] = (
            (lambda label, end: self._right_of(label, end, habit.field))
            if habit.side == "right"
            else (lambda label, end: self._below(label, habit.field))
        )
        found = [
            place
            for segment, end in self._labels(habit.label)
            if (place := finder(segment, end)) is not None
        ]
        if len({place.value for place in found}) <= 1:
            return found[0] if found else None
        nearest = sorted(found, key=lambda place: _distance(place, habit))
        is_clear = _distance(nearest[1], habit) > _distance(nearest[0], habit) + _NEAR
        return nearest[0] if is_clear and _distance(nearest[0], habit) <= _FAR else None

    def _candidates(self, field: str) -> list[Place]:
        if field in SUM_FIELDS:
            return self._typed["amount"]
        if field in DATE_FIELDS:
            return self._typed["date"]
        if field == "iban":
            return self._typed["iban"]
        return [] if field == "customer_name" else self._typed["code"]

    def _labels(self, label: str) -> Iterator[tuple[Segment, int]]:
        """Segments with the words of ``label``, and the index of the word after them."""
        wanted = label.split()
        for segment in self._sheet.segments:
            for _, end in runs_of(segment.words, wanted):
                yield segment, end

    def _right_of(self, label: Segment, end: int, field: str) -> Place | None:
        """The first value after the label, in its segment or in the next one of the row."""
        row = self._sheet.row_of(label)
        following = row.segments[label.index + 1 : label.index + 2]
        if field == "customer_name":
            words = label.words[end:] or (following[0].words if following else ())
            return _text(label if label.words[end:] else following[0], words) if words else None
        for place in self._candidates(field):
            if place.segment is label and place.words[0] in label.words[_first(label, end) :]:
                return place
        for place in self._candidates(field):
            if following and place.segment is following[0]:
                return place
        return None

    def _below(self, label: Segment, field: str) -> Place | None:
        """The value in the next rows that stands under the label."""
        for row in self._sheet.below(label, _ROWS_DOWN):
            for segment in row.segments:
                if segment.x0 >= label.x1 or segment.x1 <= label.x0:
                    continue
                if field == "customer_name":
                    return _text(segment, segment.words)
                for place in self._candidates(field):
                    if place.segment is segment:
                        return place
        return None


def _place(value: Any, candidate: Any) -> Place:
    return Place(value, candidate.segment, candidate.words)


def _first(label: Segment, end: int) -> int:
    """Where a value may begin: in the label's last word, if that is both ("No.4711")."""
    return end - 1 if any(map(str.isdigit, label.words[end - 1].text)) else end


def _text(segment: Segment, words: tuple[Word, ...]) -> Place | None:
    if not 0 < len(words) <= _MOST_TEXT_WORDS:
        return None
    return Place(" ".join(word.text for word in words), segment, words)


def _distance(place: Place, habit: VendorHabit) -> float:
    """Shares of the page between the value's place and where it stood last."""
    if habit.bbox is None:
        return 1.0
    x, y = (place.words[0].x0 + place.words[-1].x1) / 2, place.segment.y0
    x0, y0, x1, _ = habit.bbox
    return max(abs(x - (x0 + x1) / 2), abs(y - y0))
