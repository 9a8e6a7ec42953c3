"""Cuts a page into rows, rows into segments, and finds the labels of each segment."""

import re
from collections.abc import Sequence
from typing import Final

from msgspec import structs

from engine.extraction.invoices.sheet.labels import squeezed
from engine.extraction.invoices.sheet.layout import Row, Segment, box_of
from engine.extraction.invoices.sheet.misread_words import healed
from engine.extraction.invoices.sheet.segment_labels import set_labels, tokens_of
from engine.reading.lines import Line, lines_of
from engine.reading.page import Page, Word

_GAP_EMS: Final = 1.0
"""Ems between two words from which they stand in two segments."""

_OTHER_SIZE: Final = 1.4
"""From this ratio of their sizes on, two words are not read as one phrase."""

_FEWEST_APART: Final = 4
"""Single letters in a row from which they are one word set apart for emphasis."""

_LEADERS = re.compile(r"[._·…\-=*~|]{3,}|[|_]")
_GLUED = re.compile(r"([^\W\d_][^:/@]{1,40}:)(?![/\d]{2}:)([^/:].*)")
_FIGURE = re.compile(r"\d")


def rows_of(page: Page, first_number: int = 0) -> list[Row]:
    """The rows of one page; ``first_number`` is the number of its first row."""
    rows: list[Row] = []
    for line in lines_of(page):
        words = [part for word in line.words for part in _parts_of(word)]
        if words:
            rows.append(_row(page, line, words, first_number + len(rows)))
    return rows


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
    return structs.replace(word, text=match[1], x1=middle), structs.replace(
        word, text=match[2], x0=middle
    )


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
    set_labels(segment)
    return segment


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
