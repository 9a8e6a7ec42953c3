"""A scanned page's image is taken as it is only where it is all that can be seen."""

from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from engine.reading.raster import draw
from engine.reading.scan_image import scan_image

WIDTH, HEIGHT = 288, 432


def photo(mode="L", scale=2):
    """A page of bars, ``scale`` pixels a point."""
    picture = Image.new("L", (WIDTH * scale, HEIGHT * scale), 240)
    pen = ImageDraw.Draw(picture)
    for row in range(12):
        pen.rectangle((40, 40 + 60 * row, 200 + 20 * row, 60 + 60 * row), fill=30)
    return picture.convert(mode)


def page_of(paint, size=(WIDTH, HEIGHT), rotation=0):
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=size)
    canvas.setPageRotation(rotation)
    paint(canvas)
    canvas.showPage()
    canvas.save()
    return pdfium.PdfDocument(buffer.getvalue())[0]


def pasted(picture, x=0, y=0, width=WIDTH, height=HEIGHT, mask=None):
    return lambda canvas: canvas.drawImage(ImageReader(picture), x, y, width, height, mask=mask)


@pytest.mark.parametrize("mode", ["L", "RGB", "1"])
def test_the_scan_is_what_drawing_the_page_gives(mode):
    page = page_of(pasted(photo(mode)))
    found, drawn = scan_image(page, dpi=144), draw(page, dpi=144, grey=True)
    assert (found.mode, found.size) == ("L", drawn.size)
    difference = np.abs(np.asarray(found, int) - np.asarray(drawn.convert("L"), int))
    assert difference.mean() < 1


@pytest.mark.parametrize("dpi", [72, 120, 216])
def test_a_finer_or_coarser_scan_is_drawn(dpi):
    assert scan_image(page_of(pasted(photo())), dpi=dpi) is None


def test_a_scan_of_nearly_the_right_size_is_not_resampled():
    picture = photo()
    found = scan_image(page_of(pasted(picture)), dpi=145)
    assert np.array_equal(np.asarray(found), np.asarray(picture))


def test_text_that_only_searching_finds_is_no_hindrance():
    def paint(canvas):
        pasted(photo())(canvas)
        text = canvas.beginText(50, 50)
        text.setTextRenderMode(3)
        text.textOut("recognised before")
        canvas.drawText(text)

    assert scan_image(page_of(paint), dpi=144) is not None


def test_visible_text_on_the_scan_is_drawn_with_it():
    def paint(canvas):
        pasted(photo())(canvas)
        canvas.drawString(50, 50, "PAID")

    assert scan_image(page_of(paint), dpi=144) is None


def test_a_link_or_stamp_on_the_scan_is_drawn_with_it():
    def paint(canvas):
        pasted(photo())(canvas)
        canvas.linkURL("https://example.com", (10, 10, 90, 40))

    assert scan_image(page_of(paint), dpi=144) is None


@pytest.mark.parametrize(
    "place",
    [(0, 0, WIDTH, HEIGHT / 2), (20, 0, WIDTH, HEIGHT), (-40, -40, WIDTH + 80, HEIGHT + 80)],
)
def test_an_image_that_is_not_the_whole_page_is_not_the_page(place):
    assert scan_image(page_of(pasted(photo(), *place)), dpi=144) is None


def test_a_turned_page_or_image_is_drawn():
    def paint(canvas):
        canvas.translate(WIDTH, 0)
        canvas.rotate(90)
        pasted(photo(), 0, 0, HEIGHT, WIDTH)(canvas)

    assert scan_image(page_of(paint), dpi=144) is None
    assert scan_image(page_of(pasted(photo()), rotation=90), dpi=144) is None


def test_a_mirrored_image_is_drawn():
    def paint(canvas):
        canvas.translate(WIDTH, 0)
        canvas.scale(-1, 1)
        pasted(photo())(canvas)

    assert scan_image(page_of(paint), dpi=144) is None


def test_what_a_mask_hides_is_not_read():
    black = Image.new("RGBA", (WIDTH * 2, HEIGHT * 2), (0, 0, 0, 255))
    black.putalpha(photo().point(lambda grey: 255 if grey < 100 else 0))
    assert scan_image(page_of(pasted(black, mask="auto")), dpi=144) is None


def test_a_clipped_scan_is_drawn():
    def paint(canvas):
        path = canvas.beginPath()
        path.rect(0, 0, WIDTH, 150)
        canvas.clipPath(path, stroke=0)
        pasted(photo())(canvas)

    assert scan_image(page_of(paint), dpi=144) is None
