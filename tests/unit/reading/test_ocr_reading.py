"""Pictures of pages are recognised, whatever file they come in and whichever way they lie."""

import numpy as np
import pytest
from degraded import faxed
from made_documents import (
    LETTER,
    image_file,
    letter,
    page_of,
    pdf,
    picture_page,
    read,
    scan,
    text_at,
)
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from engine.reading import lines_of
from engine.reading.page import Word
from engine.reading.tesseract import installed_languages, with_amounts_joined

pytestmark = pytest.mark.ocr


def rows(page):
    return [line.text for line in lines_of(page)]


def test_a_scanned_page_is_recognised_with_places_and_confidence(tmp_path):
    page = page_of(pdf(tmp_path / "a.pdf", picture_page(scan())))
    assert (page.source, page.turn) == ("ocr", 0)
    assert (page.width, page.height) == (595, 842)
    assert rows(page) == list(LETTER)
    amount = next(word for word in page.words if word.text == "1,560.40")
    assert 0.7 < amount.confidence <= 1
    assert (140 + 80 * 4) / 1754 - 0.01 < amount.y0 < amount.y1 < (140 + 80 * 5) / 1754


def test_one_file_may_mix_digital_and_scanned_pages(tmp_path):
    path = pdf(tmp_path / "a.pdf", letter, picture_page(scan()), letter)
    results = read(path)
    assert [result.page.source for result in results] == ["text", "ocr", "text"]
    assert [rows(result.page) for result in results] == [list(LETTER)] * 3


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_scan_that_lies_wrong_is_turned(tmp_path, turn):
    picture = scan().rotate(turn, expand=True)
    page = page_of(pdf(tmp_path / "a.pdf", picture_page(picture), size=picture.size))
    assert page.turn == turn
    assert rows(page) == list(LETTER)
    assert (page.width, page.height) == (1240, 1754)


def test_the_rotation_of_the_page_is_applied_before_ocr(tmp_path):
    def draw(canvas):
        # reportlab swaps the page's sides when it is to be shown turned.
        sideways = ImageReader(scan().rotate(90, expand=True))
        canvas.drawImage(sideways, 0, 0, 842, 595)
        canvas.setPageRotation(90)

    page = page_of(pdf(tmp_path / "a.pdf", draw, size=(595, 842)))
    assert (page.turn, page.width, page.height) == (0, 595, 842)
    assert rows(page) == list(LETTER)


def test_only_the_crop_box_is_recognised(tmp_path):
    def draw(canvas):
        picture_page(scan())(canvas)
        canvas.setCropBox((0, 842 - 165, 595, 842))

    page = page_of(pdf(tmp_path / "a.pdf", draw))
    assert (page.width, page.height) == (595, 165)
    assert rows(page) == list(LETTER[:3])


@pytest.mark.parametrize(
    ("name", "picture", "options"),
    [
        ("grey.png", scan(), {}),
        ("bits.png", scan(mode="1"), {}),
        ("bits.tif", scan(mode="1"), {"compression": "group4"}),
        ("colour.jpg", scan(mode="RGB"), {"quality": 80, "dpi": (150, 150)}),
        ("print.jpg", scan().convert("CMYK"), {"quality": 90}),
        ("palette.png", scan().convert("P"), {}),
        ("lzw.tif", scan(mode="RGB"), {"compression": "tiff_lzw"}),
        ("wrong-dpi.png", scan(), {"dpi": (1, 1)}),
    ],
)
def test_image_files_of_every_mode_are_recognised(tmp_path, name, picture, options):
    page = page_of(image_file(tmp_path / name, picture, **options))
    assert rows(page) == list(LETTER)
    assert page.width == pytest.approx(595, rel=0.02)


def test_a_transparent_picture_lies_on_white(tmp_path):
    ink = scan(paper=0, ink=255)
    picture = Image.merge("LA", (Image.new("L", ink.size, 0), ink))
    assert rows(page_of(image_file(tmp_path / "a.png", picture))) == list(LETTER)


def test_sixteen_bits_of_grey_are_recognised(tmp_path):
    deep = Image.fromarray(np.asarray(scan(), np.uint16) * 257)
    assert rows(page_of(image_file(tmp_path / "a.png", deep))) == list(LETTER)


