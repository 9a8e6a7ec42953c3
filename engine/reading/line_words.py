"""The words of one recognised line: where each begins and ends in the line's picture.

Recognisers that read whole lines say roughly at which column each character was seen, and often
lose the space between two words. The ink of the line tells both exactly.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray

_MIDDLE_ROWS: Final = (0.12, 0.88)
"""The part of a line's height in which ink counts: beyond it stand the lines above and below."""

_INK_DEPTH: Final = 0.45
"""From this share of the way from paper to the darkest ink on, a pixel is ink."""

_LEAST_DEPTH: Final = 12.0
_LEAST_SPACE: Final = 0.16
"""Heights of the line's picture that two words are apart, at least."""

_LETTER_GAPS: Final = 2.4
"""Usual gaps between letters from which a gap is a space, where no printed space is known."""

_SHARE_OF_SPACE: Final = 0.6
"""Share of the line's known spaces from which a gap is one more."""

_WIDE_STEP: Final = 1.25
"""Usual distances between the middles of two characters from which a space may be between them."""

_DAY_END: Final = re.compile(
    r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?:,(?=\d)|(?=\d?\d:\d\d))"
)
"""A day to which a time or the next figure was glued."""

_LABEL_END: Final = re.compile(r"[^\W\d_]{3,}:(?=[-+]?\d)")
"""A label to which its figure was glued."""

_DAY: Final = r"\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d\d)"
_DAYS_JOIN: Final = re.compile(rf"(?<!\d){_DAY}(?=[-–—]{_DAY}(?!\d))|(?<=\d)[-–—](?={_DAY}(?!\d))")
"""The first of two days with a dash between them, and the dash."""

_LEADER: Final = re.compile(r"^[.·…]+(?=[^\W\d_]|\d{3})")
"""The end of a dotted line that leads to a word."""

_IN_NUMBERS: Final = frozenset(".,:/-'’")


@dataclass(frozen=True, slots=True)
class LineWord:
    """A word of a line: its left and right edge as shares, 0 to 1, of the line's picture."""

    text: str
    left: float
    right: float
    confidence: float


@dataclass(frozen=True, slots=True)
class LineReading:
    """What a recogniser saw in the picture of one line.

    Attributes:
        text: Its characters with spaces.
        centres: For each character that is no space, where its middle is, 0 to 1 from the left.
        certainties: For each character that is no space, 0 to 1.
    """

    text: str
    centres: tuple[float, ...]
    certainties: tuple[float, ...]


def words_of_line(picture: NDArray[np.uint8], reading: LineReading) -> list[LineWord]:
    """The words of ``reading``, parted at the spaces that it saw and at those that the ink shows.

    Args:
        picture: The line upright, dark on light or light on dark, one byte for each pixel.
        reading: What was recognised in it.
    """
    count = len(reading.centres)
    ink = _ink_columns(picture)
    width = len(ink)
    middles = [min(width - 1, max(0, int(centre * width))) for centre in reading.centres]
    gaps = [_widest_gap(ink, middles[i], middles[i + 1]) for i in range(count - 1)]
    chars = [char for char in reading.text if not char.isspace()]
    steps = [after - before for before, after in pairwise(reading.centres)]
    ends = _ends(reading.text, gaps, steps, picture.shape[0])
    words = []
    start, left = 0, 0
    for end in ends:
        right = width if end == count else _middle_of(gaps[end - 1], middles[end - 1], middles[end])
        columns = np.flatnonzero(ink[left:right])
        x0 = left + int(columns[0]) if len(columns) else middles[start]
        x1 = left + int(columns[-1]) + 1 if len(columns) else middles[end - 1] + 1
        sure = reading.certainties[start:end]
        certainty = (sum(sure) / len(sure) + min(sure)) / 2
        text = _LEADER.sub("", "".join(chars[start:end]))
        words.append(LineWord(text, x0 / width, x1 / width, certainty))
        start, left = end, right
    return words


