"""Pages as rows of segments: words that stand together, with the labels and places they have.

A segment is what an eye takes in at once: a label, a value, a cell, one line of an address. Every
later step works on segments, so it never needs to know how a page was drawn.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from statistics import median
from typing import Final

from engine.extraction.invoices.composed import concepts_of, with_composed
from engine.extraction.invoices.labels import Label, find_labels, squeezed
from engine.extraction.invoices.misread_words import healed
from engine.extraction.phrases import Hit
from engine.reading.lines import Line, lines_of
from engine.reading.page import Page, PageSource, Word
from engine.records import BBox

_GAP_EMS: Final = 1.0
"""Ems between two words from which they stand in two segments."""

_OTHER_SIZE: Final = 1.4
"""From this ratio of their sizes on, two words are not read as one phrase."""

_FEWEST_APART: Final = 4
"""Single letters in a row from which they are one word set apart for emphasis."""

_LEADERS = re.compile(r"[._·…\-=*~|]{3,}|[|_]")
_GLUED = re.compile(r"([^\W\d_][^:/@]{1,40}:)(?![/\d]{2}:)([^/:].*)")
_ARTICLES: Final = frozenset(("am", "le", "den", "dne", "dnia"))
_FIGURE = re.compile(r"\d")
_NUMBER_SIGN = re.compile(r"\W*(?:#|№|n\.?[º°])\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LabelHit:
    """A label in a segment: its words are ``segment.words[start:end]``."""

    label: Label
    segment: "Segment"
    start: int
    end: int
    phrase: str

    @property
    def x0(self) -> float:
        """Left edge of the label's first word."""
        return self.segment.words[self.start].x0

    @property
    def x1(self) -> float:
        """Right edge of the label's last word."""
        return self.segment.words[self.end - 1].x1


@dataclass(eq=False, slots=True)
class Segment:
    """Words of one row without a gap between them; the box is in page fractions.

    ``row`` counts the rows of all pages of the document from 0; ``index`` is the place in the row.
    """

    page: int
    row: int
    index: int
    words: tuple[Word, ...]
    x0: float
    y0: float
    x1: float
    y1: float
    source: PageSource
    text: str
    starts: tuple[int, ...]
    """Where each word begins in ``text``."""
    tokens: tuple[str, ...]
    owners: tuple[int, ...]
    """For each token the index of its word."""
    figured: tuple[int, ...]
    """Indexes of the words that hold a figure."""
    labels: list[LabelHit] = field(default_factory=list)

    def word_at(self, position: int) -> int:
        """Index of the word that holds ``text[position]``."""
        for index in range(len(self.starts) - 1, -1, -1):
            if self.starts[index] <= position:
                return index
        return 0

    @property
    def size(self) -> float:
        """Height as a fraction of the page."""
        return self.y1 - self.y0


@dataclass(eq=False, slots=True)
class Row:
    """One visual row: its segments from left to right."""

    page: int
    number: int
    segments: tuple[Segment, ...]
    y0: float
    y1: float

    @property
    def text(self) -> str:
        """All words with one space between each two."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def tokens(self) -> tuple[str, ...]:
        """All tokens from left to right."""
        return tuple(token for segment in self.segments for token in segment.tokens)


@dataclass(eq=False, slots=True)
class Sheet:
    """All rows of some pages, in order, with their segments and labels in reading order.

    ``pitch`` is the usual height of a row as a fraction of the page.
    """

    pages: tuple[Page, ...]
    rows: tuple[Row, ...]
    pitch: float
    segments: tuple[Segment, ...]
    labels: tuple[LabelHit, ...]

    def below(self, segment: Segment, reach: int) -> list[Row]:
        """Up to ``reach`` rows under the segment's row on its page."""
        first = segment.row - self.rows[0].number + 1
        return [row for row in self.rows[first : first + reach] if row.page == segment.page]

    def row_of(self, segment: Segment) -> Row:
        """The row that holds ``segment``."""
        return self.rows[segment.row - self.rows[0].number]


