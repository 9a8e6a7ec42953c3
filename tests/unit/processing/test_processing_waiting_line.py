"""People take turns, everybody has at least one run, and files are refused before memory ends."""

import pytest
from odd_executors import HeldExecutor
from uploads_read import upload

from engine.errors import QueueFullError
from engine.processing.waiting_line import Waiting, WaitingLine


def line_of(most_runs, *uploads):
    line = WaitingLine(most_runs)
    for upload_id in uploads:
        line.add(Waiting(upload_id, upload_id[0], None, True))
    return line


def all_next(line):
    found = []
    while waiting := line.next():
        found.append(waiting.upload_id)
    return found


def test_no_more_uploads_are_in_hand_than_said():
    line = line_of(2, "a1", "a2", "a3")
    assert all_next(line) == ["a1", "a2"]
    line.done("a1")
    assert all_next(line) == ["a3"]


def test_owners_take_turns():
    line = line_of(4, "a1", "a2", "a3", "b1", "b2")
    assert all_next(line) == ["a1", "b1", "a2", "b2"]


def test_somebody_who_has_nothing_in_hand_does_not_wait_for_others():
    line = line_of(2, "a1", "a2", "a3")
    assert all_next(line) == ["a1", "a2"]
    line.add(Waiting("b1", "b", None, True))
    line.add(Waiting("b2", "b", None, True))
    assert all_next(line) == ["b1"]
    line.done("b1")
    assert all_next(line) == ["b2"]


def test_an_upload_waits_once_and_can_be_taken_out():
    line = line_of(1, "a1", "a1", "a2", "a2", "a3")
    assert all_next(line) == ["a1"]
    line.remove("a2")
    line.done("a1")
    assert all_next(line) == ["a3"]
    line.done("a3")
    assert all_next(line) == []


def test_a_waiting_upload_does_not_show_its_password():
    assert "sesame" not in repr(Waiting("u", "ana", "sesame", True))


def test_files_are_refused_while_too_many_wait(open_engine, invoice_pdf):
    held = HeldExecutor()
    engine = open_engine(held, workers=1, max_waiting_uploads=2)
    first = upload(engine, invoice_pdf(number="A"))
    upload(engine, invoice_pdf(number="B"))
    with pytest.raises(QueueFullError, match="2 uploads wait"):
        upload(engine, invoice_pdf(number="C"))
    held.release_until(lambda: not engine.progress(first).is_running)
    upload(engine, invoice_pdf(number="C"))


def test_many_uploads_are_all_read_and_one_that_waits_can_be_cancelled(
    open_engine, invoice_pdf, monkeypatch
):
    monkeypatch.setattr("engine.processing.runner._LEAST_RUNS", 2)
    monkeypatch.setattr("engine.processing.runner._RUNS_PER_WORKER", 1)
    held = HeldExecutor()
    engine = open_engine(held, workers=1)
    ids = [upload(engine, invoice_pdf(number=f"N{number}")) for number in range(6)]
    assert engine.progress(ids[5]).status == "pending"
    engine.cancel(ids[5])
    assert engine.progress(ids[5]).status == "failed"
    held.release_until(lambda: not any(engine.progress(i).is_running for i in ids))
    statuses = [engine.progress(upload_id).status for upload_id in ids]
    assert statuses == ["completed"] * 5 + ["failed"]


def test_the_rate_is_told_with_the_time_left(open_engine, invoice_pdf):
    held = HeldExecutor()
    engine = open_engine(held, workers=1)
    upload_id = upload(engine, invoice_pdf(pages=40))
    held.release(1)
    while not (progress := engine.progress(upload_id)).pages_done:
        engine.wait(upload_id, 0.02)
    left = progress.pages_total - progress.pages_done
    assert progress.pages_per_second > 0
    assert progress.seconds_left == pytest.approx(left / progress.pages_per_second)
