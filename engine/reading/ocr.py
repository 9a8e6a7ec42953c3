"""From the picture of a page to its words, the right way up.

The first reading is enough for most pages. A poor one is tried again turned, and once more as
faint print; the reading that recognised most wins. Print that it passed over is read on its own.
"""

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, cast

from PIL import Image

from engine.errors import PageUnreadableError
from engine.reading.document import ReadOptions
from engine.reading.grain import without_grain
from engine.reading.page import Turn, Word
from engine.reading.second_look import with_missed_words
from engine.reading.tesseract import FAINT, ROWS, USUAL, turn_by_shape, words_in

log = logging.getLogger(__name__)

_GOOD_CONFIDENCE: Final = 0.70
_FEW_LETTERS: Final = 60
_SURE_TURN: Final = 1.5
_BLANK_INK: Final = 0.0004
_PROBE_DPI: Final = 150


@dataclass(frozen=True, slots=True)
class Recognised:
    """Words of a picture after turning it clockwise by ``turn`` degrees.

    ``aspect`` is the turned picture's width divided by its height.
    """

    words: tuple[Word, ...]
    turn: Turn
    aspect: float

    @property
    def score(self) -> float:
        """How much was recognised: the letters and digits, each by its word's confidence."""
        if self.lies_across:
            return 0.0
        return sum(_letters(word) * max(0.0, word.confidence - 0.3) for word in self.words)

    @property
    def is_good(self) -> bool:
        """Whether there is no reason to try again."""
        return (
            sum(map(_letters, self.words)) >= _FEW_LETTERS
            and mean_confidence(self.words) >= _GOOD_CONFIDENCE
            and not self.lies_across
        )

    @property
    def lies_across(self) -> bool:
        """Whether the rows run up or down: tesseract reads those too, in boxes of no use."""
        long = [word for word in self.words if len(word.text) >= 4]
        tall = sum((w.y1 - w.y0) > 1.3 * self.aspect * (w.x1 - w.x0) for w in long)
        return tall > 0.5 * len(long)


def mean_confidence(words: Sequence[Word]) -> float:
    """Confidence of the words, 0..1, weighted by their letters and digits; 0 without any."""
    letters = sum(map(_letters, words))
    return sum(_letters(w) * w.confidence for w in words) / letters if letters else 0.0


def recognise(picture: Image.Image, *, dpi: int, options: ReadOptions, folder: Path) -> Recognised:
    """The words in ``picture``, grey or colour, of ``dpi`` dots per inch.

    Args:
        picture: Any mode; it is read in grey.
        dpi: Resolution of ``picture``.
        options: Languages, and the seconds that all tries together may take.
        folder: Where image files for the OCR program are put; the caller removes it.

    Raises:
        ToolMissingError: tesseract is not installed.
        PageUnreadableError: the first try failed or took too long.
    """
    attempt = _Attempt(without_grain(picture.convert("L")), dpi, options, folder)
    best = attempt.read(0, USUAL)
    if not best.words and attempt.is_blank():
        return best
    try:
        if not best.is_good:
            best = _retry(attempt, best)
        best = attempt.completed(best)
    except PageUnreadableError as error:
        log.info("a second reading was given up: %s", error)
    return best


def _retry(attempt: "_Attempt", best: Recognised) -> Recognised:
    turn = attempt.likely_turn(best)
    if turn:
        best = max(best, attempt.read(turn, USUAL), key=lambda reading: reading.score)
    if not best.is_good:
        faint = attempt.read(best.turn, FAINT)
        best = max(best, faint, key=lambda reading: reading.score)
    return best


class _Attempt:
    """One picture and the time that is left for it."""

    def __init__(self, picture: Image.Image, dpi: int, options: ReadOptions, folder: Path) -> None:
        self._picture, self._dpi, self._options, self._folder = picture, dpi, options, folder
        self._ends = time.perf_counter() + options.timeout_seconds

    def read(self, turn: int, mode: str, *, dpi: int = 0) -> Recognised:
        """Read the picture turned, at a lower resolution when ``dpi`` is given."""
        picture = turned(self._picture, turn)
        if dpi and dpi < self._dpi:
            size = (picture.width * dpi // self._dpi, picture.height * dpi // self._dpi)
            picture = picture.resize((max(1, size[0]), max(1, size[1])), Image.Resampling.BOX)
        words = self._words(picture, mode, dpi or self._dpi)
        return Recognised(words, cast("Turn", turn), picture.width / picture.height)

    def completed(self, found: Recognised) -> Recognised:
        """``found`` with the words of the print that it passed over."""
        if found.lies_across:
            return found
        picture = turned(self._picture, found.turn)
        words = with_missed_words(
            picture, found.words, lambda sheet: self._words(sheet, ROWS, self._dpi)
        )
        return replace(found, words=words)

    def likely_turn(self, upright: Recognised) -> int:
        """The turn that promises more than ``upright``: by the letters' shapes, else by trying."""
        turn, sureness = turn_by_shape(
            self._save(self._picture), dpi=self._dpi, seconds=self._seconds_left()
        )
        if sureness >= _SURE_TURN:
            return turn
        if not upright.lies_across and mean_confidence(upright.words) >= 0.5:
            return 0
        tries = [self.read(turn, USUAL, dpi=_PROBE_DPI) for turn in (0, 90, 270, 180)]
        return max(tries, key=lambda reading: reading.score).turn

    def is_blank(self) -> bool:
        """Whether the picture is one even surface with next to no ink."""
        counts = self._picture.histogram()
        total = sum(counts)
        paper = max(range(256), key=counts.__getitem__)
        ink = sum(counts[: max(0, paper - 48)]) + sum(counts[paper + 49 :])
        return ink < _BLANK_INK * total

    def _words(self, picture: Image.Image, mode: str, dpi: int) -> tuple[Word, ...]:
        return words_in(
            self._save(picture),
            picture.size,
            dpi=dpi,
            languages=self._options.languages,
            mode=mode,
            seconds=self._seconds_left(),
        )

    def _seconds_left(self) -> float:
        left = self._ends - time.perf_counter()
        if left <= 0.1:
            raise PageUnreadableError(0, "the OCR program took too long")
        return left

    def _save(self, picture: Image.Image) -> Path:
        file = self._folder / "page.pgm"
        picture.save(file, format="PPM")
        return file


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


def _letters(word: Word) -> int:
    return sum(map(str.isalnum, word.text))


def scratch_folder() -> Any:
    """A temporary folder for one page, removed when the ``with`` block ends."""
    return TemporaryDirectory(prefix="matchbook-")
