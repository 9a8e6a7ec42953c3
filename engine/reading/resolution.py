"""How finely a page is drawn for OCR, and from which size on it is not drawn at all."""

from typing import Final

from engine.errors import PageTooLargeError
from engine.reading.document import ReadOptions

_ROOMY_PIXELS: Final = 25_000_000
"""An A3 page at 350 dpi; more pixels cost time and show no letter better."""

_LEAST_DPI: Final = 100
A4_LONG_SIDE_INCHES: Final = 11.7
_SMALL_PAGE_POINTS: Final = 320.0


def page_dpi(
    page_number: int, width: float, height: float, scan_dpi: float, options: ReadOptions
) -> int:
    """Dots per inch for a page of ``width`` x ``height`` points.

    Args:
        page_number: For the error.
        width: Points.
        height: Points.
        scan_dpi: Resolution of the picture that fills the page; 0 when there is none.
        options: The resolution wished for, and the most pixels.

    Raises:
        PageTooLargeError: even coarsely drawn the page has too many pixels.
    """
    wished = float(options.dpi)
    if scan_dpi:
        # Where the page's size is not the paper's, it is drawn as if it were a sheet of A4, within
        # what the scan can give.
        sheet = A4_LONG_SIDE_INCHES * options.dpi / max(width, height) * 72
        sensible = max(scan_dpi, min(3 * scan_dpi, sheet))
        is_shrunk = scan_dpi > wished and min(width, height) < _SMALL_PAGE_POINTS
        wished = sensible if is_shrunk else min(wished, sensible)
    roomy = (_ROOMY_PIXELS / (width * height)) ** 0.5 * 72
    least = min(_LEAST_DPI, scan_dpi or _LEAST_DPI, wished)
    dpi = max(least, min(wished, roomy))
    pixels = int(width * height * (dpi / 72) ** 2)
    if pixels > options.max_page_pixels:
        raise PageTooLargeError(page_number, pixels, options.max_page_pixels)
    return max(1, int(dpi))


def image_scale(width: int, height: int, given_dpi: float, wished_dpi: int) -> float:
    """By which factor an image file is enlarged or reduced so that its letters suit OCR.

    Without a believable resolution the paper is guessed: a long narrow picture is a till receipt,
    anything else a sheet of A4.
    """
    long, short = max(width, height), min(width, height)
    guessed = short / 3.1 if long > 1.7 * short else long / A4_LONG_SIDE_INCHES
    dpi = given_dpi if 0.5 * guessed <= given_dpi <= 4 * guessed else guessed
    scale = min(3.0, max(0.3, wished_dpi / dpi))
    if 0.8 < scale < 1.25:
        return 1.0
    return min(scale, (_ROOMY_PIXELS / (width * height)) ** 0.5) if scale > 1 else scale
