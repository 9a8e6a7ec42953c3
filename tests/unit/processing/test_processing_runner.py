"""From pending to done: restarts, bad pages, lost workers, cancelling, passwords."""

import threading
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

from engine.errors import (
    DamagedFileError,
    PageUnreadableError,
    PasswordNeededError,
    WrongPasswordError,
    WrongStateError,
)
from engine.processing.executor import TaskFailedError, WorkerExecutor
from engine.processing.pool import InlineExecutor
from engine.processing.tasks import extract, read
from engine.records import first_broken_entry


def eventually(look, is_there):
    """What ``look`` finds as soon as it is what the test waits for."""
    ends = time.monotonic() + 20
    while not is_there(found := look()):
        assert time.monotonic() < ends, found
        time.sleep(0.01)
    return found


def upload(engine, content, **more):
    return engine.upload("invoices.pdf", content, **{"kind": "invoice", **more}).upload_id


def test_an_upload_is_read_and_kept_as_one_row(engine, invoice_pdf):
    upload_id = upload(engine, invoice_pdf(pages=2))
    progress = engine.wait(upload_id, 60)
    assert (progress.status, progress.pages_done, progress.pages_total) == ("completed", 2, 2)
    row = engine.invoice_upload(upload_id)
    assert row.status == "completed"
    assert row.document.processing_info.pages_text == 2
    assert row.total_invoices_found == len(row.document.invoices) > 0
    assert row.confidence_score is not None
    assert row.processing_start <= row.processing_end
    assert [entry.action for entry in row.document.audit_trail] == ["read"]


def test_real_workers_read_an_upload(open_engine, invoice_pdf):
    engine = open_engine(WorkerExecutor(2))
    upload_id = upload(engine, invoice_pdf(pages=3))
    assert engine.wait(upload_id, 60).status == "completed"


def test_files_are_looked_at_and_drawn_in_workers(open_engine, invoice_pdf):
    engine = open_engine(quick_executor=WorkerExecutor(1))
    with pytest.raises(PasswordNeededError):
        upload(engine, invoice_pdf(password="sesame"))
    assert engine.page_image(upload(engine, invoice_pdf()), 1, 40).startswith(b"\x89PNG")


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


def test_a_restart_reads_what_was_pending(open_engine, invoice_pdf):
    first = open_engine(HeldExecutor())
    upload_id = upload(first, invoice_pdf())
    first.close()
    second = open_engine()
    assert second.wait(upload_id, 60).status == "completed"


def test_a_restart_does_not_read_pages_again(open_engine, invoice_pdf):
    held = HeldExecutor()
    first = open_engine(held, workers=1)
    upload_id = upload(first, invoice_pdf(pages=40))
    done = held.release(2)
    eventually(lambda: first.progress(upload_id), lambda found: found.pages_done == len(done))
    assert first.invoice_upload(upload_id).status == "processing"
    first.close()
    counting = CountingExecutor()
    second = open_engine(counting)
    assert second.wait(upload_id, 60).status == "completed"
    assert sorted(done + counting.pages) == list(range(1, 41))
    assert second.invoice_upload(upload_id).document.processing_info.pages_text == 40


def test_progress_tells_pages_and_time_left(open_engine, invoice_pdf):
    held = HeldExecutor()
    engine = open_engine(held, workers=1)
    upload_id = upload(engine, invoice_pdf(pages=40))
    done = len(held.release(1))
    progress = eventually(lambda: engine.progress(upload_id), lambda found: found.pages_done)
    assert (progress.status, progress.pages_done, progress.pages_total) == ("processing", done, 40)
    assert progress.seconds_left >= 0
    assert progress.message == f"Reading page {done + 1} of 40"


def test_a_short_file_overtakes_a_long_one(open_engine, invoice_pdf):
    held = HeldExecutor()
    engine = open_engine(held, workers=1)
    long = upload(engine, invoice_pdf(pages=400))
    with held.arrived:
        assert held.arrived.wait_for(lambda: held.held, 20)
    short = upload(engine, invoice_pdf(number="SHORT"))
    while engine.progress(short).is_running:
        assert engine.progress(long).pages_done < 400
        held.release()
        engine.wait(short, 0.2)
    assert engine.progress(short).status == "completed"
    assert engine.progress(long).is_running


