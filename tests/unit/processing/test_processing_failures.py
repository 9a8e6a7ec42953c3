"""Bad pages, crashing readers, vanished files: what fails is told and costs nothing else."""

import operator
import os
import time
from concurrent.futures import Future

import pytest
from odd_executors import (
    CountingExecutor,
    CrashingExecutor,
    HeldExecutor,
    LosingExecutor,
    PoisonedExecutor,
)
from uploads_read import eventually, upload

from engine.errors import (
    DamagedFileError,
    PageUnreadableError,
)
from engine.processing.executor import TaskFailedError
from engine.processing.extraction_task import extract
from engine.processing.pool import InlineExecutor
from engine.processing.tasks import read
from engine.records import first_broken_entry


def test_one_bad_page_is_told_and_the_others_are_kept(open_engine, invoice_pdf):
    executor = LosingExecutor(2)
    engine = open_engine(executor)
    upload_id = upload(engine, invoice_pdf(pages=3))
    assert engine.wait(upload_id, 60).status == "partial"
    info = engine.invoice_upload(upload_id).document.processing_info
    (failed,) = info.failed_pages
    assert (failed.page, failed.code) == (2, "worker_lost")
    assert info.pages_text == 2
    assert sorted(executor.jobs) == [(1,), (1, 2, 3), (2,), (2,), (3,)]


def test_a_bad_page_costs_none_of_those_that_share_its_job(open_engine, invoice_pdf):
    executor = LosingExecutor(7)
    engine = open_engine(executor)
    upload_id = upload(engine, invoice_pdf(pages=64))
    assert engine.wait(upload_id, 60).status == "partial"
    info = engine.invoice_upload(upload_id).document.processing_info
    assert [failed.page for failed in info.failed_pages] == [7]
    assert info.pages_text == 63
    assert len(executor.jobs[0]) > 1


def test_a_page_that_kills_its_worker_costs_only_itself(open_engine, invoice_pdf):
    engine = open_engine(PoisonedExecutor(2))
    upload_id = upload(engine, invoice_pdf(pages=3))
    assert engine.wait(upload_id, 60).status == "partial"
    info = engine.invoice_upload(upload_id).document.processing_info
    assert [failed.page for failed in info.failed_pages] == [2]
    assert info.pages_text == 2


@pytest.mark.parametrize(
    ("do_instead", "code", "words"),
    [
        ((time.sleep, 60), "page_too_slow", "takes too long (no answer after 0.5 seconds)"),
        ((bytearray, 10**13), "page_too_heavy", "more memory than a worker may take"),
        ((os._exit, 9), "worker_lost", "ended 3 times"),
        ((operator.truediv, 1, 0), "internal", "an unexpected error, which is in the log"),
    ],
)
def test_a_page_that_cannot_be_read_is_set_aside_with_the_reason(
    open_engine, invoice_pdf, do_instead, code, words
):
    executor = PoisonedExecutor(
        1, do_instead=do_instead, limits={time.sleep: 0.5}, memory_bytes=1_500_000_000
    )
    engine = open_engine(executor)
    upload_id = upload(engine, invoice_pdf(pages=3))
    assert engine.wait(upload_id, 60).status == "partial"
    info = engine.invoice_upload(upload_id).document.processing_info
    (failed,) = info.failed_pages
    assert (failed.page, failed.code) == (2, code)
    assert words in failed.message
    assert info.pages_text == 2


def test_a_file_without_a_good_page_fails_with_reason_and_code(open_engine, invoice_pdf):
    engine = open_engine(LosingExecutor(1, 2))
    upload_id = upload(engine, invoice_pdf(pages=2))
    progress = engine.wait(upload_id, 60)
    assert progress.status == "failed"
    assert progress.message.startswith("Page 1 could not be read")
    assert progress.message.endswith("(worker_lost)")
    assert engine.invoice_upload(upload_id).error_message == progress.message