def rows_of(page: Page, first_number: int = 0) -> list[Row]:
    """The rows of one page; ``first_number`` is the number of its first row."""
    rows: list[Row] = []
    for line in lines_of(page):
        words = [part for word in line.words for part in _parts_of(word)]
        if words:
            rows.append(_row(page, line, words, first_number + len(rows)))
    return rows


def sheet_of(pages: Sequence[Page], rows: Sequence[Row]) -> Sheet:
    """A sheet of ``rows``, which must not be none and be those of ``pages`` in order."""
    heights = [row.y1 - row.y0 for row in rows]
    segments = tuple(segment for row in rows for segment in row.segments)
    labels = tuple(hit for segment in segments for hit in segment.labels)
    return Sheet(tuple(pages), tuple(rows), median(heights), segments, labels)


def box_of(words: Sequence[Word]) -> BBox:
    """The box around ``words``, kept within the page."""
    if len(words) == 1:
        word = words[0]
        x0, y0, x1, y1 = word.x0, word.y0, word.x1, word.y1
    else:
        x0, y0 = min([word.x0 for word in words]), min([word.y0 for word in words])
        x1, y1 = max([word.x1 for word in words]), max([word.y1 for word in words])
    return max(0.0, x0), max(0.0, y0), min(1.0, x1), min(1.0, y1)


def _parts_of(word: Word) -> tuple[Word, ...]:
    """None for the dots that lead to a value; two for a label glued to it ("Date:5.3.2016")."""
    text = word.text
    if text.isalnum():
        return (word,)
    if _LEADERS.fullmatch(text):
        return ()
    match = _GLUED.fullmatch(text) if ":" in text[1:-1] else None
    if match is None:
        return (word,)
    middle = word.x0 + (word.x1 - word.x0) * len(match[1]) / len(word.text)
    return replace(word, text=match[1], x1=middle), replace(word, text=match[2], x0=middle)


@lru_cache(maxsize=65536)
def tokens_of(text: str) -> tuple[str, ...]:
    """Squeezed words of ``text``; a lone number sign is the word "no"."""
    if _NUMBER_SIGN.fullmatch(text):
        return ("no",)
    return tuple(squeezed(text).split())


def _row(page: Page, line: Line, words: Sequence[Word], number: int) -> Row:
    groups: list[list[Word]] = []
    for word in words:
        if groups and word.x0 - groups[-1][-1].x1 <= _gap(groups[-1][-1], word, page):
            groups[-1].append(word)
        else:
            groups.append([word])
    segments = tuple(_segment(page, number, i, group) for i, group in enumerate(groups))
    return Row(page.page_number, number, segments, line.y0, line.y1)


def _gap(left: Word, right: Word, page: Page) -> float:
    """Page widths between two words up to which they stand together."""
    if left.font_size and right.font_size:
        smaller, larger = sorted((left.font_size, right.font_size))
        if larger > _OTHER_SIZE * smaller:
            return 0.35 * smaller / page.width
        em = larger / page.width
    else:
        height = max(left.y1 - left.y0, right.y1 - right.y0)
        em = min(height, 0.02) * page.height / page.width * 1.25
    return _GAP_EMS * em


def _segment(page: Page, row: int, index: int, words: list[Word]) -> Segment:
    starts, tokens, owners = list[int](), list[str](), list[int]()
    position = letters = 0
    texts = [word.text for word in words]
    for place, printed in enumerate(texts):
        starts.append(position)
        position += len(printed) + 1
        for part in tokens_of(printed):
            tokens.append(part)
            owners.append(place)
            letters += len(part) == 1
    if letters >= _FEWEST_APART:
        tokens, owners = _joined_letters(tokens, owners)
    if page.source == "ocr":
        tokens = list(healed(tuple(tokens)))
    text = " ".join(texts)
    figured = [i for i, printed in enumerate(texts) if _FIGURE.search(printed)]
    segment = Segment(
        page.page_number, row, index, tuple(words), *box_of(words), page.source, text,
        tuple(starts), tuple(tokens), tuple(owners), tuple(figured),
    )  # fmt: skip
    numbered = _numbered(tokens, owners) if figured else frozenset()
    wording = segment.tokens
    if numbered:
        # The letters of a value (INV-100) are no part of the label before it.
        wording = tuple(
            "" if owner in numbered else token for token, owner in zip(tokens, owners, strict=True)
        )
    hits = with_composed(find_labels(segment.tokens), wording)
    if hits:
        segment.labels = [
            label for label in _whole_words(segment, hits) if label.end - 1 not in numbered
        ]
        _settle_numbers(segment)
        _drop_articles(segment)
    return segment


