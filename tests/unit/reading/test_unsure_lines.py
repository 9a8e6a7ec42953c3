"""Pieces of lines that were read with doubt are read again, and only they."""

import pytest
from made_documents import LETTER, image_file, page_of, scan
from PIL import ImageFilter

from engine.reading import lines_of
from engine.reading.page import Word
from engine.reading.unsure_lines import with_unsure_read

SIZE = (1000, 1000)


def word(text, x, y, confidence, width=0.1):
    return Word(text, x, y, x + width, y + 0.02, confidence)


def reader(*answers):
    """A reader that gives ``answers`` and remembers what it was asked."""
    asked = []

    def read(pieces):
        asked.extend(pieces)
        return list(answers)

    return read, asked


def trust_in(page):
    return sum(word.confidence for word in page.words)


SURE = [word("Invoice", 0.1, 0.1, 0.95), word("4711", 0.21, 0.1, 0.96)]
DOUBTFUL = [word("Miinchen,", 0.1, 0.2, 0.4), word("den", 0.21, 0.2, 0.9)]
BETTER = [word("München,", 0.1, 0.2, 0.99), word("den", 0.21, 0.2, 0.99)]


def test_what_was_read_surely_is_not_read_again():
    read, asked = reader()
    assert with_unsure_read(SURE, SIZE, read) == tuple(SURE)
    assert asked == []


def test_a_piece_with_a_doubtful_word_is_read_again_as_a_whole():
    read, asked = reader(BETTER)
    assert with_unsure_read([*SURE, *DOUBTFUL], SIZE, read) == (*SURE, *BETTER)
    ((left, top, right, bottom),) = asked
    assert left <= 100
    assert right >= 310
    assert 180 < top <= 200 <= 220 <= bottom < 240


def test_a_wide_gap_parts_two_pieces():
    far = word("999.00", 0.7, 0.2, 0.9)
    read, asked = reader(BETTER)
    assert with_unsure_read([*DOUBTFUL, far], SIZE, read) == (*BETTER, far)
    assert len(asked) == 1


@pytest.mark.parametrize(
    "again",
    [
        [],
        [word("Mun", 0.1, 0.2, 0.99)],
        [word("Munchen den ersten Mai", 0.1, 0.2, 0.99)],
        [word("Miinchen,", 0.1, 0.2, 0.6), word("den", 0.21, 0.2, 0.7)],
    ],
    ids=["nothing", "too little", "too much", "unsure"],
)
def test_a_second_reading_that_is_no_better_is_left(again):
    read, _ = reader(again)
    assert with_unsure_read(DOUBTFUL, SIZE, read) == tuple(DOUBTFUL)


def test_a_lone_figure_needs_more_doubt():
    read, asked = reader([word("1", 0.1, 0.3, 0.99, 0.01)])
    assert with_unsure_read([word("1", 0.1, 0.3, 0.7, 0.01)], SIZE, read)[0].confidence == 0.7
    assert with_unsure_read([word("1", 0.1, 0.3, 0.3, 0.01)], SIZE, read)[0].confidence == 0.99
    assert len(asked) == 1


def test_a_page_that_is_all_doubt_is_left_to_a_whole_reading():
    words = [word("xyz", 0.1, 0.02 + row * 0.022, 0.3) for row in range(44)]
    read, asked = reader()
    assert with_unsure_read(words, SIZE, read) == tuple(words)
    assert asked == []


@pytest.mark.ocr
def test_smudged_lines_on_a_clear_page_are_read(tmp_path):
    picture = scan()
    row = (100, 290, 1140, 520)
    picture.paste(picture.crop(row).filter(ImageFilter.GaussianBlur(2.6)), row)
    path = image_file(tmp_path / "a.png", picture)
    page = page_of(path)
    assert page.engine == "tesseract+rapidocr"
    assert [line.text for line in lines_of(page)] == list(LETTER)
    alone = page_of(path, engine="tesseract")
    assert trust_in(page) > trust_in(alone)
