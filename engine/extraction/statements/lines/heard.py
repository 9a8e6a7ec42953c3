"""Figures as second readings of their cells heard them, in the place of what was read at first.

A cell read again is read with more care than a page: larger, alone, and by two engines. Where they
agree, theirs is the reading. Where they do not, the words stay, and sums tell which reading holds.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from engine.extraction.statements.lines.heard_days import day_heard, is_in, with_days
from engine.extraction.statements.lines.money import read_money
from engine.reading.cell_reading import CellReading
from engine.reading.page import Page, Word
from engine.reading.plane import Box

_VOICES: Final = 2
_LEAST_CONFIDENCE: Final = 0.7
_CONTRADICTING: Final = 0.85
"""From this confidence on a voice that says something else leaves the cell as it was."""

_HEARD_CONFIDENCE: Final = 0.95
"""Confidence of a figure on which two engines agree, at most."""

_LOST_DIGITS: Final = 2
_BEFORE: Final = re.compile(r"^[(+\-–−]")
_BEHIND: Final = re.compile(r"(?:[)+\-–−]|\b[A-Za-z]{1,2})$")


@dataclass(frozen=True, slots=True)
class _Heard:
    """An amount that the readings of a cell agree on; ``engines`` is how many say so."""

    text: str
    value: Decimal
    confidence: float
    engines: int


def with_heard_figures(
    pages: Sequence[Page], readings: Sequence[CellReading], *, whole: bool
) -> list[Page]:
    """``pages`` with the words of cells replaced by what second readings agree on.

    Where one engine only was asked, words that are an amount already stay.

    Args:
        pages: The document's pages.
        readings: Second readings, with boxes of the same pages.
        whole: The document writes amounts without decimals.
    """
    voices: defaultdict[tuple[int, Box], list[CellReading]] = defaultdict(list)
    for reading in readings:
        voices[reading.page_number, reading.bbox].append(reading)
    heard: defaultdict[int, dict[Box, _Heard]] = defaultdict(dict)
    for (number, box), said in voices.items():
        agreed = _agreed(said, whole)
        if agreed is not None:
            heard[number][box] = agreed
    days = {place: day for place, said in voices.items() if (day := day_heard(said)) is not None}
    changed = {number for number, _ in days} | set(heard)
    return [
        replace(
            page,
            words=with_days(
                _corrected(page.words, heard[page.page_number], whole),
                {box: day for (number, box), day in days.items() if number == page.page_number},
            ),
        )
        if page.page_number in changed
        else page
        for page in pages
    ]


def _agreed(readings: Iterable[CellReading], whole: bool) -> _Heard | None:
    """The amount that enough of the readings say; None where a sure one says another."""
    said: defaultdict[Decimal, list[CellReading]] = defaultdict(list)
    for reading in readings:
        money = read_money(reading.text, whole=whole)
        if money is not None:
            said[money.value].append(reading)
    if not said:
        return None
    value = max(said, key=lambda amount: (len(said[amount]), amount))
    others = [one for amount, each in said.items() if amount != value for one in each]
    agreeing = said[value]
    sure = max(agreeing, key=lambda one: (bool(_BEHIND.search(one.text)), one.confidence))
    confidence = max(one.confidence for one in agreeing)
    if len(agreeing) < _VOICES or confidence < _LEAST_CONFIDENCE:
        return None
    if any(other.confidence >= _CONTRADICTING for other in others):
        return None
    engines = len({one.engine for one in agreeing})
    return _Heard(sure.text, value, min(confidence, _HEARD_CONFIDENCE), engines)


def _corrected(words: Sequence[Word], heard: dict[Box, _Heard], whole: bool) -> tuple[Word, ...]:
    taken: dict[int, Word | None] = {}
    for box, figure in heard.items():
        own = sorted((word for word in words if is_in(word, box)), key=lambda word: word.x0)
        if own and _is_better(figure, own, whole):
            taken |= {id(word): None for word in own}
            taken[id(own[0])] = _word(figure, own)
    found = (taken.get(id(word), word) for word in words)
    return tuple(word for word in found if word is not None)


def _is_better(figure: _Heard, words: Sequence[Word], whole: bool) -> bool:
    """Whether a figure may stand for words: no digit is lost, and it is another one."""
    text = "".join(word.text for word in words)
    digits = sum(map(str.isdigit, text))
    if digits > sum(map(str.isdigit, figure.text)) or len(text) > len(figure.text) + _LOST_DIGITS:
        return False
    money = read_money(" ".join(word.text for word in words), whole=whole)
    if money is None:
        return True
    return figure.engines > 1 and money.value != figure.value


def _word(figure: _Heard, words: Sequence[Word]) -> Word:
    """One word around ``words`` with the figure's text, and their sign where it lost that."""
    first, last = words[0].text, words[-1].text
    text = figure.text
    before, behind = _BEFORE.search(first), _BEHIND.search(last)
    if before and not _BEFORE.search(text) and not _BEHIND.search(text):
        text = before[0] + text
    if behind and not _BEHIND.search(text) and not _BEFORE.search(text):
        text += behind[0]
    return Word(
        text,
        words[0].x0,
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
        figure.confidence,
    )
