"""Pages read by a real cluster are the pages read here, whatever happens to its workers."""

import io
import time
from concurrent.futures import wait

import pytest
from reportlab.pdfgen.canvas import Canvas
from s3_server import new_prefix, settings_in, storage
from slow_readers import hang, read_slowly

from engine.errors import ClusterAwayError, ClusterVersionError
from engine.processing.cluster import executor as cluster_executor
from engine.processing.cluster.executor import ClusterExecutor
from engine.processing.executor import WorkerHungError
from engine.processing.pool import FairPool, InlineExecutor
from engine.processing.tasks import read
from engine.reading.document import Limits, ReadOptions, inspect_document
from engine.reading.reader import plan_jobs
from engine.services import Services
from engine.settings import Settings

PAGES = 24


@pytest.fixture
def jobs(tmp_path):
    """The reading of a file of many pages, two pages a job."""
    path, buffer = tmp_path / "many.pdf", io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for page in range(PAGES):
        for row in range(40):
            canvas.drawString(60, 800 - 18 * row, f"Page {page + 1} line {row} amount {row}.00")
        canvas.showPage()
    canvas.save()
    path.write_bytes(buffer.getvalue())
    facts = inspect_document(path, path.name, password=None, limits=Limits())
    return plan_jobs(path, facts, ReadOptions(), chunk=2)


@pytest.fixture
def joined(cluster):
    """Joins the cluster; what it cannot do is done in this process."""
    made = []

    def join(**options):
        made.append(ClusterExecutor(cluster.address, InlineExecutor(), **options))
        return made[-1]

    yield join
    for one in made:
        one.shutdown(cancel_futures=True)


def here(jobs):
    """The same jobs read in this process."""
    return [read(job) for job in jobs]


def test_pages_come_from_the_cluster_as_they_are_read_here(cluster, joined, jobs, caplog):
    cluster.add_worker()
    cluster.add_worker()
    executor = joined()
    assert executor.cores == 2
    futures = [executor.submit(read, job) for job in jobs]
    assert [future.result(120) for future in futures] == here(jobs)
    assert "is done here" not in caplog.text


def test_a_worker_that_is_killed_in_the_middle_costs_no_page(
    cluster, joined, jobs, monkeypatch, caplog
):
    cluster.add_worker()
    cluster.add_worker()
    executor = joined()
    monkeypatch.setattr(cluster_executor, "SHIPPED", (read_slowly, *cluster_executor.SHIPPED))
    futures = [executor.submit(read_slowly, job) for job in jobs]
    wait(futures, 120, return_when="FIRST_COMPLETED")
    cluster.kill_worker()
    assert [future.result(120) for future in futures] == here(jobs)
    assert executor.cores == 1
    assert "is done here" not in caplog.text


def test_without_any_worker_pages_are_read_here(cluster, joined, jobs):
    executor = joined()
    assert executor.cores == 0
    assert [executor.submit(read, job).result(60) for job in jobs] == here(jobs)


def test_a_cluster_that_ends_in_the_middle_leaves_nobody_waiting(
    cluster, joined, jobs, monkeypatch
):
    cluster.add_worker()
    executor = joined()
    monkeypatch.setattr(cluster_executor, "SHIPPED", (read_slowly,))
    futures = [executor.submit(read_slowly, job) for job in jobs]
    wait(futures, 120, return_when="FIRST_COMPLETED")
    cluster.stop()
    assert [future.result(120) for future in futures] == here(jobs)


def test_a_cluster_that_comes_back_is_joined_again(cluster, joined, jobs, monkeypatch):
    monkeypatch.setattr(cluster_executor, "_AGAIN_SECONDS", 0.2)
    executor = joined()
    cluster.stop()
    cluster.start_scheduler()
    cluster.add_worker()
    deadline = time.monotonic() + 120
    while executor.cores < 1:
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert executor.submit(read, jobs[0]).result(60) == read(jobs[0])


