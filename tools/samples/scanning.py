"""Turns a clean PDF into what an office scanner makes of its print: grey, askew, grainy."""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

PAPER, INK = 238, 40
"""Grey of the blank paper and of solid black, from 0 to 255."""


@dataclass(frozen=True, slots=True)
class Scanner:
    """One machine. ``skews`` are degrees, used in turn; ``grain`` is the widest error in grey."""

    dpi: int = 170
    skews: tuple[float, ...] = (0.7, -0.5)
    grain: int = 26
    quality: int = 42
    specks: int = 60
    seed: int = 7


def scan(pdf: bytes, scanner: Scanner, title: str) -> bytes:
    """The same pages as images in a PDF without a text layer."""
    random = np.random.Generator(np.random.PCG64(scanner.seed))
    source = pdfium.PdfDocument(pdf)
    target = BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.setTitle(title)
    canvas.setCreator("ScanDesk 300")
    for number, page in enumerate(source):
        width, height = page.get_size()
        grey = page.render(scale=scanner.dpi / 72, grayscale=True).to_pil().convert("L")
        skew = scanner.skews[number % len(scanner.skews)]
        photo = _as_scanned(grey, skew, scanner, random)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(_jpeg(photo, scanner)), 0, 0, width, height)
        canvas.showPage()
    source.close()
    canvas.save()
    return target.getvalue()


def _as_scanned(
    page: Image.Image, skew: float, scanner: Scanner, random: np.random.Generator
) -> Image.Image:
    soft = page.filter(ImageFilter.GaussianBlur(0.6))
    turned = soft.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(turned, dtype=np.int32)
    grey = INK + grey * (PAPER - INK) // 255
    # Two uniform draws give a triangular error in whole numbers: the same on every machine.
    half = scanner.grain // 2
    for _ in range(2):
        grey = grey + random.integers(-half // 2, half // 2 + 1, grey.shape, dtype=np.int32)
    grey = grey + _shadow(grey.shape)
    rows = random.integers(2, grey.shape[0] - 2, scanner.specks)
    columns = random.integers(2, grey.shape[1] - 2, scanner.specks)
    for row, column in zip(rows, columns, strict=True):
        grey[row : row + 2, column : column + 2] -= 90
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8), "L")


def _shadow(shape: tuple[int, ...]) -> np.ndarray:
    """Darker towards the left edge, as near the spine of a scanner's lid."""
    columns = np.arange(shape[1], dtype=np.int32)
    return -np.maximum(0, 60 - columns)[np.newaxis, :] // 2


def _jpeg(image: Image.Image, scanner: Scanner) -> BytesIO:
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=scanner.quality, dpi=(scanner.dpi, scanner.dpi))
    buffer.seek(0)
    return buffer
