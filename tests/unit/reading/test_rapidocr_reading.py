"""What tesseract reads badly is read by RapidOCR, whose words stand where the ink is."""

import numpy as np
import pytest
from made_documents import LETTER, image_file, page_of, read, scan
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from engine.reading import lines_of
from engine.reading.line_words import LineReading, ink_rows, words_of_line
from engine.reading.ocr_engines import engine_named
from engine.reading.rapidocr import RapidOcr, _load

pytestmark = pytest.mark.ocr


def rows(page):
    return [line.text for line in lines_of(page)]


def blurred():
    """A scan in which letters run into each other, on grey paper."""
    return scan(ink=90, paper=215, type_size=30).filter(ImageFilter.GaussianBlur(2.8))


def line(*parts, gap, height=48):
    """The picture of a line of ``parts``, ``gap`` pixels apart, and its parts' true edges."""
    picture = Image.new("L", (1200, height), 230)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(28)
    x, edges = 20, []
    for part in parts:
        pen.text((x, 8), part, fill=20, font=font)
        left, _, right, _ = pen.textbbox((x, 8), part, font=font)
        edges.append((left, right))
        x = right + gap
    width = edges[-1][1] + 20
    picture = picture.crop((0, 0, width, height))
    return np.asarray(picture), [(left / width, right / width) for left, right in edges]


def seen(text, edges):
    """``text`` as a recogniser reports it: each character somewhere within its word."""
    centres = []
    for part, (left, right) in edges:
        step = (right - left) / len(part)
        centres += [left + step * (index + 0.5) for index in range(len(part))]
    return LineReading(text, tuple(centres), (0.9,) * len(centres))


def test_a_clear_page_is_left_to_tesseract(tmp_path):
    page = page_of(image_file(tmp_path / "a.png", scan()))
    assert page.engine.startswith("tesseract")
    assert rows(page) == list(LETTER)


def test_a_page_that_tesseract_reads_badly_is_read_by_rapidocr(tmp_path):
    path = image_file(tmp_path / "a.png", blurred())
    page = page_of(path)
    assert page.engine == "rapidocr"
    assert rows(page) == list(LETTER)
    alone = page_of(path, engine="tesseract")
    assert alone.engine == "tesseract"
    assert rows(alone) != list(LETTER)


@pytest.mark.parametrize("turn", [0, 90, 180])
def test_rapidocr_alone_reads_a_page_whichever_way_it_lies(tmp_path, monkeypatch, turn):
    monkeypatch.setenv("PATH", str(tmp_path))
    picture = scan().rotate(turn, expand=True)
    page = page_of(image_file(tmp_path / "a.png", picture), engine="rapidocr")
    assert (page.engine, page.turn) == ("rapidocr", turn)
    assert rows(page) == list(LETTER)


def test_words_stand_where_their_ink_is(tmp_path):
    page = page_of(image_file(tmp_path / "a.png", scan()), engine="rapidocr")
    amount = next(word for word in page.words if word.text == "1,560.40")
    pen = ImageDraw.Draw(Image.new("L", (1240, 1754)))
    font = ImageFont.load_default(34)
    before = pen.textlength("Total amount due ", font=font)
    x0, y0, x1, y1 = pen.textbbox((120 + before, 460), "1,560.40", font=font)
    expected = [x0 / 1240, y0 / 1754, x1 / 1240, y1 / 1754]
    assert [amount.x0, amount.y0, amount.x1, amount.y1] == pytest.approx(expected, abs=0.004)


def test_a_page_without_words_stays_without(tmp_path):
    assert page_of(image_file(tmp_path / "a.png", scan(())), engine="rapidocr").words == ()


def test_a_missing_engine_is_told(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "rapidocr", None)
    _load.cache_clear()
    engine_named.cache_clear()
    try:
        (result,) = read(image_file(tmp_path / "a.png", scan()), engine="rapidocr")
    finally:
        _load.cache_clear()
        engine_named.cache_clear()
    assert (result.page, result.error_code) == (None, "ocr_engine_missing")
    assert "rapidocr" in result.error_message


def test_the_models_are_loaded_once():
    assert engine_named("rapidocr") is engine_named("rapidocr")
    assert RapidOcr()._reader is RapidOcr()._reader


def test_a_space_that_was_not_recognised_is_seen_in_the_ink():
    picture, edges = line("TOTAL", "ROUNDED", gap=22)
    words = words_of_line(
        picture, seen("TOTALROUNDED", zip(("TOTAL", "ROUNDED"), edges, strict=True))
    )
    assert [word.text for word in words] == ["TOTAL", "ROUNDED"]
    for word, (left, right) in zip(words, edges, strict=True):
        assert (word.left, word.right) == pytest.approx((left, right), abs=0.02)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Period:1.9.2024-30.9.2024", ["Period:", "1.9.2024", "-", "30.9.2024"]),
        ("Balance:-12.50", ["Balance:", "-12.50"]),
        ("01-02-2024 12:45", ["01-02-2024", "12:45"]),
        ("IBAN:DE12", ["IBAN:DE12"]),
    ],
)
def test_labels_and_days_that_were_glued_are_parted(text, words):
    count = sum(not char.isspace() for char in text)
    picture = np.full((32, 20 * count), 255, np.uint8)
    picture[8:24, :] = 0
    centres = tuple((index + 0.5) / count for index in range(count))
    reading = LineReading(text, centres, (0.9,) * count)
    assert [word.text for word in words_of_line(picture, reading)] == words


def test_letters_set_wide_apart_stay_one_word():
    picture, edges = line(*"RECEIPT", gap=12)
    words = words_of_line(picture, seen("RECEIPT", zip("RECEIPT", edges, strict=True)))
    assert [word.text for word in words] == ["RECEIPT"]


def test_the_figures_of_a_number_stay_together():
    picture, edges = line("1", ".", "20", gap=16)
    words = words_of_line(picture, seen("1.20", zip(("1", ".", "20"), edges, strict=True)))
    assert [word.text for word in words] == ["1.20"]


def test_light_letters_on_a_dark_bar_have_ink_too():
    picture, edges = line("TOTAL", "DUE", gap=22)
    words = words_of_line(
        255 - picture, seen("TOTAL DUE", zip(("TOTAL", "DUE"), edges, strict=True))
    )
    assert [word.text for word in words] == ["TOTAL", "DUE"]
    assert words[1].left == pytest.approx(edges[1][0], abs=0.02)


def test_the_height_of_a_line_is_that_of_its_ink():
    picture, _ = line("TOTAL", gap=0)
    top, bottom = ink_rows(picture)
    ink = np.flatnonzero((picture < 120).any(axis=1))
    assert (top * 48, bottom * 48) == pytest.approx((ink[0], ink[-1] + 1), abs=1.5)
    assert ink_rows(np.full((40, 100), 255, np.uint8)) == (0.0, 1.0)
