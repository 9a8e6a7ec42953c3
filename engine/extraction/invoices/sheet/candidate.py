"""One candidate: words of a sheet with the value that they could be."""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, TypeVar

from engine.extraction.amounts import Amount
from engine.extraction.identifiers import Identifier
from engine.extraction.invoices.sheet.layout import Segment, box_of
from engine.reading.page import Word
from engine.records import BBox

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, eq=False, slots=True)
class Candidate(Generic[Value]):
    """Words that could be a value: ``segment.words[start:end]``."""

    value: Value
    segment: Segment
    start: int
    end: int
    text: str

    @property
    def words(self) -> tuple[Word, ...]:
        """The words themselves."""
        return self.segment.words[self.start : self.end]

    @property
    def bbox(self) -> BBox:
        """The box around the words."""
        return box_of(self.words)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.segment.words[self.start].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.segment.words[self.end - 1].x1


AmountCandidate = Candidate[Amount]
DateCandidate = Candidate[dt.date]
CodeCandidate = Candidate[str]
IdentifierCandidate = Candidate[Identifier]
