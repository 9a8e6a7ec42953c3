"""Amounts and dates that OCR misread, read again where something on the page proves the reading.

A letter in place of a figure (O for 0, l for 1, S for 5) or a wrong mark before the cents gives a
proposal only. It counts when a second place says the same amount, when what was handed over and
given back at the till comes to it, or when it is a valid day of the calendar. What is printed stays
in the value's provenance, with a note that it was read so.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

import msgspec
from rapidfuzz.distance import Levenshtein

from engine.extraction.amounts import Amount
from engine.extraction.dates import parse_date
from engine.extraction.identifiers import compact_identifier
from engine.extraction.invoices.header.check_digits import FIGURES, repaired_ibans, repaired_tax_ids
from engine.extraction.invoices.sheet.amounts import has_cents, read_amount
from engine.extraction.invoices.sheet.candidate import (
    AmountCandidate,
    Candidate,
    DateCandidate,
    IdentifierCandidate,
    Value,
)
from engine.extraction.invoices.sheet.candidates import Candidates
from engine.extraction.invoices.sheet.layout import Segment, Sheet
from engine.extraction.invoices.sums.tender import find_tender
from engine.extraction.months import MONTHS
from engine.extraction.phrases import plain
from engine.reading.page import Word
from engine.records import Provenance

_FIGURE: Final = r"[\dOoQDlI|iSsBZz]"
_AMOUNT = re.compile(
    rf"(?P<before>[^\d\s]{{0,3}}?|\d[A-Z])(?P<whole>{_FIGURE}{{1,6}})"
    rf"(?P<mark>[.,:;>~_'’*\-–]{{1,2}}|\s)?(?P<cents>{_FIGURE}{{2}})(?P<after>[^\d\s]?)"
)
_DATE = re.compile(
    rf"(?P<a>{_FIGURE}{{1,2}})(?P<s1>[-./~:,_–]{{1,2}})(?P<b>{_FIGURE}{{1,2}}|[^\W\d_]{{3,9}})"
    rf"(?P<s2>[-./~:,_–]{{1,2}})(?P<c>(?:19|2[0Oo]){_FIGURE}{{2}}|\d{{2}})"
    r"(?P<clock>\d{1,2}[:.]\d{2}.{0,6})?"
)
_IDENTIFIER = re.compile(r"[A-Z]{2}[A-Z0-9]{7,33}")
_LEAST_FIGURES: Final = 0.5
_LEAST: Final = Decimal("0.50")
_LONG_MONTH: Final = 5
_YEARS: Final = range(1990, 2080)
_TRUST: Final = 0.85


def with_repairs(sheet: Sheet, found: Candidates) -> Candidates:
    """``found`` and the repaired amounts and dates of recognised pages that something supports."""
    scanned = [segment for segment in sheet.segments if segment.source == "ocr"]
    if not scanned:
        return found
    amounts = _supported(sheet, found, list(_amount_proposals(scanned, found)))
    dates = list(_dates(scanned, found))
    ibans, tax_ids = repaired_ibans(scanned), repaired_tax_ids(scanned)
    if not (amounts or dates or ibans or tax_ids):
        return found
    return replace(
        found,
        ibans=_instead(found.ibans, ibans),
        tax_ids=_instead(found.tax_ids, tax_ids),
        amounts=_in_order([*found.amounts, *amounts]),
        dates=_in_order([*found.dates, *dates]),
    )


def _instead(
    found: list[IdentifierCandidate], repaired: list[IdentifierCandidate]
) -> list[IdentifierCandidate]:
    """``found`` with the repaired numbers in place of the unchecked ones of their segments."""
    segments = {id(number.segment) for number in repaired}
    kept = [number for number in found if id(number.segment) not in segments]
    return _in_order([*kept, *repaired])


def noted(provenance: Provenance, value: object) -> Provenance:
    """``provenance``, or less trust and a note where the print says ``value`` by a repair only."""
    printed = provenance.text or ""
    if provenance.source != "ocr" or not _is_repaired(printed, value):
        return provenance
    return msgspec.structs.replace(
        provenance,
        confidence=round(provenance.confidence * _TRUST, 3),
        note=f"read as {value}: OCR saw “{printed}”",
    )


def _is_repaired(printed: str, value: object) -> bool:
    if isinstance(value, dt.date):
        return not any(parse_date(printed, order=order) == value for order in ("dmy", "mdy", "ymd"))
    if isinstance(value, Decimal):
        match = _AMOUNT.fullmatch(printed)
        plainly = [read_amount(printed, mark) for mark in (".", ",", None)]
        clean = any(amount and abs(amount.value) == abs(value) for amount in plainly)
        return match is not None and not clean and _value_of(match) == abs(value)
    if isinstance(value, str) and _IDENTIFIER.fullmatch(value):
        figures = compact_identifier(printed.translate(FIGURES))
        is_same = value.translate(FIGURES) in figures
        return is_same and value not in compact_identifier(printed)
    return False


def _in_order(candidates: Iterable[Candidate[Value]]) -> list[Candidate[Value]]:
    return sorted(candidates, key=lambda c: (c.segment.row, c.segment.index, c.start))


def _amount_proposals(segments: Sequence[Segment], found: Candidates) -> Iterator[AmountCandidate]:
    """Amounts that words could be if some of their signs were misread."""
    taken = {
        (id(amount.segment), index)
        for amount in found.amounts
        if has_cents(amount.value)
        for index in range(amount.start, amount.end)
    }
    for segment in segments:
        for start, end in _stretches(segment):
            if any((id(segment), index) in taken for index in range(start, end)):
                continue
            text = " ".join(word.text for word in segment.words[start:end])
            match = _AMOUNT.fullmatch(text)
            if match is None or (" " in text) != (match["mark"] == " "):
                continue
            value = _value_of(match)
            if value is not None and value >= _LEAST:
                yield Candidate(Amount(value, text, None, None), segment, start, end, text)


def _stretches(segment: Segment) -> Iterator[tuple[int, int]]:
    """Single words with a figure, and two bare figures close to each other (39 90)."""
    words = segment.words
    for index, word in enumerate(words):
        if any(map(str.isdigit, word.text)):
            yield index, index + 1
            if index + 1 < len(words) and _are_parted(word, words[index + 1]):
                yield index, index + 2


def _are_parted(left: Word, right: Word) -> bool:
    close = right.x0 - left.x1 < 1.5 * (left.x1 - left.x0) / len(left.text)
    return close and left.text.isdigit() and len(right.text) == 2 and right.text.isdigit()


def _value_of(match: re.Match[str]) -> Decimal | None:
    figures = match["whole"] + match["cents"]
    if sum(map(str.isdigit, figures)) < _LEAST_FIGURES * len(figures):
        return None
    whole, cents = match["whole"].translate(FIGURES), match["cents"].translate(FIGURES)
    return Decimal(f"{whole}.{cents}")


def _supported(
    sheet: Sheet, found: Candidates, proposals: Sequence[AmountCandidate]
) -> list[AmountCandidate]:
    """Those proposals that another place or the till's arithmetic confirms."""
    if not proposals:
        return []
    printed = {abs(amount.value.value) for amount in found.amounts if has_cents(amount.value)}
    said = Counter(proposal.value.value for proposal in proposals)
    costs = find_tender(sheet, found.amounts).costs
    return [
        proposal
        for proposal in proposals
        for value in (proposal.value.value,)
        if value in printed or value in costs or (said[value] > 1 and not _is_bare(proposal.text))
    ]


