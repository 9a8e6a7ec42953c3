"""Print that no recognised word covers: the places of rows that OCR passed over.

OCR divides a page into blocks before it reads, and now and then drops a block that is clearly
printed: a narrow column, a single cell. What the words found on the page look like (how tall, how
dark) tells print from rules, frames, pictures and specks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageFilter

from engine.reading.blobs import Boxes, blobs
from engine.reading.light import brightest_around
from engine.reading.page import Word

Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom; right and bottom are just outside."""

_CELLS_PER_LETTER: Final = 12
_WORDS_AT_LEAST: Final = 5
_DARK_AS_PRINT: Final = 0.5
_LEAST_CONTRAST: Final = 24.0

# All in heights of a usual word.
_LETTER_HEIGHT: Final = (0.45, 2.0)
_LETTER_WIDTH: Final = 6.0
_MARK_SIZE: Final = 0.12
_GAP_IN_ROW: Final = 2.0
_ROW_WIDTH: Final = 1.0
_ROW_HEIGHT: Final = 2.4
_GAP_TO_WORD: Final = 0.35
_CLEAR_ROW: Final = 3.0

_FINE: Final = 20.0
"""Pixels of a usual word's height from which the picture is finer than is needed."""

_INK_SHARE: Final = (0.08, 0.72)


@dataclass(frozen=True, slots=True)
class MissedRows:
    """Rows of print that no word covers, in pixels, and the height of a usual word."""

    rows: tuple[Pixels, ...]
    height: float


def missed_rows(grey: NDArray[np.uint8], words: Sequence[Word]) -> MissedRows:
    """Where ``grey`` has print that is not under one of ``words``, each row cell by cell.

    Args:
        grey: The upright page, dark on light, one byte for each pixel.
        words: What was recognised; without a few of them nothing is known to be missed.
    """
    shape = grey.shape
    long = [word for word in words if sum(map(str.isalnum, word.text)) >= 2]
    if len(long) < _WORDS_AT_LEAST:
        return MissedRows((), 0.0)
    height = float(np.median([(word.y1 - word.y0) * shape[0] for word in long]))
    if height < 6:
        return MissedRows((), height)
    if height >= _FINE:
        # Every other pixel shows where print is as well, in a quarter of the time.
        coarse = missed_rows(np.asarray(Image.fromarray(grey).reduce(2)), words)
        rows = [(x0 * 2, y0 * 2, x1 * 2, y1 * 2) for x0, y0, x1, y1 in coarse.rows]
        return MissedRows(tuple(rows), height)
    known = [_pixels(word, shape) for word in words]
    # A box taller than a headline is a frame or picture that was taken for a letter.
    known = [box for box in known if box[3] - box[1] < 5 * height]
    ink = _ink(grey, known, height)
    for box in known:
        ink[_grown(box, round(0.12 * height), shape)] = False
    rows = _rows(_letter_boxes(ink, height), height)
    return MissedRows(
        tuple(row for row in rows if _is_print(row, ink, known, height)),
        height,
    )


