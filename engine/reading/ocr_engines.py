"""The OCR programs that can read a picture, by name, behind one interface.

Each is loaded when it is first asked for: a worker that reads text layers only never pays for one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, Protocol

from PIL import Image

from engine.reading.page import Word

Mode = Literal["usual", "faint", "rows"]
"""What the picture is: a whole page, one in faint or stained print, or one block of rows."""

EngineName = Literal["tesseract", "rapidocr"]


@dataclass(frozen=True, slots=True)
class Request:
    """How a picture is to be read.

    Attributes:
        dpi: Resolution of the picture, in dots per inch.
        languages: Languages that the page may be written in, as tesseract names them.
        mode: What the picture is; an engine that makes no difference reads all alike.
        seconds: When to give up.
        folder: Where files that only this reading needs may be put; the caller removes it.
    """

    dpi: int
    languages: str
    mode: Mode
    seconds: float
    folder: Path


class OcrEngine(Protocol):
    """Reads the words of a picture. One instance serves all pages of a process."""

    @property
    def name(self) -> EngineName:
        """What it is called in settings and records."""

    def words(self, picture: Image.Image, request: Request) -> tuple[Word, ...]:
        """The words in ``picture`` (mode L, any size), boxes as fractions of it.

        Raises:
            PageUnreadableError: it failed or took too long; page number 0.
            ToolMissingError, OcrEngineMissingError: it is not installed.
        """


def _tesseract() -> OcrEngine:
    from engine.reading.tesseract import Tesseract

    return Tesseract()


def _rapidocr() -> OcrEngine:
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
