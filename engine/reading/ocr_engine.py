"""What every OCR program offers: words of a picture, as a request asks for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from PIL import Image

from engine.reading.missed_ink import Pixels
from engine.reading.page import EngineName, Word

Mode = Literal["usual", "faint", "rows"]
"""What the picture is: a whole page, one in faint or stained print, or one block of rows."""


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


class LineReader(OcrEngine, Protocol):
    """An engine that can also read single lines whose places are known."""

    def lines(
        self, picture: Image.Image, pieces: Sequence[Pixels], seconds: float
    ) -> list[list[Word]]:
        """The words in each of ``pieces`` of ``picture``, each of which is one level line.

        Raises:
            PageUnreadableError: it failed or took longer than ``seconds``; page number 0.
        """
