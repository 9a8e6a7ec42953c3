"""Days as second readings of their cells heard them, in the place of days out of order."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from engine.extraction.statements.lines.dates_in_words import date_at
from engine.reading.cell_reading import CellReading
from engine.reading.page import Word
from engine.reading.plane import Box

_CONFIDENCE: Final = 0.95
"""Confidence of a day on which two engines agree."""

_SURE_ALONE: Final = 0.85
"""Confidence from which one engine is believed, where the other reads no day."""

_GLUED: Final = re.compile(r"(?<=[^\W\d_]\.)(?=\d)")

_LENGTHS: Final = 2
"""By how many digits the day that was read at first may differ: strokes are read as 1."""


def day_heard(readings: Sequence[CellReading]) -> str | None:
    """The day that the readings tell; None where they tell several, or none surely enough.

    What is no day at all does not count: a figure in it was taken for a letter.
    """
    said: defaultdict[str, list[CellReading]] = defaultdict(list)
    texts: dict[str, str] = {}
    for reading in readings:
        text = _GLUED.sub(" ", reading.text)
        if is_day(text):
            key = re.sub(r"\W", "", text).casefold()
            said[key].append(reading)
            texts[key] = text
    if len(said) != 1:
        return None
    ((key, agreeing),) = said.items()
    is_agreed = len({one.engine for one in agreeing}) > 1
    is_sure = max(one.confidence for one in agreeing) >= _SURE_ALONE
    return texts[key] if is_agreed or is_sure else None


def is_day(text: str) -> bool:
    """Whether ``text`` is a day and nothing else."""
    words = _words_in(text, (0.0, 0.0, 1.0, 1.0), 1.0)
    found = date_at(words, 0)
    return found is not None and found[1] == len(words)


def with_days(words: Sequence[Word], days: dict[Box, str]) -> tuple[Word, ...]:
    """``words`` with those of a day replaced by the day that was heard, where they are alike."""
    taken: dict[int, tuple[Word, ...]] = {}
    for box, text in days.items():
        own = sorted((word for word in words if is_in(word, box)), key=lambda word: word.x0)
        before = "".join(word.text for word in own)
        digits = sum(map(str.isdigit, before)), sum(map(str.isdigit, text))
        if own and abs(digits[0] - digits[1]) <= _LENGTHS:
            around = (own[0].x0, own[0].y0, own[-1].x1, own[-1].y1)
            taken |= {id(word): () for word in own}
            taken[id(own[0])] = _words_in(text, around, _CONFIDENCE)
    return tuple(found for word in words for found in taken.get(id(word), (word,)))


def _words_in(text: str, box: Box, confidence: float) -> tuple[Word, ...]:
    """The words of ``text`` side by side in ``box``."""
    x0, y0, x1, y1 = box
    step = (x1 - x0) / max(1, len(text))
    return tuple(
        Word(part[0], x0 + part.start() * step, y0, x0 + part.end() * step, y1, confidence)
        for part in re.finditer(r"\S+", text)
    )


def is_in(word: Word, box: Box) -> bool:
    """Whether the middle of ``word`` lies in ``box``."""
    x, y = (word.x0 + word.x1) / 2, (word.y0 + word.y1) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]