def _numbered(tokens: Sequence[str], owners: Sequence[int]) -> frozenset[int]:
    """The words with a figure in one of their tokens."""
    pairs = zip(tokens, owners, strict=True)
    return frozenset(owner for token, owner in pairs if any(map(str.isdigit, token)))


def _settle_numbers(segment: Segment) -> None:
    """A bare "No" after other words is theirs (HRB Nr., § 4 Nr.), unless they are the title.

    So is one before other words (N.º Contrib.).
    """
    labels = segment.labels
    for index, hit in enumerate(labels):
        if hit.label != "number":
            continue
        before = labels[index - 1] if index else None
        if hit.start == 0:
            if _is_abbreviated(segment, hit) or _names_something(
                segment, hit, labels[index + 1 : index + 2]
            ):
                labels[index] = replace(hit, label="other_number")
        elif before is not None and before.label == "number":
            continue
        elif before is None or before.label not in ("title", "credit_title", "invoice_number"):
            owner: Label = before.label if before and before.end == hit.start else "other_number"
            labels[index] = replace(hit, label=owner)


def _drop_articles(segment: Segment) -> None:
    """A small word that opens a segment before a date ("le 5 mai") announces nothing."""
    first = segment.labels[0] if segment.labels else None
    if (
        first is not None
        and first.label == "date"
        and first.end == 1
        and first.phrase in _ARTICLES
        and segment.words[0].text.isalpha()
        and 1 in segment.figured
    ):
        segment.labels = segment.labels[1:]


def _is_abbreviated(segment: Segment, hit: LabelHit) -> bool:
    """Whether another word is joined before the label without a space ("Rekv.nr.")."""
    first = tokens_of(segment.words[0].text)
    return bool(first) and first[0] != hit.phrase.split(" ")[0] and first[0].isalpha()


def _names_something(segment: Segment, hit: LabelHit, following: Sequence[LabelHit]) -> bool:
    """Whether the rest of the segment is words that say whose number it is."""
    rest = segment.words[hit.end :]
    if not rest or following or segment.words[hit.end - 1].text.endswith(":"):
        return False
    ours = any("invoice" in concepts_of(token) for token in segment.tokens)
    named = all(word.text.strip(".:").isalpha() and len(word.text) > 3 for word in rest)
    return named and not ours


def _whole_words(segment: Segment, hits: Sequence[Hit[Label]]) -> Iterator[LabelHit]:
    """Labels in the segment's words, none of which is only a part of a word with a hyphen."""
    owners = segment.owners
    for hit in hits:
        first, last = owners[hit.start], owners[hit.end - 1]
        begins = hit.start == 0 or owners[hit.start - 1] != first
        ends = hit.end == len(owners) or owners[hit.end] != last
        cut = first if not begins else last
        if (begins and ends) or "-" not in segment.words[cut].text:
            yield _hit(segment, hit)


def _hit(segment: Segment, hit: Hit[Label]) -> LabelHit:
    start, end = segment.owners[hit.start], segment.owners[hit.end - 1] + 1
    return LabelHit(hit.label, segment, start, end, " ".join(segment.tokens[hit.start : hit.end]))


def _joined_letters(tokens: list[str], owners: list[int]) -> tuple[list[str], list[int]]:
    """Letters set apart for emphasis (R E C H N U N G) become one word again."""
    joined: list[str] = []
    places: list[int] = []
    index = 0
    while index < len(tokens):
        end = index
        while end < len(tokens) and len(tokens[end]) == 1 and tokens[end].isalpha():
            end += 1
        if end - index >= _FEWEST_APART:
            joined.append(squeezed("".join(tokens[index:end])))
            places.append(owners[index])
            index = end
        else:
            joined.append(tokens[index])
            places.append(owners[index])
            index += 1
    return joined, places
