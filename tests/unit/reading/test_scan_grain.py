"""Grainy paper is smoothed, clean paper left alone."""

import numpy as np
import pytest
from made_documents import LETTER, image_file, page_of, scan
from PIL import Image

from engine.reading import lines_of
from engine.reading.grain import grain_of, without_grain


def grainy(picture, strength):
    noise = np.random.default_rng(7).normal(0, strength, (picture.height, picture.width))
    return Image.fromarray(np.clip(np.asarray(picture) + noise, 0, 255).astype(np.uint8))


def test_clean_paper_stays_as_it_is():
    picture = scan(paper=240)
    assert without_grain(picture) is picture


def test_grain_is_measured_on_the_paper_and_not_on_the_print():
    sparse, dense = scan(LETTER[:1], paper=240), scan(paper=240)
    assert grain_of(dense) == pytest.approx(grain_of(sparse), abs=0.3)
    assert grain_of(grainy(dense, 12)) > 3


@pytest.mark.ocr
def test_a_grainy_scan_is_recognised(tmp_path):
    picture = grainy(scan(paper=225, ink=60), 28)
    rows = [line.text for line in lines_of(page_of(image_file(tmp_path / "a.png", picture)))]
    assert len(set(rows) & set(LETTER)) >= 6
