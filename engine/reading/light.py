"""Scans lit from one side made even: shadow is what OCR takes for ink, or loses print in."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

_CELL: Final = 16
"""Pixels of the picture to one of the map of its paper."""

_BLOCKS: Final = 8
_DARK_BLOCK: Final = 48.0
"""A block darker than this is no paper in the shade but a picture, a bar or the desk."""

_UNEVEN: Final = 0.82
"""Brightness of the darkest paper as a share of the brightest below which light is uneven."""

_MOST_GAIN: Final = 3.0
_REACH: Final = 2


def in_even_light(picture: Image.Image) -> Image.Image:
    """``picture`` (mode L) with its paper made equally bright; itself when it is already."""
    if min(picture.size) < _CELL * _BLOCKS * 2:
        return picture
    paper = _paper_of(picture)
    if evenness(paper) >= _UNEVEN:
        return picture
    level = float(np.percentile(paper, 95))
    gain = np.clip(level / np.maximum(paper, 1.0), 1.0, _MOST_GAIN).astype(np.float32)
    wide = Image.fromarray(gain).resize(picture.size, Image.Resampling.BILINEAR)
    lit = np.asarray(picture, np.float32) * np.asarray(wide)
    return Image.fromarray(np.clip(lit, 0, 255).astype(np.uint8))


def evenness(paper: NDArray[np.float32]) -> float:
    """How bright the darkest part of the paper is beside the brightest, 0 to 1."""
    rows, columns = (side // _BLOCKS * _BLOCKS for side in paper.shape)
    blocks = paper[:rows, :columns].reshape(_BLOCKS, rows // _BLOCKS, _BLOCKS, columns // _BLOCKS)
    light = np.percentile(blocks, 75, axis=(1, 3))
    lit = light[light > _DARK_BLOCK]
    return float(lit.min() / lit.max()) if lit.size else 1.0


def brightest_around(cells: Image.Image) -> Image.Image:
    """Each pixel of ``cells`` (mode L) as bright as the brightest within two pixels of it."""
    grey = np.pad(np.asarray(cells), _REACH, mode="edge")
    height, width = cells.height, cells.width
    grey = np.maximum.reduce([grey[at : at + height] for at in range(2 * _REACH + 1)])
    grey = np.maximum.reduce([grey[:, at : at + width] for at in range(2 * _REACH + 1)])
    return Image.fromarray(grey)


def _paper_of(picture: Image.Image) -> NDArray[np.float32]:
    """The brightness of the paper, cell by cell: beside every letter there is paper."""
    size = (picture.width // _CELL, picture.height // _CELL)
    cells = picture.resize(size, Image.Resampling.BOX)
    cells = brightest_around(cells).filter(ImageFilter.BoxBlur(2))
    return np.asarray(cells, np.float32)
