"""Clean pictures of pages made as bad as scanners, fax machines and cameras make them.

Each takes a picture in grey (mode L) and a seed, and gives the same picture for the same seed.
"""

import io

import numpy as np
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

PAPER = 255


def scanned(picture, seed, *, degrees=None, blur=0.6, noise=9.0, quality=55):
    """A flatbed's scan: turned a little, blurred, grainy, and packed as JPEG."""
    chance = np.random.default_rng(seed)
    angle = float(chance.uniform(-1.5, 1.5)) if degrees is None else degrees
    # Pillow turns counter-clockwise; here positive degrees let rows sink to the right.
    tilted = picture.rotate(-angle, Image.Resampling.BICUBIC, fillcolor=PAPER)
    soft = tilted.filter(ImageFilter.GaussianBlur(blur))
    grey = np.asarray(soft, np.float32) * 0.96 + 6 + chance.normal(0, noise, soft.size[::-1])
    return _as_jpeg(_image(grey), quality)


def shaded(picture, seed):
    """A scan with a shadow that falls over one side of the page."""
    chance = np.random.default_rng(seed)
    height, width = picture.size[::-1]
    rows, columns = np.mgrid[0:height, 0:width]
    across, down = chance.uniform(-1, 1, 2)
    way = across * columns / width + down * rows / height
    way = (way - way.min()) / max(float(np.ptp(way)), 1e-6)
    light = 1.0 - 0.55 / (1 + np.exp(-(way - 0.55) * chance.uniform(6, 14)))
    return _image(np.asarray(scanned(picture, seed, degrees=0.3), np.float32) * light)


def faxed(picture, seed, *, lines_per_inch=98):
    """A fax: black and white, 204 dots across and ``lines_per_inch`` down, dots lost and found.

    The picture must have 204 dots per inch; the fax has fewer rows of pixels.
    """
    chance = np.random.default_rng(seed)
    tilted = picture.rotate(
        float(chance.uniform(-0.5, 0.5)), Image.Resampling.BICUBIC, fillcolor=PAPER
    )
    squeezed = tilted.resize(
        (tilted.width, round(tilted.height * lines_per_inch / 204)), Image.Resampling.BOX
    )
    dark = np.asarray(squeezed) < 150
    flipped = chance.random(dark.shape)
    dark = np.where(flipped < 0.0015, ~dark, dark)
    return Image.fromarray(np.where(dark, 0, 255).astype(np.uint8)).convert("1")


def photographed(picture, seed, *, turn=0):
    """A photograph of the page on a dark desk, from aslant, with a shadow."""
    chance = np.random.default_rng(seed)
    width, height = picture.size
    frame = (round(width * 1.2), round(height * 1.15))
    left, top = (frame[0] - width) / 2, (frame[1] - height) / 2
    corners = np.array([(left, top), (left + width, top), (left + width, top + height),
                        (left, top + height)])  # fmt: skip
    corners += chance.uniform(-0.05, 0.05, (4, 2)) * (width, height)
    angle = np.radians(chance.uniform(-3, 3))
    middle = np.array(frame) / 2
    spin = np.array([(np.cos(angle), -np.sin(angle)), (np.sin(angle), np.cos(angle))])
    corners = (corners - middle) @ spin.T * 0.94 + middle
    coefficients = _projection(corners, picture.size)
    seen = picture.transform(frame, Image.Transform.PERSPECTIVE, coefficients,
                             Image.Resampling.BICUBIC, fillcolor=PAPER)  # fmt: skip
    mask = Image.new("L", picture.size, 255).transform(
        frame, Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BILINEAR
    )
    desk = chance.normal(58, 6, frame[::-1])
    share = np.asarray(mask, np.float32) / 255
    grey = np.asarray(seen, np.float32) * 0.9 * share + desk * (1 - share)
    rows, columns = np.mgrid[0 : frame[1], 0 : frame[0]]
    edge = columns / frame[0] + chance.uniform(-0.5, 0.5) * rows / frame[1]
    shadow = 1.0 - 0.35 / (1 + np.exp(-(edge - chance.uniform(0.4, 0.8)) * 9))
    photo = _image(grey * shadow + chance.normal(0, 5, frame[::-1]))
    photo = _as_jpeg(photo.filter(ImageFilter.GaussianBlur(0.7)), 70)
    return photo.rotate(turn, expand=True)


def image_pdf(images, sizes):
    """The bytes of a PDF with one image a page, each as large as its page of ``sizes`` points."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=sizes[0], invariant=True)
    for image, page in zip(images, sizes, strict=True):
        canvas.setPageSize(page)
        canvas.drawImage(ImageReader(image), 0, 0, *page)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _projection(corners, size):
    """Pillow's coefficients that put a picture of ``size`` on ``corners``."""
    width, height = size
    source = [(0, 0), (width, 0), (width, height), (0, height)]
    rows, places = [], []
    for (x, y), (u, v) in zip(corners, source, strict=True):
        rows += [(x, y, 1, 0, 0, 0, -u * x, -u * y), (0, 0, 0, x, y, 1, -v * x, -v * y)]
        places += [u, v]
    return tuple(np.linalg.solve(np.array(rows), np.array(places)))


def _as_jpeg(picture, quality):
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("L")


def _image(grey):
    return Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
