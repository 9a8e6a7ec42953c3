"""Ruled lines go before recognition, letters and bars stay; boxes are as tall as their print."""

import numpy as np
import pytest
from made_documents import image_file, page_of, scan
from PIL import Image, ImageDraw, ImageFont

from engine.reading.page import Word
from engine.reading.rulings import without_rulings
from engine.reading.specks import without_specks
from engine.reading.tight_boxes import with_tight_boxes

CELLS = ("03/03/23", "ATW-5326 NEW DELHI", "3,671.82", "10,204.28")


def grid(*, rules=True, rows=8):
    """A ruled table at 150 dpi whose figures stand close to their cells' lines."""
    picture = Image.new("L", (1240, 1000), 255)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(26)
    for row in range(rows):
        top = 100 + 40 * row
        for x, text in zip((110, 300, 700, 920), CELLS, strict=True):
            pen.text((x, top + 3), text, fill=0, font=font)
    if rules:
        for row in range(rows + 1):
            pen.line((100, 100 + 40 * row, 1100, 100 + 40 * row), fill=0, width=2)
        for x in (100, 290, 690, 910, 1100):
            pen.line((x, 100, x, 100 + 40 * rows), fill=0, width=2)
    return picture


def test_the_lines_of_a_table_go_and_its_letters_stay():
    clean = np.asarray(without_rulings(grid(), 150)) < 128
    wanted = np.asarray(grid(rules=False)) < 128
    ruled = np.asarray(grid()) < 128
    assert (clean & ~wanted).sum() < 0.03 * (ruled & ~wanted).sum()
    assert (wanted & ~clean).sum() < 0.02 * wanted.sum()


def test_a_page_without_lines_is_left_as_it_is():
    picture = scan()
    assert without_rulings(picture, 150) is picture


def test_bars_and_headlines_are_no_lines():
    picture = grid(rules=False)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((100, 700, 1100, 760), fill=60)
    pen.text((100, 800), "ILLITIHLE", fill=0, font=ImageFont.load_default(120))
    before = np.asarray(picture)
    after = np.asarray(without_rulings(picture, 150))
    assert (np.abs(before.astype(int) - after) > 64).mean() < 0.0005


@pytest.mark.ocr
def test_cells_of_a_ruled_table_are_read_with_boxes_as_tall_as_their_print(tmp_path):
    page = page_of(image_file(tmp_path / "a.png", grid(), dpi=(150, 150)))
    assert [word.text for word in page.words].count("10,204.28") == 8
    heights = [word.y1 - word.y0 for word in page.words]
    assert max(heights) < 36 / 1000


def test_a_box_as_tall_as_its_row_is_drawn_in_to_the_print():
    picture = grid(rules=False)
    usual = [Word("NEW", 0.1 * i, 0.5, 0.1 * i + 0.05, 0.52) for i in range(9)]
    tall = Word("3,671.82", 700 / 1240, 100 / 1000, 810 / 1240, 142 / 1000)
    tight = with_tight_boxes([*usual, tall], picture)[-1]
    assert 0.1 < tight.y0 < tight.y1 < 0.133
    assert (tight.x0, tight.x1) == (tall.x0, tall.x1)


def test_usual_boxes_and_boxes_without_ink_stay():
    picture = Image.new("L", (1240, 1000), 255)
    words = [Word("a", 0.1 * i, 0.5, 0.1 * i + 0.05, 0.52) for i in range(9)]
    words.append(Word("b", 0.1, 0.1, 0.2, 0.2))
    assert with_tight_boxes(words, picture) == words
    assert with_tight_boxes(words[:3], picture) == words[:3]


def test_marks_that_were_read_with_doubt_are_specks():
    marks = [Word(text, 0.1, 0.1, 0.2, 0.11, 0.3) for text in (":", ";.", "-", "(", "a")]
    sure = Word(":", 0.1, 0.1, 0.2, 0.11, 0.9)
    assert [word.text for word in without_specks([*marks, sure])] == ["-", "(", "a", ":"]
