"""RapidOCR: neural recognition by models that come inside its package, on one processor core.

It finds lines at any small angle and reads each one as a whole, so it copes with print that is
faint, blurred or set in dots. Nothing is downloaded: the models' files are named.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import OcrEngineMissingError, PageUnreadableError
from engine.reading.line_words import LineReading, ink_rows, words_of_line
from engine.reading.missed_ink import Pixels
from engine.reading.ocr_engine import Request
from engine.reading.page import EngineName, Word

log = logging.getLogger(__name__)

_LONGEST_SIDE: Final = 2600
"""Pixels of a picture's longer side: A4 at 220 dpi; finer pictures read no better."""

_SEARCH_SIDE: Final = 1120
"""Pixels of the longer side at which lines are looked for; more cost time and memory."""

_LINES_AT_ONCE: Final = 16
_LINE_SHAPE: Final = [3, 48, 128]
"""Colours, height and least width at which a line is read: short ones are filled up to it."""

_LEAST_CERTAINTY: Final = 0.4
_UPRIGHT: Final = 1.4
"""From this height per width on, the models take a line for one that runs downwards."""

_MODELS: Final = {"Det.model_path": "*_det_*.onnx", "Rec.model_path": "*_rec_*.onnx"}

_ASCII_MARKS: Final = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        "。": ".",
        "、": ",",
        "￥": "¥",
        "【": "[",
        "】": "]",
        "一": "-",
        "·": ".",
    }
)
"""Wide marks of Chinese print, which the models mistake plain ones for."""

_Quad = NDArray[np.float64]
"""Corners of a line, in pixels, as ``(4, 2)``: top left, top right, bottom right, bottom left."""


class RapidOcr:
    """The engine ``rapidocr``; loading it takes about a second and 150 MB."""

    name: EngineName = "rapidocr"

    def __init__(self) -> None:
        """Load the models.

        Raises:
            OcrEngineMissingError: the packages rapidocr and onnxruntime are not installed.
        """
        self._reader = _load()

    def words(self, picture: Image.Image, request: Request) -> tuple[Word, ...]:
        """The words in ``picture``; languages, dpi and mode make no difference.

        Raises:
            PageUnreadableError: it failed or took too long; page number 0.
        """
        ends = time.perf_counter() + request.seconds
        grey = np.asarray(_fitted(picture))
        try:
            return self._words(grey, ends)
        except PageUnreadableError:
            raise
        except Exception as error:
            # The package raises its own errors and those of three libraries below it.
            log.warning("RapidOCR failed", exc_info=True)
            raise PageUnreadableError(0, "the OCR program failed") from error

    def lines(
        self, picture: Image.Image, pieces: Sequence[Pixels], seconds: float
    ) -> list[list[Word]]:
        """The words in each of ``pieces`` of ``picture``, each of which is one level line.

        Raises:
            PageUnreadableError: it failed or took longer than ``seconds``; page number 0.
        """
        ends = time.perf_counter() + seconds
        colour = _coloured(np.asarray(picture.convert("L")))
        quads = np.array(
            [((x0, y0), (x1, y0), (x1, y1), (x0, y1)) for x0, y0, x1, y1 in pieces], np.float64
        )
        return list(self._read(colour, quads, ends))

    def _words(self, grey: NDArray[np.uint8], ends: float) -> tuple[Word, ...]:
        colour = _coloured(grey)
        lines = self._read(colour, self._lines(colour), ends)
        return tuple(word for line in lines for word in line)

    def _read(self, colour: NDArray[np.uint8], quads: _Quad, ends: float) -> Iterator[list[Word]]:
        """The words of each line."""
        size = (colour.shape[1], colour.shape[0])
        for start in range(0, len(quads), _LINES_AT_ONCE):
            if time.perf_counter() > ends:
                raise PageUnreadableError(0, "the OCR program took too long")
            part = quads[start : start + _LINES_AT_ONCE]
            crops = self._reader.crop_text_regions(colour, part.astype(np.float32))
            found = self._reader.recognize_txt(crops)
            for quad, crop, *line in zip(
                part, crops, found.txts, found.scores, found.word_results, strict=True
            ):
                yield _words_of(quad, crop[:, :, 0], *line, size=size)

    def _lines(self, colour: NDArray[np.uint8]) -> _Quad:
        """The corners of all lines, from top to bottom."""
        from rapidocr.main import RapidOCRError

        try:
            _, found = self._reader.detect_and_crop(colour, {})
        except RapidOCRError:
            return np.empty((0, 4, 2))
        quads = np.asarray(found.boxes, np.float64)
        heights = np.linalg.norm(quads[:, 3] - quads[:, 0], axis=1)
        usual = float(np.median(heights))
        return np.stack([_roomy(quad, usual) for quad in quads])


