"""Pages as images for people."""

import io

import pytest
from made_documents import bomb_png, image_file, letter, pdf, scan
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption

from engine.errors import PageTooLargeError, PageUnreadableError, PasswordNeededError
from engine.reading.render import page_png

PDF = "application/pdf"


def image_of(*args, **options):
    content = page_png(*args, **options)
    assert content.startswith(b"\x89PNG")
    return Image.open(io.BytesIO(content))


def dark_rows(image):
    """The rows of an image that have ink, as shares of its height."""
    grey = image.convert("L")
    return [
        y / grey.height
        for y in range(grey.height)
        if grey.crop((0, y, grey.width, y + 1)).getextrema()[0] < 100
    ]


def test_a_pdf_page_has_the_resolution_asked_for(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, size=(720, 360))
    assert image_of(path, PDF, 1, dpi=100).size == (1000, 500)


def test_words_lie_where_the_page_shows_them(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter)
    assert min(dark_rows(image_of(path, PDF, 1))) == pytest.approx((842 - 770) / 842, abs=0.02)


def test_a_turned_page_is_shown_upright(tmp_path):
    def upside_down(canvas):
        canvas.translate(595, 842)
        canvas.rotate(180)
        letter(canvas)

    path = pdf(tmp_path / "a.pdf", upside_down, size=(595, 842))
    assert min(dark_rows(image_of(path, PDF, 1, turn=180))) < 0.2
    assert image_of(path, PDF, 1, turn=90, dpi=72).size == (842, 595)


def test_an_image_is_as_wide_as_a_sheet_and_never_enlarged(tmp_path):
    path = image_file(tmp_path / "a.png", scan())
    assert image_of(path, "image/png", 1, dpi=75).size == (620, 877)
    assert image_of(path, "image/png", 1, dpi=600).size == (1240, 1754)


def test_every_frame_of_a_tiff_has_its_image(tmp_path):
    frames = [scan(("One",)), Image.new("L", (400, 300), 0)]
    path = image_file(tmp_path / "a.tif", frames[0], save_all=True, append_images=frames[1:])
    assert image_of(path, "image/tiff", 2).size == (400, 300)
    with pytest.raises(PageUnreadableError):
        page_png(path, "image/tiff", 3)


def test_the_image_never_has_more_pixels_than_allowed(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, size=(7200, 7200))
    image = image_of(path, PDF, 1, dpi=300, max_page_pixels=10_000_000)
    assert image.width * image.height <= 10_000_000
    with pytest.raises(PageTooLargeError):
        page_png(path, PDF, 1, max_page_pixels=1_000_000)
    with pytest.raises(PageTooLargeError):
        page_png(bomb_png(tmp_path / "a.png", 90_000, 90_000), "image/png", 1)


def test_a_page_that_is_not_there_cannot_be_drawn(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter)
    for number in (0, 2):
        with pytest.raises(PageUnreadableError):
            page_png(path, PDF, number)


def test_an_encrypted_pdf_is_drawn_with_its_password(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, encrypt=StandardEncryption("secret"))
    assert dark_rows(image_of(path, PDF, 1, password="secret"))
    with pytest.raises(PasswordNeededError):
        page_png(path, PDF, 1)
