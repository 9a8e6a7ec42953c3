"""The picture that a scanned page consists of, taken out of the PDF instead of drawn.

Drawing a scan costs a tenth of what reading it does, and gives the same picture back. It is taken
only where nothing else can be seen on the page, and where it looks like the page at a glance.
"""

import logging
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw
from PIL import Image, ImageChops, ImageFilter

from engine.reading.glyphs import INVISIBLE_RENDER_MODE

log = logging.getLogger(__name__)

_MOST_OBJECTS: Final = 3_000

_EDGE: Final = 0.003
"""How far from the page's edges the image may end, as a share of its side."""

_SAME_SIZE: Final = 0.02
"""By how much its resolution may differ, as a share of the one wished for."""

_GLANCE_DPI: Final = 20

_SAME_GREY: Final = 80
_MOST_UNLIKE: Final = 0.002
"""Share of the smoothed glance's pixels that may differ by more than that grey."""


def scan_image(page: Any, *, dpi: int) -> Image.Image | None:
    """The image that fills an open pypdfium2 page, in grey, if it has ``dpi`` dots per inch.

    None where the page is more than one upright image, or one finer or coarser: it has to be drawn.
    """
    try:
        image = _only_image(page)
        if image is None or not _is_as_fine(image.get_px_size(), page.get_size(), dpi):
            return None
        picture = _pixels(image)
        return picture if _looks_like(page, picture) else None
    except (pdfium.PdfiumError, RuntimeError, KeyError) as error:
        log.info("a scan could not be taken out of its page: %s", error)
        return None


def _is_as_fine(pixels: tuple[int, int], points: tuple[float, float], dpi: int) -> bool:
    drawn = [side * dpi / 72 for side in points]
    return all(
        abs(side / wished - 1) <= _SAME_SIZE for side, wished in zip(pixels, drawn, strict=True)
    )


def _only_image(page: Any) -> Any:
    """The one visible object of ``page``, if that is an image that fills it; None otherwise."""
    if page.get_rotation() or pdfium_raw.FPDFPage_GetAnnotCount(page):
        return None
    if pdfium_raw.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
        return None
    seen = [part for part in page.get_objects(max_depth=1) if not _is_unseen(part)]
    if len(seen) != 1 or seen[0].type != pdfium_raw.FPDF_PAGEOBJ_IMAGE:
        return None
    a, b, c, d, x, y = seen[0].get_matrix().get()
    left, bottom, right, top = page.get_bbox()
    wide, tall = _EDGE * (right - left), _EDGE * (top - bottom)
    fills = abs(x - left) <= wide and abs(x + a - right) <= wide
    fills &= abs(y - bottom) <= tall and abs(y + d - top) <= tall
    return seen[0] if fills and abs(b) <= tall and abs(c) <= wide else None


def _is_unseen(part: Any) -> bool:
    """Whether ``part`` is invisible text, as programs lay it over scans for searching."""
    is_text: bool = part.type == pdfium_raw.FPDF_PAGEOBJ_TEXT
    return is_text and int(pdfium_raw.FPDFTextObj_GetTextRenderMode(part)) == INVISIBLE_RENDER_MODE


def _pixels(image: Any) -> Image.Image:
    picture: Image.Image = image.get_bitmap().to_pil()
    # A copy: the pixels belong to pdfium, which takes them back with the bitmap.
    return picture.copy() if picture.mode == "L" else picture.convert("L")


def _looks_like(page: Any, picture: Image.Image) -> bool:
    """Whether ``picture`` is what a viewer shows: masks, clips and inks can make it another."""
    bitmap = page.render(scale=_GLANCE_DPI / 72, grayscale=True)
    try:
        shown = bitmap.to_pil().convert("L")
        small = picture.resize(shown.size, Image.Resampling.BOX)
        # Smoothed, as sharp edges fall between two pixels in one of them and on one in the other.
        one, other = (image.filter(ImageFilter.BoxBlur(1)) for image in (shown, small))
        counts = ImageChops.difference(one, other).histogram()
    finally:
        bitmap.close()
    return sum(counts[_SAME_GREY:]) <= _MOST_UNLIKE * sum(counts)