def _coloured(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.repeat(grey[:, :, None], 3, axis=2)


@cache
def _load() -> Any:
    try:
        import cv2
        import onnxruntime  # noqa: F401
        import rapidocr
    except ImportError as error:
        raise OcrEngineMissingError("rapidocr") from error
    cv2.setNumThreads(1)
    models = Path(rapidocr.__file__).parent / "models"
    files = {name: next(models.glob(pattern), None) for name, pattern in _MODELS.items()}
    if None in files.values():
        raise OcrEngineMissingError("rapidocr")
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_cls": False,
            "Global.use_vertical_padding": False,
            "Global.return_word_box": True,
            # With more threads each, workers that run side by side slow each other down.
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Det.limit_type": "max",
            "Det.limit_side_len": _SEARCH_SIDE,
            "Rec.rec_batch_num": 1,
            "Rec.rec_img_shape": _LINE_SHAPE,
            **{name: str(file) for name, file in files.items()},
        }
    )


def _fitted(picture: Image.Image) -> Image.Image:
    grey = picture.convert("L")
    scale = _LONGEST_SIDE / max(grey.size)
    if scale >= 1:
        return grey
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    return grey.resize(size, Image.Resampling.BOX)


def _roomy(quad: _Quad, usual: float) -> _Quad:
    """A single narrow character with room at its sides, so that it is not taken for lying."""
    wide = float(np.linalg.norm(quad[1] - quad[0]))
    tall = float(np.linalg.norm(quad[3] - quad[0]))
    if tall <= _UPRIGHT * wide or tall > 1.6 * usual:
        return quad
    more = (tall / _UPRIGHT * 1.1 - wide) / 2
    wider: _Quad = quad + np.array([(-more, 0), (more, 0), (more, 0), (-more, 0)])
    return wider


def _words_of(
    quad: _Quad,
    crop: NDArray[np.uint8],
    text: str,
    certainty: float,
    info: Any,
    *,
    size: tuple[int, int],
) -> list[Word]:
    text = text.translate(_ASCII_MARKS)
    columns = [column for word in info.word_cols for column in word]
    chars = [char for char in text if not char.isspace()]
    if certainty < _LEAST_CERTAINTY or not chars or len(columns) != len(chars):
        return []
    pairs = zip(text, info.confs, strict=False)
    reading = LineReading(
        text,
        tuple((column + 0.5) / info.line_txt_len for column in columns),
        tuple(min(1.0, float(sure)) for char, sure in pairs if not char.isspace()),
    )
    top, bottom = ink_rows(crop)
    return [
        Word(word.text, *_box(quad, word.left, word.right, top, bottom, size), round(sure, 3))
        for word in words_of_line(crop, reading)
        for sure in (word.confidence,)
    ]


def _box(
    quad: _Quad, left: float, right: float, top: float, bottom: float, size: tuple[int, int]
) -> tuple[float, float, float, float]:
    """The upright box, in fractions of the page, of a part of a line."""
    across, down = quad[1] - quad[0], quad[3] - quad[0]
    wide, tall = np.linalg.norm(across), np.linalg.norm(down)
    if tall > _UPRIGHT * wide:
        x0, y0 = quad.min(axis=0)
        x1, y1 = quad.max(axis=0)
    else:
        level = quad[0] + (top + bottom) / 2 * down
        start, end = level + left * across, level + right * across
        half = (bottom - top) / 2 * float(tall)
        middle = float(start[1] + end[1]) / 2
        x0, x1 = float(start[0]), float(end[0])
        y0, y1 = middle - half, middle + half
    box = (x0 / size[0], y0 / size[1], x1 / size[0], y1 / size[1])
    first, second, third, fourth = (round(min(max(float(side), 0.0), 1.0), 5) for side in box)
    return first, second, third, fourth
