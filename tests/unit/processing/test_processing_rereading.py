"""Doubtful cells of scanned statements are read again, once, by the app and the command line."""

import hashlib

import pytest
from degraded import image_pdf
from PIL import Image, ImageDraw, ImageFont
from scanned_rows import ROWS

from engine.processing.batch import BatchFile, read_batch
from engine.processing.executor import WorkerLostError
from engine.processing.options import run_options
from engine.processing.page_cache import PageCache
from engine.processing.pool import FairPool, InlineExecutor
from engine.processing.rereading import ScannedFile, read_again
from engine.processing.tasks import reread
from engine.reading.cell_reading import CellPlace
from engine.reading.document import ReadOptions
from engine.settings import Settings

HEAD = (
    ("Account statement 01.03.2024 - 31.03.2024", "", "", ""),
    ("Opening balance", "", "", "1,000.00"),
    ("Date", "Description", "Debit", "Balance"),
)


class Counting(InlineExecutor):
    """Counts what it is given to do; workers that read cells again may be lost."""

    def __init__(self, *, is_losing=False):
        self.reread, self._is_losing = 0, is_losing

    def submit(self, fn, /, *args):
        if fn is reread:
            self.reread += 1
            if self._is_losing:
                return super().submit(_lose)
        return super().submit(fn, *args)


def _lose():
    raise WorkerLostError("gone")


def scan_of(rows):
    picture = Image.new("L", (1654, 2339), 255)
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(32)
    for number, row in enumerate((*HEAD, *rows, ("Closing balance", "", "", rows[-1][3]))):
        for text, x in zip(row, (150, 420, 1000, 1250), strict=True):
            pen.text((x, 200 + 60 * number), text, fill=0, font=font)
    return picture


@pytest.fixture
def scanned_statement(tmp_path):
    """A scan whose third balance is printed wrong: a doubt that no reading can settle."""
    rows = [list(row) for row in ROWS]
    rows[2][3] = "862.75"
    path = tmp_path / "statement.pdf"
    path.write_bytes(image_pdf([scan_of(rows)], [(595, 842)]))
    return path


def scanned_file(path):
    file_hash = hashlib.sha256(path.read_bytes()).hexdigest()
    return ScannedFile(path, file_hash, "application/pdf", {}, ReadOptions())


def result_of(path, executor):
    files = [BatchFile(path, "bank")]
    (result,) = read_batch(files, run_options(Settings()), 1, executor)
    return result.outcome


@pytest.mark.ocr
def test_a_gap_on_a_scan_has_its_cells_read_again_and_stays_if_it_is_printed(scanned_statement):
    executor = Counting()
    document = result_of(scanned_statement, executor)
    assert executor.reread == 1
    assert document.statement_info.proof.status == "gaps"
    assert len(document.transactions) == 6
    assert [str(row.balance) for row in document.transactions][2] == "862.75"


@pytest.mark.ocr
def test_a_proven_scan_is_read_once(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(image_pdf([scan_of(ROWS)], [(595, 842)]))
    executor = Counting()
    document = result_of(path, executor)
    assert executor.reread == 0
    assert document.statement_info.proof.status == "proven"


@pytest.mark.ocr
def test_a_lost_worker_costs_the_second_readings_only(scanned_statement):
    executor = Counting(is_losing=True)
    document = result_of(scanned_statement, executor)
    assert executor.reread == 3
    assert len(document.transactions) == 6


@pytest.mark.ocr
def test_the_same_cells_are_read_again_once(scanned_statement, tmp_path):
    executor = Counting()
    pool, cache = FairPool(executor, 1), PageCache(tmp_path / "cache")
    file = scanned_file(scanned_statement)
    cells = [CellPlace(1, (0.59, 0.185, 0.66, 0.205), "85.25")]
    first = read_again(pool, "u", cache, file, cells).result()
    assert first
    assert read_again(pool, "u", cache, file, cells).result() == first
    assert executor.reread == 1
    cache.forget(file.file_hash)
    assert read_again(pool, "u", cache, file, cells).result() == first
    assert executor.reread == 2


def test_no_cells_need_no_work(tmp_path):
    executor = Counting()
    pool, cache = FairPool(executor, 1), PageCache(tmp_path / "cache")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4")
    assert read_again(pool, "u", cache, scanned_file(path), []).result() == ()
    assert executor.reread == 0
