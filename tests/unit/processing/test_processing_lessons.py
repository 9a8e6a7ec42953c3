"""A correction is noted by a worker, with the place of the right value; without one, plainly."""

import datetime as dt
from concurrent.futures import Future

import pytest
from msgspec.structs import replace

from engine.processing.executor import TaskFailedError, WorkerExecutor, WorkerLostError
from engine.processing.lessons import Lessons, LessonTask, note
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_codec import pack
from engine.reading.document import Limits, ReadOptions
from engine.reading.page import Page, Word
from engine.records import (
    FileInfo,
    Invoice,
    InvoiceDocument,
    ProcessingInfo,
    summarise_invoices,
)

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
OLD = Invoice(invoice_id="u-1", pages=(1,), invoice_number="A-1")
NEW = replace(OLD, invoice_number="A-2")
WORDS = (
    Word("Invoice", 0.1, 0.1, 0.2, 0.12, 1.0, 10.0),
    Word("A-2", 0.21, 0.1, 0.3, 0.12, 1.0, 10.0),
)
PAGE = pack(Page(1, 595.0, 842.0, "text", WORDS))


class Failing:
    """Does nothing but fail."""

    def __init__(self, error):
        self.error = error

    def submit(self, fn, /, *args):
        future = Future()
        future.set_exception(self.error)
        return future


def document(invoice):
    return InvoiceDocument(
        upload_id="u",
        file_info=FileInfo(
            file_name="a.pdf",
            file_hash="0" * 64,
            file_size=1,
            mime_type="application/pdf",
            pages_total=1,
        ),
        processing_info=ProcessingInfo(
            ocr_engine="tesseract",
            engine_version="1",
            processed_at=NOW,
            duration_seconds=1.0,
            pages_text=1,
            pages_ocr=0,
        ),
        extraction_summary=summarise_invoices((invoice,)),
        invoices=(invoice,),
    )


def test_a_worker_finds_the_place_of_the_right_value():
    executor = WorkerExecutor(1, task_timeout_seconds=60)
    try:
        invoice = executor.submit(note, LessonTask(OLD, NEW, (PAGE,), NOW)).result(60)
    finally:
        executor.shutdown()
    (correction,) = invoice.corrections
    assert (correction.before, correction.after, correction.printed) == ("A-1", "A-2", "A-2")
    assert invoice.provenance["invoice_number"].page == 1


@pytest.mark.parametrize("error", [WorkerLostError(), TaskFailedError("ValueError", "no", "")])
def test_a_correction_outlives_the_worker_that_was_to_find_its_place(tmp_path, error):
    lessons = Lessons(PageCache(tmp_path), RunOptions(ReadOptions(), Limits()), Failing(error))
    (invoice,) = lessons.noted(document(OLD), document(NEW), NOW).invoices
    (correction,) = invoice.corrections
    assert (correction.after, correction.page) == ("A-2", None)
