"""The other company of a paper where a label of the paper's type announces it."""

from collections.abc import Sequence
from typing import Final

from engine.extraction.invoices.sheet.candidate import Candidate
from engine.extraction.invoices.sheet.layout import Segment, Sheet
from engine.extraction.papers.beside import ABOVE, BESIDE, Found
from engine.extraction.papers.type_words import TITLE_WORDS, TYPE_WORDS, TypeWords
from engine.extraction.phrases import plain_words

_SURE: Final = 0.9
_SAME_EDGE: Final = 0.02
_WORDS: Final = 3
_FAR: Final = 1.5
"""Heights of a row between a label and what stands under it, at most."""

_TITLES: Final = TITLE_WORDS | {
    token
    for words in TYPE_WORDS.values()
    for group in words.names
    for phrase in group
    for token in phrase.split()
}


def named_party(sheet: Sheet, words: TypeWords) -> Found | None:
    """The name after “Vendor:”, in its line, or under such a word alone in its cell."""
    for row in sheet.rows:
        for segment in row.segments:
            end = _label_end(segment, words.parties)
            if end is None:
                continue
            if end < len(segment.words):
                return _found(segment, end, BESIDE)
            ways = [_beside(sheet, segment), _under(sheet, segment)]
            if not _points_right(sheet, segment):
                ways.reverse()
            for found in ways:
                if found is not None:
                    return found
    return None


def is_company(text: str) -> bool:
    """Whether a text could be a company's name: no title of a paper, no label with a value."""
    tokens = [token for token in plain_words(text) if token.isalpha()]
    return ":" not in text and not all(token in _TITLES for token in tokens)


def _points_right(sheet: Sheet, label: Segment) -> bool:
    """Whether a colon says that the value stands beside the label."""
    after = sheet.row_of(label).segments[label.index + 1 : label.index + 2]
    return label.text.endswith(":") or bool(after and after[0].text.startswith(":"))


def _beside(sheet: Sheet, label: Segment) -> Found | None:
    after = sheet.row_of(label).segments[label.index + 1 : label.index + 2]
    return _found(after[0], 0, BESIDE) if after and _is_name(after[0]) else None


def _under(sheet: Sheet, label: Segment) -> Found | None:
    for row in sheet.below(label, 1):
        if row.y0 - label.y1 > _FAR * sheet.pitch:
            return None
        for under in row.segments:
            if abs(under.x0 - label.x0) < _SAME_EDGE and _is_name(under):
                return _found(under, 0, ABOVE)
    return None


def _label_end(segment: Segment, parties: Sequence[str]) -> int | None:
    """After how many words the label ends that ``segment`` begins with; None without one."""
    for end in range(min(_WORDS, len(segment.words)), 0, -1):
        words = segment.words[:end]
        label = " ".join(token for word in words for token in plain_words(word.text))
        is_whole = end == len(segment.words) or words[-1].text.endswith(":")
        if label in parties and is_whole:
            return end
    return None


def _is_name(segment: Segment) -> bool:
    """Whether a segment holds words that are neither a label nor a title."""
    text = segment.text.strip(" :")
    is_label = any(not hit.start and hit.end == len(segment.words) for hit in segment.labels)
    return not is_label and any(sign.isalpha() for sign in text) and is_company(text)


def _found(segment: Segment, start: int, closeness: float) -> Found:
    while start < len(segment.words) - 1 and segment.words[start].text == ":":
        start += 1
    text = " ".join(word.text for word in segment.words[start:]).lstrip(": ")
    return Found(Candidate(text, segment, start, len(segment.words), text), _SURE * closeness)