def ink_rows(picture: NDArray[np.uint8]) -> tuple[float, float]:
    """Top and bottom of the line's ink as shares of its picture's height, (0, 1) without any."""
    ink = _ink(picture)
    height = len(ink)
    inked = ink.sum(axis=1) > max(1.0, 0.01 * ink.shape[1])
    middle = np.flatnonzero(inked[height // 4 : height - height // 4])
    if not len(middle):
        return 0.0, 1.0
    gap = max(1, height // 12)
    top = _run_end(inked, int(middle[0]) + height // 4, -1, gap)
    bottom = _run_end(inked, int(middle[-1]) + height // 4, 1, gap)
    return top / height, (bottom + 1) / height


def _run_end(inked: NDArray[np.bool_], start: int, step: int, gap: int) -> int:
    """The last inked row from ``start`` on before ``gap`` rows without ink."""
    last = row = start
    while 0 <= row < len(inked) and abs(row - last) <= gap:
        if inked[row]:
            last = row
        row += step
    return last


def _ink(picture: NDArray[np.uint8]) -> NDArray[np.bool_]:
    dark, paper, light = (float(level) for level in np.percentile(picture, (2, 50, 98)))
    if light - paper > paper - dark:
        # Light letters on a dark bar.
        picture = 255 - picture
        paper, dark = 255 - paper, 255 - light
    depth = max(_LEAST_DEPTH, _INK_DEPTH * (paper - dark))
    ink: NDArray[np.bool_] = np.asarray(picture < paper - depth)
    return ink


def _ink_columns(picture: NDArray[np.uint8]) -> NDArray[np.bool_]:
    ink = _ink(picture)
    first, last = (round(share * len(ink)) for share in _MIDDLE_ROWS)
    columns: NDArray[np.bool_] = np.logical_or.reduce(ink[first : max(last, first + 1)], axis=0)
    return columns


def _widest_gap(ink: NDArray[np.bool_], left: int, right: int) -> tuple[int, int]:
    """First column and width of the widest stretch without ink between two characters."""
    best_start, best = left, 0
    start: int | None = None
    for column in range(left, right + 1):
        if column < right and not ink[column]:
            start = column if start is None else start
        elif start is not None:
            if column - start > best:
                best_start, best = start, column - start
            start = None
    return best_start, best


def _middle_of(gap: tuple[int, int], left: int, right: int) -> int:
    return gap[0] + gap[1] // 2 if gap[1] else (left + right + 1) // 2


def _ends(
    text: str, gaps: Sequence[tuple[int, int]], steps: Sequence[float], height: int
) -> list[int]:
    """Behind which characters a word ends: counts from 1, the last one always among them."""
    printed = set(_printed_ends(text))
    chars = [char for char in text if not char.isspace()]
    spaces = [gaps[end - 1][1] for end in printed if end <= len(gaps)]
    letters = [gap[1] for end, gap in enumerate(gaps, 1) if end not in printed]
    if not letters:
        return sorted(printed)
    least = max(_LEAST_SPACE * height, _LETTER_GAPS * max(1.0, float(median(letters))))
    if spaces:
        least = max(least, _SHARE_OF_SPACE * median(spaces))
    wide = _WIDE_STEP * median(steps)
    for end, (gap, step) in enumerate(zip(gaps, steps, strict=True), 1):
        apart = gap[1] >= least and step >= wide
        if apart and not _is_inside_number(chars[end - 1], chars[end]):
            printed.add(end)
    return sorted(printed)


def _printed_ends(text: str) -> Iterator[int]:
    count = 0
    for word in text.split():
        for glued in (_DAY_END, _LABEL_END, _DAYS_JOIN):
            for match in glued.finditer(word):
                yield count + match.end()
        count += len(word)
        yield count


def _is_inside_number(left: str, right: str) -> bool:
    """Whether two characters side by side belong to one number, date or time."""
    if left.isdigit() and right.isdigit():
        return True
    return (left.isdigit() and right in _IN_NUMBERS) or (left in _IN_NUMBERS and right.isdigit())
