"""A long file that all workers share is understood as one worker understands it."""

from dataclasses import replace

import pytest

from engine.errors import MatchbookError
from engine.extraction import Context
from engine.processing.long_files import is_long, understand
from engine.processing.page_codec import pack
from engine.processing.pool import FairPool, InlineExecutor
from engine.processing.tasks import ExtractionTask, extract, extracted_from_json
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
    assert is_long(task)
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
    assert not is_long(task_of(invoice_pdf(pages=3)))
    assert not is_long(task_of(invoice_pdf(pages=LONG), "bank"))


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
