"""The OCR programs that can read a picture, by name.

Each is loaded when it is first asked for: a worker that reads text layers only never pays for one.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

from engine.reading.ocr_engine import LineReader, OcrEngine
from engine.reading.page import EngineName


def _tesseract() -> OcrEngine:
    from engine.reading.tesseract import Tesseract

    return Tesseract()


def _rapidocr() -> LineReader:
    from engine.reading.rapidocr import RapidOcr

    return RapidOcr()


_ENGINES: Final[dict[EngineName, Callable[[], OcrEngine]]] = {
    "tesseract": _tesseract,
    "rapidocr": _rapidocr,
}


@cache
def engine_named(name: EngineName) -> OcrEngine:
    """The engine ``name``, loaded at the first call.

    Raises:
        OcrEngineMissingError: its packages are not installed.
    """
    return _ENGINES[name]()


@cache
def line_reader() -> LineReader:
    """The engine that reads single lines, loaded at the first call.

    Raises:
        OcrEngineMissingError: its packages are not installed.
    """
    return _rapidocr()
