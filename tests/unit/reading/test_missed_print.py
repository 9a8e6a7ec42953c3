"""Print that OCR passed over is found, read on its own and put with the rest, once."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from engine.reading.blobs import blobs
from engine.reading.document import ReadOptions
from engine.reading.missed_ink import missed_rows
from engine.reading.ocr import recognise
from engine.reading.page import Word
from engine.reading.second_look import new_words, sheet_of, with_missed_words

SIZE = (1240, 1754)
FONT = ImageFont.load_default(34)
DATES = [f"{day:02d}/09" for day in range(1, 13)]


def statement():
    """A page with dates at its left margin, and the words of everything, dates first."""
    picture = Image.new("L", SIZE, 245)
    pen = ImageDraw.Draw(picture)
    cells = [(90, row, text) for row, text in enumerate(DATES)]
    cells += [(320, row, "Payment") for row in range(12)]
    cells += [(1000, row, f"{17 * row + 3}.40") for row in range(12)]
    words = []
    for x, row, text in cells:
        pen.text((x, 300 + 80 * row), text, fill=30, font=FONT)
        x0, y0, x1, y1 = pen.textbbox((x, 300 + 80 * row), text, font=FONT)
        words.append(Word(text, x0 / 1240, y0 / 1754, x1 / 1240, y1 / 1754, 0.95))
    return picture, words


def rows_missed(picture, words):
    return missed_rows(np.asarray(picture), words).rows


def test_patches_of_ink_are_told_apart():
    ink = np.zeros((6, 9), bool)
    ink[1:5, 1], ink[4, 1:4], ink[1:5, 3] = True, True, True
    ink[0, 6], ink[1, 7] = True, True
    assert sorted(blobs(ink).tolist()) == [[1, 1, 4, 5], [6, 0, 8, 2]]
    assert blobs(np.zeros((3, 3), bool)).tolist() == []


def test_nothing_is_missed_when_every_word_is_known():
    assert rows_missed(*statement()) == ()


def test_a_column_that_no_word_covers_is_missed_row_by_row():
    picture, words = statement()
    rows = rows_missed(picture, words[12:])
    assert len(rows) == 12
    for row, word in zip(sorted(rows, key=lambda row: row[1]), words, strict=False):
        assert row[0] == pytest.approx(word.x0 * 1240, abs=8)
        assert row[2] == pytest.approx(word.x1 * 1240, abs=8)
        assert word.y0 * 1754 - 8 < row[1] < row[3] < word.y1 * 1754 + 8


def test_a_single_cell_is_missed():
    picture, words = statement()
    assert len(rows_missed(picture, [*words[:30], *words[31:]])) == 1


def test_rules_frames_pictures_and_specks_are_not_print():
    picture, words = statement()
    pen = ImageDraw.Draw(picture)
    pen.line((60, 280, 1200, 280), fill=0, width=3)
    pen.line((290, 280, 290, 1280), fill=0, width=3)
    pen.rectangle((40, 200, 1220, 1400), outline=0, width=4)
    pen.rectangle((700, 20, 800, 60), fill=20)
    for speck in range(40):
        pen.rectangle((100 + 25 * speck, 1500, 101 + 25 * speck, 1501), fill=0)
    photograph = np.random.default_rng(3).integers(0, 160, (300, 500), np.uint8)
    smooth = Image.fromarray(photograph).resize((250, 150), Image.Resampling.BOX)
    picture.paste(smooth, (100, 1550))
    assert rows_missed(picture, words) == ()


def test_the_rest_of_a_word_whose_box_is_too_short_is_not_a_word():
    picture, words = statement()
    first = words[12]
    short = Word(first.text, first.x0, first.y0, first.x0 + 0.8 * (first.x1 - first.x0), first.y1)
    assert rows_missed(picture, [*words[:12], short, *words[13:]]) == ()


def test_a_page_without_words_is_left_to_the_first_reading():
    assert rows_missed(statement()[0], []) == ()


def test_missed_rows_are_pasted_under_each_other():
    picture, words = statement()
    missed = missed_rows(np.asarray(picture), words[12:])
    sheet, strips = sheet_of(picture, missed)
    assert len(strips) == 12
    assert sheet.width < 300
    tops = [strip.top for strip in strips]
    assert tops == sorted(tops)
    for strip in strips:
        size = (strip.on_page[2] - strip.on_page[0], strip.on_page[3] - strip.on_page[1])
        box = (strip.left, strip.top, strip.left + size[0], strip.top + size[1])
        assert sheet.crop(box).tobytes() == picture.crop(strip.on_page).tobytes()


def test_words_that_are_known_unsure_or_empty_are_not_added():
    known = [Word("12.40", 0.5, 0.5, 0.56, 0.52, 0.9)]
    again = Word("12.4O", 0.505, 0.501, 0.56, 0.52, 0.95)
    unsure = Word("7.10", 0.5, 0.6, 0.56, 0.62, 0.4)
    dashes = Word("--", 0.5, 0.7, 0.56, 0.72, 0.9)
    right = Word("31.05", 0.5, 0.8, 0.56, 0.82, 0.9)
    twice = Word("31,05", 0.5, 0.8, 0.56, 0.82, 0.8)
    assert new_words([again, unsure, dashes, twice, right], known) == (right,)


def test_nothing_is_read_again_when_nothing_was_missed():
    picture, words = statement()

    def read(sheet):
        raise AssertionError("a second reading costs seconds")

    assert with_missed_words(picture, words, read) == tuple(words)


@pytest.mark.ocr
def test_a_missed_column_is_read_in_its_place(tmp_path):
    picture, words = statement()

    def read(sheet):
        found = recognise(sheet, dpi=150, options=ReadOptions(), folder=tmp_path)
        return found.words

    merged = with_missed_words(picture, words[12:], read)
    assert merged[: len(words) - 12] == tuple(words[12:])
    added = sorted(merged[len(words) - 12 :], key=lambda word: word.y0)
    assert [word.text for word in added] == DATES
    for word, true in zip(added, words, strict=False):
        assert word.x0 == pytest.approx(true.x0, abs=0.01)
        assert word.y1 == pytest.approx(true.y1, abs=0.01)
