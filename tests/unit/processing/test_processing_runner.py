"""From pending to done: restarts, turns, cancelling, passwords."""

import threading

import pytest
from odd_executors import (
    CountingExecutor,
    HeldExecutor,
    LosingExecutor,
)
from uploads_read import eventually, upload

from engine.errors import (
    PasswordNeededError,
    WrongPasswordError,
    WrongStateError,
)
from engine.processing.executor import WorkerExecutor


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
