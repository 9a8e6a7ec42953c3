"""Shadow on a scan is taken out before it is read; an evenly lit scan stays as it is."""

import numpy as np
import pytest
from made_documents import LETTER, image_file, page_of, scan
from PIL import Image

from engine.reading import lines_of
from engine.reading.light import in_even_light


def shaded(picture):
    """``picture`` with light falling off to a third towards one corner."""
    across = np.linspace(1, 0.45, picture.width)[None, :]
    down = np.linspace(1, 0.75, picture.height)[:, None]
    return Image.fromarray((np.asarray(picture) * across * down).astype(np.uint8))


def test_an_even_scan_is_not_touched():
    picture = scan(paper=220)
    assert in_even_light(picture) is picture


def test_a_dark_bar_is_not_taken_for_shadow():
    picture = scan()
    picture.paste(20, (0, 0, 1240, 300))
    assert in_even_light(picture) is picture


def test_a_picture_too_small_to_judge_is_not_touched():
    picture = shaded(scan(size=(200, 200)))
    assert in_even_light(picture) is picture


def test_paper_in_the_shade_becomes_as_bright_as_the_rest():
    lit = np.asarray(in_even_light(shaded(scan(()))))
    assert np.percentile(lit, 1) > 0.9 * np.percentile(lit, 99)


@pytest.mark.ocr
@pytest.mark.parametrize("engine", ["tesseract", "rapidocr"])
def test_print_in_the_shade_is_recognised(tmp_path, engine):
    page = page_of(image_file(tmp_path / "a.png", shaded(scan(ink=60))), engine=engine)
    assert [line.text for line in lines_of(page)] == list(LETTER)
