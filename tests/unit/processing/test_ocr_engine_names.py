"""A row says who recognised its scanned pages."""

import datetime as dt

import pytest

from engine.processing.extraction_task import Extracted
from engine.processing.options import run_options
from engine.processing.pipeline import ReadingReport, build_document
from engine.records import FileInfo
from engine.settings import Settings

NOON = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
FILE = FileInfo(
    file_name="a.pdf", file_hash="0" * 64, file_size=1, mime_type="application/pdf", pages_total=4
)


def info_of(engines):
    extracted = Extracted(kind="invoice", page_engines=engines)
    report = ReadingReport(4, (), NOON, NOON)
    return build_document("u", FILE, report, extracted).processing_info


@pytest.mark.parametrize(
    ("engines", "name", "pages"),
    [
        ({}, "tesseract", {}),
        ({2: "tesseract"}, "tesseract", {"tesseract": (2,)}),
        ({1: "rapidocr"}, "rapidocr", {"rapidocr": (1,)}),
        (
            {4: "rapidocr", 1: "tesseract", 2: "tesseract+rapidocr"},
            "tesseract+rapidocr",
            {"tesseract": (1, 2), "rapidocr": (2, 4)},
        ),
    ],
)
def test_every_engine_is_named_with_its_pages(engines, name, pages):
    info = info_of(engines)
    assert info.ocr_engine == name
    assert info.ocr_engine_pages == pages


@pytest.mark.parametrize("engine", ["auto", "tesseract", "rapidocr"])
def test_the_setting_reaches_the_reading(tmp_path, engine):
    settings = Settings(data_dir=tmp_path, ocr_engine=engine)
    assert run_options(settings).read.engine == engine
