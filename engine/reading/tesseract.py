"""Running tesseract on an image file and reading its table of words."""

import math
import re
from collections.abc import Sequence
from functools import cache
from os import environ
from pathlib import Path
from typing import Any, Final

from PIL import Image

from engine.errors import PageUnreadableError, ToolMissingError
from engine.reading.ocr_engine import Mode, Request
from engine.reading.page import EngineName, Word
from engine.reading.tight_boxes import with_tight_boxes

# With more threads each, tesseracts that run side by side are many times slower.
environ["OMP_THREAD_LIMIT"] = "1"

USUAL: Final = "--psm 3"
"""Columns and blocks are found, ink and paper parted by one brightness for the whole page."""

FAINT: Final = "--psm 6 -c thresholding_method=1"
"""One block of rows, ink and paper parted by the brightness around: for faint, stained print."""

ROWS: Final = "--psm 6"
"""One block of rows under each other."""

_LINE: Final = "--psm 7"
"""A single line."""

_MODES: Final[dict[Mode, str]] = {"usual": USUAL, "faint": FAINT, "rows": ROWS}
_ORIENTATION_ONLY: Final = "--psm 0 -c min_characters_to_try=12"

_AMOUNT: Final = re.compile(r"(?:[^\s\d]{0,3}\d[\d.,'’]*)(?:[.,]\s|\s[.,])\d\d[-–—+)]?")
"""An amount that was parted before or behind its decimal mark."""

_RULINGS: Final = "|[]{}_~¦‖"
_WORD_LEVEL: Final = "5"


class Tesseract:
    """The engine ``tesseract``: the program of that name, run once for each picture."""

    name: EngineName = "tesseract"

    def words(self, picture: Image.Image, request: Request) -> tuple[Word, ...]:
        """The words in ``picture`` (mode L).

        Raises:
            ToolMissingError: tesseract is not installed.
            PageUnreadableError: it failed or took too long; page number 0.
        """
        words = words_in(
            saved(picture, request.folder),
            picture.size,
            dpi=request.dpi,
            languages=request.languages,
            mode=_MODES[request.mode],
            seconds=request.seconds,
        )
        return tuple(with_tight_boxes(words, picture))


def saved(picture: Image.Image, folder: Path) -> Path:
    """``picture`` as a file in ``folder`` for tesseract; the next one takes its place."""
    file = folder / "page.pgm"
    picture.save(file, format="PPM")
    return file


def words_in(
    image_file: Path, size: tuple[int, int], *, dpi: int, languages: str, mode: str, seconds: float
) -> tuple[Word, ...]:
    """The words that tesseract reads in an image of ``size`` pixels.

    Args:
        image_file: An image in a format that tesseract reads.
        size: Width and height of the image in pixels.
        dpi: Resolution that tesseract is told.
        languages: Names joined by ``+``; those not installed are left out.
        mode: ``USUAL``, ``FAINT`` or ``ROWS``.
        seconds: When to give up.

    Raises:
        ToolMissingError: tesseract is not installed.
        PageUnreadableError: it failed or took too long; page number 0, which the caller replaces.
    """
    table = _call(
        "image_to_data",
        image_file,
        lang=installed_languages(languages),
        config=f"{mode} --dpi {dpi}",
        seconds=seconds,
    )
    return tuple(with_amounts_joined(_words_of(str(table), size), size[0] / size[1]))


def words_of_pictures(
    pictures: Sequence[Image.Image], characters: str, folder: Path, seconds: float
) -> list[list[tuple[str, float]]]:
    """The words and their certainty (0..1) in each of ``pictures``, which are one line each.

    One run of the program reads them all; only ``characters``, if any are named, are believed to be
    there.

    Raises:
        PageUnreadableError: it failed or took too long; page number 0.
        ToolMissingError: tesseract is not installed.
    """
    files = [folder / f"line-{number}.pgm" for number in range(len(pictures))]
    for file, picture in zip(files, pictures, strict=True):
        picture.save(file, format="PPM")
    listed = folder / "lines.txt"
    listed.write_text("".join(f"{file}\n" for file in files), "utf-8")
    config = f"{_LINE} --dpi 300"
    if characters:
        config += f' -c "tessedit_char_whitelist={characters}"'
    table = str(_call("image_to_data", listed, lang="eng", config=config, seconds=seconds))
    lines: list[list[tuple[str, float]]] = [[] for _ in pictures]
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == _WORD_LEVEL and cells[11].strip():
            lines[int(cells[1]) - 1].append((cells[11].strip(), max(0.0, float(cells[10])) / 100))
    return lines


