"""Skewed scans and photographs are read as if they lay flat; boxes are where people see them."""

import numpy as np
import pytest
from degraded import photographed, scanned
from made_documents import LETTER, image_file, page_of, scan
from PIL import Image, ImageDraw

from engine.reading import lines_of
from engine.reading.flattening import flattened
from engine.reading.page import Page, Word
from engine.reading.paper_edges import paper_corners
from engine.reading.plane import Plane, boxes_on_sheet, turned_plane
from engine.reading.skew import skew_degrees
from engine.reading.straight import StraightPages, rotation

WORD = (0.2, 0.3, 0.35, 0.312)


def rows(page):
    (straight,) = StraightPages([page]).pages
    return [line.text for line in lines_of(straight)]


def word_named(page, text):
    return next(word for word in page.words if word.text == text)


def ink_in(picture, word):
    """How dark the darkest twentieth of a word's box is: print stands there or not."""
    width, height = picture.size
    box = (word.x0 * width, word.y0 * height, word.x1 * width, word.y1 * height)
    return float(np.percentile(np.asarray(picture.crop(tuple(map(round, box)))), 5))


@pytest.mark.parametrize("degrees", [-7.0, -1.25, 0.4, 3.5])
def test_the_skew_of_a_scan_is_found_to_a_twentieth_of_a_degree(degrees):
    tilted = scanned(scan(), 1, degrees=degrees)
    assert skew_degrees(tilted) == pytest.approx(degrees, abs=0.06)
    assert skew_degrees(tilted.rotate(90, expand=True)) == pytest.approx(degrees, abs=0.06)


def test_a_level_or_empty_page_has_no_skew():
    assert skew_degrees(scan()) == 0
    assert skew_degrees(scan(())) == 0


def test_a_level_page_is_left_as_it_is():
    picture = scan()
    flat = flattened(picture, 150)
    assert flat.picture is picture
    assert flat.plane is None


def test_the_sheet_is_found_on_a_dark_desk():
    corners = paper_corners(photographed(scan(), 3))
    assert corners is not None
    assert (corners[0] < 0.25).all()
    assert (corners[2] > 0.75).all()


def test_dark_bars_of_a_page_are_no_desk():
    picture = scan()
    ImageDraw.Draw(picture).rectangle((0, 0, 1240, 300), fill=20)
    ImageDraw.Draw(picture).rectangle((0, 1600, 1240, 1754), fill=20)
    assert paper_corners(picture) is None
    assert paper_corners(scan()) is None


@pytest.mark.ocr
@pytest.mark.parametrize("degrees", [-5.0, 2.5])
def test_rows_of_a_skewed_scan_do_not_fall_apart(tmp_path, degrees):
    picture = scanned(scan(), 5, degrees=degrees)
    page = page_of(image_file(tmp_path / "a.png", picture))
    assert rows(page) == list(LETTER)
    assert ink_in(picture, word_named(page, "1,560.40")) < 90


@pytest.mark.ocr
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_a_photographed_page_is_read_flat(tmp_path, turn):
    picture = photographed(scan(), 11, turn=turn)
    page = page_of(image_file(tmp_path / "a.png", picture))
    assert rows(page) == list(LETTER)
    assert page.turn == (360 - turn) % 360 or page.turn == turn
    upright = picture.rotate(-page.turn, expand=True)
    assert ink_in(upright, word_named(page, "1,560.40")) < 90
    below = word_named(page, "1,560.40")
    paper = Word("", below.x0, below.y1 + 0.01, below.x1, below.y1 + 0.02)
    assert ink_in(upright, paper) > 90


def test_a_box_comes_back_from_the_picture_as_it_was():
    tilt = rotation(0.06, 0.7)
    (back,) = boxes_on_sheet(tilt, [tilt.box_on_picture(WORD)])
    assert back == pytest.approx(WORD, abs=1e-9)


def test_a_box_seen_aslant_comes_back_nearly_as_it_was():
    aslant = Plane((0.9, 0.03, 0.04, -0.02, 0.88, 0.06, 0.03, -0.05, 1.0))
    (back,) = boxes_on_sheet(aslant, [aslant.box_on_picture(WORD)])
    assert back == pytest.approx(WORD, abs=0.002)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_plane_maps_turned_places(turn):
    tilt = rotation(0.05, 0.7)
    place = (0.3, 0.6)
    turned = {0: (0.3, 0.6), 90: (0.4, 0.3), 180: (0.7, 0.4), 270: (0.6, 0.7)}
    x, y = tilt.on_picture(place)
    seen = {0: (x, y), 90: (1 - y, x), 180: (1 - x, 1 - y), 270: (y, 1 - x)}
    assert turned_plane(tilt, turn).on_picture(turned[turn]) == pytest.approx(seen[turn])


def test_a_page_with_a_text_layer_is_not_straightened():
    words = tuple(Word(f"w{i}", 0.1 * i, 0.1 + 0.01 * i, 0.1 * i + 0.05, 0.11 + 0.01 * i)
                  for i in range(9))  # fmt: skip
    page = Page(1, 595, 842, "text", words)
    pages = StraightPages([page])
    assert pages.is_same
    assert pages.pages == [page]


def test_boxes_found_on_a_straight_page_lie_where_people_see_them():
    tilt = rotation(0.05, 595 / 842)
    boxes = [(0.1 + 0.2 * i, 0.1 + 0.1 * row, 0.2 + 0.2 * i, 0.11 + 0.1 * row)
             for row in range(6) for i in range(4)]  # fmt: skip
    words = tuple(Word("word", *tilt.box_on_picture(box)) for box in boxes)
    pages = StraightPages([Page(1, 595, 842, "ocr", words, plane=tilt)])
    (straight,) = pages.pages
    assert [len(line.words) for line in lines_of(straight)] == [4] * 6
    assert straight.words[0].y0 == pytest.approx(straight.words[3].y0, abs=1e-3)
    seen = pages.box_on_page(1, boxes[5])
    assert seen == pytest.approx((words[5].x0, words[5].y0, words[5].x1, words[5].y1), abs=2e-3)
    assert pages.box_on_sheet(1, seen) == pytest.approx(boxes[5], abs=2e-3)
    assert pages.box_on_page(2, boxes[5]) == boxes[5]


def test_rows_of_a_strongly_tilted_page_are_told_by_its_plane():
    tilt = rotation(0.1, 595 / 842)
    places = [(0.1 + 0.2 * i, 0.1 + 0.02 * row) for row in range(12) for i in range(4)]
    words = tuple(Word("word", *tilt.box_on_picture((x, y, x + 0.1, y + 0.01))) for x, y in places)
    lines = lines_of(Page(1, 595, 842, "ocr", words, plane=tilt))
    assert [line.words for line in lines] == [words[i : i + 4] for i in range(0, 48, 4)]


def test_a_little_skew_that_only_the_words_tell_is_taken_out():
    tilt = rotation(0.012, 595 / 842)
    places = [(0.1 + 0.2 * i, 0.1 + 0.02 * row) for row in range(12) for i in range(4)]
    words = tuple(Word("word", *tilt.box_on_picture((x, y, x + 0.1, y + 0.01))) for x, y in places)
    (straight,) = StraightPages([Page(1, 595, 842, "ocr", words)]).pages
    tops = [round(word.y0, 3) for word in straight.words]
    assert tops == pytest.approx([0.1 + 0.02 * (i // 4) for i in range(48)], abs=2e-3)


def test_a_picture_file_without_a_page_is_read_as_it_is(tmp_path):
    dark = Image.new("L", (600, 800), 40)
    assert flattened(dark, 100).plane is None
