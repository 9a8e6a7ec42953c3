"""Reading single cells of a recognised page again, by several voices, with more care than a page.

The page's picture is made as it was for its first reading; the cells are cut out of it, enlarged,
and read as figures. The same job gives the same readings.
"""

import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from engine.errors import MatchbookError, PageUnreadableError
from engine.reading.cell_crops import enlarged, grown_cell
from engine.reading.cell_reading import CellJob, CellReading
from engine.reading.cell_voices import Voice, figures_read, lines_read, smoothed
from engine.reading.flattening import flattened
from engine.reading.light import in_even_light
from engine.reading.missed_ink import Pixels
from engine.reading.ocr import scratch_folder, turned
from engine.reading.ocr_engines import line_reader
from engine.reading.page import EngineName
from engine.reading.page_picture import page_picture
from engine.reading.plane import boxes_on_sheet, turned_plane
from engine.reading.rulings import without_rulings
from engine.reading.tools import has_rapidocr

log = logging.getLogger(__name__)

_LONGEST: Final = 60.0
"""Seconds after which the voices that have not been heard yet are not asked any more."""


def read_cells(job: CellJob) -> tuple[CellReading, ...]:
    """What each voice reads in each of the job's cells; none of a page that cannot be drawn.

    Never raises for a page or for the file: a voice that fails is not heard.
    """
    readings: list[CellReading] = []
    try:
        readings.extend(_read(job))
    except (MatchbookError, OSError) as error:
        log.info("cells of page %d were not all read again: %s", job.page_number, error)
    return tuple(readings)


def _read(job: CellJob) -> Iterator[CellReading]:
    picture, boxes = _picture_and_boxes(job)
    heights = sorted(bottom - top for _, top, _, bottom in boxes)
    grey = np.asarray(picture)
    grown = [grown_cell(grey, box) for box in boxes]
    crops = list(enlarged(picture, grown, heights[len(heights) // 2]))
    first = [cell.text for cell in job.cells]
    ends = time.perf_counter() + min(_LONGEST, job.options.timeout_seconds)

    def told(engine: EngineName, voices: Iterator[Voice]) -> Iterator[CellReading]:
        for index, text, sure in voices:
            cell = job.cells[index]
            yield CellReading(job.page_number, cell.bbox, text.strip(), round(sure, 3), engine)

    with scratch_folder() as name:
        folder = Path(name)
        yield from told("tesseract", figures_read(crops, first, folder, _left(ends)))
        yield from told("tesseract", figures_read(smoothed(crops), first, folder, _left(ends)))
    if has_rapidocr() and job.options.engine != "tesseract":
        yield from told("rapidocr", lines_read(line_reader(), picture, grown, _left(ends)))


def _left(ends: float) -> float:
    left = ends - time.perf_counter()
    if left <= 0.1:
        raise PageUnreadableError(0, "reading its cells again took too long")
    return left


def _picture_and_boxes(job: CellJob) -> tuple[Image.Image, list[Pixels]]:
    """The page flat, upright and without rules, and the job's cells in it."""
    drawn = page_picture(Path(job.path), job.mime_type, job.page_number, job.password, job.options)
    flat = flattened(drawn.picture.convert("L"), drawn.dpi)
    clean = without_rulings(in_even_light(flat.picture), flat.dpi)
    upright = turned(clean, job.turn)
    boxes = [cell.bbox for cell in job.cells]
    if flat.plane is not None:
        boxes = boxes_on_sheet(turned_plane(flat.plane, job.turn), boxes)
    width, height = upright.size
    pixels = []
    for x0, y0, x1, y1 in boxes:
        left, top = (
            min(width - 2, max(0, round(x0 * width))),
            min(height - 2, max(0, round(y0 * height))),
        )
        right, bottom = (
            max(left + 2, min(width, round(x1 * width))),
            max(top + 2, min(height, round(y1 * height))),
        )
        pixels.append((left, top, right, bottom))
    return upright, pixels
