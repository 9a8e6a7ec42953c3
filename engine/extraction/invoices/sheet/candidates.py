"""Typed candidates: everything on a sheet that could be an amount, a date or a number.

The type says only what the words could mean. What they are, the labels and the arithmetic decide.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from engine.extraction.amounts import decimal_mark_of
from engine.extraction.dates import date_order_of, find_dates, parse_date
from engine.extraction.identifiers import Identifier, find_ibans, find_vat_numbers
from engine.extraction.invoices.sheet.amounts import amounts_on
from engine.extraction.invoices.sheet.candidate import (
    AmountCandidate,
    Candidate,
    CodeCandidate,
    DateCandidate,
    IdentifierCandidate,
)
from engine.extraction.invoices.sheet.layout import Segment, Sheet

_CODE = re.compile(r"[#№]?(?=[^\s]*\d)[A-Za-z0-9À-ž][A-Za-z0-9À-ž_/.\\\-–#&+]*\Z")
_CODE_PREFIX = re.compile(
    r"(?<![-/\d])(?:№|nº|n°|no\.?|nr\.?|#)[:.]?(?=[A-Z0-9#]*[-/_]?\d)", re.IGNORECASE
)
_CODE_EDGE = ".,:;()[]\"'“”„*–-/"


@dataclass(eq=False, slots=True)
class Candidates:
    """All candidates of a sheet by type, and how the document writes its figures.

    ``date_order`` is dmy or mdy, or None where nothing on the pages proves one; ``read_as`` is the
    order in which the dates were read.
    """

    amounts: list[AmountCandidate] = field(default_factory=list)
    dates: list[DateCandidate] = field(default_factory=list)
    codes: list[CodeCandidate] = field(default_factory=list)
    ibans: list[IdentifierCandidate] = field(default_factory=list)
    tax_ids: list[IdentifierCandidate] = field(default_factory=list)
    decimal_mark: str | None = None
    date_order: str | None = None
    read_as: str = "dmy"


def find_candidates(sheet: Sheet, default_date_order: str = "dmy") -> Candidates:
    """All typed candidates of ``sheet`` in reading order.

    ``default_date_order`` is used where the document's own dates prove none.
    """
    segments = [segment for segment in sheet.segments if segment.figured]
    printed = [(segment, find_dates(segment.text)) for segment in segments]
    order = date_order_of(text for _, dates in printed for _, _, text in dates)
    found = Candidates(date_order=order, read_as=order or default_date_order)
    found.decimal_mark = decimal_mark_of(_figures(segments))
    for segment, dates in printed:
        taken = set[int]()
        found.dates += _dates(segment, dates, found.read_as, taken)
        found.ibans += _identifiers(segment, find_ibans(segment.text), taken)
        found.tax_ids += _identifiers(segment, find_vat_numbers(segment.text), set())
        found.amounts += amounts_on(segment, found.decimal_mark, taken)
        found.codes += _codes(segment)
    return found


def with_order(found: Candidates, order: str) -> Candidates:
    """The same candidates with the dates read in another order."""
    dates = [
        replace(date, value=value)
        for date in found.dates
        if (value := parse_date(date.text, order=order)) is not None
    ]
    return replace(found, dates=dates, read_as=order)


def find_codes(sheet: Sheet) -> Candidates:
    """Only the words with figures that could be a document's number."""
    found = Candidates()
    for segment in sheet.segments:
        found.codes += _codes(segment)
    return found


def _figures(segments: Iterable[Segment]) -> Iterable[str]:
    for segment in segments:
        for index in segment.figured:
            text = segment.words[index].text
            if not text.endswith("%"):
                yield text


def _dates(
    segment: Segment, printed: list[tuple[int, int, str]], order: str, taken: set[int]
) -> list[DateCandidate]:
    dates = []
    for start, end, text in printed:
        value = parse_date(text, order=order)
        if value is not None:
            first, last = segment.word_at(start), segment.word_at(end - 1)
            taken.update(range(first, last + 1))
            dates.append(Candidate(value, segment, first, last + 1, text))
    return dates


def _identifiers(
    segment: Segment, printed: Iterable[Identifier], taken: set[int]
) -> list[IdentifierCandidate]:
    found = []
    for number in printed:
        first, last = segment.word_at(number.start), segment.word_at(number.end - 1)
        taken.update(range(first, last + 1))
        found.append(Candidate(number, segment, first, last + 1, number.text))
    return found


def _codes(segment: Segment) -> list[CodeCandidate]:
    """Words with figures that could be a document's number."""
    codes = []
    for index in segment.figured:
        text = _code_in(segment.words[index].text)
        if text is not None:
            codes.append(Candidate(text, segment, index, index + 1, text))
    return codes


@lru_cache(maxsize=32768)
def _code_in(word: str) -> str | None:
    """The document's number that a word could be, without what is printed around it."""
    text = _CODE_PREFIX.sub("", word.strip(_CODE_EDGE), count=1).strip(_CODE_EDGE)
    before, _, after = text.rpartition(":")
    if before.isalpha():
        text = after
    return text if _CODE.match(text) else None
