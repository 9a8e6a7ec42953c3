"""Grainy scans made smooth: specks between letters are what OCR takes for points and dashes."""

from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageStat

_GRAINY: Final = 1.0
_PAPER_SPREAD: Final = 12


def without_grain(picture: Image.Image) -> Image.Image:
    """``picture`` (mode L) a little blurred if its paper is grainy; itself when it is not.

    Clean scans lose by blurring, grainy ones gain much more.
    """
    if grain_of(picture) < _GRAINY:
        return picture
    return picture.filter(ImageFilter.BoxBlur(1))


def grain_of(picture: Image.Image) -> float:
    """How much the paper in the middle of ``picture`` (mode L) differs from its own blur.

    Mean of the absolute differences of brightness, 0 to 255; 0.2 to 0.8 for clean scans, above 1
    for those with visible grain.
    """
    width, height = picture.size
    middle = picture.crop((width // 4, height // 4, width - width // 4, height - height // 4))
    smooth = middle.filter(ImageFilter.BoxBlur(1))
    counts = smooth.histogram()
    paper = max(range(256), key=counts.__getitem__)
    is_paper = smooth.point([255 * (abs(v - paper) <= _PAPER_SPREAD) for v in range(256)])
    return float(ImageStat.Stat(ImageChops.difference(middle, smooth), is_paper).mean[0])
