"""Finds the place on the pages where a told value is printed, whatever its notation there.

A value without a place is not on the pages, and whoever told it made it up.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from engine.extraction.currencies import CODES, currency_of
from engine.extraction.dates import parse_date
from engine.extraction.identifiers import compact_identifier
from engine.extraction.invoices.sheet.amounts import cents, has_cents
from engine.extraction.invoices.sheet.candidate import AmountCandidate
from engine.extraction.invoices.sheet.candidates import Candidates, find_candidates
from engine.extraction.invoices.sheet.labels import Label
from engine.extraction.invoices.sheet.layout import Segment, Sheet, box_of
from engine.extraction.phrases import plain
from engine.extraction.printed.told import told_date, told_number
from engine.reading.page import Word
from engine.records import DATE_FIELDS, SUM_FIELDS, Provenance
from engine.records.provenance import Source

_MONEY_LABELS: Final[dict[str, frozenset[Label]]] = {
    "subtotal": frozenset(("subtotal",)),
    "tax_amount": frozenset(("tax",)),
    "total_amount": frozenset(("total", "weak_total", "due")),
    "amount_due": frozenset(("due", "total")),
}
_DATE_LABELS: Final[dict[str, frozenset[Label]]] = {
    "invoice_date": frozenset(("invoice_date", "date")),
    "due_date": frozenset(("due_date",)),
}
_IDENTIFIERS: Final = frozenset(("iban", "vendor_tax_id"))
_CODES: Final = frozenset(("invoice_number", "purchase_order", "payment_reference"))
_FEWEST_CODE_SIGNS: Final = 2


@dataclass(frozen=True, slots=True)
class Place:
    """A value as the record would hold it, and the words that print it."""

    value: Any
    segment: Segment
    words: tuple[Word, ...]

    def provenance(self, confidence: float, source: Source) -> Provenance:
        """The place as a record keeps it; ``source`` is who says the value."""
        return Provenance(
            page=self.segment.page,
            bbox=box_of(self.words),
            text=" ".join(word.text for word in self.words),
            confidence=round(confidence, 3),
            source=source,
        )


class Finder:
    """Looks for values on one invoice's pages."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._found: Candidates = find_candidates(sheet)
        self._prints_cents = any(has_cents(amount.value) for amount in self._found.amounts)

    def find(self, field: str, told: str) -> Place | None:
        """The place of ``told`` as a value of ``field``; None when the pages do not print it."""
        if field in SUM_FIELDS:
            return self.money(field, told)
        if field in DATE_FIELDS:
            return self._date(field, told)
        if field == "currency":
            return self._currency(told)
        if field in _IDENTIFIERS:
            return self._identifier(field, told)
        return self._code(told) if field in _CODES else self.text(told)

    def money(self, field: str, told: str) -> Place | None:
        """The amount ``told``: beside a label of ``field`` if it can be, else the last one."""
        value = told_number(told)
        if value is None:
            return None
        places = [amount for amount in self._amounts_of(value) if self._could_be_money(amount)]
        wanted = _MONEY_LABELS.get(field, frozenset[Label]())
        best = next((a for a in reversed(places) if self._has_label(a.segment, wanted)), None)
        best = best or (places[-1] if places else None)
        if best is None:
            return None
        return Place(cents(best.value.value), best.segment, best.words)

    def number_in(self, told: str, first_row: int, last_row: int) -> Place | None:
        """The figure ``told`` in the rows between two numbers, both included."""
        value = told_number(told)
        if value is None:
            return None
        for amount in self._amounts_of(value):
            if first_row <= amount.segment.row <= last_row:
                return Place(amount.value.value, amount.segment, amount.words)
        return None

    def text(self, told: str) -> Place | None:
        """The words ``told`` in one row, or in two lines under each other; as they are printed."""
        wanted = plain(told).split()
        if not wanted:
            return None
        for segment in self._sheet.segments:
            for following in (None, *self._under(segment)):
                words = _run(_words(segment, following), wanted)
                # Words of the second line alone are found when it is the first.
                if words and words[0] in segment.words:
                    return Place(" ".join(word.text for word in words), segment, words)
        return None

    def texts(self, told: str) -> Iterator[Place]:
        """Every place of the words ``told`` within one segment, from the top."""
        wanted = plain(told).split()
        for segment in self._sheet.segments if wanted else ():
            words = _run(segment.words, wanted)
            if words:
                yield Place(" ".join(word.text for word in words), segment, words)

    def _date(self, field: str, told: str) -> Place | None:
        value = told_date(told, self._found.read_as)
        if value is None:
            return None
        places = [
            Place(value, date.segment, date.words)
            for date in self._found.dates
            if value in (date.value, *self._other_reading(date.text))
        ]
        wanted = _DATE_LABELS[field]
        return next(
            (p for p in places if self._has_label(p.segment, wanted)), places[0] if places else None
        )

    def _other_reading(self, printed: str) -> Iterator[dt.date]:
        """The date in the other order of day and month, where the pages prove none."""
        if self._found.date_order is None:
            other = parse_date(printed, order="dmy" if self._found.read_as == "mdy" else "mdy")
            if other is not None:
                yield other

    def _currency(self, told: str) -> Place | None:
        code = told.strip().upper()
        if code not in CODES:
            return None
        for segment in self._sheet.segments:
            for word in segment.words:
                if currency_of(word.text) == code:
                    return Place(code, segment, (word,))
        return None

    def _identifier(self, field: str, told: str) -> Place | None:
        compact = compact_identifier(told)
        known = self._found.ibans if field == "iban" else self._found.tax_ids
        for candidate in known:
            if candidate.value.compact == compact and candidate.value.is_checked:
                return Place(candidate.value.compact, candidate.segment, candidate.words)
        return None if field == "iban" else self._code(told)

    def _code(self, told: str) -> Place | None:
        """Consecutive words whose letters and digits are those of ``told``."""
        wanted = compact_identifier(told)
        if len(wanted) < _FEWEST_CODE_SIGNS or not any(map(str.isdigit, wanted)):
            return None
        for code in self._found.codes:
            if compact_identifier(code.value) == wanted:
                return Place(code.value, code.segment, code.words)
        for segment in self._sheet.segments:
            words = _spelling(segment.words, wanted)
            if words:
                return Place(" ".join(w.text for w in words).strip(".,:;()"), segment, words)
        return None

    def _amounts_of(self, value: Decimal) -> list[AmountCandidate]:
        return [a for a in self._found.amounts if abs(a.value.value) == abs(value)]

    def _could_be_money(self, amount: AmountCandidate) -> bool:
        """A bare whole number is money only where the pages print no cents at all."""
        return has_cents(amount.value) or not self._prints_cents

    def _has_label(self, segment: Segment, wanted: frozenset[Label]) -> bool:
        """Whether the segment's row, or the row over it, has a label of that kind."""
        row = self._sheet.row_of(segment)
        if any(hit.label in wanted for part in row.segments for hit in part.labels):
            return True
        over = row.number - self._sheet.rows[0].number - 1
        above = self._sheet.rows[over].segments if over >= 0 else ()
        return any(
            hit.label in wanted and hit.x0 < segment.x1 and hit.x1 > segment.x0
            for part in above
            for hit in part.labels
        )

    def _under(self, segment: Segment) -> Iterator[Segment]:
        """Segments of the next row that begin where this one does."""
        for row in self._sheet.below(segment, 1):
            yield from (part for part in row.segments if abs(part.x0 - segment.x0) < 0.02)


def _words(segment: Segment, following: Segment | None) -> tuple[Word, ...]:
    return segment.words if following is None else (*segment.words, *following.words)


def runs_of(words: Sequence[Word], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and behind the last of consecutive words whose plain words are exactly ``wanted``."""
    tokens = [
        (token, index) for index, word in enumerate(words) for token in plain(word.text).split()
    ]
    for start in range(len(tokens) - len(wanted) + 1):
        part = tokens[start : start + len(wanted)]
        if [token for token, _ in part] == list(wanted):
            yield part[0][1], part[-1][1] + 1


def _run(words: Sequence[Word], wanted: Sequence[str]) -> tuple[Word, ...]:
    """The first such words; none when there are none."""
    start, end = next(runs_of(words, wanted), (0, 0))
    return tuple(words[start:end])


def _spelling(words: Sequence[Word], wanted: str) -> tuple[Word, ...]:
    """The consecutive words whose letters and digits together are exactly ``wanted``."""
    compacts = [compact_identifier(word.text) for word in words]
    for first, compact in enumerate(compacts):
        text = ""
        for last in range(first, len(words) if compact else first):
            text += compacts[last]
            if text == wanted:
                return tuple(words[first : last + 1])
            if not wanted.startswith(text):
                break
    return ()
