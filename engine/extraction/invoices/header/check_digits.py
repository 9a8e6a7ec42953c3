"""Account and tax numbers that OCR misread, put right where their check digits prove it."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from engine.extraction.identifiers import Identifier, find_ibans, find_vat_numbers
from engine.extraction.invoices.sheet.candidate import Candidate, IdentifierCandidate
from engine.extraction.invoices.sheet.layout import Segment

FIGURES: Final = str.maketrans("OoQDlI|iSsBZz", "0000111155822")
"""Letters and the figures that they are misread for."""

_NUMBER = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}[ .-]?[\dOoQDlI|iSsBZz]{2}[ .-]?(?:[A-Za-z0-9|][ .-]?){5,31}"
)
_LETTERS_OF_BANK: Final = 8
"""Country, check digits and bank: so far an account number may have letters of its own."""


def repaired_ibans(segments: Sequence[Segment]) -> list[IdentifierCandidate]:
    """Account numbers whose check digits are right once misread figures are put right."""
    return [found for segment in segments for found in _repaired(segment, find_ibans)]


def repaired_tax_ids(segments: Sequence[Segment]) -> list[IdentifierCandidate]:
    """Tax numbers whose check digits are right once misread figures are put right."""
    return [found for segment in segments for found in _repaired(segment, find_vat_numbers)]


def _repaired(
    segment: Segment, find: Callable[[str], Sequence[Identifier]]
) -> Iterator[IdentifierCandidate]:
    if any(number.is_checked for number in find(segment.text)):
        return
    for match in _NUMBER.finditer(segment.text):
        for text in _readings(match[0]):
            checked = next((number for number in find(text) if number.is_checked), None)
            if checked is not None:
                start, end = match.start() + checked.start, match.start() + checked.end
                first, last = segment.word_at(start), segment.word_at(end - 1)
                printed = segment.text[start:end]
                yield Candidate(checked, segment, first, last + 1, printed)
                break


def _readings(printed: str) -> Iterator[str]:
    """``printed`` with figures behind the country; and with the bank's letters left alone."""
    yield printed[:2] + printed[2:].translate(FIGURES)
    places = [index for index, char in enumerate(printed) if char.isalnum()]
    if len(places) > _LETTERS_OF_BANK:
        bank, rest = places[4], places[_LETTERS_OF_BANK]
        yield (
            printed[:2]
            + printed[2:bank].translate(FIGURES)
            + printed[bank:rest]
            + printed[rest:].translate(FIGURES)
        )
