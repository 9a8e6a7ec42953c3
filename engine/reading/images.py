"""Image files as documents: their frames, their orientation, their limits.

Pillow's own guard against decompression bombs warns first and refuses later; here the header's size
is compared with our limit before any pixel is decoded, so that guard is off.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from engine.errors import DamagedFileError, PageTooLargeError
from engine.reading import sniff

Image.MAX_IMAGE_PIXELS = None

_FORMATS: Final = {sniff.PNG: "PNG", sniff.JPEG: "JPEG", sniff.TIFF: "TIFF"}

_SQUEEZED: Final = (1.2, 2.5)
"""Dots per inch across to those down, in which faxes are squeezed: 204 to 98."""

_BROKEN: Final = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError)
"""What Pillow raises for broken bytes, by format and place of the damage."""


@contextmanager
def open_image(path: Path, file_name: str, mime_type: str) -> Iterator[Image.Image]:
    """The image file, closed afterwards; only the format of ``mime_type`` is tried.

    Raises:
        DamagedFileError: the header is broken, or what the caller decodes is.
        FileNotFoundError: there is no such file.
    """
    try:
        with Image.open(path, formats=[_FORMATS[mime_type]]) as image:
            yield image
    except FileNotFoundError:
        raise
    except _BROKEN as error:
        raise DamagedFileError(file_name) from error


def check_image(path: Path, file_name: str, mime_type: str, max_page_pixels: int) -> int:
    """How many pages an image file has, after decoding the first of them.

    Raises:
        DamagedFileError: cut off, or broken.
        PageTooLargeError: the first page has more pixels than ``max_page_pixels``.
    """
    with open_image(path, file_name, mime_type) as image:
        _check_size(image, 1, max_page_pixels)
        if mime_type == sniff.JPEG:
            image.draft("L", (image.width // 8, image.height // 8))
        image.load()
        return int(getattr(image, "n_frames", 1)) if mime_type == sniff.TIFF else 1


def load_frame(
    path: Path, mime_type: str, page_number: int, max_page_pixels: int
) -> tuple[Image.Image, float]:
    """Page ``page_number`` upright by its EXIF mark, on white where transparent, and its dpi.

    Returns:
        The image in mode L or RGB, and its dots per inch; 0 when the file does not say.

    Raises:
        DamagedFileError: the page is cut off, broken or not there.
        PageTooLargeError: it has more pixels than ``max_page_pixels``.
    """
    with open_image(path, path.name, mime_type) as image:
        if mime_type == sniff.TIFF:
            image.seek(page_number - 1)
        _check_size(image, page_number, max_page_pixels)
        dpi = _dpi_of(image)
        squeezed = _squeezed(image)
        upright = _on_white(ImageOps.exif_transpose(image))
        if squeezed == 1:
            return upright, dpi
        # Before it was turned by its mark, the picture was squeezed from top to bottom.
        swapped = upright.size != image.size
        width, height = upright.size
        size = (round(width * squeezed), height) if swapped else (width, round(height * squeezed))
        return upright.resize(size, Image.Resampling.BICUBIC), dpi


def resized(picture: Image.Image, scale: float) -> Image.Image:
    """``picture`` enlarged or reduced by ``scale``; itself when that is 1."""
    if scale == 1:
        return picture
    size = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    method = Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX
    return picture.resize(size, method)


def _check_size(image: Image.Image, page_number: int, limit: int) -> None:
    pixels = image.width * image.height
    if pixels > limit:
        raise PageTooLargeError(page_number, pixels, limit)


def _dpi_of(image: Image.Image) -> float:
    """Dots per inch across; 0 when not given or not believable."""
    given = image.info.get("dpi", (0, 0))
    try:
        dpi = float(given[0])
    except (TypeError, ValueError, IndexError, ZeroDivisionError):
        return 0.0
    return dpi if 50 <= dpi <= 1200 else 0.0


def _squeezed(image: Image.Image) -> float:
    """By how much the pixels of a fax are taller than they are wide; 1 for square ones."""
    try:
        across, down = (float(side) for side in image.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return 1.0
    is_believable = all(50 <= dpi <= 1200 for dpi in (across, down))
    ratio = across / down if is_believable else 1.0
    return ratio if _SQUEEZED[0] <= ratio <= _SQUEEZED[1] else 1.0


def _on_white(image: Image.Image) -> Image.Image:
    """Without transparency, 16 bits or palette: mode L or RGB."""
    if image.mode in ("I;16", "I;16B", "I;16L", "I"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert("RGB")
    return image.convert("L" if image.mode in ("1", "L", "F") else "RGB")