def test_a_retry_reads_only_what_failed_and_keeps_the_history(open_engine, invoice_pdf):
    executor = LosingExecutor(2)
    engine = open_engine(executor)
    upload_id = upload(engine, invoice_pdf(pages=3))
    engine.wait(upload_id, 60)
    executor.bad_pages.clear()
    executor.jobs.clear()
    engine.retry(upload_id)
    assert engine.wait(upload_id, 60).status == "completed"
    assert executor.jobs == [(2,)]
    trail = engine.invoice_upload(upload_id).document.audit_trail
    assert [entry.action for entry in trail] == ["read", "retry", "read"]
    assert first_broken_entry(trail) is None


def test_a_vanished_file_fails_with_a_clear_reason(open_engine, invoice_pdf, tmp_path):
    first = open_engine(HeldExecutor())
    upload_id = upload(first, invoice_pdf())
    first.close()
    for path in (tmp_path / "data" / "uploads").rglob("*.pdf"):
        path.unlink()
    second = open_engine()
    assert second.wait(upload_id, 60).message.endswith("(file_missing)")


def test_a_failure_nobody_foresaw_is_logged_and_told(open_engine, invoice_pdf, caplog):
    class Broken(InlineExecutor):
        def submit(self, fn, /, *args):
            if fn is extract:
                raise ZeroDivisionError("not foreseen")
            return super().submit(fn, *args)

    engine = open_engine(Broken())
    upload_id = upload(engine, invoice_pdf())
    assert engine.wait(upload_id, 60).message.endswith("(internal)")
    assert "not foreseen" in caplog.text


def test_an_error_in_a_worker_costs_the_page_and_is_logged(open_engine, invoice_pdf, caplog):
    class Failing(InlineExecutor):
        def submit(self, fn, /, *args):
            if fn is read and 2 in args[0].page_numbers:
                future = Future()
                future.set_exception(TaskFailedError("KeyError", "x", "the trace"))
                return future
            return super().submit(fn, *args)

    engine = open_engine(Failing())
    upload_id = upload(engine, invoice_pdf(pages=2))
    assert engine.wait(upload_id, 60).status == "partial"
    assert "the trace" in caplog.text


def test_without_a_writable_cache_files_are_read_all_the_same(open_engine, invoice_pdf, tmp_path):
    engine = open_engine()
    engine.settings.cache_dir.mkdir(parents=True)
    for name in ("pages", "images"):
        (engine.settings.cache_dir / name).write_text("not a folder", "utf-8")
    upload_id = upload(engine, invoice_pdf(pages=2))
    assert engine.wait(upload_id, 60).status == "completed"
    assert engine.page_image(upload_id, 1, 40)


def test_a_damaged_page_in_the_cache_is_read_again(open_engine, invoice_pdf):
    held = HeldExecutor()
    first = open_engine(held, workers=1)
    upload_id = upload(first, invoice_pdf(pages=3))
    held.release()
    eventually(lambda: first.progress(upload_id), lambda found: found.pages_done == 3)
    first.close()
    entries = [p for p in (first.settings.cache_dir / "pages").rglob("*-2-*") if p.is_file()]
    assert len(entries) == 1
    entries[0].write_bytes(b"damaged")
    counting = CountingExecutor()
    second = open_engine(counting)
    assert second.wait(upload_id, 60).status == "completed"
    assert counting.pages == [2]


def test_a_file_that_crashes_the_reader_is_refused(open_engine, invoice_pdf):
    engine = open_engine(quick_executor=CrashingExecutor(1))
    with pytest.raises(DamagedFileError):
        upload(engine, invoice_pdf())


def test_a_page_that_crashes_the_drawing_is_an_error_and_no_more(open_engine, invoice_pdf):
    first = open_engine()
    upload_id = upload(first, invoice_pdf())
    first.wait(upload_id, 60)
    first.close()
    second = open_engine(quick_executor=CrashingExecutor(1))
    with pytest.raises(PageUnreadableError):
        second.page_image(upload_id, 1)
