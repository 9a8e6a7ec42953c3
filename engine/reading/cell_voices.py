"""Who reads single cells again: tesseract told that they hold figures, RapidOCR's recogniser."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from PIL import Image, ImageFilter

from engine.reading.missed_ink import Pixels
from engine.reading.ocr_engine import LineReader
from engine.reading.tesseract import words_of_pictures

_FIGURES: Final = "0123456789.,-+()'"
_LETTERS: Final = re.compile(r"[A-Za-z]")
_MARK_LETTERS: Final = "CRDSHB"

_MOST_MARKS: Final = 2
"""Letters that may stand beside a figure; more of them are the name of a month."""

_DAY: Final = re.compile(r"/|\d\D\d\d\D\d\d")

_HAS_DIGIT: Final = re.compile(r"\d")

Voice = tuple[int, str, float]
"""Which cell, what is read there, and how sure the engine is of it, 0 to 1."""


def figures_read(
    crops: Sequence[Image.Image], first: Sequence[str], folder: Path, seconds: float
) -> Iterator[Voice]:
    """What tesseract reads in each picture of one cell, among figures and their marks alone.

    Args:
        crops: One line of figures each.
        first: What was read in each at first: one with letters (CR) may have letters again, a day
            its strokes, a month its name.
        folder: Where files are put; the caller removes it.
        seconds: When to give up.

    Raises:
        PageUnreadableError: it failed or took too long; page number 0.
        ToolMissingError: tesseract is not installed.
    """
    kinds = [_characters(text) for text in first]
    for characters in sorted(set(kinds)):
        chosen = [index for index, kind in enumerate(kinds) if kind == characters]
        lines = words_of_pictures([crops[index] for index in chosen], characters, folder, seconds)
        glue = "" if characters.startswith(_FIGURES) else " "
        for index, words in zip(chosen, lines, strict=True):
            text = glue.join(text for text, _ in words)
            if _HAS_DIGIT.search(text):
                yield index, text, min(sure for _, sure in words)


def _characters(first: str) -> str:
    """The characters that a cell may hold which was read as ``first``; none are all of them."""
    letters = len(_LETTERS.findall(first))
    if letters > _MOST_MARKS:
        return ""
    if _DAY.search(first):
        return _FIGURES + "/"
    return _FIGURES + _MARK_LETTERS if letters else _FIGURES


def lines_read(
    engine: LineReader, picture: Image.Image, boxes: Sequence[Pixels], seconds: float
) -> Iterator[Voice]:
    """What RapidOCR reads in each of ``boxes`` of ``picture``.

    Raises:
        PageUnreadableError: it failed or took too long; page number 0.
    """
    for index, words in enumerate(engine.lines(picture, boxes, seconds)):
        text = " ".join(word.text for word in words)
        if _HAS_DIGIT.search(text):
            yield index, text, min(word.confidence for word in words)


def smoothed(crops: Sequence[Image.Image]) -> list[Image.Image]:
    """``crops`` without specks: the same cells for another opinion."""
    return [crop.filter(ImageFilter.MedianFilter(3)) for crop in crops]