def test_a_photograph_is_turned_as_its_exif_mark_says(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = scan().rotate(90, expand=True)
    page = page_of(image_file(tmp_path / "a.jpg", picture, exif=exif, quality=90))
    assert page.turn == 0
    assert rows(page) == list(LETTER)
    assert page.height > page.width


def test_a_fax_with_fewer_dots_down_than_across_is_as_tall_as_its_paper(tmp_path):
    fax = faxed(scan().resize((1734, 2453)), 4)
    assert fax.height < 0.75 * fax.width
    page = page_of(image_file(tmp_path / "a.tif", fax, compression="group4", dpi=(204, 98)))
    assert page.height / page.width == pytest.approx(842 / 595, rel=0.02)
    assert len(set(rows(page)) & set(LETTER)) >= 6


def test_every_frame_of_a_tiff_is_a_page(tmp_path):
    frames = [scan((f"This is sheet number {n} of the statement", *LETTER)) for n in (1, 2)]
    path = image_file(tmp_path / "a.tif", frames[0], save_all=True, append_images=frames[1:])
    results = read(path)
    assert [result.page_number for result in results] == [1, 2]
    assert [rows(result.page)[0] for result in results] == [
        "This is sheet number 1 of the statement",
        "This is sheet number 2 of the statement",
    ]


def test_a_small_picture_is_enlarged(tmp_path):
    picture = scan().resize((620, 877), Image.Resampling.LANCZOS)
    assert rows(page_of(image_file(tmp_path / "a.png", picture))) == list(LETTER)


def test_faint_print_under_a_dark_stamp_is_recognised(tmp_path):
    picture = scan(ink=175, paper=235)
    picture.paste(0, (600, 1200, 1100, 1500))
    found = " ".join(rows(page_of(image_file(tmp_path / "a.png", picture))))
    assert "1,560.40" in found


def test_an_empty_sheet_has_no_words(tmp_path):
    assert page_of(image_file(tmp_path / "a.png", scan(()))).words == ()


def test_a_junk_layer_is_replaced_by_what_the_picture_says(tmp_path):
    junk = ("|l;j~ 1I|l.. ,'^ ~;:j rrn1Ill", "xkqzw {f} ~^~ lI1l|! hGtRw") * 4
    page = page_of(pdf(tmp_path / "a.pdf", picture_page(scan(), hidden=junk)))
    assert page.source == "ocr"
    assert rows(page) == list(LETTER)


def test_a_hidden_layer_that_is_kept_counts_as_less_certain(tmp_path):
    page = page_of(pdf(tmp_path / "a.pdf", picture_page(scan(), hidden=LETTER)))
    assert page.source == "text"
    assert {word.confidence for word in page.words} == {0.9}


def test_a_stamped_scan_is_recognised_as_a_whole(tmp_path):
    page = page_of(pdf(tmp_path / "a.pdf", picture_page(scan(), visible="Received 12.03.2024")))
    assert page.source == "ocr"
    assert rows(page)[1:] == list(LETTER)


def test_an_encrypted_scan_is_recognised(tmp_path):
    path = pdf(tmp_path / "a.pdf", picture_page(scan()), encrypt=StandardEncryption("secret"))
    (result,) = read(path, password="secret")
    assert rows(result.page) == list(LETTER)


def test_a_page_whose_size_says_nothing_is_still_drawn_finely(tmp_path):
    page = page_of(pdf(tmp_path / "a.pdf", picture_page(scan()), size=(119, 168.4)))
    assert len(set(rows(page)) & set(LETTER)) >= 6


def test_languages_that_are_not_installed_are_left_out(tmp_path):
    assert installed_languages("xyz+eng") == "eng"
    assert installed_languages("xyz") == "eng"
    page = page_of(image_file(tmp_path / "a.png", scan()), languages="xyz+eng")
    assert rows(page) == list(LETTER)


def test_recognition_that_takes_too_long_is_stopped(tmp_path):
    noise = np.random.default_rng(1).integers(0, 255, (3508, 2480), np.uint8)
    path = image_file(tmp_path / "a.png", Image.fromarray(noise), dpi=(300, 300))
    (result,) = read(path, timeout_seconds=0.8)
    assert (result.page, result.error_code) == (None, "page_unreadable")
    assert "too long" in result.error_message


def test_a_damaged_frame_does_not_spoil_the_others(tmp_path):
    frames = [scan() for _ in range(2)]
    path = image_file(
        tmp_path / "a.tif",
        frames[0],
        save_all=True,
        append_images=frames[1:],
        compression="tiff_deflate",
    )
    content = path.read_bytes()
    # The second frame's pixels lie in the last third of the file.
    start = len(content) * 2 // 3
    path.write_bytes(content[:start] + b"\xff" * 400 + content[start + 400 :])
    first, second = read(path)
    assert rows(first.page) == list(LETTER)
    assert second.error_code == "page_unreadable"


def test_amounts_parted_behind_the_mark_are_joined():
    def word(text, x0, x1, y0=0.1):
        return Word(text, x0, y0, x1, y0 + 0.01, 0.9)

    parts = [word("928.", 0.5, 0.54), word("26-", 0.545, 0.57), word("12", 0.7, 0.72)]
    assert [w.text for w in with_amounts_joined(parts, 0.7)] == ["928.26-", "12"]
    far = [word("928.", 0.5, 0.54), word("26-", 0.6, 0.63)]
    assert [w.text for w in with_amounts_joined(far, 0.7)] == ["928.", "26-"]
    below = [word("928.", 0.5, 0.54), word("26-", 0.545, 0.57, y0=0.15)]
    assert [w.text for w in with_amounts_joined(below, 0.7)] == ["928.", "26-"]


def test_a_digital_page_needs_no_ocr(tmp_path):
    assert page_of(pdf(tmp_path / "a.pdf", text_at((72, 700, "Plain text")))).source == "text"