def _is_bare(text: str) -> bool:
    """Whether nothing in ``text`` parts the cents: it may as well be a year or a telephone."""
    return text.isalnum()


def _dates(segments: Sequence[Segment], found: Candidates) -> Iterator[DateCandidate]:
    """Days that words say once their misread signs are put right."""
    known = {
        (id(date.segment), index) for date in found.dates for index in range(date.start, date.end)
    }
    for segment in segments:
        for index, word in enumerate(segment.words):
            if (id(segment), index) in known:
                continue
            day = _day_in(word.text, found.read_as)
            if day is not None:
                yield Candidate(day, segment, index, index + 1, word.text)


@lru_cache(maxsize=8192)
def _day_in(text: str, order: str) -> dt.date | None:
    match = _DATE.fullmatch(text.strip(".,;:()[]*"))
    if match is None or sum(map(str.isdigit, text)) < 3:
        return None
    if match["s1"] == match["s2"] == ":" and len(match["c"]) == 2:
        return None  # a time of the day
    month = match["b"]
    if month.isalpha() and len(month) >= 3:
        month = _month_like(month) or ""
    else:
        month = month.translate(FIGURES)
    first, year = match["a"].translate(FIGURES), match["c"].translate(FIGURES)
    day = parse_date(f"{first}-{month}-{year}", order=order) if month else None
    return day if day is not None and day.year in _YEARS else None


def _month_like(text: str) -> str | None:
    """The name of the one month that ``text`` differs from by one letter at most.

    Short forms are too much like each other: they must be as they are.
    """
    word = plain(text)
    if word in MONTHS or len(word) < _LONG_MONTH:
        return word if word in MONTHS else None
    near = {
        number: name
        for name, number in MONTHS.items()
        if len(name) >= _LONG_MONTH and Levenshtein.distance(word, name, score_cutoff=1) <= 1
    }
    return next(iter(near.values())) if len(near) == 1 else None
