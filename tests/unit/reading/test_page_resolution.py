"""How finely pages are drawn for OCR."""

import pytest

from engine.errors import PageTooLargeError
from engine.reading.document import ReadOptions
from engine.reading.resolution import image_scale, page_dpi

A4 = (595, 842)


@pytest.mark.parametrize(
    ("size", "scan_dpi", "expected"),
    [
        (A4, 0, 300),
        (A4, 150, 300),
        (A4, 600, 300),
        (A4, 72, 216),
        ((226, 600), 200, 300),
        ((1749, 2263), 70, 111),
        ((119, 168), 750, 1504),
        ((842, 1191), 0, 300),
        ((2384, 3370), 0, 127),
    ],
)
def test_the_resolution_suits_the_paper_and_the_scan(size, scan_dpi, expected):
    assert page_dpi(1, *size, scan_dpi, ReadOptions()) == expected


def test_a_page_that_is_too_large_even_when_drawn_coarsely_is_refused():
    with pytest.raises(PageTooLargeError, match="Page 7 would make an image of 400 million pixels"):
        page_dpi(7, 14400, 14400, 0, ReadOptions())
    with pytest.raises(PageTooLargeError):
        page_dpi(1, *A4, 0, ReadOptions(max_page_pixels=500_000))


@pytest.mark.parametrize(
    ("size", "given", "expected"),
    [
        ((2480, 3508), 300, 1.0),
        ((1240, 1754), 150, 2.0),
        ((1240, 1754), 0, 2.0),
        ((4960, 7016), 600, 0.5),
        ((1240, 1754), 1200, 2.0),
        ((460, 1000), 0, 2.02),
        ((300, 420), 0, 3.0),
    ],
)
def test_an_image_file_is_scaled_to_what_ocr_likes(size, given, expected):
    assert image_scale(*size, given, 300) == pytest.approx(expected, rel=0.02)
