"""Pages as images for people."""

import io
from pathlib import Path
from typing import Final

from PIL import Image

from engine.errors import FileRefusedError, PageTooLargeError, PageUnreadableError
from engine.reading import sniff
from engine.reading.document import MAX_PAGE_PIXELS
from engine.reading.images import load_frame
from engine.reading.page import Turn
from engine.reading.pdf_file import open_page, open_pdf
from engine.reading.raster import draw

_A4_WIDTH_INCHES: Final = 8.27
_LEAST_DPI: Final = 20.0


def page_png(
    path: Path,
    mime_type: str,
    page_number: int,
    *,
    dpi: int = 110,
    password: str | None = None,
    max_page_pixels: int = MAX_PAGE_PIXELS,
    turn: Turn = 0,
) -> bytes:
    """A PNG of one page as viewers show it, turned clockwise by ``turn`` degrees.

    ``dpi`` counts on the paper; for an image file without a believable paper size it gives an image
    as wide as an A4 page would be. Never larger than ``max_page_pixels`` or finer than the file.

    Raises:
        PageUnreadableError: there is no such page, or it cannot be drawn.
        PageTooLargeError: it cannot be drawn with so few pixels.
        PasswordNeededError, WrongPasswordError, DamagedFileError: the file does not open.
    """
    if mime_type == sniff.PDF:
        picture = _pdf_page(path, page_number, dpi, password, max_page_pixels)
    else:
        picture = _image_page(path, mime_type, page_number, dpi, max_page_pixels)
    if turn:
        picture = picture.rotate(-turn, expand=True)
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG", compress_level=6)
    return buffer.getvalue()


def _pdf_page(
    path: Path, page_number: int, dpi: int, password: str | None, max_page_pixels: int
) -> Image.Image:
    with open_pdf(path, path.name, password) as document:
        page = open_page(document, page_number)
        try:
            width, height = page.get_size()
            # pdfium rounds both sides up.
            fitting = (max_page_pixels**0.5 - 1) / (width * height) ** 0.5 * 72
            if fitting < _LEAST_DPI:
                pixels = int(width * height * (_LEAST_DPI / 72) ** 2)
                raise PageTooLargeError(page_number, pixels, max_page_pixels)
            return draw(page, dpi=min(dpi, fitting), grey=False)
        except RuntimeError as error:
            raise PageUnreadableError(page_number, "it cannot be drawn") from error
        finally:
            page.close()


def _image_page(
    path: Path, mime_type: str, page_number: int, dpi: int, max_page_pixels: int
) -> Image.Image:
    try:
        picture, _ = load_frame(path, mime_type, page_number, max_page_pixels)
    except PageTooLargeError:
        raise
    except FileRefusedError as error:
        raise PageUnreadableError(page_number, "it is damaged or not there") from error
    scale = dpi * _A4_WIDTH_INCHES / min(picture.width, picture.height)
    if scale >= 1:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    return picture.resize(size, Image.Resampling.LANCZOS)
