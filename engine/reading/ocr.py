"""From the picture of a page to its words, the right way up.

The first reading is enough for most pages. What tesseract reads badly, RapidOCR reads; without it a
poor page is tried again turned, and once more as faint print, and the reading that recognised most
wins. Print that was passed over is read on its own.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, cast

import numpy as np
from msgspec import structs
from PIL import Image

from engine.errors import PageUnreadableError
from engine.reading.document import ReadOptions
from engine.reading.figure_marks import with_marks_mended
from engine.reading.flattening import FlatPicture, flattened
from engine.reading.grain import without_grain
from engine.reading.light import in_even_light
from engine.reading.missed_ink import Pixels, missed_rows
from engine.reading.ocr_engine import Mode, OcrEngine, Request
from engine.reading.ocr_engines import engine_named, line_reader
from engine.reading.page import EngineName, Turn, Word
from engine.reading.plane import turned_plane
from engine.reading.recognised import Recognised, mean_confidence
from engine.reading.second_look import MOST_ROWS, grown, new_words, with_missed_words
from engine.reading.specks import without_specks
from engine.reading.tesseract import saved, turn_by_shape
from engine.reading.tools import has_rapidocr
from engine.reading.unsure_lines import with_unsure_read

log = logging.getLogger(__name__)

_SURE_CONFIDENCE: Final = 0.93
"""From this mean confidence on, RapidOCR would not read a page better than tesseract did."""

_USEFUL_CONFIDENCE: Final = 0.85
"""From this mean confidence on only the lines in doubt are read again, below it the page."""

_NARROW: Final = 1.7
"""Sides of a till receipt: what tills print is hard for tesseract, and RapidOCR reads it first."""

_HELPED_CONFIDENCE: Final = 0.80
_HELPED_SHARE: Final = 0.6
"""Letters that the second engine must find, as a share of those that the first was sure of."""

_SURE_TURN: Final = 1.5
_UPRIGHT: Final[dict[EngineName, float]] = {"tesseract": 0.5, "rapidocr": 0.85}
"""Mean confidence that letters which stand on their head do not reach."""

_BLANK_INK: Final = 0.0004
_PROBE_DPI: Final = 150


def recognise(picture: Image.Image, *, dpi: int, options: ReadOptions, folder: Path) -> Recognised:
    """The words in ``picture``, grey or colour, of ``dpi`` dots per inch.

    Args:
        picture: Any mode; it is read in grey.
        dpi: Resolution of ``picture``.
        options: Engine, languages, and the seconds that all tries together may take.
        folder: Where image files for the OCR program are put; the caller removes it.

    Raises:
        ToolMissingError: tesseract is wanted and not installed.
        OcrEngineMissingError: another engine is wanted and not installed.
        PageUnreadableError: the first try failed or took too long.
    """
    flat = flattened(picture.convert("L"), dpi)
    found = _read(flat.picture, dpi=flat.dpi, options=options, folder=folder)
    found = replace(found, words=with_marks_mended(without_specks(found.words)))
    return found if flat.plane is None else _on_picture(found, flat, picture.size)


def _on_picture(found: Recognised, flat: FlatPicture, size: tuple[int, int]) -> Recognised:
    """``found``, read in the flat picture, with boxes of the picture of ``size`` pixels."""
    assert flat.plane is not None  # noqa: S101 (asked by the caller)
    plane = turned_plane(flat.plane, found.turn)
    words = []
    for word in found.words:
        box = plane.box_on_picture((word.x0, word.y0, word.x1, word.y1))
        x0, y0, x1, y1 = (round(min(max(side, 0.0), 1.0), 5) for side in box)
        words.append(structs.replace(word, x0=x0, y0=y0, x1=x1, y1=y1))
    width, height = size if found.turn in (0, 180) else size[::-1]
    return replace(found, words=tuple(words), aspect=width / height, plane=plane)


def _read(picture: Image.Image, *, dpi: int, options: ReadOptions, folder: Path) -> Recognised:
    """The words of a flat picture."""
    attempt = _Attempt(in_even_light(picture), dpi, options, folder)
    is_helped = options.engine == "auto" and has_rapidocr()
    if options.engine == "rapidocr" or (is_helped and _is_narrow(picture)):
        best = attempt.read(0, "usual", "rapidocr")
        if is_helped and not best.is_sure_by(_HELPED_CONFIDENCE):
            best = attempt.read(0, "usual", "tesseract")
    else:
        best = attempt.read(0, "usual", "tesseract")
    if not best.words and attempt.is_blank():
        return best
    try:
        if is_helped and best.engine == "tesseract" and not best.is_sure_by(_SURE_CONFIDENCE):
            if best.is_sure_by(_USEFUL_CONFIDENCE):
                return attempt.mended(best)
            helped = _helped(attempt, best)
            if helped is not None:
                return helped
        if not best.is_good:
            best = _retry(attempt, best)
        best = attempt.completed(best)
    except PageUnreadableError as error:
        log.info("a second reading was given up: %s", error)
    return best


def _is_narrow(picture: Image.Image) -> bool:
    return max(picture.size) > _NARROW * min(picture.size)


def _helped(attempt: "_Attempt", best: Recognised) -> Recognised | None:
    """What RapidOCR reads where tesseract was unsure; None when that is no better."""
    turn = 0 if best.is_good else attempt.likely_turn(best)
    found = attempt.read(turn, "usual", "rapidocr")
    enough = found.known_letters >= _HELPED_SHARE * best.known_letters
    if not enough or found.lies_across or mean_confidence(found.words) < _HELPED_CONFIDENCE:
        return None
    if turn == best.turn:
        # What only tesseract saw, and saw clearly: single figures in narrow columns.
        found = replace(found, words=(*found.words, *new_words(best.words, found.words)))
    return found


def _retry(attempt: "_Attempt", best: Recognised) -> Recognised:
    turn = attempt.likely_turn(best)
    if turn:
        best = max(
            best, attempt.read(turn, "usual", best.engine), key=lambda reading: reading.score
        )
    if not best.is_good and best.engine == "tesseract":
        faint = attempt.read(best.turn, "faint", best.engine)
        best = max(best, faint, key=lambda reading: reading.score)
    return best


class _Attempt:
    """One picture and the time that is left for it."""

    def __init__(self, picture: Image.Image, dpi: int, options: ReadOptions, folder: Path) -> None:
        self._raw, self._picture = picture, without_grain(picture)
        self._dpi, self._options, self._folder = dpi, options, folder
        self._ends = time.perf_counter() + options.timeout_seconds

    def read(self, turn: int, mode: Mode, engine: EngineName, *, dpi: int = 0) -> Recognised:
        """Read the picture turned, at a lower resolution when ``dpi`` is given."""
        picture = turned(self._raw if engine == "rapidocr" else self._picture, turn)
        if dpi and dpi < self._dpi:
            size = (picture.width * dpi // self._dpi, picture.height * dpi // self._dpi)
            picture = picture.resize((max(1, size[0]), max(1, size[1])), Image.Resampling.BOX)
        words = self._words(picture, mode, dpi or self._dpi, engine_named(engine))
        return Recognised(words, cast("Turn", turn), picture.width / picture.height, engine)

    def completed(self, found: Recognised) -> Recognised:
        """``found`` with the words of the print that it passed over."""
        if found.lies_across:
            return found
        picture = turned(self._picture, found.turn)
        engine = engine_named(found.engine)
        words = with_missed_words(
            picture, found.words, lambda sheet: self._words(sheet, "rows", self._dpi, engine)
        )
        return replace(found, words=words)

    def mended(self, found: Recognised) -> Recognised:
        """``found`` with its lines in doubt, and what it passed over, read by RapidOCR."""
        engine = line_reader()
        picture = turned(self._raw, found.turn)
        missed = missed_rows(np.asarray(picture), found.words)

        def read(pieces: Sequence[Pixels]) -> list[list[Word]]:
            return engine.lines(picture, pieces, self._seconds_left())

        words = with_unsure_read(found.words, picture.size, read)
        if 0 < len(missed.rows) <= MOST_ROWS:
            rows = read([grown(row, missed.height, picture.size) for row in missed.rows])
            words = (*words, *new_words([word for row in rows for word in row], words))
        if words == found.words:
            return found
        return replace(found, words=words, helper=engine.name)

    def likely_turn(self, upright: Recognised) -> int:
        """The turn that promises more than ``upright``: by the letters' shapes, else by trying."""
        if upright.engine == "tesseract":
            turn, sureness = turn_by_shape(
                saved(self._picture, self._folder), dpi=self._dpi, seconds=self._seconds_left()
            )
            if sureness >= _SURE_TURN:
                return turn
        if not upright.lies_across and mean_confidence(upright.words) >= _UPRIGHT[upright.engine]:
            return 0
        tries = [
            self.read(turn, "usual", upright.engine, dpi=_PROBE_DPI) for turn in (0, 90, 270, 180)
        ]
        return max(tries, key=lambda reading: reading.score).turn

    def is_blank(self) -> bool:
        """Whether the picture is one even surface with next to no ink."""
        counts = self._picture.histogram()
        total = sum(counts)
        paper = max(range(256), key=counts.__getitem__)
        ink = sum(counts[: max(0, paper - 48)]) + sum(counts[paper + 49 :])
        return ink < _BLANK_INK * total

    def _words(
        self, picture: Image.Image, mode: Mode, dpi: int, engine: OcrEngine
    ) -> tuple[Word, ...]:
        request = Request(dpi, self._options.languages, mode, self._seconds_left(), self._folder)
        return engine.words(picture, request)

    def _seconds_left(self) -> float:
        left = self._ends - time.perf_counter()
        if left <= 0.1:
            raise PageUnreadableError(0, "the OCR program took too long")
        return left


def turned(picture: Image.Image, turn: int) -> Image.Image:
    """``picture`` turned clockwise by 0, 90, 180 or 270 degrees."""
    if turn == 0:
        return picture
    return picture.transpose(
        {
            90: Image.Transpose.ROTATE_270,
            180: Image.Transpose.ROTATE_180,
            270: Image.Transpose.ROTATE_90,
        }[turn]
    )


def scratch_folder() -> Any:
    """A temporary folder for one page, removed when the ``with`` block ends."""
    return TemporaryDirectory(prefix="matchbook-")
