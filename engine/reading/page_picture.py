"""The picture of one page as it is recognised: drawn from a PDF, or a frame of an image file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image

from engine.reading import sniff
from engine.reading.document import ReadOptions


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page's picture, its dots per inch, and the page's sides in points."""

    picture: Image.Image
    dpi: int
    width: float
    height: float


def page_picture(
    path: Path, mime_type: str, number: int, password: str | None, options: ReadOptions
) -> PagePicture:
    """The picture of page ``number`` of a file, as ``options`` want it for recognition.

    Raises:
        MatchbookError: the file cannot be opened, or the page cannot be drawn.
        OSError: the file is not there.
    """
    if mime_type != sniff.PDF:
        return picture_of_frame(path, mime_type, number, options)
    from engine.reading.page_images import pictures_of
    from engine.reading.pdf_file import open_page, open_pdf

    with open_pdf(path, path.name, password) as document:
        page = open_page(document, number)
        try:
            scan_dpi = pictures_of(page).dpi
            return picture_of_pdf_page(path, number, document, page, scan_dpi, options)
        finally:
            page.close()


def picture_of_pdf_page(
    path: Path, number: int, document: Any, page: Any, scan_dpi: float, options: ReadOptions
) -> PagePicture:
    """The picture of an open page; ``scan_dpi`` is the resolution of the image that fills it."""
    from engine.reading.pdf_file import is_encrypted
    from engine.reading.raster import draw_for_ocr
    from engine.reading.resolution import page_dpi

    width, height = page.get_size()
    dpi = page_dpi(number, width, height, scan_dpi, options)
    picture = draw_for_ocr(
        path,
        number,
        page,
        dpi=dpi,
        encrypted=is_encrypted(document),
        seconds=options.timeout_seconds,
    )
    return PagePicture(picture, min(dpi, options.dpi), width, height)


def picture_of_frame(path: Path, mime_type: str, number: int, options: ReadOptions) -> PagePicture:
    """The picture of one frame of an image file."""
    from engine.reading.images import load_frame, resized
    from engine.reading.resolution import image_scale

    picture, given_dpi = load_frame(path, mime_type, number, options.max_page_pixels)
    scale = image_scale(picture.width, picture.height, given_dpi, options.dpi)
    points = 72 / (options.dpi / scale)
    width, height = picture.width * points, picture.height * points
    return PagePicture(resized(picture, scale), options.dpi, width, height)
