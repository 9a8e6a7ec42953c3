"""Accounts that a line break cuts in two, and Polish ones printed without their country.

Both are believed only when the check digits are right.
"""

import re
from collections.abc import Iterator
from typing import Final

from stdnum import iban as iban_rules

from engine.extraction.identifiers import compact_identifier
from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.layout import Segment, Sheet

_BEGUN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]+)*\Z")
_GOES_ON = re.compile(r"[A-Z0-9]{1,4}(?: [A-Z0-9]{1,4})*")
_DOMESTIC = re.compile(r"(?<!\w)\d{2}(?: ?\d{4}){6}(?!\w)")
_LONGEST: Final = 34
_ROWS: Final = 2


def broken_ibans(sheet: Sheet) -> Iterator[Candidate[str]]:
    """Accounts of ``sheet`` that no line holds whole; their words are those of the first part."""
    for segment in sheet.segments:
        domestic = _DOMESTIC.search(segment.text)
        if domestic is not None and iban_rules.is_valid(f"PL{compact_identifier(domestic[0])}"):
            compact = f"PL{compact_identifier(domestic[0])}"
            first = segment.word_at(domestic.start())
            last = segment.word_at(domestic.end() - 1)
            yield Candidate(compact, segment, first, last + 1, domestic[0])
        begun = _BEGUN.search(segment.text)
        if begun is not None:
            yield from _continued(sheet, segment, begun.start(), begun[0])


def _continued(sheet: Sheet, segment: Segment, start: int, text: str) -> Iterator[Candidate[str]]:
    for row in sheet.below(segment, _ROWS):
        for other in row.segments:
            following = _GOES_ON.match(other.text)
            if following is None:
                continue
            groups = following[0].split(" ")
            for count in range(1, len(groups) + 1):
                compact = compact_identifier(text + "".join(groups[:count]))
                if len(compact) <= _LONGEST and iban_rules.is_valid(compact):
                    printed = f"{text} {' '.join(groups[:count])}"
                    first = segment.word_at(start)
                    yield Candidate(compact, segment, first, len(segment.words), printed)
                    return
