"""Single cells of a scan are read again by several voices, wherever the page lies."""

from math import radians

import numpy as np
import pytest
from degraded import scanned
from made_documents import image_file, pdf, picture_page
from PIL import Image, ImageDraw, ImageFont

from engine.reading.cell_crops import grown_cell
from engine.reading.cell_reader import read_cells
from engine.reading.cell_reading import CellJob, CellPlace
from engine.reading.document import ReadOptions
from engine.reading.straight import rotation

FIGURES = ("1,234.56", "78.90-", "10,015.85", "3.00 CR")


def table():
    """Four amounts in ruled cells at 200 dpi; where each stands, in fractions."""
    picture = Image.new("L", (1654, 2339), 255)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(30)
    places = []
    for row, text in enumerate(FIGURES):
        top = 300 + 60 * row
        pen.rectangle((900, top, 1200, top + 60), outline=0, width=2)
        left, upper, right, lower = pen.textbbox((1000, top + 12), text, font=font)
        pen.text((1000, top + 12), text, fill=0, font=font)
        pen.text((300, top + 12), "Payment to somebody", fill=0, font=font)
        box = (left / 1654, upper / 2339, right / 1654, lower / 2339)
        places.append(CellPlace(1, box, text))
    return picture, tuple(places)


def job(path, mime_type, cells, **changes):
    facts = {"turn": 0, "password": None, "options": ReadOptions(), "page_number": 1}
    return CellJob(path=str(path), mime_type=mime_type, cells=tuple(cells), **(facts | changes))


def digits(text):
    return "".join(filter(str.isdigit, text))


@pytest.mark.ocr
def test_every_voice_reads_the_figures_of_clean_cells(tmp_path):
    picture, cells = table()
    path = pdf(tmp_path / "a.pdf", picture_page(picture))
    readings = read_cells(job(path, "application/pdf", cells))
    assert {reading.engine for reading in readings} == {"tesseract", "rapidocr"}
    assert {reading.bbox for reading in readings} == {cell.bbox for cell in cells}
    for cell in cells:
        said = [digits(reading.text) for reading in readings if reading.bbox == cell.bbox]
        assert set(said) == {digits(cell.text)}
        assert len(said) == 3
    assert all(0 <= reading.confidence <= 1 for reading in readings)
    assert readings == read_cells(job(path, "application/pdf", cells))


@pytest.mark.ocr
def test_letters_of_a_sign_are_read_where_there_were_some(tmp_path):
    picture, cells = table()
    path = image_file(tmp_path / "a.png", picture, dpi=(200, 200))
    readings = read_cells(job(path, "image/png", cells[3:]))
    assert all(reading.text.replace(" ", "") == "3.00CR" for reading in readings)


@pytest.mark.ocr
def test_cells_are_found_on_a_skewed_scan_that_lies_on_its_side(tmp_path):
    picture, cells = table()
    tilted = scanned(picture, 2, degrees=2.0, noise=4).rotate(90, expand=True)
    path = image_file(tmp_path / "a.png", tilted, dpi=(200, 200))
    middle = [_tilted(cell, 2.0) for cell in cells]
    readings = read_cells(job(path, "image/png", middle, turn=90))
    for cell in middle:
        said = {digits(reading.text) for reading in readings if reading.bbox == cell.bbox}
        assert digits(cell.text) in said


def _tilted(cell, degrees):
    return CellPlace(
        1, rotation(radians(degrees), 1654 / 2339).box_on_picture(cell.bbox), cell.text
    )


@pytest.mark.ocr
def test_a_figure_whose_first_digits_were_lost_is_read_whole(tmp_path):
    picture, cells = table()
    path = image_file(tmp_path / "a.png", picture, dpi=(200, 200))
    x0, y0, x1, y1 = cells[2].bbox
    lost = CellPlace(1, ((x0 + x1) / 2, y0, x1, y1), "5.85")
    readings = read_cells(job(path, "image/png", [lost]))
    assert {digits(reading.text) for reading in readings} == {"1001585"}


def test_a_cell_grows_to_its_own_figures_and_not_to_its_neighbours():
    grey = np.full((60, 600), 255, np.uint8)
    grey[20:40, 100:140] = 0
    grey[20:40, 300:330] = 0
    grey[20:40, 336:360] = 0
    left, top, right, bottom = grown_cell(grey, (336, 20, 360, 40))
    assert 285 <= left <= 300
    assert 360 < right < 380
    assert (top, bottom) == (14, 46)


def test_a_file_that_is_gone_has_no_readings(tmp_path):
    _, cells = table()
    assert read_cells(job(tmp_path / "none.png", "image/png", cells)) == ()
    assert read_cells(job(tmp_path / "none.pdf", "application/pdf", cells)) == ()


@pytest.mark.ocr
def test_without_the_second_engine_tesseract_reads_alone(tmp_path):
    picture, cells = table()
    path = image_file(tmp_path / "a.png", picture, dpi=(200, 200))
    options = ReadOptions(engine="tesseract")
    readings = read_cells(job(path, "image/png", cells[:1], options=options))
    assert {reading.engine for reading in readings} == {"tesseract"}