def _ink(grey: NDArray[np.uint8], known: Sequence[Pixels], height: float) -> NDArray[np.bool_]:
    """Pixels that differ from the paper around them at least half as much as known print does."""
    cell = height / 4
    small = (max(1, round(grey.shape[1] / cell)), max(1, round(grey.shape[0] / cell)))
    # The brightest around, smoothed: beside every letter there is paper.
    page = Image.fromarray(grey)
    paper = page.resize(small, Image.Resampling.BOX)
    paper = brightest_around(paper).filter(ImageFilter.BoxBlur(2))
    light = paper.resize(page.size, Image.Resampling.BILINEAR)
    depth = np.asarray(ImageChops.subtract(light, page))
    step = max(1, len(known) // 60)
    darkest = [
        _dark_end(depth[box[1] : box[3], box[0] : box[2]])
        for box in known[::step]
        if box[2] > box[0] and box[3] > box[1]
    ]
    contrast = float(median(darkest)) if darkest else 0.0
    dark: NDArray[np.bool_] = depth > max(_LEAST_CONTRAST, _DARK_AS_PRINT * contrast)
    return dark


def _dark_end(depth: NDArray[np.uint8]) -> int:
    """The depth that 85 % of the pixels of a word do not exceed."""
    place = int(0.85 * (depth.size - 1))
    return int(np.partition(depth, place, axis=None)[place])


def _letter_boxes(ink: NDArray[np.bool_], height: float) -> Boxes:
    """Boxes, in pixels, of patches that are as large as letters, words or the marks in them."""
    cell = max(1, round(height / _CELLS_PER_LETTER))
    rows, columns = ink.shape[0] // cell, ink.shape[1] // cell
    whole = ink[: rows * cell, : columns * cell]
    strips = np.logical_or.reduce(whole.reshape(rows, cell, columns * cell), axis=1)
    boxes = blobs(np.logical_or.reduce(strips.reshape(rows, columns, cell), axis=2)) * cell
    wide, tall = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    fits = (tall <= _LETTER_HEIGHT[1] * height) & (wide <= _LETTER_WIDTH * height)
    fits &= np.maximum(wide, tall) >= _MARK_SIZE * height
    chosen: Boxes = boxes[fits]
    return chosen


def _rows(boxes: Boxes, height: float) -> list[Pixels]:
    """Letters put together that stand side by side, with the marks near them."""
    tall = boxes[:, 3] - boxes[:, 1] >= _LETTER_HEIGHT[0] * height
    rows: list[list[int]] = []
    open_rows: list[list[int]] = []
    for box in sorted(boxes[tall].tolist()):
        open_rows = [row for row in open_rows if box[0] - row[2] <= _GAP_IN_ROW * height]
        for row in open_rows:
            level = min(row[5], box[3]) - max(row[4], box[1])
            if level > 0.4 * min(row[5] - row[4], box[3] - box[1]):
                _take(row, box)
                break
        else:
            row = [*box, box[1], box[3]]
            rows.append(row)
            open_rows.append(row)
    for mark in boxes[~tall].tolist():
        _give(mark, rows, height)
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _take(row: list[int], box: list[int]) -> None:
    """Widen ``row``: its box, and the top and bottom of the letter that it ends in."""
    row[:4] = [
        min(row[0], box[0]),
        min(row[1], box[1]),
        max(row[2], box[2]),
        max(row[3], box[3]),
    ]
    row[4:] = box[1], box[3]


def _give(mark: list[int], rows: list[list[int]], height: float) -> None:
    """Add a point or dash to the row in which it stands."""
    near = 0.6 * height
    for row in rows:
        beside = row[0] - near < mark[2] and mark[0] < row[2] + near
        if beside and row[1] <= mark[3] and mark[1] <= row[3]:
            row[0], row[2] = min(row[0], mark[0]), max(row[2], mark[2])
            return


def _is_print(row: Pixels, ink: NDArray[np.bool_], known: Sequence[Pixels], height: float) -> bool:
    left, top, right, bottom = row
    if right - left < _ROW_WIDTH * height or bottom - top > _ROW_HEIGHT * height:
        return False
    share = float(ink[top:bottom, left:right].mean())
    if not _INK_SHARE[0] <= share <= _INK_SHARE[1]:
        return False
    # What sticks to a word is the end of that word, whose box came out too short.
    near = _GAP_TO_WORD * height
    return right - left >= _CLEAR_ROW * height or not any(
        left - near < box[2]
        and box[0] < right + near
        and min(bottom, box[3]) - max(top, box[1]) > 0.3 * (bottom - top)
        for box in known
    )


def _pixels(word: Word, shape: tuple[int, ...]) -> Pixels:
    return (
        round(word.x0 * shape[1]),
        round(word.y0 * shape[0]),
        round(word.x1 * shape[1]),
        round(word.y1 * shape[0]),
    )


def _grown(box: Pixels, by: int, shape: tuple[int, ...]) -> tuple[slice, slice]:
    return (
        slice(max(0, box[1] - by), min(shape[0], box[3] + by)),
        slice(max(0, box[0] - by), min(shape[1], box[2] + by)),
    )