def test_a_unit_that_hangs_is_given_up_with_its_worker(cluster, joined, jobs, monkeypatch):
    cluster.add_worker()
    executor = joined(task_timeout_seconds=2)
    monkeypatch.setattr(cluster_executor, "SHIPPED", (hang, *cluster_executor.SHIPPED))
    error = executor.submit(hang, jobs[0]).exception(120)
    assert isinstance(error, WorkerHungError)
    assert "no answer after 2 seconds" in str(error)
    deadline = time.monotonic() + 120
    while executor.cores < 1:
        assert time.monotonic() < deadline
        time.sleep(0.2)


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(cluster_executor, "_CONNECT_SECONDS", 0.5)
    with pytest.raises(ClusterAwayError, match=r"tcp://127\.0\.0\.1:9 does not answer"):
        ClusterExecutor("tcp://127.0.0.1:9", InlineExecutor())


def test_a_worker_of_another_version_is_refused_at_the_start(cluster, tmp_path):
    older = tmp_path / "older"
    older.mkdir()
    (older / "sitecustomize.py").write_text(
        "import engine\nengine.__version__ = '0.0.1'\n", encoding="utf-8"
    )
    cluster.add_worker(python_path=(older,))
    with pytest.raises(ClusterVersionError, match=r"runs 0\.0\.1/"):
        ClusterExecutor(cluster.address, InlineExecutor())


def test_a_worker_of_another_version_that_comes_later_does_nothing(
    cluster, joined, jobs, tmp_path, caplog
):
    executor = joined()
    older = tmp_path / "older"
    older.mkdir()
    (older / "sitecustomize.py").write_text(
        "import engine\nengine.__version__ = '0.0.1'\n", encoding="utf-8"
    )
    cluster.add_worker(python_path=(older,))
    assert executor.submit(read, jobs[0]).result(60) == read(jobs[0])
    assert "a worker runs 0.0.1/" in caplog.text


def test_the_pool_grows_and_shrinks_with_the_cluster(cluster, joined):
    executor = joined()
    pool = FairPool(executor, lambda: 1 + executor.cores)
    assert pool.width == 1
    cluster.add_worker()
    assert pool.width == 2


def test_files_of_a_bucket_are_read_by_the_cluster(
    cluster, tmp_path, jobs, monkeypatch, s3_address
):
    kept_at = new_prefix(s3_address)
    for name, value in settings_in(s3_address, kept_at).items():
        monkeypatch.setenv(name, value)
    cluster.add_worker()
    settings = Settings(data_dir=tmp_path / "data", workers=1, dask_scheduler=cluster.address)
    engine = Services(settings)
    try:
        with open(jobs[0].path, "rb") as file:  # noqa: PTH123 (a stream is what is uploaded)
            receipt = engine.upload("many.pdf", file, kind="invoice")
        engine.wait(receipt.upload_id, 600)
        row = engine.invoice_upload(receipt.upload_id)
        assert (row.status, row.pages_total) == ("completed", PAGES)
        assert engine.health().upload_folder == kept_at
        assert len(storage(s3_address).find(kept_at.removeprefix("s3://"))) == 1
    finally:
        engine.close()


def test_an_installation_reads_uploads_by_the_cluster(cluster, tmp_path, jobs):
    cluster.add_worker()
    settings = Settings(data_dir=tmp_path / "data", workers=1, dask_scheduler=cluster.address)
    engine = Services(settings)
    try:
        with open(jobs[0].path, "rb") as file:  # noqa: PTH123 (a stream is what is uploaded)
            receipt = engine.upload("many.pdf", file, kind="invoice")
        engine.wait(receipt.upload_id, 120)
        row = engine.invoice_upload(receipt.upload_id)
        assert (row.status, row.pages_total) == ("completed", PAGES)
        assert engine.runner.workers == 2
    finally:
        engine.close()