def test_one_bad_page_is_told_and_the_others_are_kept(open_engine, invoice_pdf):
    executor = LosingExecutor(2)
    engine = open_engine(executor)
    upload_id = upload(engine, invoice_pdf(pages=3))
    assert engine.wait(upload_id, 60).status == "partial"
    info = engine.invoice_upload(upload_id).document.processing_info
    (failed,) = info.failed_pages
    assert (failed.page, failed.code) == (2, "worker_lost")
    assert info.pages_text == 2
    assert sorted(executor.jobs) == [(1,), (2,), (2,), (3,)]


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


def test_cancelling_stops_the_reading_and_a_retry_finishes_it(open_engine, invoice_pdf):
    held = HeldExecutor()
    engine = open_engine(held, workers=1)
    upload_id = upload(engine, invoice_pdf(pages=40))
    done = len(held.release(1))
    eventually(lambda: engine.progress(upload_id), lambda found: found.pages_done == done)
    engine.cancel(upload_id)
    progress = engine.progress(upload_id)
    assert (progress.status, progress.message) == ("failed", "Reading was cancelled. (cancelled)")
    held.release(1)
    assert engine.progress(upload_id).status == "failed"
    engine.retry(upload_id)
    held.release_until(lambda: not engine.progress(upload_id).is_running)
    assert engine.progress(upload_id).status == "completed"


def test_what_is_done_cannot_be_cancelled_or_retried(engine, invoice_pdf):
    upload_id = upload(engine, invoice_pdf())
    engine.wait(upload_id, 60)
    with pytest.raises(WrongStateError):
        engine.cancel(upload_id)
    with pytest.raises(WrongStateError):
        engine.retry(upload_id)


def test_encrypted_files_need_their_password(engine, invoice_pdf):
    content = invoice_pdf(password="sesame")
    with pytest.raises(PasswordNeededError):
        upload(engine, content)
    with pytest.raises(WrongPasswordError):
        upload(engine, content, password="wrong")
    upload_id = upload(engine, content, password="sesame")
    assert engine.wait(upload_id, 60).status == "completed"


def test_a_password_is_nowhere_on_the_disk(open_engine, invoice_pdf, tmp_path, caplog):
    caplog.set_level("DEBUG")
    engine = open_engine()
    upload_id = upload(engine, invoice_pdf(password="open-sesame"), password="open-sesame")
    engine.wait(upload_id, 60)
    engine.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not any(b"open-sesame" in path.read_bytes() for path in files)
    assert "open-sesame" not in caplog.text


def test_after_a_restart_an_encrypted_file_asks_for_its_password_again(open_engine, invoice_pdf):
    first = open_engine(HeldExecutor())
    upload_id = upload(first, invoice_pdf(password="sesame"), password="sesame")
    first.close()
    second = open_engine()
    progress = second.wait(upload_id, 60)
    assert progress.status == "failed"
    assert progress.message.endswith("(password_needed)")
    second.retry(upload_id, password="sesame")
    assert second.wait(upload_id, 60).status == "completed"


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


def test_closing_leaves_no_thread_behind(open_engine, invoice_pdf):
    before = set(threading.enumerate())
    engine = open_engine(WorkerExecutor(2))
    upload(engine, invoice_pdf(pages=30))
    engine.close()
    assert set(threading.enumerate()) <= before


def test_slow_pages_are_shared_one_by_one(open_engine, invoice_pdf, monkeypatch):
    monkeypatch.setattr("engine.processing.tasks._SECONDS_PER_JOB", -1)
    executor = LosingExecutor()
    engine = open_engine(executor)
    upload_id = upload(engine, invoice_pdf(pages=32))
    assert engine.wait(upload_id, 60).status == "completed"
    first = executor.jobs[0]
    assert len(first) > 1
    assert all((page,) in executor.jobs for page in first[1:])


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
    held.release(3)
    eventually(lambda: first.progress(upload_id), lambda found: found.pages_done == 3)
    first.close()
    entries = [p for p in (first.settings.cache_dir / "pages").rglob("*-2-*") if p.is_file()]
    assert len(entries) == 1
    entries[0].write_bytes(b"damaged")
    counting = CountingExecutor()
    second = open_engine(counting)
    assert second.wait(upload_id, 60).status == "completed"
    assert counting.pages == [2]
