"""Words that were taken for no figure, and that second readings agree to be one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from engine.extraction.statements.lines.money import read_money
from engine.reading.cell_reading import CellReading
from engine.reading.page import Page, Word
from engine.reading.plane import Box

_VOICES: Final = 2
"""Readings that must say the same before a word is taken for a figure."""

_LEAST_CONFIDENCE: Final = 0.6
_LENGTHS: Final = 2
"""By how many characters a word may differ from the figure that is heard in its place."""


def with_heard_figures(
    pages: Sequence[Page], readings: Sequence[CellReading], *, whole: bool
) -> list[Page]:
    """``pages`` with words replaced that are no amount, where second readings agree on one.

    Words that are amounts stay as they were read: which of two amounts is right, sums tell.

    Args:
        pages: The document's pages.
        readings: Second readings, with boxes of the same pages.
        whole: The document writes amounts without decimals.
    """
    heard: dict[int, dict[Box, str]] = defaultdict(dict)
    voices: dict[tuple[int, Box], list[CellReading]] = {}
    for reading in readings:
        voices.setdefault((reading.page_number, reading.bbox), []).append(reading)
    for (number, box), said in voices.items():
        text = _agreed(said, whole)
        if text is not None:
            heard[number][box] = text
    return [
        replace(page, words=_corrected(page.words, heard[page.page_number], whole))
        if page.page_number in heard
        else page
        for page in pages
    ]


def _agreed(readings: Sequence[CellReading], whole: bool) -> str | None:
    """The amount that enough of the readings say; None where they differ."""
    amounts: dict[object, list[CellReading]] = {}
    for reading in readings:
        money = read_money(reading.text, whole=whole)
        if money is not None:
            amounts.setdefault(money.value, []).append(reading)
    if len(amounts) != 1:
        return None
    (said,) = amounts.values()
    sure = max(said, key=lambda reading: reading.confidence)
    is_agreed = len(said) >= _VOICES and sure.confidence >= _LEAST_CONFIDENCE
    return sure.text if is_agreed else None


def _corrected(words: Sequence[Word], heard: dict[Box, str], whole: bool) -> tuple[Word, ...]:
    return tuple(_heard(word, heard, whole) for word in words)


def _heard(word: Word, heard: dict[Box, str], whole: bool) -> Word:
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    for (x0, y0, x1, y1), text in heard.items():
        if not (x0 < x < x1 and y0 < y < y1):
            continue
        is_alike = abs(len(word.text) - len(text)) <= _LENGTHS
        if is_alike and read_money(word.text, whole=whole) is None:
            return replace(word, text=text)
    return word
