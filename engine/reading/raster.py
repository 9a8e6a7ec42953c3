"""Pictures of PDF pages: poppler's for OCR, pdfium's for people and for encrypted files.

A page that is one scanned image, fine enough, is not drawn for OCR: the image is taken as it is.
"""

import logging
from pathlib import Path
from typing import Any, Final

from PIL import Image

from engine.errors import PageUnreadableError, ToolMissingError
from engine.reading.scan_image import scan_image

_GLANCE_DPI: Final = 20

log = logging.getLogger(__name__)


def draw_for_ocr(
    path: Path, page_number: int, page: Any, *, dpi: int, encrypted: bool, seconds: float
) -> Image.Image:
    """Page ``page_number`` in grey as a viewer shows it: its scan, or drawn by poppler.

    An encrypted file is drawn by pdfium from ``page``, the open pypdfium2 page: poppler would get
    the password on its command line, where every user of the machine can see it. So is a page that
    poppler fails on.

    Raises:
        ToolMissingError: poppler's programs are not installed.
        PageUnreadableError: drawing took longer than ``seconds``.
    """
    scan = scan_image(page, dpi=dpi)
    if scan is not None:
        return scan
    if encrypted:
        return draw(page, dpi=dpi, grey=True)
    picture = _draw_by_poppler(path, page_number, dpi, seconds)
    return picture or draw(page, dpi=dpi, grey=True)


def is_broken(path: Path, page_number: int, seconds: float) -> bool:
    """Whether poppler complains about a page in which pdfium finds nothing at all.

    pdfium shows a page whose object is missing, or whose content cannot be unpacked, as a blank
    sheet; a statement would lose a page without a word. False when poppler is not installed.
    """
    import pdf2image
    from pdf2image import exceptions

    try:
        pdf2image.convert_from_path(
            path.resolve(),
            dpi=_GLANCE_DPI,
            first_page=page_number,
            last_page=page_number,
            strict=True,
            timeout=seconds,  # type: ignore[arg-type]
        )
    except exceptions.PDFSyntaxError:
        return True
    except (exceptions.PDFInfoNotInstalledError, FileNotFoundError):
        return False
    except (exceptions.PDFPopplerTimeoutError, exceptions.PDFPageCountError, OSError):
        return True
    return False


def draw(page: Any, *, dpi: float, grey: bool) -> Image.Image:
    """An open pypdfium2 page drawn by pdfium, with its annotations and form fields."""
    bitmap = page.render(scale=dpi / 72, grayscale=grey)
    try:
        picture: Image.Image = bitmap.to_pil().copy()
    finally:
        bitmap.close()
    return picture


def _draw_by_poppler(path: Path, page_number: int, dpi: int, seconds: float) -> Image.Image | None:
    import pdf2image
    from pdf2image import exceptions

    try:
        pictures = pdf2image.convert_from_path(
            path.resolve(),
            dpi=dpi,
            first_page=page_number,
            last_page=page_number,
            grayscale=True,
            use_cropbox=True,
            timeout=seconds,  # type: ignore[arg-type]
        )
    except exceptions.PDFInfoNotInstalledError as error:
        raise _missing("pdfinfo") from error
    except FileNotFoundError as error:
        raise _missing("pdftoppm") from error
    except exceptions.PDFPopplerTimeoutError as error:
        raise PageUnreadableError(page_number, "drawing it took too long") from error
    except (exceptions.PDFPageCountError, OSError) as error:
        log.info("poppler could not draw page %d: %s", page_number, error)
        return None
    return pictures[0] if pictures else None


def _missing(tool: str) -> ToolMissingError:
    return ToolMissingError(tool, "poppler-utils", "reading scanned PDF pages")