def turn_by_shape(image_file: Path, *, dpi: int, seconds: float) -> tuple[int, float]:
    """Degrees clockwise that would make the letters upright, and how sure tesseract is of it.

    Sure is above 2 or so; (0, 0.0) when there are too few letters to tell.

    Raises:
        ToolMissingError: tesseract is not installed.
    """
    config = f"{_ORIENTATION_ONLY} --dpi {dpi}"
    try:
        found = str(_call("image_to_osd", image_file, config=config, seconds=seconds))
    except PageUnreadableError:
        return 0, 0.0
    facts = dict(line.split(": ", 1) for line in found.splitlines() if ": " in line)
    return int(facts.get("Rotate", 0)) % 360, float(facts.get("Orientation confidence", 0.0))


def installed_languages(wanted: str) -> str:
    """Those of ``wanted``, joined by ``+``, that tesseract has; ``eng`` when it has none."""
    names = [name for name in wanted.split("+") if name in _all_languages()]
    return "+".join(names) or "eng"


@cache
def _all_languages() -> frozenset[str]:
    import pytesseract

    try:
        return frozenset(pytesseract.get_languages())
    except pytesseract.TesseractNotFoundError as error:
        raise _missing() from error


def _call(function: str, image_file: Path, *, seconds: float, **arguments: Any) -> Any:
    import pytesseract

    try:
        return getattr(pytesseract, function)(str(image_file), timeout=seconds, **arguments)
    except pytesseract.TesseractNotFoundError as error:
        raise _missing() from error
    except pytesseract.TesseractError as error:
        raise PageUnreadableError(0, "the OCR program failed") from error
    except RuntimeError as error:
        raise PageUnreadableError(0, "the OCR program took too long") from error


def _missing() -> ToolMissingError:
    return ToolMissingError("tesseract", "tesseract-ocr", "reading scanned pages")


def _words_of(table: str, size: tuple[int, int]) -> list[Word]:
    width, height = size
    words = []
    for line in table.splitlines()[1:]:
        cells = line.split("\t")
        if len(cells) != 12 or cells[0] != _WORD_LEVEL:
            continue
        text = cells[11].strip().strip(_RULINGS)
        confidence = float(cells[10]) / 100
        if not text or not math.isfinite(confidence) or confidence < 0:
            continue
        x, y, w, h = map(int, cells[6:10])
        box = (x / width, y / height, (x + w) / width, (y + h) / height)
        x0, y0, x1, y1 = (round(min(max(side, 0.0), 1.0), 5) for side in box)
        words.append(Word(text, x0, y0, x1, y1, round(min(confidence, 1.0), 3)))
    return words


def with_amounts_joined(words: Sequence[Word], aspect: float) -> list[Word]:
    """``words`` with amounts put together that were parted at their decimal mark: 928. 26-.

    Args:
        words: In reading order.
        aspect: The page's width divided by its height.
    """
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        if last and _AMOUNT.fullmatch(f"{last.text} {word.text}"):
            gap = (word.x0 - last.x1) * aspect
            height = max(last.y1 - last.y0, word.y1 - word.y0)
            level = min(last.y1, word.y1) - max(last.y0, word.y0) > 0.5 * (word.y1 - word.y0)
            if level and -0.2 * height < gap < 0.8 * height:
                found[-1] = _joined(last, word)
                continue
        found.append(word)
    return found


def _joined(left: Word, right: Word) -> Word:
    return Word(
        left.text + right.text,
        left.x0,
        min(left.y0, right.y0),
        right.x1,
        max(left.y1, right.y1),
        min(left.confidence, right.confidence),
    )
