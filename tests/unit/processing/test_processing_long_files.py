"""A long file that all workers share is understood as one worker understands it."""

from dataclasses import replace

import pytest

from engine.errors import MatchbookError
from engine.extraction import Context
from engine.processing.executor import WorkerLostError
from engine.processing.extraction_task import ExtractionTask, extract, extracted_from_json
from engine.processing.long_files import understand
from engine.processing.page_codec import pack
from engine.processing.pool import FairPool, InlineExecutor
from engine.processing.trying_again import submit_again
from engine.processing.window_tasks import read_window
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs, read_pages

LONG = 50


@pytest.fixture
def task_of(tmp_path):
    """Packs a PDF's pages for extraction."""

    def make(content, kind="auto"):
        path = tmp_path / "long.pdf"
        path.write_bytes(content)
        jobs = plan_jobs(path, inspect_document(path, path.name, limits=Limits()), ReadOptions())
        pages = [result.page for job in jobs for result in read_pages(job)]
        return ExtractionTask(kind, "invoice", tuple(map(pack, pages)), Context("u"))

    return make


@pytest.fixture
def pool():
    pool = FairPool(InlineExecutor(), 2)
    yield pool
    pool.close()


@pytest.mark.parametrize("kind", ["auto", "invoice"])
def test_all_workers_say_what_one_says(task_of, invoice_pdf, pool, kind):
    task = task_of(invoice_pdf(pages=LONG), kind)
    assert task.is_long
    shared = understand(pool, "lane", task).result(60)
    assert shared == extracted_from_json(extract(task))
    assert len(shared.invoices) == LONG


def test_a_long_statement_is_left_to_one_worker(task_of, pdf_of, pool):
    lines = ("Account statement", "Opening balance 10.00", "Closing balance 4.50")
    task = task_of(pdf_of(*lines), "invoice")
    task = replace(task, kind="auto", likely_kind="bank", pages=task.pages * LONG)
    shared = understand(pool, "lane", task).result(60)
    assert shared.kind == "bank"
    assert shared == extracted_from_json(extract(task))


def test_short_files_and_statements_are_not_shared(task_of, invoice_pdf):
    assert not task_of(invoice_pdf(pages=3)).is_long
    assert not task_of(invoice_pdf(pages=LONG), "bank").is_long


class FaultyExecutor(InlineExecutor):
    """Fails at windows."""

    def submit(self, fn, /, *args):
        return super().submit(_fail if fn is read_window else fn, *args)


def _fail(task):
    raise MatchbookError("the window is stuck")


def test_what_a_worker_raises_reaches_the_one_who_asks(task_of, invoice_pdf):
    pool = FairPool(FaultyExecutor(), 2)
    with pytest.raises(MatchbookError, match="the window is stuck"):
        understand(pool, "lane", task_of(invoice_pdf(pages=LONG))).result(60)


class LossyExecutor(InlineExecutor):
    """Loses the worker at the first ``losses`` tasks of each kind, or of those in ``only``."""

    def __init__(self, losses, only=()):
        super().__init__()
        self.losses, self.only, self.seen = losses, only, {}

    def submit(self, fn, /, *args):
        self.seen[fn] = self.seen.get(fn, 0) + 1
        is_lost = self.seen[fn] <= self.losses and fn in (self.only or (fn,))
        return super().submit(_lose if is_lost else fn, *args)


def _lose(task):
    raise WorkerLostError("the worker process ended")


def test_a_lost_worker_makes_no_difference(task_of, invoice_pdf, open_engine):
    task = task_of(invoice_pdf(pages=LONG))
    pool = FairPool(LossyExecutor(losses=1), 2)
    assert understand(pool, "lane", task).result(60) == extracted_from_json(extract(task))
    engine = open_engine(executor=LossyExecutor(losses=1, only=(extract,)))
    receipt = engine.upload("short.pdf", invoice_pdf(pages=2), kind="invoice")
    assert engine.wait(receipt.upload_id, 60).status == "completed"


def test_a_task_that_loses_every_worker_ends(task_of, invoice_pdf):
    pool = FairPool(LossyExecutor(losses=10**6), 2)
    with pytest.raises(WorkerLostError):
        understand(pool, "lane", task_of(invoice_pdf(pages=LONG))).result(60)


def test_what_was_cancelled_is_not_tried_again(task_of, invoice_pdf):
    executor = LossyExecutor(losses=0)
    pool = FairPool(executor, 0)
    future = submit_again(pool, "lane", _lose, None)
    pool.cancel("lane")
    assert future.cancelled()
    assert executor.seen == {}
