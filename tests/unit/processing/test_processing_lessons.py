"""A correction is noted by a worker, with the place of the right value; without one, plainly."""

import datetime as dt
from concurrent.futures import Future

import pytest
from msgspec.structs import replace
from reviewed_records import invoices_document

from engine.processing.executor import TaskFailedError, WorkerExecutor, WorkerLostError
from engine.processing.lessons import Lessons, LessonTask, note
from engine.processing.options import RunOptions
from engine.processing.page_cache import PageCache
from engine.processing.page_codec import pack
from engine.reading.document import Limits, ReadOptions
from engine.reading.page import Page, Word
from engine.records import (
    Invoice,
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
    (invoice,) = lessons.noted(invoices_document(OLD), invoices_document(NEW), NOW).invoices
    (correction,) = invoice.corrections
    assert (correction.after, correction.page) == ("A-2", None)
